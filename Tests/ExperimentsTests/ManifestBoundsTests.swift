import Foundation
import Testing

@testable import Experiments
@testable import Scenarios

/// Manifests that somebody made up, with the right checksum: no number in them makes a command work for ever.
struct ManifestBoundsTests {
  private func isRead(_ change: (inout BatchManifest) -> Void) throws -> Bool {
    let folder = try TemporaryFolder()
    var plan = Sample.batch(Sample.experiment(), in: folder.path).plan
    plan.variants[0].design?.burnIn = 4
    var manifest = BatchManifest(plan: plan, files: [], status: .finished, runs: 12, threads: 1)
    change(&manifest)
    manifest.checksum = BatchManifest.checksum(of: manifest.plan)
    try manifest.write(in: folder.path)
    let read = try BatchManifest.read(in: folder.path)
    #expect(read == nil || read == manifest)
    return read != nil
  }

  @Test func numbersAreThoseThatBatchesHave() throws {
    #expect(try isRead { _ in })
    #expect(try isRead { $0.plan.replicates = 1_000_000 })
    for change: (inout BatchManifest) -> Void in [
      { $0.plan.replicates = 1_000_001 }, { $0.plan.replicates = 1_000_000_000_000_000 },
      { $0.plan.replicates = 0 }, { $0.plan.replicates = -3 }, { $0.plan.variants = [] },
      { $0.plan.variants[1].name = $0.plan.variants[0].name }, { $0.plan.variants[1].levels = [] },
      { $0.plan.baseline = "none" }, { $0.plan.firstLevels = [] },
      { $0.plan.only = RunID(variant: 3, replicate: 1) }, { $0.plan.only = RunID(variant: -1, replicate: 1) },
      { $0.plan.only = RunID(variant: 0, replicate: 0) },
      { $0.plan.precision = PrecisionRule(targets: [], maximum: .max) },
      { $0.plan.variants[0].design?.interval = 0 }, { $0.plan.variants[0].design?.burnIn = .min },
      { $0.runs = -1 }, { $0.runs = .max }, { $0.failed = 13 }, { $0.finished = -1 }, { $0.threads = -1 },
    ] { #expect(try !isRead(change)) }
  }

  @Test func aShardIsOneOfSoMany() throws {
    let folder = try TemporaryFolder()
    var batch = Sample.batch(Sample.experiment(), in: folder.path)
    batch.shard = Shard(index: 1, count: 2)
    _ = try batch.run()
    let name = ".parts/shards/shard-1-of-2.json"
    try folder.write(name, folder.text(name).replacing("\"count\" : 2", with: "\"count\" : 1000000000000000"))
    #expect(try BatchManifest.shards(in: folder.path).isEmpty)
    // Not passed over in silence either: it may be of more replicates.
    var second = Sample.batch(Sample.experiment(), in: folder.path)
    second.shard = Shard(index: 2, count: 2)
    try folder.write(name, "torn")
    _ = try second.run()
    let error = #expect(throws: EnvironmentError.self) { try Merge(folder.path).run() }
    #expect(error?.message.contains("shard-1-of-2.json cannot be read") == true)
    _ = try batch.run()
    #expect(try Merge(folder.path).run().ending == .finished)
  }
}
