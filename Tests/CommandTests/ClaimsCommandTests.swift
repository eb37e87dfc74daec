import Foundation
import Tables
import Testing

@testable import cogov

/// `cogov claims` over two claims in a world so small that runs take no time.
struct ClaimsCommandTests {
  private static func claim(_ title: String, more: String = "", smallest: String = "0.5") -> String {
    """
    {title: "\(title)", source: "A source | a topic", claim: "Load brings grievance.", shape: "increase",
     origin: "built-in", reason: "Needs.", base: "hamlet.json5", replicates: 3, rivals: [],
     variants: [{name: "low"}, {name: "high", set: {"conditions.demandLoad": 3}}],
     contrasts: [{measure: "grievance", weights: {high: 1, low: -1}, expect: "increase", smallest: \(smallest)}],
     \(more)}
    """
  }

  /// A folder `claims` with two claims and their world.
  static func write(to folder: TemporaryFolder) throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/claims", withIntermediateDirectories: true)
    try folder.write("claims/hamlet.json5", FileCommandTests.scenario)
    try folder.write("claims/A1.json5", claim("First"))
    try folder.write(
      "claims/A2.json5", claim("Second", more: "conditions: {\"few ties\": {\"conditions.tieDensity\": 0.5}}")
    )
  }

  private func run(_ folder: TemporaryFolder, _ words: String...) -> (
    status: cogov.ExitStatus, output: String, messages: String
  ) {
    Captured.run(["claims", "--folder", "\(folder.path)/claims", "--out", "\(folder.path)/out"] + words)
  }

  @Test func claimsAreTriedAndToldOf() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let dry = run(folder, "--dry-run")
    #expect(dry.messages.hasPrefix("Would compute 18 runs of 2 claims in under 1 s; 0 of 2 are complete"))
    #expect(!folder.names.contains("out"))
    let page = "\(folder.path)/Claims.md"
    let first = run(folder, "--draws", "2", "--page", page)
    #expect(first.status == .done && first.output.isEmpty)
    #expect(first.messages.contains("2 claims, 34 runs to compute"))
    #expect(first.messages.contains("A2: 34 of 34 runs"))
    #expect(first.messages.contains("A1 First"))
    #expect(
      first.messages.split(separator: "\n").allSatisfy {
        TextLayout.width(String($0)) <= 80 || $0.contains("/")
      })
    let claims = folder.text("out/claims.csv")
    #expect(claims.split(separator: "\n").count == 3)
    #expect(folder.text("out/tests.csv").split(separator: "\n").count == 4)
    // What is complete is not computed again, and the tables keep what was not asked for.
    let again = run(folder, "A2", "--page", page + ".again")
    #expect(again.messages.hasPrefix("\(folder.path)/out holds all results already; nothing to compute."))
    #expect(
      again.messages.contains("Tables are in \(folder.path)/out, with 1 more whose results are complete:"))
    #expect(folder.text("out/claims.csv") == claims)
    #expect(folder.text("Claims.md") == folder.text("Claims.md.again"))
    #expect(run(folder, "--quiet").messages.isEmpty)
  }

  /// The effect is there, but far smaller than was registered: the verdict says so beside an interval above 0.
  @Test func aContradictedClaimSaysHowItFails() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    try folder.write("claims/A1.json5", Self.claim("First", smallest: "999"))
    let result = run(folder, "A1")
    #expect(result.status == .done)
    #expect(result.messages.contains("contradicted"))
    let words = result.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("A1: grievance ") && words.contains("(smallest effect of interest 999)"))
  }

  @Test func aChangedClaimIsComputedAnewWithAWord() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    #expect(run(folder, "A1", "-q").status == .done)
    #expect(folder.text("out/claims.csv").split(separator: "\n").count == 2)
    try folder.write("claims/A1.json5", Self.claim("First", more: "seed: 77"))
    let changed = run(folder, "A1")
    #expect(changed.status == .done)
    #expect(changed.messages.hasPrefix("A1: its files, the options or the program changed; the results in "))
    #expect(folder.text("out/A1/runs.csv").contains("as registered/low,1,77,"))
    // A changed claim that is not asked for has no results any more.
    try folder.write("claims/A1.json5", Self.claim("First", more: "seed: 78"))
    #expect(run(folder, "A2", "-q").status == .done)
    #expect(folder.text("out/claims.csv").split(separator: "\n").map { $0.prefix(3) } == ["cla", "A2,"])
  }

  /// What would have to be refused in the end is refused before anything is computed.
  @Test func nothingIsComputedForWhatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    try folder.write("README.md", "# Mine")
    #expect(run(folder, "A1", "--page", "\(folder.path)/README.md").status == .environment)
    #expect(!folder.names.contains("out"))
    try FileManager.default.createDirectory(atPath: "\(folder.path)/out", withIntermediateDirectories: true)
    try folder.write("out/datapackage.json", #"{"name": "survey"}"#)
    #expect(run(folder, "A1").status == .environment)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out") == ["datapackage.json"])
  }

  /// What was changed by hand is called that, however quiet the command is.
  @Test func aDamagedTableIsComputedAnewWithItsReason() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    #expect(run(folder, "A1", "-q").status == .done)
    let table = folder.text("out/A1/runs.csv")
    try folder.write(
      "out/A1/runs.csv", table.replacingOccurrences(of: "as registered/low,1", with: "as registered/low,9"))
    let mended = run(folder, "A1", "-q")
    #expect(mended.status == .done && !mended.messages.contains("the program changed"))
    let words = mended.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("out/A1/runs.csv is not as the batch wrote it: expected"))
    #expect(words.contains("; its runs are computed anew."))
    #expect(folder.text("out/A1/runs.csv") == table)
  }

  @Test func moreReplicatesAndDrawsStay() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    func runs(_ claim: String) -> Int {
      folder.text("out/\(claim)/runs.csv").split(separator: "\n").count - 1
    }
    func told() -> [Substring] { folder.text("out/claims.csv").split(separator: "\n").map { $0.prefix(2) } }
    #expect(run(folder, "A1", "-q", "-n", "5", "--draws", "3").status == .done)
    #expect(runs("A1") == 10)
    // Another claim, with other numbers, leaves the first in the tables.
    #expect(run(folder, "A2", "-q", "-n", "2").status == .done)
    #expect(told() == ["cl", "A1", "A2"] && runs("A2") == 8)
    // Without a number what is there stays, and what is missing of the registered number is computed.
    #expect(run(folder, "-q").status == .done)
    #expect(told() == ["cl", "A1", "A2"] && runs("A1") == 10 && runs("A2") == 12)
    for fewer in [["-n", "4"], ["--draws", "2"]] {
      let refused = Captured.run(
        ["claims", "A1", "--folder", "\(folder.path)/claims", "--out", "\(folder.path)/out"] + fewer)
      #expect(
        refused.status == .environment && refused.messages.contains("finished runs would be thrown away"))
    }
    #expect(runs("A1") == 10 && runs("A1/draws") == 12)
  }

  @Test func thePageIsMadeOfTheTablesAlone() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    #expect(run(folder, "-q", "--page", "\(folder.path)/one.md").status == .done)
    let alone = try TemporaryFolder()
    for name in ["claims.csv", "tests.csv"] { try alone.write(name, folder.text("out/\(name)")) }
    let made = Captured.run("claims", "--only-page", "--out", alone.path, "--page", "\(alone.path)/two.md")
    #expect(made.status == .done)
    #expect(Captured.run("claims", "--only-page", "--out", alone.path).status == .usage)
    let page = alone.text("two.md")
    // Nothing vouches for tables by themselves, and page and screen say so.
    #expect(made.messages.contains("were read as they are, unverified"))
    let remark = " The tables were read as they are, unverified."
    #expect(page.contains(remark) && page.replacing(remark, with: "") == folder.text("one.md"))
    #expect(page.hasPrefix("# Claims of the literature\n") && page.contains("<doc:Claims-method>"))
    try alone.write("README.md", "# Mine")
    let refused = Captured.run(
      "claims", "--only-page", "--out", alone.path, "--page", "\(alone.path)/README.md")
    #expect(
      refused.status == .environment
        && refused.messages.contains("is not a page of claims, and would be lost"))
    #expect(alone.text("README.md") == "# Mine")
    // A table keeps its columns, whatever stands in a cell.
    for line in page.split(separator: "\n") where line.hasPrefix("| A1 | First") {
      #expect(line.replacing("\\|", with: "").count { $0 == "|" } == 10)
    }
    #expect(page.contains("| A2 | as registered: ") && page.contains("few ties: "))
  }

  /// Effects that hold are counted one by one; those that stay without their law, and signs that turn with size, are
  /// named.
  @Test func thePageTellsWhereEffectsComeFrom() throws {
    let folder = try TemporaryFolder()
    try folder.write("claims.csv", "claim,origin,verdict\nA1,emergent,supported\nA2,built-in,supported\n")
    func rows(_ claim: String, _ contrast: Int, _ frames: [(kind: String, outcome: String, effect: Double)])
      -> String
    {
      frames.map { frame in
        "\(claim),\(frame.kind),\(contrast),increase,\(frame.effect - 1),\(frame.effect + 1),\(frame.outcome)\n"
      }.joined()
    }
    try folder.write(
      "tests.csv",
      "claim,frame_kind,contrast,expect,low,high,outcome\n"
        + rows("A1", 1, [("registered", "holds", 5), ("neutral", "fails", 0), ("larger", "holds", 5)])
        // Open is not gone.
        + rows("A1", 2, [("registered", "holds", 5), ("neutral", "open", 1), ("larger", "fails", -5)])
        // What never held cannot go, and an interval with 0 has no sign.
        + rows("A1", 3, [("registered", "fails", 0.5), ("neutral", "fails", 0), ("larger", "fails", -5)])
        + rows("A2", 1, [("registered", "holds", 5), ("neutral", "holds", 5), ("larger", "open", 0.5)]))
    let page = "\(folder.path)/page.md"
    #expect(Captured.run("claims", "--only-page", "--out", folder.path, "--page", page).status == .done)
    let text = folder.text("page.md")
    #expect(
      text.contains(
        "Of 2 contrasts of emergent claims that expect a direction and hold as registered, the effect is gone in 1 "
      ))
    #expect(text.contains("it stays in 1: A1 (contrast 2).\n"))
    #expect(
      text.contains(
        "In 1 of 4 contrasts that expect a direction and were also run in a world four times as large, "))
    #expect(text.contains("leaving out 0: A1 (contrast 2).\n"))
  }

  @Test func mistakesAreTold() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let unknown = run(folder, "A3")
    #expect(unknown.status == .usage && unknown.messages.contains("there is no claim 'A3' in "))
    #expect(unknown.messages.contains("did you mean 'A1'?"))
    try folder.write("claims/A1.json5", Self.claim("First", smallest: "0"))
    try folder.write("claims/A2.json5", "{title: ")
    let bad = run(folder)
    #expect(bad.status == .badInput && bad.messages.contains("A1.json5:4:"))
    #expect(bad.messages.contains("A2.json5:1:"))
    let none = Captured.run("claims", "--folder", "\(folder.path)/none")
    #expect(none.status == .environment && none.messages.contains("there is no folder"))
    let empty = Captured.run("claims", "--folder", folder.path)
    #expect(empty.status == .environment && empty.messages.contains("there are no claim files in"))
    #expect(run(folder, "--replicates", "1").status == .usage)
  }

  @Test func otherCommandsKnowClaims() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let path = "\(folder.path)/claims/A2.json5"
    let good = Captured.run("validate", path)
    #expect(good.output == "\(path): good claim; 2 variants in 2 frames, 12 runs, under 1 s\n")
    let all = Captured.run("validate", "\(folder.path)/claims").output
    #expect(all.split(separator: "\n").count == 2)
    #expect(Captured.run("list", folder.path).output.contains("Second (claim, 2 variants)"))
    let batch = Captured.run("batch", path, "--out", "-", "--quiet")
    #expect(batch.status == .done && batch.output.contains("\nhigh,3,"))
    // A mistake in what is expected is no mistake in the experiment.
    try folder.write("claims/A1.json5", Self.claim("First", smallest: "0"))
    #expect(Captured.run("batch", "\(folder.path)/claims/A1.json5", "--dry-run").status == .done)
    #expect(Captured.run("validate", "\(folder.path)/claims/A1.json5").status == .badInput)
  }

  @Test func effectsAreToldWithTheFiguresOfTheirIntervals() {
    #expect(Readable.effect(-0.03123, low: -0.0352, high: -0.0272) == "-0.0312 [-0.0352, -0.0272]")
    #expect(Readable.effect(12.3, low: 2.1, high: 22.5) == "12 [2, 23]")
    #expect(Readable.effect(0, low: 0, high: 0) == "0.000 [0.000, 0.000]")
    #expect(Readable.effect(0.25, low: .nan, high: .nan) == "0.25")
    #expect(Readable.effect(.nan, low: 0, high: 1) == "-")
  }
}
