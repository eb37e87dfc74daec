/// Whether an effect is so small that it does not matter: two one-sided tests (Schuirmann 1987).
///
/// Absence of a significant difference is not evidence of no difference. Here the effect is tested against both
/// ends of a range within which it would not matter; only where it lies clearly inside do both tests reject.
public struct Equivalence: Sendable, Equatable {
  /// Smallest effect of interest, more than 0, in the measure's unit: smaller ones, up or down, do not matter.
  public let smallest: Double
  /// The larger of the two one-sided probabilities; NaN with fewer than two pairs.
  public let p: Double

  /// - Parameters:
  ///   - comparison: the effect.
  ///   - smallest: smallest effect of interest, more than 0; where it is not, nothing is equivalent and
  ///     ``p`` is NaN.
  public init(_ comparison: PairedComparison, smallest: Double) {
    self.smallest = smallest
    guard smallest > 0, comparison.count > 1 else {
      p = .nan
      return
    }
    let error = comparison.deviation / Double(comparison.count).squareRoot()
    func above(_ distance: Double) -> Double {
      // Without any variation the effect is known: inside or not.
      guard error > 0 else { return distance > 0 ? 0 : 1 }
      return StudentT.upper(distance / error, freedom: comparison.freedom)
    }
    p = max(above(comparison.mean + smallest), above(smallest - comparison.mean))
  }

  /// Whether the effect lies within ± ``smallest`` at a level of significance: the same as whether the interval at
  /// the level 1 − 2α does.
  public func holds(at alpha: Double = 0.05) -> Bool { p < alpha }

  /// What a difference came out as, by its test and that of equivalence together.
  public enum Finding: String, Sendable, CaseIterable {
    /// Not zero, and perhaps large enough to matter.
    case different
    /// Too small to matter.
    case equivalent
    /// Not zero, but too small to matter.
    case both
    /// Neither could be shown: more replicates are needed.
    case open
  }

  /// The finding of a difference.
  /// - Parameters:
  ///   - p: probability of no difference, two-sided, adjusted or not; NaN shows nothing.
  ///   - alpha: level of significance of both tests.
  public func finding(p difference: Double, at alpha: Double = 0.05) -> Finding {
    switch (difference < alpha, holds(at: alpha)) {
    case (true, true): .both
    case (true, false): .different
    case (false, true): .equivalent
    case (false, false): .open
    }
  }
}
