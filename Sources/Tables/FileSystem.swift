import Foundation

/// What lies under a path and what is in a folder. That there is nothing of a name is an answer; all else that goes
/// wrong is an error.
public enum FileSystem {
  public struct Status: Sendable, Equatable {
    public enum Kind: Sendable, Equatable { case file, folder, other }

    public var kind: Kind
    public var size: Int
    /// The number of the file on its disk, which a file that takes its place does not have.
    public var inode: UInt64
  }

  /// What lies under a path, whatever links lead there; nil where there is nothing.
  public static func status(of path: String) throws(InputFile.Problem) -> Status? {
    var information = stat()
    guard stat(path, &information) == 0 else {
      // Below a file there is nothing either.
      guard errno == ENOENT || errno == ENOTDIR else { throw .system(errno) }
      return nil
    }
    let kind: Status.Kind =
      switch information.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return Status(kind: kind, size: Int(information.st_size), inode: UInt64(information.st_ino))
  }

  /// Names of what is in a folder, sorted; nil where there is no folder.
  public static func names(in folder: String) throws(InputFile.Problem) -> [String]? {
    guard let stream = opendir(folder) else {
      guard errno == ENOENT || errno == ENOTDIR else { throw .system(errno) }
      return nil
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .system(errno) }
        return names.sorted()
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }
}
