import Engine
import Foundation
import Testing

@testable import Experiments
@testable import Scenarios

struct ResumeTests {
  /// Stops a batch as soon as `count` runs are finished.
  private func interrupt(_ batch: Batch, after count: Int) throws -> BatchReport {
    let stop = StopSignal()
    var batch = batch
    let calls = Calls()
    let inner = try #require(batch.runner)
    batch.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      calls.add(replicate)
      if calls.replicates.count > count { stop.request() }
      return try inner(setting, seed, replicate, places)
    }
    return try batch.run(stop: stop)
  }

  private func complete(_ experiment: Experiment) throws -> [String: String] {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(experiment, in: folder.path).run()
    return folder.results
  }

  /// An unfinished batch with all its parts on the disk.
  private func unfinished(_ experiment: Experiment, in folder: TemporaryFolder) throws {
    let batch = Sample.batch(experiment, in: folder.path)
    try batch.manifest(.running, batch.plan, runs: batch.plan.runs.count).write(in: folder.path)
    try Sample.commitParts(of: batch)
  }

  @Test func aStoppedBatchGoesOn() throws {
    let experiment = Sample.experiment(variants: 2, replicates: 200)
    let folder = try TemporaryFolder()
    let first = try interrupt(Sample.batch(experiment, in: folder.path), after: 20)
    #expect(first.ending == .stopped)
    #expect(first.progress.done < 400)
    #expect(try BatchManifest.read(in: folder.path)?.status == .stopped)
    #expect(!folder.names.contains("runs.csv"))
    #expect(!folder.names.contains(".lock"))
    let calls = Calls()
    let second = try Sample.batch(experiment, in: folder.path, calls: calls).run()
    #expect(second.ending == .finished)
    #expect(second.progress.reused > 0)
    #expect(calls.replicates.count == 400 - second.progress.reused)
    #expect(folder.results == (try complete(experiment)))
  }

  @Test func missingTornAndForeignPartsAreComputedAgain() throws {
    let experiment = Sample.experiment()
    let folder = try TemporaryFolder()
    try unfinished(experiment, in: folder)
    let plan = Sample.batch(experiment, in: folder.path).plan
    func part(_ variant: Int, _ replicate: Int) -> String {
      let id = RunID(variant: variant - 1, replicate: replicate)
      let path = PartStore(in: folder.path).path(of: id, identity: plan.identity(of: id))
      return String(path.dropFirst(folder.path.count + 1))
    }
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(part(1, 1))")
    let torn = folder.text(part(2, 3))
    try folder.write(part(2, 3), String(torn.dropLast(40)))
    try folder.write(part(3, 2), folder.text(part(3, 1)))
    try folder.write(part(3, 4) + ".tmp", "half")
    let calls = Calls()
    let report = try Sample.batch(experiment, in: folder.path, calls: calls).run()
    #expect(report.progress.reused == 9)
    #expect(calls.replicates.sorted() == [1, 2, 3])
    #expect(folder.results == (try complete(experiment)))
  }

  @Test func moreReplicatesKeepFinishedParts() throws {
    let folder = try TemporaryFolder()
    try unfinished(Sample.experiment(replicates: 2), in: folder)
    let calls = Calls()
    _ = try Sample.batch(Sample.experiment(replicates: 3), in: folder.path, calls: calls).run()
    #expect(calls.replicates == [3, 3, 3])
    #expect(folder.results == (try complete(Sample.experiment(replicates: 3))))
  }

  @Test func aCompleteBatchIsNotComputedAgain() throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(), in: folder.path).run()
    let before = folder.results
    let calls = Calls()
    let report = try Sample.batch(Sample.experiment(), in: folder.path, calls: calls).run()
    #expect(report.ending == .alreadyComplete)
    #expect(calls.replicates.isEmpty)
    #expect(folder.results == before)
  }

  @Test func aCompleteBatchTakesMoreReplicatesOnRequest() throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(replicates: 4), in: folder.path).run()
    let calls = Calls()
    var batch = Sample.batch(Sample.experiment(replicates: 6), in: folder.path, calls: calls)
    #expect(throws: EnvironmentError.self) { try batch.run() }
    batch.existing = .resume
    _ = try batch.run()
    #expect(calls.replicates == [5, 5, 5, 6, 6, 6])
    #expect(folder.results == (try complete(Sample.experiment(replicates: 6))))
  }

  /// Going on keeps what is there: what it would throw away is refused, and said.
  @Test func finishedRunsAreNotThrownAway() throws {
    func expect(_ text: String, _ change: (inout Batch) -> Void) throws {
      let folder = try TemporaryFolder()
      var first = Sample.batch(Sample.experiment(replicates: 4), in: folder.path)
      first.places = true
      _ = try first.run()
      let before = folder.results
      let calls = Calls()
      var batch = Sample.batch(Sample.experiment(replicates: 4), in: folder.path, calls: calls)
      batch.places = true
      batch.existing = .resume
      change(&batch)
      #expect(throws: EnvironmentError.self) { try batch.outlook() }
      let error = #expect(throws: EnvironmentError.self) { try batch.run() }
      #expect(error?.message.contains(text) == true, "\(error.debugDescription)")
      #expect(error?.remedy.contains("--out") == true)
      #expect(folder.results == before && calls.replicates.isEmpty)
    }
    try expect("holds 4 replicates, of which 2 would be left") { $0.experiment.replicates = 2 }
    try expect("holds 4 replicates, of which 3 would be left") {
      $0.experiment.precision = PrecisionRule(
        targets: [.init(measure: "vitality", halfWidth: 1)], maximum: 3)
    }
    try expect("holds runs with seed 7, not 99") { $0.experiment.seed = 99 }
    try expect("holds places.csv, which would be lost") { $0.places = false }
    try expect("weeks, of which") {
      for index in $0.experiment.variants.indices {
        $0.experiment.variants[index].scenario.setting.schedule.observed -= 3
        $0.experiment.variants[index].scenario.digest += "shorter"
      }
    }
    try expect("which is not a variant of 'sample': they would be lost") {
      $0.experiment.variants.removeLast()
    }
    try expect("holds 'sample', none of whose variants is in 'other'") {
      $0.experiment.name = "other"
      $0.experiment.digest = "other"
      for index in $0.experiment.variants.indices { $0.experiment.variants[index].name = "other \(index)" }
    }
  }

  @Test func anUnfinishedBatchIsNotReplacedByAnotherSeed() throws {
    let folder = try TemporaryFolder()
    try unfinished(Sample.experiment(), in: folder)
    var batch = Sample.batch(Sample.experiment(seed: 99), in: folder.path)
    batch.existing = .resume
    #expect(throws: EnvironmentError.self) { try batch.run() }
    #expect(try Sample.batch(Sample.experiment(), in: folder.path).run().progress.reused == 12)
  }

  /// Rows that were cut off, edited or lost never pass for what was computed.
  @Test(arguments: ["gone", "cut", "edited"]) func damagedTablesAreNotTakenOver(how: String) throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(replicates: 2), in: folder.path).run()
    let path = "\(folder.path)/series.csv"
    let text = folder.text("series.csv")
    switch how {
    case "gone": try FileManager.default.removeItem(atPath: path)
    case "cut": try folder.write("series.csv", String(text.dropLast(20)))
    default: try folder.write("series.csv", text.replacing("8,", with: "9,", maxReplacements: 1))
    }
    // The same batch again: it is told, and nothing is written over.
    let error = #expect(throws: EnvironmentError.self) {
      try Sample.batch(Sample.experiment(replicates: 2), in: folder.path).run()
    }
    #expect(error?.message.contains("series.csv is not as the batch wrote it") == true)
    let calls = Calls()
    var batch = Sample.batch(Sample.experiment(replicates: 3), in: folder.path, calls: calls)
    batch.existing = .resume
    _ = try batch.run()
    #expect(calls.replicates.count == 9)
    #expect(folder.results == (try complete(Sample.experiment(replicates: 3))))
  }

  /// A part belongs to what it was computed from, not to a place in the design.
  @Test func aVariantMoreKeepsWhatAnUnfinishedBatchHas() throws {
    let all = Sample.experiment(variants: 3, replicates: 4)
    var fewer = all
    fewer.variants.removeFirst()
    fewer.digest = "fewer"
    let folder = try TemporaryFolder()
    try unfinished(fewer, in: folder)
    let calls = Calls()
    var batch = Sample.batch(all, in: folder.path, calls: calls)
    batch.existing = .resume
    #expect(try batch.run().progress.reused == 8)
    #expect(calls.replicates.count == 4)
    #expect(folder.results == (try complete(all)))
  }

  @Test func anotherTitleIsWrittenWithoutComputing() throws {
    let folder = try TemporaryFolder()
    var experiment = Sample.experiment()
    _ = try Sample.batch(experiment, in: folder.path).run()
    experiment.title = "Another title"
    let calls = Calls()
    _ = try Sample.batch(experiment, in: folder.path, calls: calls).run()
    #expect(calls.replicates.isEmpty && folder.text("datapackage.json").contains("Another title"))
    #expect(folder.results == (try complete(experiment)))
  }

  /// Not even on request: what is left would be one run of all.
  @Test(arguments: [Batch.Existing.refuse, .resume]) func oneRunDoesNotReplaceABatch(existing: Batch.Existing)
    throws
  {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(), in: folder.path).run()
    let before = folder.results
    var batch = Sample.batch(Sample.experiment(), in: folder.path)
    batch.only = RunID(variant: 1, replicate: 2)
    batch.existing = existing
    #expect(throws: EnvironmentError.self) { try batch.run() }
    #expect(folder.results == before)
  }

  @Test func roomIsEstimatedOverAllVariants() throws {
    var experiment = Sample.experiment(variants: 2)
    let small = Sample.batch(experiment, in: "x").estimatedBytes(runs: 10)
    experiment.variants[1].scenario.setting.schedule.observed *= 100
    #expect(Sample.batch(experiment, in: "x").estimatedBytes(runs: 10) > 10 * small)
  }

  @Test func failedRunsSurviveMoreReplicates() throws {
    func batch(_ replicates: Int, _ folder: TemporaryFolder) -> Batch {
      var batch = Sample.batch(Sample.experiment(replicates: replicates), in: folder.path)
      batch.runner = { (setting, seed, replicate, places) throws(SimulationError) in
        if replicate == 2 { throw SimulationError(stage: .population, reason: "two\nlines") }
        return Sample.result(setting, seed, replicate, places)
      }
      batch.existing = .resume
      return batch
    }
    let (grown, whole) = (try TemporaryFolder(), try TemporaryFolder())
    _ = try batch(3, grown).run()
    let report = try batch(5, grown).run()
    #expect(report.progress.failed == 3)
    #expect(report.progress.reused == 9)
    _ = try batch(5, whole).run()
    #expect(grown.results == whole.results)
  }

  @Test func aChangedVariantAloneIsComputedAgain() throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(), in: folder.path).run()
    var changed = Sample.experiment()
    changed.variants[1].scenario.digest = "other"
    changed.digest = "other experiment"
    let calls = Calls()
    var batch = Sample.batch(changed, in: folder.path, calls: calls)
    #expect(throws: EnvironmentError.self) { try batch.run() }
    batch.existing = .resume
    let report = try batch.run()
    #expect(report.progress.reused == 8)
    #expect(calls.replicates.count == 4)
  }

  @Test func anotherBuildTakesNothingOver() throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(), in: folder.path).run()
    let calls = Calls()
    var batch = Sample.batch(Sample.experiment(), in: folder.path, calls: calls)
    batch.version = "newer"
    batch.existing = .resume
    _ = try batch.run()
    #expect(calls.replicates.count == 12)
  }
}
