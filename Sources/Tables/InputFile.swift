import Foundation

/// A file that is open for reading: a regular one only, since a device, a pipe or a socket may have no end or never
/// answer.
public final class InputFile {
  /// Why a file cannot be read.
  public enum Problem: Error, Sendable, Equatable {
    case missing
    /// Something else than a file, in words: "a folder", "a pipe".
    case irregular(String)
    /// Larger than so many bytes.
    case tooLarge(Int)
    /// What the operating system says, as `errno` has it.
    case system(Int32)

    /// What is wrong with the file of this name.
    /// - Parameter what: the kind of thing that lies under the path.
    public func message(_ path: String, _ what: String = "file") -> String {
      switch self {
      case .missing: "\(what) '\(path)' does not exist"
      case .irregular(let what): "'\(path)' is \(what); a file is needed"
      case .tooLarge(let limit): "\(what) '\(path)' is larger than \(limit >> 20) MB"
      case .system(EACCES), .system(EPERM): "\(what) '\(path)' cannot be read; check its permissions"
      case .system(let code): "\(what) '\(path)' cannot be read: \(String(cString: strerror(code)))"
      }
    }
  }

  private let descriptor: Int32

  /// Opens a file. Never waits: what is no regular file is refused at once.
  public init(path: String) throws(Problem) {
    // C would take such a name for the part before the NUL.
    guard !path.utf8.contains(0) else { throw .missing }
    // Looked at before it is opened, since opening some devices does something to them, and again after, since it
    // may have been exchanged in between.
    var status = stat()
    guard stat(path, &status) == 0 else { throw Self.problem(errno) }
    try Self.requireRegular(status)
    // Some files of /proc are said to be regular and wait for more; without blocking they give an error.
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.problem(errno) }
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    try Self.requireRegular(status)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next bytes, at most so many; none at the end.
  public func read(upTo count: Int) throws(Problem) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      while true {
        let got = Foundation.read(descriptor, buffer.baseAddress, count)
        length = max(0, got)
        if got >= 0 { return }
        code = errno
        // A signal came in between.
        if code != EINTR { return }
        code = 0
      }
    }
    guard code == 0 else { throw .system(code) }
    return bytes
  }

  /// All bytes of a file of at most `limit` bytes.
  public static func bytes(of path: String, limit: Int) throws(Problem) -> [UInt8] {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    while true {
      let block = try file.read(upTo: 1 << 18)
      if block.isEmpty { return bytes }
      bytes += block
      guard bytes.count <= limit else { throw .tooLarge(limit) }
    }
  }

  private static func problem(_ code: Int32) -> Problem {
    code == ENOENT || code == ENOTDIR ? .missing : .system(code)
  }

  private static func requireRegular(_ status: stat) throws(Problem) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .irregular("a folder")
    case S_IFIFO: throw .irregular("a pipe")
    case S_IFSOCK: throw .irregular("a socket")
    default: throw .irregular("a device")
    }
  }
}
