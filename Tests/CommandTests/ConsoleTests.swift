import Tables
import Testing

@testable import cogov

/// What people read cannot act on their terminal.
struct ConsoleTests {
  /// Every character that acts where it is shown.
  private static let hidden =
    (Array(0...8) + Array(0xB...0x1F) + Array(0x7F...0x9F) + Array(0x2028...0x202E) + Array(0x2066...0x2069))
    .compactMap { Unicode.Scalar(UInt32($0)) }

  @Test func everyWayOutIsPlain() throws {
    for scalar in Self.hidden {
      let captured = Captured()
      let console = captured.console()
      console.say("a\(scalar)b\n\tc")
      console.error("a\(scalar)b")
      console.warning("a\(scalar)b")
      try console.print(["a\(scalar)b"])
      #expect(captured.messages == "a\u{FFFD}b\n\tc\nerror: a\u{FFFD}b\nwarning: a\u{FFFD}b\n")
      #expect(captured.output == "a\u{FFFD}b\n")
      #expect(PlainText.line("a\(scalar)\r\nb\tc").unicodeScalars.allSatisfy { !PlainText.isHidden($0) })
    }
    #expect(PlainText.lines("自治 עברית é\u{301}\u{200D}") == "自治 עברית é\u{301}\u{200D}")
    let captured = Captured()
    captured.console(colour: true).error("red")
    #expect(captured.messages == "\u{1B}[1;31merror:\u{1B}[0m red\n")
  }

  @Test func titlesAndNamesOfFilesArePlain() throws {
    let folder = try TemporaryFolder()
    let evil = "\u{1B}[31mRED\u{202E}\u{9B}2J"
    let title = "\\u001b[31mRED\\u202e\\u009b2J\\r\\nforged: 0"
    let text = FileCommandTests.scenario.replacing("A hamlet", with: title)
    let path = try folder.write("\(evil).json5", text)
    let plain = try folder.write("plain.json5", text)
    let claim = try folder.write("claim.json5", "{claim: '\(title)', title: '\(title)', '\(title)': 1}")
    let out = "\(folder.path)/out"
    for words in [
      ["run", plain, "-o", out], ["batch", plain, "-n", "2", "-o", out + "2"], ["batch", plain, "--dry-run"],
      ["validate", path], ["validate", plain], ["validate", claim], ["list", folder.path], ["run", evil],
      ["compare", "\(folder.path)/\(evil)"], ["describe", evil], [evil], ["run", plain, "--\(evil)"],
      ["slurm", plain, "--tasks", "1", "-o", out + "3"], ["new", "\(folder.path)/\(evil)/x"],
      ["run", plain, "-o", out, "--set", "seed=\(evil)"], ["merge", "\(folder.path)/\(evil)"],
    ] {
      let result = Captured.run(words)
      let shown = (result.messages + result.output).unicodeScalars
      #expect(shown.allSatisfy { $0 == "\n" || !PlainText.isHidden($0) }, "\(words)")
      #expect(!result.messages.contains("\nforged") && !result.output.contains("\nforged"), "\(words)")
    }
  }
}
