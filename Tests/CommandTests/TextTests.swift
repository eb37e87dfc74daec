import Experiments
import Testing

@testable import cogov

struct TextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("自治金", 6), ("é", 1), ("e\u{301}", 1), ("ａ", 2), ("🏘️", 2), ("a自b", 4), ("한", 2),
    ("a\u{200B}b", 2),
  ])
  func widths(text: String, width: Int) {
    #expect(TextLayout.width(text) == width)
  }

  @Test func cutsAndFills() {
    #expect(TextLayout.fit("自治金方案", to: 7) == "自治..")
    #expect(TextLayout.fit("short", to: 5) == "short")
    #expect(TextLayout.fit("a\nb", to: 5) == "a b")
    #expect(TextLayout.pad("自治", to: 6) == "自治  ")
    #expect(TextLayout.pad("1", to: 3, right: true) == "  1")
    #expect(TextLayout.pad("long", to: 2) == "long")
  }

  @Test func wraps() {
    #expect(TextLayout.wrap("one two three", width: 8) == ["one two", "three"])
    #expect(TextLayout.wrap("自治金自治金", width: 6, indent: 2) == ["  自治", "  金自", "  治金"])
    #expect(TextLayout.wrap("", width: 8).isEmpty)
    #expect(TextLayout.wrap("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
  }

  @Test func tablesLineUpWithWideCharacters() {
    var table = TextTable(["variant", "vitality"])
    table.rows = [["自治金", "61.2 ± 1.1"], ["baseline", "5"]]
    #expect(
      table.lines() == [
        "variant     vitality", "--------------------", "自治金    61.2 ± 1.1", "baseline           5",
      ])
  }

  @Test func wideTablesGiveWay() {
    var table = TextTable(["variant"] + (1...9).map { "measure number \($0)" })
    table.rows = [["a name of a variant that is rather long, and 自治金自治金自治金"] + (1...9).map { "\($0)" }]
    let lines = table.lines(width: 80)
    #expect(lines.allSatisfy { TextLayout.width($0) <= 80 })
    #expect(lines[0].contains("measure number 3"))
    #expect(TextTable([String(repeating: "x", count: 100), "y"]).lines().allSatisfy { $0.count <= 80 })
  }

  /// Variants of a factorial differ in the middle of long names: what is cut would make them alike.
  @Test func longNamesGoOnInFurtherLines() {
    var table = TextTable(["variant", "participation_quarter", "x"])
    table.rows = [
      ["fund=yes_hub=no_agenda=yes", "1.0", "2"], ["fund=yes_hub=no_agenda=yes_councils=no", "1.5", "3"],
      ["short", "3", "4"],
    ]
    #expect(
      table.lines(width: 36) == [
        "                   participation_", "variant                   quarter  x",
        "------------------------------------", "fund=yes_hub=no_              1.0  2", "  agenda=yes",
        "fund=yes_hub=no_agenda=yes_", "  councils=no", "                              1.5  3",
        "short                           3  4",
      ])
    #expect(TextLayout.broken("自治金自治金", to: 6, most: 3) == ["自治金", "  自治", "  金"])
    #expect(TextLayout.broken("short", to: 12, most: 3) == ["short"])
    #expect(TextLayout.broken(String(repeating: "x", count: 400), to: 12, most: 3).count == 3)
    var narrow = TextTable(["variant"] + (1...9).map { "measure \($0)" })
    narrow.rows = [["v"] + (1...9).map { "\($0)" }]
    let text = narrow.lines(width: 60).joined(separator: " ")
    #expect(text.hasSuffix("(no room for: measure 5, measure 6, measure 7, measure 8, measure 9)"))
    #expect(narrow.lines(width: 60).allSatisfy { $0.count <= 60 })
  }

  @Test func theWidthIsThatOfTheTerminal() {
    #expect(Console.width(nil, ofTerminal: nil) == 80)
    #expect(Console.width(nil, ofTerminal: 150) == 150)
    #expect(Console.width("132", ofTerminal: 150) == 132)
    #expect(Console.width("132", ofTerminal: nil) == 132)
    for wrong in ["", "0", "-3", "wide"] { #expect(Console.width(wrong, ofTerminal: 100) == 100) }
    #expect(Console.width(nil, ofTerminal: 10) == 40)
  }

  @Test func numbers() {
    #expect(Readable.fixed(-0.04, 1) == "0.0")
    #expect(Readable.fixed(-1.25, 2) == "-1.25")
    #expect(Readable.fixed(1234.5, 0) == "1235")
    #expect(Readable.fixed(.nan, 2) == "-")
    #expect(Readable.measure(61.237) == "61.2")
    #expect(Readable.measure(0.12345) == "0.123")
    #expect(Readable.interval(61.237, 1.26) == "61.2 ± 1.3")
    #expect(Readable.interval(61.237, .nan) == "61.2")
    #expect(Readable.interval(0.03412, 0.00021) == "0.03412 ± 0.00021")
    #expect(Readable.interval(0.85, 0) == "0.850 ± 0" && Readable.interval(12, 1e-14) == "12.0 ± 0")
    #expect(Readable.interval(40, 252) == "40 ± 252")
    #expect(Readable.difference(0.0041, 0.00021) == "+0.00410 ± 0.00021")
    #expect(Readable.difference(-2, 0.5) == "-2.0 ± 0.5" && Readable.difference(0, 0) == "0.000 ± 0")
    #expect(Readable.interval(.nan, .nan) == "-")
  }

  @Test func durations() {
    #expect(Readable.duration(0.2) == "under 1 s")
    #expect(Readable.duration(12) == "12 s")
    #expect(Readable.duration(185) == "3 min 05 s")
    #expect(Readable.duration(7800) == "2 h 10 min")
    #expect(Readable.duration(273_600) == "3 d 4 h")
    #expect(Readable.duration(.infinity) == "unknown")
  }

  @Test func shellWords() {
    #expect(Shell.quoted("Scenarios/a.json5") == "Scenarios/a.json5")
    #expect(Shell.quoted("a b") == "'a b'")
    #expect(Shell.quoted("it's") == "'it'\\''s'")
    #expect(Shell.quoted("") == "''")
  }
}

struct ProgressTests {
  private let half = BatchProgress(total: 40, done: 20, failed: 1, reused: 0, elapsed: 10)

  @Test func aLineTellsRateAndTimeLeft() {
    #expect(ProgressDisplay.line(half) == "20 of 40 runs, 1 failed, 2.0 runs/s, about 10 s left")
    #expect(ProgressDisplay.line(BatchProgress(total: 40, done: 0)) == "0 of 40 runs")
    #expect(
      ProgressDisplay.line(BatchProgress(total: 4, done: 3, reused: 2, elapsed: 30))
        == "3 of 4 runs, 30.0 s/run, about 30 s left")
    #expect(ProgressDisplay.line(BatchProgress(total: 4, done: 4, reused: 4, elapsed: 3)) == "4 of 4 runs")
  }

  @Test func theBarKeepsItsWidth() {
    for width in [20, 40, 79] {
      for done in [0, 1, 20, 39, 40] {
        let progress = BatchProgress(total: 40, done: done, failed: 3, elapsed: 100_000)
        #expect(ProgressDisplay.bar(progress, width: width).count <= width)
      }
    }
    #expect(ProgressDisplay.bar(half, width: 79).hasPrefix("[#####"))
  }

  @Test func plainLinesAtEveryTenth() {
    let captured = Captured()
    var display = ProgressDisplay(captured.console(), quiet: false)
    for done in 0...1000 { display.update(BatchProgress(total: 1000, done: done, elapsed: Double(done))) }
    display.finish()
    let lines = captured.messages.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines.last?.hasPrefix("1000 of 1000 runs") == true)
  }

  @Test func atMostTenBarsASecond() {
    let captured = Captured()
    var display = ProgressDisplay(captured.console(terminal: true), quiet: false)
    for step in 0..<1000 {
      display.update(BatchProgress(total: 2000, done: step, elapsed: Double(step) / 1000))
    }
    display.finish()
    #expect(captured.messages.split(separator: "\r").count <= 10)
    #expect(captured.messages.hasSuffix("\n"))
  }

  @Test func quietSaysNothing() {
    let captured = Captured()
    var display = ProgressDisplay(captured.console(terminal: true), quiet: true)
    display.update(half)
    display.finish()
    #expect(captured.messages.isEmpty)
  }
}
