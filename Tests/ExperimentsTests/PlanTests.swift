import Testing

@testable import Experiments

struct PlanTests {
  @Test func replicatesComeFirst() {
    let runs = Plan(variants: 2, replicates: 2).runs
    #expect(
      runs == [
        RunID(variant: 0, replicate: 1), RunID(variant: 1, replicate: 1), RunID(variant: 0, replicate: 2),
        RunID(variant: 1, replicate: 2),
      ])
  }

  @Test func anyBeginningIsBalanced() {
    let runs = Plan(variants: 5, replicates: 10).runs
    for length in 0...runs.count {
      let counts = (0..<5).map { variant in runs.prefix(length).count { $0.variant == variant } }
      #expect(counts.max()! - counts.min()! <= 1)
    }
  }

  @Test func noTwoRunsShareAnID() {
    #expect(Set(Plan(variants: 40, replicates: 40).runs).count == 1600)
  }

  @Test func emptyPlans() {
    #expect(Plan(variants: 0, replicates: 3).runs.isEmpty)
    #expect(Plan(variants: 3, replicates: 0).runs.isEmpty)
  }
}
