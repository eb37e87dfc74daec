import Engine
import Experiments
import Foundation
import Testing

@testable import cogov

/// Commands that read and write files, with a world so small that runs take no time.
struct FileCommandTests {
  static let scenario = """
    {title: "A hamlet", seed: 5, weeks: {start: "2014-12", burnIn: 0, observed: 8, interval: 4},
     city: {residents: 600, neighbourhoods: 1}}
    """
  /// Any parameter of the model will do.
  static let parameter = ParameterID.table[0]
  static let experiment = """
    {title: "Hamlets", base: "hamlet.json5", replicates: 2,
     factorial: {"parameters.\(parameter.id)": [\(parameter.range.lowerBound), \(parameter.range.upperBound)]}}
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("hamlet.json5", Self.scenario)
    try folder.write("hamlets.json5", Self.experiment)
    return folder
  }

  /// What is said in any case: a hamlet is smaller than the places that have a committee of their own.
  private func isOnlyOfItsSize(_ messages: String) -> Bool {
    messages.split(separator: "\n").allSatisfy {
      $0.contains(": warning: 1 of 1 neighbourhoods have fewer than")
    }
  }

  @Test func batchWritesResultsAndSaysWhere() throws {
    let folder = try folder()
    let out = "\(folder.path)/out"
    let result = Captured.run("batch", "\(folder.path)/hamlets.json5", "--out", out)
    #expect(result.status == .done)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("Hamlets\n2 variants, 4 runs, "))
    #expect(result.messages.contains("Results are in \(out):"))
    let runs = folder.text("out/runs.csv").split(separator: "\n")
    #expect(runs.count == 5)
    #expect(runs[0].hasPrefix("variant,replicate,seed,"))
    let again = Captured.run("batch", "\(folder.path)/hamlets.json5", "--out", out, "--quiet")
    #expect(again.status == .done)
    #expect(isOnlyOfItsSize(again.messages))
  }

  @Test func runMakesOneReplicate() throws {
    let folder = try folder()
    let result = Captured.run("run", "\(folder.path)/hamlet.json5", "--out", "\(folder.path)/out")
    #expect(result.status == .done)
    #expect(result.messages.contains("1 variant, 1 run"))
    #expect(result.messages.contains("vitality"))
    #expect(folder.text("out/runs.csv").contains("hamlet,1,5,"))
  }

  @Test func runRefusesAnExperiment() throws {
    let folder = try folder()
    let result = Captured.run("run", "\(folder.path)/hamlets.json5")
    #expect(result.status == .usage)
    #expect(result.messages.contains("has 2 variants; 'cogov batch' runs them all"))
  }

  @Test func aDashPutsTheTableOnStandardOutput() throws {
    let folder = try folder()
    let path = "\(folder.path)/hamlets.json5"
    let result = Captured.run("batch", path, "--out", "-", "--quiet", "--seed", "9")
    #expect(result.status == .done)
    #expect(isOnlyOfItsSize(result.messages))
    let rows = result.output.split(separator: "\n")
    #expect(rows.count == 5)
    #expect(rows[1].contains(",1,9,"))
    _ = Captured.run("batch", path, "--out", "\(folder.path)/out", "--seed", "9")
    #expect(folder.text("out/runs.csv") == result.output)
  }

  @Test func oneRunAloneIsTheSameRow() throws {
    let folder = try folder()
    let path = "\(folder.path)/hamlet.json5"
    let all = Captured.run("batch", path, "-n", "3", "-o", "-", "-q").output.split(separator: "\n")
    let alone = Captured.run("batch", path, "--only", "hamlet:3", "-o", "-", "-q").output.split(
      separator: "\n")
    #expect(alone == [all[0], all[3]])
    let beyond = Captured.run("run", path, "--only", "hamlet:99", "-o", "-", "-q")
    #expect(beyond.output.contains("hamlet,99,"))
    #expect(Captured.run("run", path, "--only", "hamlte:1").messages.contains("did you mean 'hamlet'?"))
    #expect(Captured.run("run", path, "--only", "hamlet").status == .usage)
  }

  @Test func optionsChangeTheScenario() throws {
    let folder = try folder()
    let result = Captured.run(
      "run", "\(folder.path)/hamlet.json5", "--weeks", "12", "--set",
      "parameters.\(Self.parameter.id)=\(Self.parameter.range.upperBound)", "-n",
      "2",
      "-s", "77", "-o", "\(folder.path)/out", "-q")
    #expect(result.status == .done)
    #expect(folder.text("out/manifest.json").contains("\"seed\" : 77"))
    let wrong = Captured.run(
      "run", "\(folder.path)/hamlet.json5", "--set", "parameters.\(Self.parameter.id)=1e30")
    #expect(wrong.status == .badInput)
    #expect(wrong.messages.hasPrefix("--set:1:"))
  }

  @Test func dryRunsTouchNothing() throws {
    let folder = try folder()
    let before = folder.names
    let result = Captured.run(
      "batch", "\(folder.path)/hamlets.json5", "-o", "\(folder.path)/out", "--dry-run")
    #expect(result.status == .done)
    #expect(result.messages.contains("Would compute 4 runs (2 variants) in under 1 s"))
    #expect(result.messages.contains("Would write to \(folder.path)/out."))
    #expect(folder.names == before)
    let refused = Captured.run("batch", "\(folder.path)/hamlets.json5", "-o", folder.path, "--dry-run")
    #expect(refused.status == .environment)
  }

  @Test func refusalsSayWhatToDo() throws {
    let folder = try folder()
    let path = "\(folder.path)/hamlets.json5"
    let foreign = Captured.run("batch", path, "--out", folder.path)
    #expect(foreign.status == .environment)
    #expect(foreign.messages.contains("holds other files (such as hamlet.json5)"))
    #expect(foreign.messages.contains("--beside"))
    let both = Captured.run("batch", path, "--beside", "--resume")
    #expect(both.status == .usage)
    let file = Captured.run("batch", path, "--out", path)
    #expect(file.status == .environment)
    #expect(file.messages.contains("is a file, not a folder"))
  }

  @Test func validateTellsAllProblemsOfAllFiles() throws {
    let folder = try folder()
    let bad = try folder.write("bad.json5", "{title: 1,\n parameters: {\(Self.parameter.id.dropLast()): 3}}")
    let good = Captured.run("validate", "\(folder.path)/hamlets.json5", "-j", "1")
    #expect(good.status == .done)
    #expect(
      good.output == "\(folder.path)/hamlets.json5: good; 2 variants, 4 runs, under 1 s on 1 thread\n")
    let mixed = Captured.run("validate", bad, "\(folder.path)/none.json5", "\(folder.path)/hamlet.json5")
    #expect(mixed.status == .badInput)
    #expect(mixed.output.contains("hamlet.json5: good"))
    #expect(mixed.messages.contains("bad.json5:2:"))
    #expect(mixed.messages.contains("did you mean '\(Self.parameter.id)'?"))
    #expect(mixed.messages.contains("none.json5"))
  }

  @Test func validateTellsWhatAFractionMixesUp() throws {
    let folder = try folder()
    let factors = ParameterID.table.prefix(6).map { row in
      "\"parameters.\(row.id)\": [\(row.range.lowerBound), \(row.range.upperBound)]"
    }
    let path = try folder.write(
      "part.json5",
      "{base: 'hamlet.json5', fractional: {factors: {\(factors.joined(separator: ", "))}, runs: 16}}")
    let lines = Captured.run("validate", path).output.split(separator: "\n")
    #expect(lines[1] == "  fractional: 2^(6-2) design of resolution IV, 16 of 64 combinations")
    #expect(lines.contains("  defining relation: I = ABCE = ABDF = CDEF"))
    #expect(lines.dropFirst().allSatisfy { $0.count <= 80 && $0.hasPrefix("  ") })
  }

  @Test func warningsStopNothing() throws {
    let folder = try folder()
    let range = "\(Self.parameter.range.lowerBound), \(Self.parameter.range.upperBound)"
    let path = try folder.write(
      "odd.json5",
      "{base: 'hamlet.json5', replicates: 1, sobol: {ranges: {'parameters.\(Self.parameter.id)': [\(range)]}, "
        + "points: 3}}")
    let out = ["--out", "\(folder.path)/out"]
    let commands = [
      ["validate", path], ["batch", path, "--dry-run"] + out, ["batch", path] + out,
      ["batch", path, "--quiet"] + out, ["batch", path, "--quiet", "--out", "-"],
      ["slurm", path, "--tasks", "2", "--out", "\(folder.path)/tasks"],
    ]
    for command in commands {
      let result = Captured.run(command)
      #expect(result.status == .done)
      #expect(
        result.messages.components(separatedBy: "warning: 'sobol.points' is 3").count == 2, "\(command)")
    }
  }

  @Test func newWritesAValidFileOnce() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/mine"
    #expect(Captured.run("new", path).status == .done)
    #expect(folder.names == ["mine.json5"])
    #expect(Captured.run("validate", "\(path).json5").status == .done)
    try folder.write("mine.json5", "edited")
    let again = Captured.run("new", "\(path).json5")
    #expect(again.status == .environment)
    #expect(again.messages.contains("--force"))
    #expect(folder.text("mine.json5") == "edited")
    #expect(Captured.run("new", path, "--force").status == .done)
    #expect(folder.text("mine.json5") != "edited")
    #expect(Captured.run("new", "\(folder.path)/no/such").status == .environment)
  }

  @Test(arguments: ["-", "-x", ".", "..", "", ".json5", "a/", "a/.hidden", "--.json5"])
  func newRefusesWhatIsNoName(name: String) throws {
    let folder = try TemporaryFolder()
    let result = Captured.run("new", name.isEmpty || name.hasPrefix("-") ? name : "\(folder.path)/\(name)")
    #expect(result.status == .usage)
    #expect(folder.names.isEmpty)
  }

  @Test func aMissingScenarioIsSoughtInFoldersBelow() throws {
    let folder = try TemporaryFolder()
    let shipped = "\(folder.path)/Scenarios/tradeoff"
    for name in ["tradeoff", "claims/deep"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/Scenarios/\(name)", withIntermediateDirectories: true)
    }
    try folder.write("Scenarios/tradeoff/baseline.json5", Self.scenario)
    try folder.write("Scenarios/claims/deep/other.json5", Self.scenario)
    for (asked, meant) in [
      ("Scenarios/baseline.json5", "\(shipped)/baseline.json5"),
      ("Scenarios/other.json5", "\(folder.path)/Scenarios/claims/deep/other.json5"),
      ("Scenarios/tradeoff/baselin.json5", "\(shipped)/baseline.json5"),
    ] {
      let messages = Captured.run("validate", "\(folder.path)/\(asked)").messages
      #expect(messages.contains("does not exist; did you mean '\(meant)'?"))
    }
    #expect(!Captured.run("validate", "\(folder.path)/nothing-like-it").messages.contains("did you mean"))
  }

  @Test func listShowsTitles() throws {
    let folder = try folder()
    try folder.write("bad.json5", "{")
    let result = Captured.run("list", folder.path)
    #expect(result.status == .done)
    #expect(result.output.contains("A hamlet"))
    #expect(result.output.contains("Hamlets"))
    #expect(result.output.contains("bad.json5"))
    #expect(Captured.run("list", "\(folder.path)/none").status == .environment)
    // A link to a folder is one.
    let other = try TemporaryFolder()
    let link = "\(other.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
    #expect(Captured.run("list", link).output.contains("\(link)/bad.json5"))
  }

  /// Titles are whole, and begin in one column or, where the names of files leave no room, below them.
  @Test func listCutsNothing() throws {
    let folder = try TemporaryFolder()
    let title = (1...12).map { "word\($0)" }.joined(separator: " ")
    for name in ["a", "a-much-longer-name-of-a-scenario"] {
      try folder.write("\(name).json5", "{title: '\(title)'}")
    }
    for width in [40, 80, 160] {
      let captured = Captured()
      #expect(Cogov.run(["list", folder.path], captured.console(width: width)) == .done)
      let words = captured.output.split(whereSeparator: \.isWhitespace)
      #expect(words.count { $0 == "word12" } == 2)
      let starts = captured.output.split(separator: "\n").compactMap { line in
        line.firstRange(of: "word1 ").map { line.distance(from: line.startIndex, to: $0.lowerBound) }
      }
      #expect(starts.count == 2 && Set(starts).count == 1)
    }
  }

  @Test func schemasAreJSON() throws {
    for words in [["schema"], ["schema", "scenario"], ["schema", "experiment"], ["schema", "claim"]] {
      let result = Captured.run(words)
      #expect(result.status == .done)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(result.output.utf8)) }
    }
    #expect(Captured.run("schema", "scenarios").messages.contains("did you mean 'scenario'?"))
  }

  /// What was changed from outside is nowhere else in the results, so nobody could make them again without it.
  @Test func theManifestHoldsTheCommandThatMakesTheResultsAgain() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("s.json5", Self.scenario)
    let first = Captured.run(
      "batch", path, "-n", "2", "--weeks", "8", "--set", "conditions.demandLoad=2", "--seed", "77", "-q",
      "--out",
      "\(folder.path)/a")
    try #require(first.status == .done, "\(first.messages)")
    let manifest = try #require(try BatchManifest.read(in: "\(folder.path)/a"))
    func words(_ command: String?) throws -> [String] {
      let words = try #require(command).split(separator: " ").map(String.init)
      #expect(words.first == "cogov")
      return Array(words.dropFirst())
    }
    // Into the folder in which they were, which is why it must be away.
    try FileManager.default.moveItem(atPath: "\(folder.path)/a", toPath: "\(folder.path)/b")
    let again = Captured.run(try words(manifest.command) + ["-q"])
    try #require(again.status == .done, "\(again.messages)")
    for table in ["runs.csv", "series.csv", "flows.csv"] {
      #expect(folder.text("a/\(table)") == folder.text("b/\(table)"))
      #expect(!folder.text("a/\(table)").isEmpty)
    }
    let one = Captured.run(try words(manifest.commandOfOneRun) + ["-q"])
    #expect(one.status == .done)
    #expect(folder.text("a/runs.csv").hasPrefix(one.output) && one.output.split(separator: "\n").count == 2)
  }
}
