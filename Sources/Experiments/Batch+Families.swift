import Scenarios

extension Batch {
  /// For every variant the number of its family: variants of one family share their beginnings.
  var families: [Int] { Array(experiment.variants.indices) }
}
