import Foundation
import Tables

/// Reading from the disk, with every error told as one of the environment. What is not there is nil; what cannot be
/// read never passes for it.
enum Disk {
  private static func telling<Value>(
    _ path: String, _ what: String = "file", _ read: () throws(InputFile.Problem) -> Value?
  ) throws(EnvironmentError) -> Value? {
    do throws(InputFile.Problem) {
      return try read()
    } catch {
      if error == .missing { return nil }
      throw EnvironmentError(path, error, what)
    }
  }

  /// What lies under a path; nil where there is nothing.
  static func status(of path: String) throws(EnvironmentError) -> FileSystem.Status? {
    try telling(path) { () throws(InputFile.Problem) in try FileSystem.status(of: path) }
  }

  static func exists(_ path: String) throws(EnvironmentError) -> Bool { try status(of: path) != nil }

  /// All bytes of a file; nil where there is none.
  static func bytes(of path: String) throws(EnvironmentError) -> [UInt8]? {
    try telling(path) { () throws(InputFile.Problem) in try InputFile.bytes(of: path, limit: .max) }
  }

  /// Names of what is in a folder, sorted; none where there is no folder.
  static func names(in folder: String) throws(EnvironmentError) -> [String] {
    try telling(folder, "folder") { () throws(InputFile.Problem) in try FileSystem.names(in: folder) } ?? []
  }

  /// A file to be read piece by piece; nil where there is none.
  static func file(_ path: String) throws(EnvironmentError) -> InputFile? {
    try telling(path) { () throws(InputFile.Problem) in try InputFile(path: path) }
  }

  /// The next bytes of a file, which has this path; none at the end.
  static func read(_ file: InputFile, _ path: String, upTo count: Int) throws(EnvironmentError) -> [UInt8] {
    do throws(InputFile.Problem) {
      return try file.read(upTo: count)
    } catch {
      throw EnvironmentError(path, error)
    }
  }

  /// Makes a folder and those above it, each on the disk for good under its name.
  static func makeFolder(_ path: String) throws(EnvironmentError) {
    var place = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      place += name
      if mkdir(place, 0o755) == 0 {
        try FileSink.syncFolder(of: place)
      } else if errno != EEXIST {
        let code = errno
        // Some file systems refuse to make what is there already with another code.
        guard try exists(place) else { throw EnvironmentError("make the folder", path, code: code) }
      }
      place += "/"
    }
  }
}
