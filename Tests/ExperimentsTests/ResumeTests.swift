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
    #expect(BatchManifest.read(in: folder.path)?.status == .stopped)
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
    try FileManager.default.removeItem(atPath: "\(folder.path)/.parts/v1-r1.part")
    let torn = folder.text(".parts/v2-r3.part")
    try folder.write(".parts/v2-r3.part", String(torn.dropLast(40)))
    try folder.write(".parts/v3-r2.part", folder.text(".parts/v3-r1.part"))
    try folder.write(".parts/v3-r4.part.tmp", "half")
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

  @Test(arguments: [2, 6])
  func aCompleteBatchTakesOtherReplicatesOnRequest(count: Int) throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(replicates: 4), in: folder.path).run()
    let calls = Calls()
    var batch = Sample.batch(Sample.experiment(replicates: count), in: folder.path, calls: calls)
    #expect(throws: EnvironmentError.self) { try batch.run() }
    batch.existing = .resume
    _ = try batch.run()
    #expect(calls.replicates == (count == 6 ? [5, 5, 5, 6, 6, 6] : []))
    #expect(folder.results == (try complete(Sample.experiment(replicates: count))))
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
