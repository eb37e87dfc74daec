import Foundation
import Tables
import Testing

/// Only regular files are read, and what is none is refused at once.
struct InputFileTests {
  private func folder() throws -> String {
    let path = NSTemporaryDirectory() + "input-file-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func problem(_ path: String, limit: Int = 100) -> InputFile.Problem? {
    do throws(InputFile.Problem) {
      _ = try InputFile.bytes(of: path, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func onlyFilesAreRead() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(mkfifo("\(folder)/pipe", 0o644) == 0)
    #expect(symlink("pipe", "\(folder)/link") == 0)
    for name in ["pipe", "link"] {
      #expect(problem("\(folder)/\(name)") == .irregular("a pipe"))
    }
    #expect(problem(folder) == .irregular("a folder"))
    #expect(problem("/dev/zero") == .irregular("a device"))
    #expect(problem("\(folder)/nothing") == .missing)
    #expect(
      InputFile.Problem.irregular("a pipe").message("runs.csv") == "'runs.csv' is a pipe; a file is needed")
    do {
      _ = try CSVReader(path: "\(folder)/pipe")
      Issue.record("a pipe was read as a table")
    } catch {
      #expect(error.message.hasSuffix("is a pipe; a file is needed"))
    }
  }

  @Test func socketsAreNoFiles() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // The name of a socket must be short.
    let path = "/tmp/cogov-\(getpid()).socket"
    defer { unlink(path) }
    let socket = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) }
    }
    #expect(bound == 0)
    #expect(problem(path) == .irregular("a socket"))
  }

  @Test func sizesAreBounded() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/table.csv"
    try Data("a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try InputFile.bytes(of: path, limit: 8) == Array("a,b\n1,2\n".utf8))
    #expect(problem(path, limit: 7) == .tooLarge(7))
  }

  @Test func aNameDoesNotEndAtNUL() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/table.csv"
    try Data("a\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(problem("\(path)\u{0}.json5") == .missing)
  }

  @Test func fieldsHoldNoNUL() throws {
    var reader = try CSVReader(bytes: Array("name\na\u{0}b\nc\n".utf8))
    #expect(
      throws: TableProblem(line: 2, column: 1, message: "the field holds a NUL character; a text has none")
    ) {
      try reader.next()
    }
    #expect(try reader.next()?.text(0) == "c")
  }
}
