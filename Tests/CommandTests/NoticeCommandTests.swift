import Foundation
import Tables
import Testing

@testable import cogov

/// What does nothing is said by every command that a user meets it in.
struct NoticeCommandTests {
  private static let hamlet = """
    {title: "A hamlet", seed: 5, weeks: {start: "2014-12", burnIn: 2, observed: 12, interval: 4},
     city: {residents: 4000, neighbourhoods: 2}}
    """
  private static let variants = """
    [{name: "none"}, {name: "points", set: {"mechanisms.memberPoints": true}},
     {name: "fund", set: {"mechanisms.autonomyFund": {yuan: 200000, where: 0.5}}},
     {name: "rich", set: {"mechanisms.autonomyFund": {yuan: 300000, where: 0.5}}}]
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("hamlet.json5", Self.hamlet)
    try folder.write(
      "idle.json5",
      "{title: 'Idle', base: 'hamlet.json5', replicates: 2, baseline: 'none', variants: \(Self.variants)}")
    return folder
  }

  private func rows(_ path: String) throws -> [[String: String]] {
    var reader = try CSVReader(path: path)
    var rows: [[String: String]] = []
    while let row = try reader.next() {
      rows.append(
        Dictionary(uniqueKeysWithValues: reader.header.indices.map { (reader.header[$0], row.text($0)) }))
    }
    return rows
  }

  @Test func validateWarnsAndSucceeds() throws {
    let folder = try folder()
    let result = Captured.run("validate", "\(folder.path)/idle.json5")
    #expect(result.status == .done)
    #expect(result.output.contains("idle.json5: good; 4 variants"))
    for text in [
      "idle.json5:1:149: warning: 'memberPoints' changes nothing here; it needs duties",
      "warning: 'autonomyFund' asks for 200000 yuan a year", "only 150000 is paid",
    ] { #expect(result.messages.contains(text), "\(result.messages)") }
  }

  @Test func batchAndCompareSayItAgain() throws {
    let folder = try folder()
    let out = "\(folder.path)/out"
    let foretold = Captured.run("batch", "\(folder.path)/idle.json5", "--out", out, "--dry-run")
    #expect(foretold.messages.contains("warning: 'memberPoints' changes nothing here"))
    let result = Captured.run("batch", "\(folder.path)/idle.json5", "--out", out, "--places")
    #expect(result.status == .done)
    #expect(result.messages.contains("warning: 'memberPoints' changes nothing here"))
    let told = result.messages.replacing("\n", with: " ")
    #expect(told.contains("Note: the runs of 'points' are those of 'none', number by number"))
    #expect(told.contains("Note: the runs of 'rich' are those of 'fund', number by number"))
    // For other programs.
    let manifest = try #require(
      JSONSerialization.jsonObject(with: Data(folder.text("out/manifest.json").utf8)) as? [String: Any])
    let warnings = try #require((manifest["plan"] as? [String: Any])?["warnings"] as? [[String: Any]])
    #expect(warnings.compactMap { $0["kind"] as? String } == ["noEffect", "capped", "capped"])
    #expect(warnings.compactMap { $0["variants"] as? [String] } == [["points"], ["fund"], ["rich"]])
    #expect(
      warnings.compactMap { $0["mechanism"] as? String } == ["memberPoints", "autonomyFund", "autonomyFund"])

    let compared = Captured.run("compare", out)
    #expect(compared.status == .done)
    let notes = compared.messages.replacing("\n", with: " ")
    for text in [
      "Note: 'points': 'memberPoints' changes nothing here", "Note: 'points': the same runs as 'none'",
      "Note: 'rich': the same runs as 'fund'",
      "the money of 'autonomyFund' is taken from the residents' committees' budgets",
    ] { #expect(notes.contains(text), "\(notes)") }
    let table = try rows("\(out)/comparison/warnings.csv")
    #expect(
      table.map { $0["kind"] } == [
        "noEffect", "capped", "capped", "sameRuns", "sameRuns", "fromBudget", "fromBudget",
      ])
    #expect(table.map { $0["variant"] } == ["points", "fund", "rich", "points", "rich", "fund", "rich"])
    #expect(table[3]["other"] == "none" && table[4]["other"] == "fund")
    #expect(folder.text("out/comparison/datapackage.json").contains("warnings.csv"))
    // The tables are those of a batch that nobody looked at.
    #expect(!folder.text("out/runs.csv").contains("memberPoints"))

    let places = try rows("\(out)/places.csv")
    for replicate in ["1", "2"] {
      let own = places.filter { $0["replicate"] == replicate }
      #expect(
        own.filter { $0["variant"] == "fund" }.compactMap { $0["mechanisms"] }.sorted() == [
          "", "autonomyFund",
        ])
      #expect(own.filter { $0["variant"] == "points" }.allSatisfy { $0["mechanisms"] == "memberPoints" })
    }
  }

  /// A comparison without anything to say of its variants has no such table.
  @Test func goodVariantsHaveNoWarnings() throws {
    let folder = try folder()
    try folder.write(
      "good.json5",
      "{base: 'hamlet.json5', replicates: 2, variants: [{name: 'none'}, {name: 'hub', set: {'mechanisms.blockHub': true}}]}"
    )
    #expect(
      Captured.run("batch", "\(folder.path)/good.json5", "--out", "\(folder.path)/out", "-q").status == .done)
    #expect(!Captured.run("compare", "\(folder.path)/out").messages.contains("Note: 'hub'"))
    #expect(!folder.names.contains("warnings.csv"))
    #expect(!folder.text("out/manifest.json").contains("\"warnings\""))
  }

  @Test func describeTellsNeedsAndWhenAndWhere() {
    let points = Captured.run("describe", "memberPoints").output.replacing("\n ", with: "")
    #expect(points.contains("needs: duties of members"))
    let fund = Captured.run("describe", "autonomyFund").output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(fund.contains("paid by: yuan: the residents' committee's budget"))
    #expect(fund.contains("150000 yuan a year), as far as that goes; newMoney: 1 lets it come on top"))
    for text in ["where in which neighbourhoods", "from first week in force", "until first week no longer"] {
      #expect(fund.contains(text))
    }
    for key in ["from", "until", "where"] { #expect(Captured.run("describe", key).status == .done) }
    #expect(Captured.run("describe", "where").output.contains("a larger share contains"))
  }
}
