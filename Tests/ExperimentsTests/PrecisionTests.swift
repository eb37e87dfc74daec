import Engine
import Foundation
import Testing

@testable import Analysis
@testable import Experiments
@testable import Scenarios

struct PrecisionTests {
  /// An experiment whose measure `vitality` differs from the baseline by a number drawn for each replicate.
  private func batch(
    _ rule: PrecisionRule, replicates: Int = 4, variants: Int = 2, in folder: TemporaryFolder,
    calls: Calls = Calls()
  ) -> Batch {
    var experiment = Sample.experiment(variants: variants, replicates: replicates)
    experiment.precision = rule
    var batch = Sample.batch(experiment, in: folder.path)
    batch.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      calls.add(replicate)
      let loud = setting.conditions[ConditionID.allCases.first!]
      var result = Sample.result(setting, seed, replicate, places)
      result.measures[0] = 50 + Double(replicate % 7) + loud * Double((replicate * 37) % 11)
      return result
    }
    return batch
  }

  private func rule(_ width: Double, maximum: Int = 1000) -> PrecisionRule {
    PrecisionRule(targets: [.init(measure: "vitality", halfWidth: width)], maximum: maximum)
  }

  @Test func addsReplicatesUntilPairedIntervalsAreNarrow() throws {
    let folder = try TemporaryFolder()
    let report = try batch(rule(0.3), in: folder).run()
    let plan = try #require(try BatchManifest.read(in: folder.path)?.plan)
    let table = try RunTable(path: folder.path + "/runs.csv", measures: ["vitality"])
    let base = table.values(of: "vitality", variant: "load, 0").map(\.value)
    let other = table.values(of: "vitality", variant: "load, 1").map(\.value)
    #expect(base.count == plan.replicates)
    #expect(Interval(of: zip(other, base).map { $0 - $1 }).halfWidth <= 0.3)
    #expect(plan.replicates > 4 && plan.replicates < 1000)
    #expect(report.notes.first?.hasPrefix("Precise enough with \(plan.replicates) replicates") == true)
  }

  @Test func aMaximumEndsIt() throws {
    let folder = try TemporaryFolder()
    let report = try batch(rule(0.001, maximum: 9), in: folder).run()
    #expect(try BatchManifest.read(in: folder.path)?.plan.replicates == 9)
    #expect(report.notes.first?.hasPrefix("Not as precise as wanted") == true)
  }

  @Test func oneVariantIsJudgedByItsMean() throws {
    let folder = try TemporaryFolder()
    _ = try batch(rule(0.5), variants: 1, in: folder).run()
    let table = try RunTable(path: folder.path + "/runs.csv", measures: ["vitality"])
    let values = table.values(of: "vitality", variant: "load, 0").map(\.value)
    #expect(Interval(of: values).halfWidth <= 0.5)
    #expect(values.count > 4)
  }

  @Test func aStoppedBatchComesToTheSameNumber() throws {
    let (whole, stopped) = (try TemporaryFolder(), try TemporaryFolder())
    _ = try batch(rule(0.3), in: whole).run()
    let stop = StopSignal()
    var first = batch(rule(0.3), in: stopped)
    let inner = try #require(first.runner)
    first.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      if replicate == 12 { stop.request() }
      return try inner(setting, seed, replicate, places)
    }
    #expect(try first.run(stop: stop).ending == .stopped)
    let report = try batch(rule(0.3), in: stopped).run()
    #expect(report.progress.reused > 0)
    #expect(stopped.results == whole.results)
    let calls = Calls()
    #expect(try batch(rule(0.3), in: stopped, calls: calls).run().ending == .alreadyComplete)
    #expect(calls.replicates.isEmpty)
  }

  @Test func anotherRuleTakesOverWhatIsThere() throws {
    let folder = try TemporaryFolder()
    _ = try batch(rule(0.6), in: folder).run()
    let before = try #require(try BatchManifest.read(in: folder.path)?.plan.replicates)
    var narrower = batch(rule(0.3), in: folder)
    #expect(throws: EnvironmentError.self) { try narrower.run() }
    narrower.existing = .resume
    let report = try narrower.run()
    #expect(try #require(try BatchManifest.read(in: folder.path)?.plan.replicates) > before)
    #expect(report.progress.reused >= 2 * before)
  }

  /// A rule that asks for less than there is keeps what there is.
  @Test func aWiderRuleThrowsNothingAway() throws {
    let folder = try TemporaryFolder()
    _ = try batch(rule(0.3), in: folder).run()
    let before = folder.text("runs.csv")
    var wider = batch(rule(3), in: folder)
    wider.existing = .resume
    #expect(try wider.run().ending == .finished)
    #expect(folder.text("runs.csv") == before)
  }
}
