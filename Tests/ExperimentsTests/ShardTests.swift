import Engine
import Foundation
import Testing

@testable import Experiments
@testable import Scenarios

struct ShardTests {
  private func shard(_ index: Int, of count: Int, _ experiment: Experiment, in folder: TemporaryFolder)
    -> Batch
  {
    var batch = Sample.batch(experiment, in: folder.path)
    batch.shard = Shard(index: index, count: count)
    return batch
  }

  private func refusal(_ folder: TemporaryFolder) -> EnvironmentError? {
    #expect(throws: EnvironmentError.self) { try Merge(folder.path).run() }
  }

  @Test(arguments: [1, 3, 5]) func mergedShardsAreTheBytesOfOneMachine(count: Int) throws {
    let experiment = Sample.experiment(variants: 3, replicates: 7)
    let (whole, shared) = (try TemporaryFolder(), try TemporaryFolder())
    _ = try Sample.batch(experiment, in: whole.path).run()
    for index in (1...count).reversed() {
      let report = try shard(index, of: count, experiment, in: shared).run()
      #expect(report.ending == .shardFinished)
      #expect(!shared.names.contains("runs.csv"))
    }
    #expect(try Merge(shared.path).run().ending == .finished)
    #expect(shared.results.filter { $0.key != ".lock" } == whole.results)
    #expect(try BatchManifest.read(in: shared.path)?.plan == BatchManifest.read(in: whole.path)?.plan)
    #expect(try Merge(shared.path).run().ending == .alreadyComplete)
    #expect(try Sample.batch(experiment, in: shared.path).run().ending == .alreadyComplete)
    #expect(try shard(1, of: count, experiment, in: shared).run().ending == .alreadyComplete)
  }

  /// Shards that extend a finished batch are not swept away by its old command.
  @Test func theOldCommandLeavesNewShardsAlone() throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(replicates: 2), in: folder.path).run()
    for index in 1...2 {
      var batch = shard(index, of: 3, Sample.experiment(replicates: 6), in: folder)
      batch.existing = .resume
      _ = try batch.run()
    }
    let error = #expect(throws: EnvironmentError.self) {
      try Sample.batch(Sample.experiment(replicates: 2), in: folder.path).run()
    }
    #expect(error?.message.contains("have begun with 6 replicates") == true)
    var last = shard(3, of: 3, Sample.experiment(replicates: 6), in: folder)
    last.existing = .resume
    _ = try last.run()
    let whole = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(replicates: 6), in: whole.path).run()
    #expect(try Merge(folder.path).run().ending == .finished)
    #expect(folder.results.filter { $0.key != ".lock" } == whole.results)
  }

  @Test func whatIsMissingIsNamed() throws {
    let experiment = Sample.experiment(variants: 2, replicates: 3)
    let folder = try TemporaryFolder()
    #expect(refusal(folder)?.message.contains("holds no shards") == true)
    _ = try shard(1, of: 3, experiment, in: folder).run()
    let error = refusal(folder)
    #expect(error?.message.contains("4 of 6 runs are missing: load, 1:1, ") == true)
    #expect(error?.remedy.contains("shard 2/3, 3/3") == true)
    #expect(!folder.names.contains("runs.csv"))
    // One machine may do what is left.
    let report = try Sample.batch(experiment, in: folder.path).run()
    #expect(report.progress.reused == 2)
    #expect(folder.names.contains("runs.csv"))
  }

  @Test func partsThatWereTamperedWithAreMissing() throws {
    let experiment = Sample.experiment(variants: 2, replicates: 3)
    let folder = try TemporaryFolder()
    for index in 1...2 { _ = try shard(index, of: 2, experiment, in: folder).run() }
    let plan = Sample.batch(experiment, in: folder.path).plan
    let id = RunID(variant: 1, replicate: 3)
    let path = PartStore(in: folder.path).path(of: id, identity: plan.identity(of: id))
    let torn = try Data(contentsOf: URL(fileURLWithPath: path))
    try torn.dropLast(1).write(to: URL(fileURLWithPath: path))
    let error = refusal(folder)
    #expect(error?.message.contains("1 of 6 runs are missing: load, 1:3") == true)
    #expect(error?.remedy.contains("gone or changed") == true)
  }

  @Test func shardsOfDifferentBatchesAreRefused() throws {
    let folder = try TemporaryFolder()
    _ = try shard(1, of: 2, Sample.experiment(seed: 1), in: folder).run()
    let error = #expect(throws: EnvironmentError.self) {
      try shard(2, of: 2, Sample.experiment(seed: 2), in: folder).run()
    }
    #expect(error?.message.contains("seed 1, not 2") == true)
  }

  @Test func aShardTwiceOrAWholeBatchBesideItIsRefused() throws {
    let experiment = Sample.experiment()
    let folder = try TemporaryFolder()
    let first = shard(1, of: 2, experiment, in: folder)
    var inner = first
    inner.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      // While shard 1 works: neither shard 1 again, nor all runs, nor merging; but shard 2.
      #expect(throws: EnvironmentError.self) { try first.run() }
      #expect(throws: EnvironmentError.self) { try Sample.batch(experiment, in: folder.path).run() }
      #expect(throws: EnvironmentError.self) { try Merge(folder.path).run() }
      #expect(throws: Never.self) { try shard(2, of: 2, experiment, in: folder).run() }
      return Sample.result(setting, seed, replicate, places)
    }
    _ = try inner.run()
    #expect(try Merge(folder.path).run().ending == .finished)
  }

  /// What shards have computed again takes the place of what was damaged, and is not swept away.
  @Test(arguments: ["a row less", "gone", "one digit"]) func damagedTablesAreMergedAnew(how: String) throws {
    let experiment = Sample.experiment()
    let folder = try TemporaryFolder()
    for index in 1...2 { _ = try shard(index, of: 2, experiment, in: folder).run() }
    _ = try Merge(folder.path).run()
    let before = folder.results
    let text = folder.text("runs.csv")
    switch how {
    case "gone": try FileManager.default.removeItem(atPath: "\(folder.path)/runs.csv")
    case "one digit": try folder.write("runs.csv", text.replacing(",7,", with: ",8,", maxReplacements: 1))
    default:
      let rows = text.split(separator: "\n").dropLast()
      try folder.write("runs.csv", rows.joined(separator: "\n") + "\n")
    }
    #expect(refusal(folder)?.message.contains("runs.csv is not as the batch wrote it") == true)
    func again(_ index: Int) throws {
      var batch = shard(index, of: 2, experiment, in: folder)
      batch.existing = .resume
      #expect(try batch.run().progress.reused == 0)
    }
    try again(1)
    let error = refusal(folder)
    #expect(error?.message.contains("of its shards 6 of 12 runs are missing") == true)
    #expect(error?.remedy.contains("shard 2/2") == true)
    try again(2)
    #expect(try Merge(folder.path).run().ending == .finished)
    #expect(folder.results == before)
  }

  /// Merging removes only the parts that are in the tables.
  @Test func partsThatAreInNoTableStay() throws {
    let folder = try TemporaryFolder()
    for index in 1...2 { _ = try shard(index, of: 2, Sample.experiment(), in: folder).run() }
    try Sample.commitParts(of: Sample.batch(Sample.experiment(replicates: 6), in: folder.path))
    try Sample.commitParts(of: Sample.batch(Sample.experiment(seed: 8), in: folder.path), runs: 1)
    let report = try Merge(folder.path).run()
    #expect(report.ending == .finished && report.notes.first?.hasPrefix("7 finished runs in ") == true)
    let again = try Merge(folder.path).run()
    #expect(again.ending == .alreadyComplete && again.notes == report.notes)
    let parts = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/.parts")
    #expect(parts.count == 7 && parts.allSatisfy { $0.hasSuffix(".part") })
  }

  @Test func failuresOfShardsAreRows() throws {
    let folder = try TemporaryFolder()
    for index in 1...2 {
      var batch = shard(index, of: 2, Sample.experiment(variants: 2, replicates: 2), in: folder)
      batch.runner = { (setting, seed, replicate, places) throws(SimulationError) in
        if replicate == 2 { throw SimulationError(stage: .week, week: 3, reason: "no") }
        return Sample.result(setting, seed, replicate, places)
      }
      _ = try batch.run()
    }
    #expect(try Merge(folder.path).run().progress.failed == 2)
    #expect(folder.text("failures.csv").split(separator: "\n").count == 3)
  }

  @Test func moreReplicatesInShardsKeepWhatIsThere() throws {
    let (folder, whole) = (try TemporaryFolder(), try TemporaryFolder())
    _ = try Sample.batch(Sample.experiment(replicates: 2), in: folder.path).run()
    let calls = Calls()
    for index in 1...2 {
      var batch = Sample.batch(Sample.experiment(replicates: 5), in: folder.path, calls: calls)
      batch.shard = Shard(index: index, count: 2)
      batch.existing = .resume
      _ = try batch.run()
    }
    #expect(calls.replicates.sorted() == [3, 3, 3, 4, 4, 4, 5, 5, 5])
    _ = try Merge(folder.path).run()
    _ = try Sample.batch(Sample.experiment(replicates: 5), in: whole.path).run()
    #expect(folder.results.filter { $0.key != ".lock" } == whole.results)
  }
}
