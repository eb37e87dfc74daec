import Engine
import Testing

@testable import Experiments

struct HistoryTreeTests {
  private func setting(_ uses: [MechanismUse] = [], observed: Int = 100) -> Setting {
    var setting = Setting()
    setting.schedule.burnIn = 20
    setting.schedule.observed = observed
    setting.mechanisms = uses
    return setting
  }

  @Test func variantsBranchWhereTheyBeginToDiffer() {
    let trees = HistoryTree.trees(of: [
      setting(), setting([.init("blockHub", from: 52)]), setting([.init("autonomyFund", from: 52)]),
    ])
    #expect(
      trees == [
        HistoryTree(
          variants: [0, 1, 2], end: 52,
          branches: [0, 1, 2].map { HistoryTree(variants: [$0], end: 120) })
      ])
    #expect(trees[0].weeks() == 52 + 3 * 68)
  }

  @Test func stemsBranchAgain() {
    let hub = MechanismUse("blockHub", from: 30)
    let trees = HistoryTree.trees(of: [
      setting(), setting([hub]), setting([hub, .init("autonomyFund", from: 60)]),
      setting([.init("blockHub", from: 30, until: 70)]),
    ])
    #expect(trees.count == 1)
    #expect(trees[0].end == 30)
    #expect(trees[0].branches.map(\.variants) == [[0], [1, 2, 3]])
    #expect(trees[0].branches[1].end == 60)
    #expect(trees[0].branches[1].branches.map(\.variants) == [[1, 3], [2]])
    #expect(trees[0].branches[1].branches[0].end == 70)
  }

  @Test func whatDiffersFromTheStartIsNoFamily() {
    var other = setting([.init("blockHub", from: 52)])
    other.parameters[.signing] = 0.3
    let trees = HistoryTree.trees(of: [
      setting([.init("blockHub", from: 52)]), other, setting([.init("blockHub", from: 0)]),
    ])
    #expect(trees.map(\.variants) == [[0], [1], [2]])
    #expect(trees.families == [0, 1, 2])
  }

  @Test func equalAndLongerSettingsShareAllTheyCan() {
    let use = [MechanismUse("blockHub", from: 52)]
    let trees = HistoryTree.trees(of: [setting(use), setting(use), setting(use, observed: 150)])
    #expect(
      trees == [
        HistoryTree(
          variants: [0, 1, 2], end: 120,
          branches: [
            HistoryTree(variants: [0, 1], end: 120), HistoryTree(variants: [2], end: 170),
          ])
      ])
    #expect(trees[0].weeks() == 170)
  }

  @Test func prunedTreesLeadOnlyToWhatIsWanted() {
    let tree = HistoryTree.trees(of: [
      setting(), setting([.init("blockHub", from: 52)]), setting([.init("autonomyFund", from: 52)]),
    ])[0]
    #expect(tree.pruned(to: [1]) == HistoryTree(variants: [1], end: 120))
    #expect(tree.pruned(to: [0, 2])?.branches.map(\.variants) == [[0], [2]])
    #expect(tree.pruned(to: [7]) == nil)
  }
}
