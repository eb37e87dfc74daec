import Analysis
import Foundation
import Tables
import Testing

@testable import cogov

/// `cogov compare` on small batches of the model, and on invented tables where the numbers must be known.
struct CompareCommandTests {
  private static let hamlet = """
    {title: "A hamlet", seed: 5, weeks: {start: "2014-12", burnIn: 4, observed: 16, interval: 4},
     city: {residents: 1600, neighbourhoods: 2}}
    """

  /// The folder of a batch that has been computed.
  private func batch(_ design: String, _ options: String..., replicates: Int = 3) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("hamlet.json5", Self.hamlet)
    let path = try folder.write(
      "e.json5", "{title: 'Hamlets', base: 'hamlet.json5', replicates: \(replicates), \(design)}")
    let result = Captured.run(["batch", path, "--out", "\(folder.path)/out", "-q"] + options)
    #expect(result.status == .done, "\(result.messages)")
    return folder
  }

  private static let starts = """
    baseline: "plain", variants: [{name: "fund", set: {"mechanisms.autonomyFund": {from: "2015-03", where: 0.5}}},
      {name: "plain"}, {name: "hub", set: {"mechanisms.blockHub": {from: "2015-03"}}}]
    """

  private func rows(_ folder: TemporaryFolder, _ name: String) throws -> [[String: String]] {
    var reader = try CSVReader(path: "\(folder.path)/out/comparison/\(name)")
    var rows: [[String: String]] = []
    while let row = try reader.next() {
      let cells = reader.header.indices.map { (reader.header[$0], row.text($0)) }
      rows.append(Dictionary(uniqueKeysWithValues: cells))
    }
    return rows
  }

  @Test func comparesEveryVariantWithTheBaselineOfTheExperiment() throws {
    let folder = try batch(Self.starts, "--places")
    let result = Captured.run("compare", "\(folder.path)/out")
    #expect(result.status == .done)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("3 variants, 3 replicates, compared with 'plain', pair by pair"))
    for text in [
      "fund − plain", "hub − plain", "The front of vitality and order", "public money", "change beyond",
      "differences.csv",
    ] { #expect(result.messages.contains(text)) }
    for line in result.messages.split(separator: "\n") where !line.contains(folder.path) {
      #expect(TextLayout.width(String(line)) <= 80, "\(line)")
    }
    let differences = try rows(folder, "differences.csv")
    #expect(Set(differences.map { $0["variant"]! }) == ["fund", "hub"])
    #expect(differences.allSatisfy { $0["baseline"] == "plain" })
    // Nothing changes before the start: weeks up to 8 are burn-in and the first two intervals.
    let events = try rows(folder, "event_study.csv")
    #expect(!events.isEmpty)
    for row in events where Int(row["weeks_since_start"]!)! < 0 {
      #expect(row["difference"] == "0" || row["difference"] == "")
    }
    #expect(events.contains { Int($0["weeks_since_start"]!)! > 0 })
    let doubles = try rows(folder, "difference_in_differences.csv")
    #expect(
      doubles.contains { $0["variant"] == "fund" && $0["by"] == "places" && !$0["difference"]!.isEmpty })
    #expect(!doubles.contains { $0["variant"] == "hub" && $0["by"] == "places" })
    let resources = try rows(folder, "resources.csv")
    #expect(resources[0]["unit"] == "yuan per 1,000 residents and year")
    let again = Captured.run("compare", "\(folder.path)/out", "--out", "\(folder.path)/again", "--quiet")
    #expect(again.messages.isEmpty)
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/again") {
      #expect(folder.text("again/\(name)") == folder.text("out/comparison/\(name)"))
    }
  }

  /// Headers, types and constraints of every table are those of the data package.
  @Test func theDataPackageIsTrue() throws {
    let folder = try batch(Self.starts, "--places")
    #expect(Captured.run("compare", "\(folder.path)/out", "-q").status == .done)
    let data = Data(folder.text("out/comparison/datapackage.json").utf8)
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 7)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      var reader = try CSVReader(path: "\(folder.path)/out/comparison/\(path)")
      #expect(reader.header == fields.map { $0["name"] as? String })
      let key = try #require(schema["primaryKey"] as? [String]).map { reader.index(of: $0)! }
      var seen: Set<[String]> = []
      while let row = try reader.next() {
        #expect(seen.insert(key.map { row.text($0) }).inserted)
        for (index, field) in fields.enumerated() {
          let limits = field["constraints"] as? [String: Any] ?? [:]
          if limits["required"] as? Bool == true { #expect(!row.isEmpty(index)) }
          if let choices = limits["enum"] as? [String] { #expect(choices.contains(row.text(index))) }
          switch field["type"] as? String {
          case "number":
            guard let number = try row.number(index) else { continue }
            if let least = limits["minimum"] as? Double { #expect(number >= least) }
            if let most = limits["maximum"] as? Double { #expect(number <= most) }
          case "integer": _ = try row.whole(index)
          case "boolean": _ = try row.flag(index)
          default: break
          }
        }
      }
    }
  }

  @Test func factorialsHaveEffects() throws {
    let folder = try batch(
      """
      factorial: {hub: {path: "mechanisms.blockHub", values: [false, true], labels: ["none", "hub"]},
        "conditions.roomHours": [10, 30, 60]}
      """, replicates: 2)
    let result = Captured.run("compare", "\(folder.path)/out", "-m", "order, vitality")
    #expect(result.messages.contains("effect on order"))
    #expect(result.messages.contains("hub × roomHours=30"))
    let effects = try rows(folder, "effects.csv")
    #expect(effects.count == 2 * 5)
    #expect(Set(effects.map { $0["measure"]! }) == ["vitality", "order"])
    #expect(try rows(folder, "differences.csv").count == 2 * 5)
    // Tables that the next comparison does not have go.
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/out/comparison/event_study.csv"))
  }

  /// A table of runs with invented values of vitality and order.
  private func results(_ lines: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "runs.csv", (["variant,replicate,seed,vitality,order"] + lines).joined(separator: "\n") + "\n")
    return folder
  }

  /// In a fraction with an even word the first variant has the second level of the generated factor: effects count from
  /// the level that the file names first all the same, as they do in the whole factorial.
  @Test func effectsOfFractionsCountFromTheFirstLevelOfTheFile() throws {
    let factors = """
      "conditions.roomHours": [10, 60], "conditions.tieDensity": [0.5, 2], "conditions.taskAppetite": [2, 8],
      "conditions.demandLoad": [1, 5]
      """
    let half = try batch("fractional: {generators: [\"D=AB\"], factors: {\(factors)}}", replicates: 2)
    let whole = try batch("factorial: {\(factors)}", replicates: 2)
    func load(_ folder: TemporaryFolder) throws -> (levels: String, difference: Double) {
      #expect(Captured.run("compare", "\(folder.path)/out", "-q", "-m", "grievance").status == .done)
      let row = try #require(
        try rows(folder, "effects.csv").first { $0["effect"] == "conditions.demandLoad" })
      return (row["levels"] ?? "", Double(row["difference"] ?? "") ?? .nan)
    }
    let (first, second) = (try load(half), try load(whole))
    #expect(first.levels == "5" && second.levels == "5")
    #expect(first.difference > 0 && second.difference > 0)
  }

  /// What only the baseline has is no treatment of the variant, wherever that holds.
  @Test func whatTheVariantLacksIsNoTreatment() throws {
    let folder = try batch(
      """
      baseline: "hub", variants: [{name: "fund", set: {"mechanisms.autonomyFund": {from: "2015-03", where: 0.5}}},
        {name: "hub", set: {"mechanisms.blockHub": {from: "2015-03"}}}]
      """, "--places")
    #expect(Captured.run("compare", "\(folder.path)/out", "-q").status == .done)
    #expect(try rows(folder, "difference_in_differences.csv").allSatisfy { $0["by"] == "weeks" })
  }

  /// A variant with other intervals takes nothing from the events of the others; changes and their difference are
  /// over the same replicates.
  @Test func eventsAreOverTheWeeksOfThePair() throws {
    let folder = try batch(
      """
      baseline: "plain", variants: [{name: "plain"}, {name: "hub", set: {"mechanisms.blockHub": {from: "2015-03"}}},
        {name: "other", set: {"weeks.interval": 3, "weeks.observed": 15}}]
      """)
    #expect(Captured.run("compare", "\(folder.path)/out", "-q").status == .done)
    let events = try rows(folder, "event_study.csv").filter { $0["measure"] == "vitality" }
    #expect(events.compactMap { Int($0["week"] ?? "") } == [4, 12, 16])
    #expect(events.allSatisfy { $0["pairs"] == "3" })
    for row in try rows(folder, "difference_in_differences.csv") {
      guard let difference = Double(row["difference"] ?? "") else { continue }
      let (change, base) = (Double(row["change"] ?? "") ?? .nan, Double(row["baseline_change"] ?? "") ?? .nan)
      #expect(abs(change - base - difference) < 1e-9)
    }
  }

  @Test func whatWouldSpoilOrMisleadIsRefusedOrTold() throws {
    let folder = try results("a,1,7,10,50", "a,2,7,20,60", "b,1,7,12,50", "b,2,7,21,60", "c,1,7,12,50")
    let into = Captured.run("compare", folder.path, "--out", folder.path)
    #expect(into.status == .environment && into.messages.contains("holds results"))
    #expect(Captured.run("compare", folder.path, "-m", ",").status == .usage)
    let few = Captured.run("compare", folder.path)
    #expect(
      few.messages.contains("Only one replicate has all variants") && !few.messages.contains("One replicate:")
    )
    let none = try results("a,1,7,10,50", "a,2,7,20,60", "b,1,7,12,50", "c,2,7,12,50")
    #expect(Captured.run("compare", none.path).messages.contains("No replicate has all variants"))
    #expect(
      !none.names.contains("front.csv")
        && !FileManager.default.fileExists(atPath: "\(none.path)/comparison/front.csv"))
    let twice = try results("a,1,7,10,50", "b,1,7,12,50", "b,1,7,13,50")
    let refused = Captured.run("compare", twice.path)
    #expect(
      refused.status == .badInput && refused.messages.contains("replicate 1 of 'b' is in the table twice"))
  }

  @Test func figuresSayWhatIsSo() {
    let exact = Interval(of: [0.5, 0.5, 0.5])
    #expect(Readable.estimate(exact) == ("0.500", "0.500 to 0.500"))
    #expect(Readable.percent(0.9999) == "99.99 %" && Readable.percent(0.0004) == "0.04 %")
    #expect(
      Readable.percent(1) == "100 %" && Readable.percent(0) == "0 %" && Readable.percent(0.125) == "12.5 %")
  }

  @Test func numbersAreThoseOfTheTable() throws {
    let folder = try results(
      "a,1,7,10,50", "a,2,7,20,60", "a,3,7,30,40", "b,1,7,12,50", "b,2,7,21,60", "b,3,7,33,40")
    let out = "\(folder.path)/out/comparison"
    let result = Captured.run("compare", folder.path, "--out", out, "--smallest", "0.5")
    #expect(result.status == .done)
    let rows = try rows(folder, "differences.csv")
    #expect(rows[0]["difference"] == "2" && rows[0]["mean"] == "22" && rows[0]["baseline_mean"] == "20")
    // Mean 2, standard deviation 1, so t = 2 √3 with two degrees of freedom.
    #expect(abs(Double(rows[0]["p"]!)! - 0.0741799) < 1e-6)
    #expect(abs(Double(rows[0]["p_holm"]!)! - 2 * 0.0741799) < 2e-6)
    #expect(rows[0]["standardised_pairs"] == "2" && rows[0]["smallest"] == "10")
    #expect(rows[1]["difference"] == "0" && rows[1]["p"] == "1" && rows[1]["finding"] == "equivalent")
    let reverse = Captured.run("compare", folder.path, "--out", out, "--baseline", "b", "-q")
    #expect(reverse.status == .done)
    #expect(try self.rows(folder, "differences.csv")[0]["difference"] == "-2")
  }

  @Test func oneReplicateHasDifferencesWithoutIntervals() throws {
    let folder = try results("a,1,7,10,50", "b,1,7,12,51", "c,1,7,12,49")
    let result = Captured.run("compare", folder.path, "--all-pairs", "--out", "\(folder.path)/out/comparison")
    #expect(result.status == .done)
    #expect(result.messages.contains("One replicate: differences have no intervals"))
    let rows = try rows(folder, "differences.csv")
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0["low"] == "" && $0["p"] == "" && $0["finding"] == "open" })
    #expect(rows[0]["difference"] == "2")
  }

  @Test func unfinishedBatchesAreNotCompared() throws {
    let folder = try batch(Self.starts, replicates: 2)
    let path = "\(folder.path)/e.json5"
    let shard = Captured.run("batch", path, "-o", "\(folder.path)/shards", "--shard", "1/2", "-q")
    #expect(shard.status == .done)
    let result = Captured.run("compare", "\(folder.path)/shards")
    #expect(result.status == .environment)
    #expect(result.messages.contains("cogov merge"))
    let manifest = folder.text("out/manifest.json")
      .replacingOccurrences(of: "\"status\" : \"finished\"", with: "\"status\" : \"stopped\"")
    try folder.write("out/manifest.json", manifest)
    let stopped = Captured.run("compare", "\(folder.path)/out")
    #expect(stopped.status == .environment)
    #expect(stopped.messages.contains("holds an unfinished batch"))
  }

  /// The error names the command that repairs the tables; and that command does.
  @Test(arguments: ["compare", "batch", "merge"]) func theCommandThatIsNamedRepairs(command: String) throws {
    let folder = try batch(Self.starts, "--places", "--weeks", "12", replicates: 2)
    let text = folder.text("out/series.csv")
    let digit = try #require(text.lastIndex { $0.isNumber })
    try folder.write(
      "out/series.csv", text.replacingCharacters(in: digit...digit, with: text[digit] == "1" ? "2" : "1"))
    let words =
      command == "batch"
      ? ["batch", "\(folder.path)/e.json5", "--places", "--weeks", "12", "--out", "\(folder.path)/out"]
      : [command, "\(folder.path)/out"]
    let refused = Captured.run(words)
    #expect(refused.status == .environment)
    #expect(refused.messages.contains("out/series.csv is not as the batch wrote it: expected"))
    let line = try #require(
      refused.messages.split(separator: "\n").first { $0.hasPrefix("  cogov batch ") })
    #expect(Captured.run(line.split(separator: " ").dropFirst().map(String.init)).status == .done)
    #expect(folder.text("out/series.csv") == text)
    #expect(Captured.run(words).status == .done)
  }

  @Test func tablesWithoutAManifestAreUnverified() throws {
    let folder = try results("a,1,7,10,50", "a,2,7,20,60", "b,1,7,12,50", "b,2,7,21,60")
    let result = Captured.run("compare", folder.path)
    #expect(result.status == .done)
    #expect(result.messages.split(separator: "unverified").count == 2)
    #expect(folder.text("comparison/datapackage.json").contains("unverified"))
    let whole = try batch(Self.starts, replicates: 2)
    #expect(!Captured.run("compare", "\(whole.path)/out").messages.contains("unverified"))
    #expect(!whole.text("out/comparison/datapackage.json").contains("unverified"))
  }

  /// Rows that people put together are no pairs where their seeds differ.
  @Test func severalSeedsAreRefused() throws {
    let folder = try results("a,1,7,10,50", "a,2,7,20,60", "b,1,8,12,50", "b,2,8,21,60")
    let result = Captured.run("compare", folder.path)
    #expect(result.status == .badInput)
    #expect(result.messages.contains("runs.csv:4:5: error: the seed is 8, but 7 in the rows before"))
    try folder.write("runs.csv", "variant,replicate,vitality,order\na,1,5,5\na,2,6,7\nb,1,3,4\nb,2,1,1\n")
    #expect(Captured.run("compare", folder.path).messages.contains("has no column 'seed'"))
  }
}
