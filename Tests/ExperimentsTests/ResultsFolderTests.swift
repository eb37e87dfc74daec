import Engine
import Foundation
import Testing

@testable import Experiments
@testable import Scenarios

struct ResultsFolderTests {
  private func refusal(_ batch: Batch) -> EnvironmentError? {
    #expect(throws: EnvironmentError.self) { try batch.outlook() }
    return #expect(throws: EnvironmentError.self) { try batch.run() }
  }

  @Test func foreignFilesAreRefusedAndUntouched() throws {
    let folder = try TemporaryFolder()
    try folder.write("thesis.txt", "years of work")
    let calls = Calls()
    let error = refusal(Sample.batch(Sample.experiment(), in: folder.path, calls: calls))
    #expect(error?.message.contains("thesis.txt") == true)
    #expect(error?.remedy.contains("--beside") == true)
    #expect(folder.names == ["thesis.txt"])
    #expect(calls.replicates.isEmpty)
  }

  @Test func whereOtherResultsAreAFreeFolderIsFoundBesideThem() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/results"
    func free(_ experiment: Experiment) throws -> String {
      try ResultsFolder.free(for: Sample.batch(experiment, in: path + "/"))
    }
    #expect(try free(Sample.experiment()) == path)
    _ = try Sample.batch(Sample.experiment(), in: path).run()
    // Its own results are no hindrance: they are complete, and nothing will be computed.
    #expect(try free(Sample.experiment()) == path)
    #expect(try free(Sample.experiment(seed: 8)) == path + "-2")
    _ = try Sample.batch(Sample.experiment(seed: 8), in: path + "-2").run()
    #expect(try free(Sample.experiment(seed: 8)) == path + "-2")
    #expect(try free(Sample.experiment(seed: 9)) == path + "-3")
    try FileManager.default.createDirectory(atPath: path + "-3", withIntermediateDirectories: true)
    try folder.write("results-3/thesis.txt", "years of work")
    #expect(try free(Sample.experiment(seed: 9)) == path + "-4")
  }

  @Test func whatAKilledBatchLeavesBeforeItsFirstRunIsItsOwn() throws {
    let folder = try TemporaryFolder()
    try folder.write("manifest.json.tmp", "{ half")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/.parts/shards", withIntermediateDirectories: true)
    try folder.write(".parts/shards/shard-1-of-2.lock", "")
    #expect(try Sample.batch(Sample.experiment(), in: folder.path).run().ending == .finished)
  }

  /// As when the folder is removed while the batch works: some part is made again after the manifest has gone.
  @Test func finishedRunsWithoutAManifestAreOfTheBatchThatMadeThem() throws {
    let folder = try TemporaryFolder()
    let batch = Sample.batch(Sample.experiment(), in: folder.path)
    try Sample.commitParts(of: batch, runs: 5)
    let other = refusal(Sample.batch(Sample.experiment(seed: 8), in: folder.path))
    #expect(other?.message.contains(".parts holds finished runs of another batch") == true)
    #expect(other?.remedy.contains("remove \(folder.path)/.parts") == true)
    // Fewer replicates are the same batch.
    #expect(try Sample.batch(Sample.experiment(replicates: 1), in: folder.path).outlook() == .new)
    #expect(try batch.run().progress.reused == 5)
  }

  @Test func aChangedManifestIsNoticed() throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(), in: folder.path).run()
    let text = folder.text("manifest.json")
    try folder.write("manifest.json", text.replacingOccurrences(of: "A sample", with: "A simple"))
    let error = refusal(Sample.batch(Sample.experiment(), in: folder.path))
    #expect(error?.message.contains("manifest.json cannot be read: torn, changed") == true)
    try folder.write("manifest.json", String(text.dropLast(200)))
    #expect(refusal(Sample.batch(Sample.experiment(), in: folder.path)) != nil)
  }

  @Test func notesBesideResultsAreNoHindrance() throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(), in: folder.path).run()
    try folder.write("notes.txt", "mine")
    #expect(try Sample.batch(Sample.experiment(), in: folder.path).run().ending == .alreadyComplete)
  }

  @Test func otherResultsAreRefusedWithTheDifference() throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(), in: folder.path).run()
    let before = folder.results
    #expect(
      refusal(Sample.batch(Sample.experiment(seed: 8), in: folder.path))?.message.contains("seed 7, not 8")
        == true)
    var renamed = Sample.experiment()
    renamed.name = "other"
    renamed.digest = "other"
    #expect(
      refusal(Sample.batch(renamed, in: folder.path))?.message.contains("'sample', not 'other'") == true)
    var placed = Sample.batch(Sample.experiment(), in: folder.path)
    placed.places = true
    #expect(refusal(placed)?.message.contains("without places") == true)
    #expect(folder.results == before)
  }

  @Test func aFileInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "")
    let direct = refusal(Sample.batch(Sample.experiment(), in: "\(folder.path)/file"))
    #expect(direct?.message.hasSuffix("is a file, not a folder") == true)
    let below = refusal(Sample.batch(Sample.experiment(), in: "\(folder.path)/file/results"))
    #expect(below?.message.contains("Not a directory") == true)
  }

  @Test func unwritablePlaces() {
    let calls = Calls()
    for place in ["/proc/cogov/results", "/sys/results"] {
      #expect(throws: EnvironmentError.self) {
        try Sample.batch(Sample.experiment(), in: place, calls: calls).run()
      }
    }
    #expect(calls.replicates.isEmpty)
  }

  @Test func aSecondProcessIsRefused() throws {
    let folder = try TemporaryFolder()
    let lock = try FolderLock(folder: folder.path)
    let error = #expect(throws: EnvironmentError.self) {
      try Sample.batch(Sample.experiment(), in: folder.path).run()
    }
    #expect(error?.message.contains("another cogov process") == true)
    withExtendedLifetime(lock) {}
  }

  @Test func theLockGoesWithItsHolder() throws {
    let folder = try TemporaryFolder()
    do {
      let lock = try FolderLock(folder: folder.path)
      #expect(folder.names == [".lock"])
      withExtendedLifetime(lock) {}
    }
    #expect(folder.names.isEmpty)
    let again = try FolderLock(folder: folder.path)
    withExtendedLifetime(again) {}
  }

  @Test func aFullDiskIsToldAndKeepsWhatIsFinished() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    do throws(EnvironmentError) {
      try FileSink.write(Array("row\n".utf8), to: full, name: "runs.csv")
      Issue.record("a full disk was not noticed")
    } catch {
      #expect(error.message.contains("No space left on device"))
      #expect(error.remedy.contains("Make room"))
    }
  }

  @Test func anErrorOfWritingEndsTheBatchAndKeepsParts() throws {
    let folder = try TemporaryFolder()
    // A folder where the fifth part's file should be: its rename fails.
    var batch = Sample.batch(Sample.experiment(), in: folder.path)
    let path = PartStore(in: folder.path).path(
      of: batch.plan.runs[4], identity: batch.plan.identity(of: batch.plan.runs[4]))
    let inner = try #require(batch.runner)
    batch.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      try? FileManager.default.createDirectory(atPath: path + "/x", withIntermediateDirectories: true)
      return try inner(setting, seed, replicate, places)
    }
    #expect(throws: EnvironmentError.self) { try batch.run() }
    #expect(try BatchManifest.read(in: folder.path)?.status == .stopped)
    #expect(try BatchManifest.read(in: folder.path)?.finished == 4)
    try FileManager.default.removeItem(atPath: path)
    #expect(try Sample.batch(Sample.experiment(), in: folder.path).run().progress.reused == 4)
  }

  @Test func aSmallDiskIsRefusedBeforeComputing() throws {
    let folder = try TemporaryFolder()
    let calls = Calls()
    var batch = Sample.batch(Sample.experiment(variants: 1, replicates: 1), in: folder.path, calls: calls)
    batch.experiment.variants[0].scenario.setting.schedule.observed = 1 << 50
    let error = refusal(batch)
    #expect(error?.message.contains("MB free") == true)
    #expect(calls.replicates.isEmpty)
  }

  @Test func outlooks() throws {
    let folder = try TemporaryFolder()
    let batch = Sample.batch(Sample.experiment(), in: folder.path + "/new/deep")
    #expect(try batch.outlook() == .new)
    #expect(folder.names.isEmpty)
    _ = try batch.run()
    #expect(try batch.outlook() == .alreadyComplete)
    var more = Sample.batch(Sample.experiment(replicates: 9), in: batch.folder)
    more.existing = .resume
    #expect(try more.outlook() == .takesOver)
    try batch.manifest(.running, batch.plan, runs: 12).write(in: batch.folder)
    #expect(try batch.outlook() == .goesOn(finished: 0))
  }
}
