import Experiments
import Foundation
import Tables

/// Where a command writes: data to standard output, messages to standard error.
///
/// What people read is plain text: a title or a path cannot act on their terminal. Tables that go to a file or another
/// program keep their bytes.
struct Console: Sendable {
  /// Whether messages go to a terminal, where a bar may be redrawn.
  var terminal: Bool
  /// Whether messages may be coloured.
  var colour: Bool
  /// Columns of the terminal.
  var width: Int
  private let output: @Sendable ([UInt8]) throws -> Void
  private let messages: @Sendable (String) -> Void

  init(
    terminal: Bool = false, colour: Bool = false, width: Int = 80,
    output: @escaping @Sendable ([UInt8]) throws -> Void, messages: @escaping @Sendable (String) -> Void
  ) {
    self.terminal = terminal
    self.colour = colour
    self.width = width
    self.output = output
    self.messages = messages
  }

  /// The console of this process. Colour only on a terminal, and not where `NO_COLOR` is set.
  static func standard() -> Console {
    let environment = ProcessInfo.processInfo.environment
    let terminal = isatty(2) == 1 && environment["TERM"] != "dumb"
    var size = winsize()
    let known = terminal && ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let shows = isatty(1) == 1
    return Console(
      terminal: terminal, colour: terminal && (environment["NO_COLOR"] ?? "").isEmpty,
      width: width(environment["COLUMNS"], ofTerminal: known ? Int(size.ws_col) : nil),
      output: { bytes in
        let shown =
          shows ? Array(PlainText.lines(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
        try FileSink.write(shown, to: 1, name: "standard output")
      },
      messages: { text in try? FileSink.write(Array(text.utf8), to: 2, name: "standard error") })
  }

  /// Columns to write in: what `COLUMNS` says, or else the terminal; 80 where neither does.
  static func width(_ columns: String?, ofTerminal known: Int?) -> Int {
    let wanted = columns.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? known ?? 80
    return min(500, max(40, wanted))
  }

  /// Data: exactly as given, unless a terminal shows it.
  func data(_ text: String) throws { try output(Array(text.utf8)) }

  /// Data as bytes, up to the end of a character.
  func bytes(_ bytes: some Sequence<UInt8>) throws { try output(Array(bytes)) }

  /// Lines for people.
  func print(_ lines: [String]) throws { try data(lines.map { PlainText.lines($0) + "\n" }.joined()) }

  /// A message of its own line.
  func say(_ message: String) { messages(PlainText.lines(message) + "\n") }

  /// Text on standard error, exactly as given: for the progress bar.
  func raw(_ text: String) { messages(text) }

  /// What went wrong: the word "error" in red where colour is allowed.
  func error(_ message: String) {
    raw("\(painted("error:", "31")) \(PlainText.lines(message))\n")
  }

  /// What deserves notice but stops nothing.
  func warning(_ message: String) {
    raw("\(painted("warning:", "33")) \(PlainText.lines(message))\n")
  }

  private func painted(_ text: String, _ code: String) -> String {
    colour ? "\u{1B}[1;\(code)m\(text)\u{1B}[0m" : text
  }
}
