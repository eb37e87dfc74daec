/// Whether one variant varies more over replicates than another, paired by replicate: the test of Pitman (1939) and
/// Morgan (1939).
///
/// Two paired values vary alike exactly where their sum and their difference are uncorrelated; so the correlation of
/// sum and difference is tested. It supposes normal values.
public struct SpreadComparison: Sendable, Equatable {
  /// Standard deviation of the variant over replicates; NaN with fewer than two pairs.
  public let deviation: Double
  /// Standard deviation of the baseline.
  public let baselineDeviation: Double
  /// Pearson's correlation of the two; NaN where one does not vary.
  public let correlation: Double
  /// Student's t with ``freedom`` degrees of freedom, positive where the variant varies more; NaN with fewer than
  /// three pairs.
  public let t: Double
  /// Pairs in which both have a value.
  public let count: Int
  /// Difference of the standard deviations, in the measure's unit, with its limits.
  ///
  /// The limits are those of the ratio of the deviations (Morgan 1939), on the scale of the difference with the
  /// geometric mean of both held as observed: they leave out 0 exactly where the test rejects. NaN where a side
  /// does not vary.
  public let difference, low, high: Double

  /// - Parameters:
  ///   - values, baseline: the same replicate at the same index; pairs with a value that is not finite are left out.
  ///   - level: confidence of the limits, between 0 and 1.
  public init(_ values: [Double], against baseline: [Double], level: Double = 0.95) {
    precondition(values.count == baseline.count, "both sides have a value for every replicate")
    let pairs = zip(values, baseline).filter { $0.isFinite && $1.isFinite }
    count = pairs.count
    let (x, y) = (pairs.map(\.0), pairs.map(\.1))
    deviation = Moments(x).deviation
    baselineDeviation = Moments(y).deviation
    correlation = Moments.correlation(x, y)
    difference = deviation - baselineDeviation
    guard count > 2 else {
      t = .nan
      low = .nan
      high = .nan
      return
    }
    let r = Moments.correlation(pairs.map { $0 + $1 }, pairs.map { $0 - $1 })
    let freedom = Double(count - 2)
    // Sides that are the same in every replicate vary alike.
    t =
      deviation == baselineDeviation
      ? 0 : r.magnitude == 1 ? r * .infinity : r * (freedom / (1 - r * r)).squareRoot()
    guard deviation > 0, baselineDeviation > 0 else {
      low = .nan
      high = .nan
      return
    }
    let quantile = StudentT.quantile(level: level, freedom: count - 2)
    let spread = 2 * (1 - correlation * correlation) * quantile * quantile / freedom
    // The limits of the ratio of variances are F·k and F/k.
    let k = 1 + spread + (spread * (spread + 2)).squareRoot()
    let ratio = deviation / baselineDeviation
    let middle = (deviation * baselineDeviation).squareRoot()
    func scaled(_ ratio: Double) -> Double { middle * (ratio.squareRoot() - 1 / ratio.squareRoot()) }
    low = scaled(ratio / k.squareRoot())
    high = scaled(ratio * k.squareRoot())
  }

  /// Compares two variants of a table.
  public init(
    of measure: String, variant: String, against baseline: String, in table: RunTable, level: Double = 0.95
  ) {
    let columns = table.paired(measure, variants: [variant, baseline])
    self.init(columns[0], against: columns[1], level: level)
  }

  /// Degrees of freedom of ``t``.
  public var freedom: Int { count - 2 }

  /// Ratio of the standard deviations, the variant's above: the effect without a unit.
  public var ratio: Double { deviation / baselineDeviation }

  /// Probability of a |t| at least as large where both vary alike, two-sided; NaN with fewer than three pairs.
  public var p: Double { t.isNaN ? .nan : StudentT.beyond(t.magnitude, freedom: freedom) }
}
