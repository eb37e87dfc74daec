/// A difference of two variants, or any linear contrast of several, paired by replicate.
///
/// The contrast is formed within each replicate, whose runs share all luck that has nothing to do with the
/// variants; what is left varies over replicates like independent values, so that Student's t holds for them
/// (Student 1908).
public struct PairedComparison: Sendable, Equatable {
  /// An arm of a contrast: a variant and its weight in the contrast.
  public struct Arm: Sendable, Equatable {
    public var variant: String
    public var weight: Double

    public init(_ variant: String, weight: Double) {
      self.variant = variant
      self.weight = weight
    }
  }

  /// Mean of the contrast, in the measure's unit, with its confidence interval.
  public let interval: Interval
  /// Standard deviation of the contrast over replicates, n − 1 below; NaN with fewer than two.
  public let deviation: Double
  /// Square root of the mean variance of the arms: what runs of one arm differ by from replicate to replicate.
  public let pooledDeviation: Double
  /// Pearson's correlation of two arms over replicates; NaN for other contrasts and where an arm does not vary.
  public let correlation: Double
  /// Share of the contrast's variance that pairing took away: 1 − s² / Σ w²s², at most 1, negative where pairing
  /// did harm. For two arms that vary alike it is their correlation.
  public let varianceSpared: Double

  /// Mean of the contrast; NaN without a pair.
  public var mean: Double { interval.mean }
  public var low: Double { interval.low }
  public var high: Double { interval.high }
  /// Replicates that went in: those in which every arm has a value.
  public var count: Int { interval.count }

  /// Compares arms.
  /// - Parameters:
  ///   - arms: values of each arm, the same replicate at the same index, and its weight. A replicate in which a
  ///     value is not finite is left out.
  ///   - level: confidence of the interval, between 0 and 1.
  public init(_ arms: [(values: [Double], weight: Double)], level: Double = 0.95) {
    let count = arms.first?.values.count ?? 0
    precondition(arms.allSatisfy { $0.values.count == count }, "arms have a value for every replicate")
    let whole = (0..<count).filter { index in arms.allSatisfy { $0.values[index].isFinite } }
    let kept = arms.map { arm in whole.map { arm.values[$0] } }
    let contrast = whole.indices.map { index in
      zip(kept, arms).reduce(0) { $0 + $1.1.weight * $1.0[index] }
    }
    let moments = kept.map(Moments.init)
    interval = Interval(of: contrast, level: level)
    let own = Moments(contrast)
    deviation = own.deviation
    pooledDeviation = (moments.reduce(0) { $0 + $1.variance } / Double(max(1, moments.count))).squareRoot()
    correlation = kept.count == 2 ? Moments.correlation(kept[0], kept[1]) : .nan
    let unpaired = zip(moments, arms).reduce(0) { $0 + $1.1.weight * $1.1.weight * $1.0.variance }
    varianceSpared = unpaired > 0 ? 1 - own.variance / unpaired : .nan
  }

  /// Compares a variant with a baseline: values of both, the same replicate at the same index.
  public init(_ values: [Double], against baseline: [Double], level: Double = 0.95) {
    self.init([(values, 1), (baseline, -1)], level: level)
  }

  /// Compares variants of a table by a linear contrast; without arms, or with a variant that the table does not
  /// have, there is no pair.
  public init(of measure: String, arms: [Arm], in table: RunTable, level: Double = 0.95) {
    let columns = table.paired(measure, variants: arms.map(\.variant))
    self.init(zip(columns, arms).map { ($0, $1.weight) }, level: level)
  }

  /// Compares a variant of a table with another.
  public init(
    of measure: String, variant: String, against baseline: String, in table: RunTable, level: Double = 0.95
  ) {
    let arms = [Arm(variant, weight: 1), Arm(baseline, weight: -1)]
    self.init(of: measure, arms: arms, in: table, level: level)
  }

  /// Mean of the contrast in standard deviations of the contrast (Cohen's d_z): how sure one replicate is. Zero
  /// where nothing differs; infinite where every replicate differs by the same.
  public var standardisedByDifferences: Double { Self.ratio(mean, deviation) }

  /// Mean of the contrast in pooled standard deviations of the arms (Cohen's d_av): how large it is beside what
  /// replicates differ by anyway. Conventions as for ``standardisedByDifferences``.
  public var standardised: Double { Self.ratio(mean, pooledDeviation) }

  /// Student's t with ``freedom`` degrees of freedom; NaN with fewer than two pairs.
  public var t: Double { Self.ratio(mean, deviation / Double(count).squareRoot()) }

  /// Degrees of freedom of ``t``.
  public var freedom: Int { count - 1 }

  /// Probability of a |t| at least as large where the contrast is really zero, two-sided; 1 where no replicate
  /// differs at all, NaN with fewer than two pairs.
  public var p: Double { t.isNaN ? .nan : StudentT.beyond(t.magnitude, freedom: freedom) }

  /// The interval at another level: 0.9 for two one-sided tests at 5 %.
  public func interval(level: Double) -> Interval {
    guard count > 1 else { return interval }
    let error = deviation / Double(count).squareRoot()
    return Interval(
      mean: mean, halfWidth: StudentT.quantile(level: level, freedom: freedom) * error, count: count)
  }

  /// Nothing over nothing is nothing: arms that are the same in every replicate do not differ.
  private static func ratio(_ mean: Double, _ deviation: Double) -> Double {
    mean == 0 && deviation == 0 ? 0 : mean / deviation
  }
}
