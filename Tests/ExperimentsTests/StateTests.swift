import Engine
import Foundation
import Testing

@testable import Experiments
@testable import Scenarios

/// Batches of the engine itself: shared histories, checkpoints, states that are kept.
struct StateTests {
  private static let city = "city: {residents: 600, neighbourhoods: 1}"

  private func experiment(_ folder: TemporaryFolder, observed: Int = 24, replicates: Int = 2) throws
    -> Experiment
  {
    try folder.write(
      "base.json5", "{title: 'Base', \(Self.city), weeks: {burnIn: 8, observed: \(observed), interval: 4}}")
    try folder.write(
      "experiment.json5",
      """
      {base: "base.json5", replicates: \(replicates), seed: 3, variants: [
        {name: "plain"},
        {name: "hub", set: {"mechanisms.blockHub": {from: 12}}},
        {name: "fund", set: {"mechanisms.autonomyFund": {from: 12}}},
        {name: "both", set: {"mechanisms.blockHub": {from: 12}, "mechanisms.autonomyFund": {from: 18, until: 26}}},
        {name: "loaded", set: {"conditions.demandLoad": 2}},
      ]}
      """)
    return try ExperimentReader.load(folder.path + "/experiment.json5")
  }

  private func batch(_ experiment: Experiment, in folder: String) -> Batch {
    var batch = Batch(experiment, folder: folder, version: "test")
    batch.places = true
    return batch
  }

  /// The results of runs that share nothing.
  private func alone(_ experiment: Experiment) throws -> [String: String] {
    let folder = try TemporaryFolder()
    var batch = batch(experiment, in: folder.path)
    batch.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      try Simulation.run(setting, seed: seed, replicate: replicate, places: places)
    }
    _ = try batch.run()
    return folder.results
  }

  @Test func sharedHistoriesGiveTheBytesOfRunsFromTheStart() throws {
    let (files, folder) = (try TemporaryFolder(), try TemporaryFolder())
    let experiment = try experiment(files)
    let report = try batch(experiment, in: folder.path).run()
    // Of 5 × 32 weeks: plain, hub, fund and both share 12, hub and both 6 more.
    #expect(
      report.notes.first?.hasPrefix("Shared histories and saved states spared 84 of 320 weeks (26 %)") == true
    )
    #expect(folder.results == (try alone(experiment)))
  }

  @Test(arguments: [1, 5, 16]) func checkpointsChangeNothing(every: Int) throws {
    let (files, folder) = (try TemporaryFolder(), try TemporaryFolder())
    let experiment = try experiment(files)
    var batch = batch(experiment, in: folder.path)
    batch.checkpointEvery = every
    _ = try batch.run()
    #expect(folder.results == (try alone(experiment)))
  }

  /// A batch that was killed while all its runs were in their 21st week.
  private func killed(_ experiment: Experiment, in folder: TemporaryFolder) throws -> [String] {
    let batch = batch(experiment, in: folder.path)
    try batch.manifest(.running, batch.plan, runs: 10).write(in: folder.path)
    let store = PartStore(in: folder.path)
    try store.create()
    let states = try StateStore(
      folder: folder.path + "/" + PartStore.statesFolder, plan: batch.plan, writer: "")
    return try batch.plan.runs.map { id in
      let setting = experiment.variants[id.variant].scenario.setting
      var run = try SimulationRun(setting, seed: batch.plan.seed, replicate: id.replicate, places: true)
      try run.advance(to: 20)
      return try states.save(run.state(), of: setting, replicate: id.replicate, week: 20)
    }
  }

  @Test func runsInWorkGoOnFromTheirCheckpoints() throws {
    let (files, folder) = (try TemporaryFolder(), try TemporaryFolder())
    let experiment = try experiment(files)
    #expect(Set(try killed(experiment, in: folder)).count == 10)
    let report = try batch(experiment, in: folder.path).run()
    // Stems have been passed: only the last 12 weeks of each run are left, and the stems' weeks for the branches.
    #expect(report.notes.first?.contains(" of 320 weeks (") == true)
    #expect(folder.results == (try alone(experiment)))
  }

  @Test func statesThatDoNotFitAreRefusedWithAReason() throws {
    let (files, folder) = (try TemporaryFolder(), try TemporaryFolder())
    let experiment = try experiment(files)
    let paths = try killed(experiment, in: folder)
    let store = try StateStore(
      folder: folder.path + "/.parts/states", plan: batch(experiment, in: "").plan, writer: "")
    // Torn; changed; of another build; with a sound envelope around a state of another replicate; of nothing.
    let bytes = paths.map { Array(FileManager.default.contents(atPath: $0) ?? Data()) }
    try FileSink.replace(paths[0], with: Array(bytes[0].dropLast(100)))
    try FileSink.replace(paths[1], with: bytes[1].map { $0 == 0 ? 1 : $0 })
    var old = batch(experiment, in: "")
    old.version = "older"
    let setting = experiment.variants[2].scenario.setting
    var run = try SimulationRun(setting, seed: 3, replicate: 1)
    try run.advance(to: 20)
    let foreign = try StateStore(folder: store.folder, plan: old.plan, writer: "")
    _ = try foreign.save(run.state(), of: setting, replicate: 1, week: 20)
    _ = try store.save(run.state(), of: experiment.variants[3].scenario.setting, replicate: 2, week: 20)
    _ = try store.save([], of: experiment.variants[4].scenario.setting, replicate: 2, week: 20)
    let report = try batch(experiment, in: folder.path).run()
    let notes = report.notes.joined(separator: "\n")
    #expect(notes.contains("2 saved states were not used: torn, changed"))
    #expect(notes.contains("A saved state was not used: made by another build"))
    #expect(notes.contains("another seed, replicate or city"))
    #expect(folder.results == (try alone(experiment)))
  }

  @Test func moreWeeksGoOnFromTheStatesThatWereKept() throws {
    let (files, folder) = (try TemporaryFolder(), try TemporaryFolder())
    // The last interval of the shorter runs is cut short.
    var short = batch(try experiment(files, observed: 22), in: folder.path)
    short.keepsStates = true
    _ = try short.run()
    let longer = try experiment(files, observed: 40)
    var long = batch(longer, in: folder.path)
    long.keepsStates = true
    #expect(throws: EnvironmentError.self) { try long.run() }
    long.existing = .resume
    let report = try long.run()
    // 5 variants × 18 more weeks × 2 replicates of 5 × 48 × 2; stems are simulated for branches that pass them.
    #expect(report.notes.first?.contains("of 480 weeks") == true)
    var results = folder.results
    results[".states"] = nil
    #expect(results == (try alone(longer)))
    // Half as many again were not kept: those of the shorter runs went.
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.states")
    #expect(kept.count == 10)
    #expect(kept.allSatisfy { $0.hasSuffix("-w48.state") })
  }

  @Test func moreReplicatesKeepWhatIsThere() throws {
    let (files, folder) = (try TemporaryFolder(), try TemporaryFolder())
    _ = try batch(try experiment(files, replicates: 1), in: folder.path).run()
    var more = batch(try experiment(files, replicates: 3), in: folder.path)
    more.existing = .resume
    #expect(try more.run().progress.reused == 5)
    #expect(folder.results == (try alone(try experiment(files, replicates: 3))))
  }

  @Test func aVariantThatCannotBeRunFailsAlone() throws {
    let (files, folder) = (try TemporaryFolder(), try TemporaryFolder())
    var experiment = try experiment(files)
    experiment.variants[1].scenario.setting.mechanisms[0].places = .named(["nowhere"])
    let report = try batch(experiment, in: folder.path).run()
    #expect(report.progress.failed == 2)
    #expect(folder.results == (try alone(experiment)))
    #expect(folder.text("failures.csv").contains("hub,1,3,setting,"))
  }

  @Test func failedRunsAreTriedAgainOnRequest() throws {
    let folder = try TemporaryFolder()
    let experiment = Sample.experiment(variants: 2, replicates: 3)
    var first = Sample.batch(experiment, in: folder.path)
    first.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      if replicate == 2 { throw SimulationError(stage: .week, week: 1, reason: "no memory") }
      return Sample.result(setting, seed, replicate, places)
    }
    #expect(try first.run().progress.failed == 2)
    #expect(try Sample.batch(experiment, in: folder.path).run().ending == .alreadyComplete)
    let calls = Calls()
    var again = Sample.batch(experiment, in: folder.path, calls: calls)
    again.retriesFailed = true
    let report = try again.run()
    #expect(report.progress.failed == 0)
    #expect(calls.replicates == [2, 2])
    let whole = try TemporaryFolder()
    _ = try Sample.batch(experiment, in: whole.path).run()
    #expect(folder.results == whole.results)
  }
}
