import Foundation
import Synchronization

@testable import cogov

/// A console that keeps what is written, instead of writing it.
final class Captured: Sendable {
  private struct Texts {
    var output: [UInt8] = []
    var messages = ""
  }
  private let texts = Mutex(Texts())

  func console(terminal: Bool = false, colour: Bool = false, width: Int = 80) -> Console {
    Console(
      terminal: terminal, colour: colour, width: width,
      output: { bytes in self.texts.withLock { $0.output += bytes } },
      messages: { text in self.texts.withLock { $0.messages += text } })
  }

  var output: String { String(decoding: texts.withLock { $0.output }, as: UTF8.self) }
  var messages: String { texts.withLock { $0.messages } }

  /// Runs a command line in this process.
  static func run(_ words: String...) -> (status: ExitStatus, output: String, messages: String) {
    run(words)
  }

  static func run(_ words: [String]) -> (status: ExitStatus, output: String, messages: String) {
    let captured = Captured()
    let status = Cogov.run(words, captured.console())
    return (status, captured.output, captured.messages)
  }
}

/// A folder that goes away with the test.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("cogov-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data(), as: UTF8.self)
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}
