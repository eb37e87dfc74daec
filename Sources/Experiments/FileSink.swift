import Foundation

/// A file being written, with a buffer and with every error of the operating system told.
///
/// ``commit(as:)`` gives the file its name only when all of it is on the disk, so that nobody ever reads half
/// of it. A sink that is dropped without commit closes and removes its file.
public final class FileSink {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var open = true
  private static let block = 1 << 16

  /// Creates the file. What a killed process left under its name goes first; a link of that name goes, too, rather
  /// than the file that it leads to.
  public init(path: String) throws(EnvironmentError) {
    self.path = path
    descriptor = try Self.created(path)
    buffer.reserveCapacity(Self.block + 4096)
  }

  /// A new file, whoever else works in the folder.
  private static func created(_ path: String) throws(EnvironmentError) -> Int32 {
    // Twice for one who comes in between; more often it is no accident.
    for _ in 0..<3 {
      let descriptor = Foundation.open(
        path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
      if descriptor >= 0 { return descriptor }
      guard errno == EEXIST else { throw EnvironmentError("write", path, code: errno) }
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      guard [S_IFREG, S_IFLNK].contains(status.st_mode & S_IFMT) else {
        throw EnvironmentError(
          "cannot write \(path): something else than a file has this name", remedy: "Move it away.")
      }
      guard unlink(path) == 0 || errno == ENOENT else { throw EnvironmentError("write", path, code: errno) }
    }
    throw EnvironmentError("write", path, code: EEXIST)
  }

  deinit {
    guard open else { return }
    close(descriptor)
    unlink(path)
  }

  public func write(_ text: String) throws(EnvironmentError) {
    buffer += text.utf8
    if buffer.count >= Self.block { try flush() }
  }

  public func write(_ bytes: some Sequence<UInt8>) throws(EnvironmentError) {
    buffer += bytes
    if buffer.count >= Self.block { try flush() }
  }

  private func flush() throws(EnvironmentError) {
    try Self.write(buffer, to: descriptor, name: path)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Brings everything to the disk and renames the file, replacing one of that name.
  public func commit(as name: String) throws(EnvironmentError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw EnvironmentError("write", path, code: errno) }
    guard rename(path, name) == 0 else { throw EnvironmentError("write", name, code: errno) }
    close(descriptor)
    open = false
    try Self.syncFolder(of: name)
  }

  /// Brings the new name of a file or folder to the disk as well.
  static func syncFolder(of path: String) throws(EnvironmentError) {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    let descriptor = Foundation.open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EnvironmentError("write", folder, code: errno) }
    defer { close(descriptor) }
    // Some file systems have no such thing for folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw EnvironmentError("write", folder, code: errno)
    }
  }

  /// Writes a whole file by way of a temporary one, whose name has this ending.
  public static func replace(
    _ path: String, with bytes: [UInt8], temporary ending: String = ".tmp"
  ) throws(EnvironmentError) {
    let sink = try FileSink(path: path + ending)
    try sink.write(bytes)
    try sink.commit(as: path)
  }

  /// Writes a whole file by way of a temporary one.
  public static func replace(_ path: String, with text: String) throws(EnvironmentError) {
    try replace(path, with: Array(text.utf8))
  }

  /// Writes all bytes to an open descriptor; `name` is for the message.
  public static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(EnvironmentError) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress! + start, $0.count - start)
      }
      if written < 0 {
        // A signal came in between: nothing was lost.
        if errno == EINTR { continue }
        throw EnvironmentError("write", name, code: errno)
      }
      start += written
    }
  }
}
