import Experiments
import Foundation

/// What the process needs of its surroundings before it does anything.
enum ProcessSetup {
  /// Makes what the system would end the process for an error like any other, and sees to it that no file of ours
  /// becomes a standard stream.
  static func prepare() {
    // A reader that goes away and a limit on the size of files are errors of writing, told like any other.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A stream that was closed would be the next file that is opened, and messages would go into it. Opened the wrong
    // way round, each stays an error for who uses it.
    for (stream, access) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
    where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", access)
    }
  }

  /// The words of the command line after the name of the program.
  /// - Throws: ``UsageError`` where one is not UTF-8: read as text it would be another name.
  static func words() throws(UsageError) -> [String] {
    var words: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[index] else { break }
      guard let word = String(validatingCString: bytes) else {
        throw UsageError(
          message:
            "argument \(index), '\(String(cString: bytes))', is not valid UTF-8; names of files and folders "
            + "must be, so rename it")
      }
      words.append(word)
    }
    return words
  }

  /// Sees whether a few more files may be open.
  static func requireDescriptors() throws(EnvironmentError) {
    let found = (0..<4).map { _ in dup(0) }
    let code = errno
    for descriptor in found where descriptor >= 0 { close(descriptor) }
    if found.contains(-1) { throw EnvironmentError("open", "more files", code: code) }
  }

  /// The working folder.
  /// - Throws: ``EnvironmentError`` where it has gone, or its name is not UTF-8.
  static func workingFolder() throws(EnvironmentError) -> String {
    guard let bytes = getcwd(nil, 0) else {
      throw EnvironmentError("find", "the working folder", code: errno)
    }
    defer { free(bytes) }
    guard let path = String(validatingCString: bytes) else {
      throw EnvironmentError(
        "the path of the working folder, '\(String(cString: bytes))', is not valid UTF-8",
        remedy: "Rename the folder, or work in another one.")
    }
    return path
  }

  /// The path of the running program; nil where the system does not tell it.
  static var program: String? {
    #if os(Linux)
      // Read here, since Foundation ends the process where it cannot.
      var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink("/proc/self/exe", &bytes, bytes.count - 1)
      guard count > 0 else { return nil }
      return String(validating: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      return Bundle.main.executablePath
    #endif
  }
}
