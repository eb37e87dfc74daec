import Foundation
import Scenarios
import Synchronization
import Tables
import Testing

@testable import Engine
@testable import Experiments

/// Computing claims: what is there is kept, what is stopped goes on, and the tables say what they hold.
struct ClaimTrialsTests {
  private static func files(_ folder: TemporaryFolder) -> [String: String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/out")) ?? []
    var texts: [String: String] = [:]
    for name in names where name.hasSuffix(".csv") { texts[name] = folder.text("out/\(name)") }
    return texts
  }

  private static func trials(_ folder: TemporaryFolder, draws: Int = 0) throws -> ClaimTrials {
    var trials = [
      try ClaimSample.trial(ClaimSample.text(), in: folder, id: "A1"),
      try ClaimSample.trial(ClaimSample.text(neutral: nil), in: folder, id: "A2"),
    ]
    for index in trials.indices { trials[index].draws = draws }
    return ClaimTrials(trials)
  }

  @Test func completeClaimsAreNotComputedAgain() throws {
    let folder = try TemporaryFolder()
    let work = try Self.trials(folder)
    let tasks = try work.tasks()
    #expect(tasks.map(\.part) == [.frames, .larger, .frames, .larger])
    // 5 and 4 frames of one size with 6 replicates, the larger world with 2, three variants each.
    #expect(tasks.map(\.runs) == [72, 6, 54, 6])
    #expect(try work.trials.allSatisfy { try !$0.isComplete() })
    var shown: [ClaimsProgress] = []
    let report = try work.run(tasks) { shown.append($0) }
    #expect(!report.isStopped && report.failed == 0 && report.runs.done == 138)
    #expect(shown.last?.runs.done == 138 && shown.last?.runs.total == 138 && shown.last?.claim == "A2")
    #expect(zip(shown, shown.dropFirst()).allSatisfy { $0.runs.done <= $1.runs.done })
    #expect(try work.tasks().isEmpty)
    #expect(try work.trials.allSatisfy { try $0.isComplete() })
    // Draws are one batch more.
    #expect(try Self.trials(folder, draws: 3).tasks().map(\.part) == [.draws, .draws])
  }

  @Test func aStoppedTrialGoesOnToTheSameBytes() throws {
    let whole = try TemporaryFolder()
    let work = try Self.trials(whole, draws: 2)
    _ = try work.run(try work.tasks())
    let folder = try TemporaryFolder()
    var halted = try Self.trials(folder, draws: 2)
    var rounds = 0
    while rounds < 100 {
      let stop = StopSignal()
      let calls = Calls()
      var trials = halted.trials
      for index in trials.indices {
        trials[index].runner = { (setting, seed, replicate, places) throws(SimulationError) in
          calls.add(replicate)
          if calls.replicates.count == 40 { stop.request() }
          return try ClaimSample.runner(setting, seed, replicate, places)
        }
      }
      halted = ClaimTrials(trials)
      rounds += 1
      if try !halted.run(try halted.tasks(), stop: stop).isStopped { break }
    }
    #expect(rounds > 1)
    #expect(Self.files(folder) == Self.files(whole))
    #expect(Self.files(whole).count == 2 * 3 * 4)
  }

  /// Of the same size too, in any of the batches of a claim.
  @Test func whatWasChangedIsComputedAgain() throws {
    let folder = try TemporaryFolder()
    let work = try Self.trials(folder, draws: 2)
    _ = try work.run(try work.tasks())
    let before = Self.files(folder)
    let changes = [
      ("A1/runs.csv", ClaimTrial.Part.frames), ("A1/larger/flows.csv", .larger),
      ("A2/draws/series.csv", .draws),
    ]
    for (name, part) in changes {
      let text = folder.text("out/\(name)")
      let digit = try #require(text.lastIndex { $0.isNumber })
      try folder.write(
        "out/\(name)", text.replacingCharacters(in: digit...digit, with: text[digit] == "1" ? "2" : "1"))
      let tasks = try work.tasks()
      #expect(tasks.map(\.part) == [part] && tasks[0].isChanged)
      #expect(throws: EnvironmentError.self) { try work.trials[tasks[0].trial].result() }
      #expect(try work.run(tasks).runs.done == tasks[0].runs)
      #expect(Self.files(folder) == before)
    }
  }

  @Test func aChangedClaimKeepsWhatDidNotChange() throws {
    let folder = try TemporaryFolder()
    let first = ClaimTrials([try ClaimSample.trial(ClaimSample.text(), in: folder)])
    _ = try first.run(try first.tasks())
    let text = ClaimSample.text().replacing(
      "\"conditions.tieDensity\": 0.5", with: "\"conditions.tieDensity\": 0.7")
    var trial = try ClaimSample.trial(text, in: folder)
    let calls = Calls()
    trial.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      calls.add(replicate)
      return try ClaimSample.runner(setting, seed, replicate, places)
    }
    let changed = ClaimTrials([trial])
    let tasks = try changed.tasks()
    #expect(tasks.map(\.isChanged) == [true] && tasks.map(\.part) == [.frames])
    _ = try changed.run(tasks)
    // Three variants of one frame.
    #expect(calls.replicates.count == 18)
    // What is expected is no part of the results.
    let expected = ClaimSample.text().replacing("smallest: 0.5", with: "smallest: 0.4")
      .replacing("\"conditions.tieDensity\": 0.5", with: "\"conditions.tieDensity\": 0.7")
    #expect(try ClaimTrials([try ClaimSample.trial(expected, in: folder)]).tasks().isEmpty)
  }

  @Test func drawsOfBeforeAreKnown() throws {
    let folder = try TemporaryFolder()
    let work = try Self.trials(folder, draws: 4)
    _ = try work.run(try work.tasks())
    let later = try Self.trials(folder).trials[0]
    #expect(try later.draws == 0 && later.withKnownDraws().draws == 4)
    #expect(try later.withKnownDraws().result().robustness == 1)
    // Of another build they are not.
    let folderOfOther = try TemporaryFolder()
    #expect(try Self.trials(folderOfOther).trials[0].withKnownDraws().draws == 0)
  }

  @Test func foldersThatHoldOtherFilesAreRefused() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/out/A1", withIntermediateDirectories: true)
    try folder.write("out/A1/notes.txt", "mine")
    let work = try Self.trials(folder)
    #expect {
      try work.tasks()
    } throws: { error in
      let error = error as? EnvironmentError
      return error?.message.contains("holds other files (such as notes.txt)") == true
        && error?.remedy == "Move that away, or choose another folder with --out."
    }
  }

  @Test func failedRunsAreCountedAndCanBeRepeated() throws {
    let folder = try TemporaryFolder()
    var trial = try ClaimSample.trial(ClaimSample.text(), in: folder)
    trial.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      if replicate == 2, setting.parameters[name: "asksPerTie"] == 0 {
        throw SimulationError(stage: .week, week: 3, reason: "a test")
      }
      return try ClaimSample.runner(setting, seed, replicate, places)
    }
    trial.commandForRun = { claim, changes, variant, replicate in
      "\(claim.id) \(changes.joined(separator: " ")) \(variant):\(replicate)"
    }
    let work = ClaimTrials([trial])
    let report = try work.run(try work.tasks())
    #expect(report.failed == 3 && report.foldersWithFailures == [trial.folder])
    #expect(folder.text("out/A1/failures.csv").contains("A1 parameters.asksPerTie=0 b:2"))
    // It is told again, and what is left is tested.
    #expect(try work.run(try work.tasks()).failed == 3)
    #expect(try trial.result().tests[2].effect.count == 5)
  }

  @Test func tablesHoldWhatTheirSchemasSay() throws {
    let folder = try TemporaryFolder()
    let work = try Self.trials(folder, draws: 2)
    _ = try work.run(try work.tasks())
    let results = try work.trials.map { try $0.result() }
    try ClaimTables(results).write(to: "\(folder.path)/out")
    let package = folder.text("out/datapackage.json")
    for (name, schema) in [("claims", ClaimTables.claimsTable), ("tests", ClaimTables.testsTable)] {
      var reader = try CSVReader(bytes: Array(folder.text("out/\(name).csv").utf8))
      #expect(reader.header == schema.header)
      for column in schema.header { #expect(package.contains("\"name\": \"\(column)\"")) }
      var keys: Set<[String]> = []
      while let row = try reader.next() {
        let key = schema.key.compactMap { reader.index(of: $0) }.map { row.text($0) }
        #expect(keys.insert(key).inserted)
        for (index, column) in schema.columns.enumerated() {
          let text = row.text(index)
          #expect(!text.isEmpty || !column.constraints.required, "\(column.name)")
          if column.type == .number { _ = try row.number(index) }
          if column.type == .integer { _ = try row.whole(index) }
          if column.type == .boolean { _ = try row.flag(index) }
          let choices = column.constraints.choices
          #expect(choices.isEmpty || choices.contains(text), "\(column.name)")
        }
      }
      #expect(keys.count == (name == "claims" ? 2 : 5 + 4))
    }
  }

  @Test func probabilitiesAreAdjustedForAllClaims() throws {
    let folder = try TemporaryFolder()
    let work = try Self.trials(folder)
    _ = try work.run(try work.tasks())
    let results = try work.trials.map { try $0.result() }
    try ClaimTables(results).write(to: "\(folder.path)/out")
    var reader = try CSVReader(bytes: Array(folder.text("out/claims.csv").utf8))
    let (p, adjusted) = (try #require(reader.index(of: "p")), try #require(reader.index(of: "p_holm")))
    while let row = try reader.next() {
      let plain = try #require(try row.number(p))
      #expect(plain > 0 && plain < 1e-6)
      // The two claims are the same.
      #expect(try row.number(adjusted) == 2 * plain)
    }
  }
}
