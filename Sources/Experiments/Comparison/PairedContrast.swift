import Analysis

/// A paired contrast with its probability adjusted for the number of tests of its table.
public struct PairedContrast: Sendable, Equatable {
  public let paired: PairedComparison
  /// p after Holm's adjustment; NaN where there is no test.
  public internal(set) var adjusted = Double.nan

  init(_ paired: PairedComparison) { self.paired = paired }
}

extension Array {
  /// Adjusts the probabilities of all rows together.
  mutating func adjust(_ contrast: WritableKeyPath<Element, PairedContrast>) {
    let adjusted = Holm.adjusted(map { $0[keyPath: contrast].paired.p })
    for index in indices { self[index][keyPath: contrast].adjusted = adjusted[index] }
  }
}
