import Testing

@testable import Experiments

struct PlanTests {
  private func plan(_ variants: Int, _ replicates: Int) -> Plan {
    Plan(Sample.experiment(variants: variants, replicates: replicates), version: "test")
  }

  @Test func replicatesComeFirst() {
    let runs = plan(2, 2).runs
    #expect(
      runs == [
        RunID(variant: 0, replicate: 1), RunID(variant: 1, replicate: 1), RunID(variant: 0, replicate: 2),
        RunID(variant: 1, replicate: 2),
      ])
  }

  @Test func anyBeginningIsBalanced() {
    let runs = plan(5, 10).runs
    for length in 0...runs.count {
      let counts = (0..<5).map { variant in runs.prefix(length).count { $0.variant == variant } }
      #expect(counts.max()! - counts.min()! <= 1)
    }
  }

  @Test func noTwoRunsShareAnID() {
    #expect(Set(plan(40, 40).runs).count == 1600)
  }

  @Test func emptyPlans() {
    #expect(plan(0, 3).runs.isEmpty)
    #expect(plan(3, 0).runs.isEmpty)
  }

  /// Families by variant: 0 and 1 are of one, 2 of another.
  private let families = [0, 0, 1]

  @Test func unitsKeepFamiliesTogetherWhereThereAreEnough() {
    let units = WorkUnit.units(of: plan(3, 4).runs, families: families, parts: 2)
    #expect(units.count == 8)
    #expect(units[0].runs == [RunID(variant: 0, replicate: 1), RunID(variant: 1, replicate: 1)])
    #expect(units[1].runs == [RunID(variant: 2, replicate: 1)])
  }

  @Test(arguments: 1...12) func unitsHoldEveryRunOnce(parts: Int) {
    let runs = plan(3, 5).runs
    let units = WorkUnit.units(of: runs, families: families, parts: parts)
    #expect(units.flatMap(\.runs).sorted() == runs.sorted())
    #expect(units.count >= min(4 * parts, 10))
    #expect(units.allSatisfy { Set($0.runs.map(\.replicate)).count == 1 })
  }

  @Test(arguments: [1, 3, 8, 40]) func shardsShareOutAllRunsEvenly(count: Int) throws {
    let folder = try TemporaryFolder()
    var batch = Sample.batch(Sample.experiment(variants: 4, replicates: 10), in: folder.path)
    var seen: [RunID] = []
    var sizes: [Int] = []
    for index in 1...count {
      batch.shard = Shard(index: index, count: count)
      let runs = batch.runs(of: batch.plan, batch.histories)
      seen += runs
      sizes.append(runs.count)
    }
    #expect(seen.sorted() == batch.plan.runs.sorted())
    #expect(sizes.max()! - sizes.min()! <= 1)
  }

  @Test func shardsAreReadFromText() {
    #expect(Shard("3/8") == Shard(index: 3, count: 8))
    for text in ["", "3", "0/8", "9/8", "3/8/1", "a/8", "-1/8", "3/", "1/1000000000"] {
      #expect(Shard(text) == nil, "\(text)")
    }
  }
}
