import Engine
import Foundation
import Tables

/// Which build of the program is running: a hash of its executable and of the Swift libraries that it has loaded, which
/// may be others although the executable is the same.
public enum BuildIdentity {
  /// Sixteen hexadecimal digits.
  /// - Throws: ``EnvironmentError`` where the program cannot be read. Nothing stands in for it then: runs of different
  ///   builds would be mixed.
  public static func current() throws(EnvironmentError) -> String {
    #if os(Linux)
      // Not by its name, which another program may have by now.
      return try identity(of: [executable] + libraries(mapped: text(of: maps))).description
    #else
      // The libraries are those of the system.
      let name = Bundle.main.executablePath ?? CommandLine.arguments[0]
      let system = Array(ProcessInfo.processInfo.operatingSystemVersionString.utf8)
      var hash = Fingerprint()
      hash.combine(try identity(of: [(path: name, inode: nil)]).value)
      hash.combine(Envelope.checksum(system[...]).value)
      return hash.description
    #endif
  }

  /// A file, and the number that it has on its disk; nil where any will do.
  typealias File = (path: String, inode: UInt64?)

  private static let executable: File = ("/proc/self/exe", nil)
  private static let maps = "/proc/self/maps"

  /// Hash of all bytes of files.
  static func identity(of files: [File]) throws(EnvironmentError) -> Fingerprint {
    var hash = Fingerprint()
    for file in files {
      if let inode = file.inode, try Disk.status(of: file.path)?.inode != inode {
        throw unknown("\(file.path) has been replaced since the program was started")
      }
      let checksum: FileChecksum?
      do throws(EnvironmentError) { checksum = try FileChecksum(path: file.path) } catch {
        throw unknown(error.message)
      }
      guard let checksum else { throw unknown("there is no \(file.path)") }
      hash.combine(checksum.value.value)
    }
    return hash
  }

  /// What the names of the libraries begin with that come with Swift.
  private static let runtime = [
    "libswift", "libFoundation", "lib_Foundation", "libdispatch", "libBlocksRuntime",
  ]

  /// The Swift libraries in a list of what is mapped into memory, by their names.
  static func libraries(mapped text: String) -> [File] {
    var found: [String: File] = [:]
    for line in text.split(separator: "\n") {
      // Address, rights, offset, device, inode, path; and a path may hold blanks.
      let words = line.split(separator: " ", maxSplits: 5)
      guard words.count == 6, let inode = UInt64(words[4]) else { continue }
      let path = String(words[5].drop { $0 == " " })
      guard let name = path.split(separator: "/").last.map(String.init), name.contains(".so"),
        runtime.contains(where: name.hasPrefix)
      else { continue }
      found[name] = (path, inode)
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func text(of path: String) throws(EnvironmentError) -> String {
    do throws(EnvironmentError) {
      guard let bytes = try Disk.bytes(of: path) else { throw EnvironmentError("there is no \(path)") }
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw unknown(error.message)
    }
  }

  private static func unknown(_ reason: String) -> EnvironmentError {
    EnvironmentError(
      "it is unknown which build of the program this is: \(reason)",
      remedy:
        "Results of different builds must not be mixed, so nothing is computed. Start the program again; if the "
        + "error stays, make the program and the Swift libraries readable for you, or use a copy of them.")
  }
}
