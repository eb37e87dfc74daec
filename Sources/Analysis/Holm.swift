/// Many tests at once: Holm's step-down adjustment (Holm 1979).
///
/// Rejecting where the adjusted probability is below α keeps the chance of a single false rejection among all
/// tests below α, whatever depends on what.
public enum Holm {
  /// How many of the probabilities are tests.
  public static func tests(_ probabilities: [Double]) -> Int { probabilities.count { !$0.isNaN } }

  /// The adjusted probabilities, in the order given; each at least the plain one and at most 1. Those that are NaN
  /// are no tests: they stay NaN and do not count.
  public static func adjusted(_ probabilities: [Double]) -> [Double] {
    let tests = probabilities.indices.filter { !probabilities[$0].isNaN }
      .sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
    var adjusted = probabilities
    var last = 0.0
    for (rank, index) in tests.enumerated() {
      last = max(last, min(1, probabilities[index] * Double(tests.count - rank)))
      adjusted[index] = last
    }
    return adjusted
  }
}
