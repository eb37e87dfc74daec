import Engine
import Scenarios

extension Batch {
  /// What the variants have in common from their first week on.
  var histories: [HistoryTree] {
    // Another model knows nothing of states.
    guard runner == nil else {
      return experiment.variants.enumerated().map {
        HistoryTree(variants: [$0.offset], end: $0.element.scenario.setting.schedule.total)
      }
    }
    return HistoryTree.trees(of: experiment.variants.map(\.scenario.setting))
  }
}

extension [HistoryTree] {
  /// For every variant the number of its tree: variants of one family share their beginnings.
  var families: [Int] {
    var families = [Int](repeating: 0, count: reduce(0) { $0 + $1.variants.count })
    for (number, tree) in enumerated() {
      for variant in tree.variants { families[variant] = number }
    }
    return families
  }
}
