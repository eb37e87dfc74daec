import Foundation
import Tables

/// Something outside the program stands in the way: a full disk, a missing permission, a folder that holds
/// other results.
public struct EnvironmentError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, and where.
  public var message: String
  /// What to do about it; may be empty.
  public var remedy: String

  public init(_ message: String, remedy: String = "") {
    self.message = message
    self.remedy = remedy
  }

  /// An error of the operating system, as `errno` had it.
  public init(_ doing: String, _ path: String, code: Int32) {
    message = "cannot \(doing) \(path): \(String(cString: strerror(code)))"
    switch code {
    case ENOSPC, EDQUOT:
      remedy =
        "Make room on that disk, or choose another folder with --out. What is finished stays; the same "
        + "command goes on from there."
    case EACCES, EPERM, EROFS, ENOENT, ENOTDIR:
      remedy = "Choose a folder you may write to with --out."
    case EFBIG:
      remedy =
        "Raise the limit on the size of files (ulimit -f). What is finished stays; the same command goes on from there."
    case EMFILE, ENFILE:
      remedy = Self.tooManyFiles
    default:
      remedy = ""
    }
  }

  /// A file, or something else in words, that cannot be read.
  public init(_ path: String, _ problem: InputFile.Problem, _ what: String = "file") {
    message = problem.message(path, what)
    switch problem {
    case .system(EACCES), .system(EPERM): remedy = ""
    case .system(EMFILE), .system(ENFILE): remedy = Self.tooManyFiles
    case .system(ENAMETOOLONG), .system(ELOOP): remedy = "Choose a name that the file system can have."
    case .system:
      remedy =
        "Give the same command again. If the error stays, the file or its disk is damaged: move the file away; what "
        + "it held is computed again."
    case .missing, .irregular, .tooLarge: remedy = "Move it away, or name another folder."
    }
  }

  private static let tooManyFiles =
    "Too many files are open; close other programs or raise the limit (ulimit -n)."

  public var description: String { remedy.isEmpty ? message : "\(message)\n\(remedy)" }
}
