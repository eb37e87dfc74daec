import Analysis

/// A paired contrast with its probability adjusted for the number of tests of its family.
public struct PairedContrast: Sendable, Equatable {
  public let paired: PairedComparison
  /// p after Holm's adjustment; NaN where there is no test.
  public internal(set) var adjusted = Double.nan
  /// Tests that ``adjusted`` is adjusted for: the size of the family.
  public internal(set) var tests = 0

  init(_ paired: PairedComparison) { self.paired = paired }
}

extension Array {
  /// Adjusts the probabilities of all rows together: they are one family.
  mutating func adjust(_ contrast: WritableKeyPath<Element, PairedContrast>) {
    let plain = map { $0[keyPath: contrast].paired.p }
    let adjusted = Holm.adjusted(plain)
    let tests = Holm.tests(plain)
    for index in indices {
      self[index][keyPath: contrast].adjusted = adjusted[index]
      self[index][keyPath: contrast].tests = tests
    }
  }
}
