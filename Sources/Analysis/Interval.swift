/// A mean with its confidence interval, Student's t over independent values.
public struct Interval: Sendable, Equatable {
  /// NaN where there is no value.
  public let mean: Double
  /// Half the width of the interval; NaN where there are fewer than two values.
  public let halfWidth: Double
  /// Values that went in; missing ones are left out.
  public let count: Int

  public var low: Double { mean - halfWidth }
  public var high: Double { mean + halfWidth }

  public init(mean: Double, halfWidth: Double, count: Int) {
    self.mean = mean
    self.halfWidth = halfWidth
    self.count = count
  }

  /// - Parameters:
  ///   - values: one per replicate; those that are not finite count as missing.
  ///   - level: confidence, 0.95 by default.
  public init(of values: [Double], level: Double = 0.95) {
    let values = values.filter(\.isFinite)
    count = values.count
    guard count > 0 else {
      mean = .nan
      halfWidth = .nan
      return
    }
    let moments = Moments(values)
    mean = moments.mean
    guard count > 1 else {
      halfWidth = .nan
      return
    }
    halfWidth =
      StudentT.quantile(level: level, freedom: count - 1) * moments.deviation / Double(count).squareRoot()
  }
}
