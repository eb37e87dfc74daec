/// Mean and variance of values that are all there.
struct Moments: Sendable, Equatable {
  let count: Int
  /// NaN without values.
  let mean: Double
  /// n − 1 below; NaN with fewer than two values.
  let variance: Double

  var deviation: Double { variance.squareRoot() }

  init(_ values: [Double]) {
    count = values.count
    // Equal values vary by nothing, whatever their sum is rounded to.
    let isConstant = values.allSatisfy { $0 == values[0] }
    let centre = values.isEmpty ? .nan : isConstant ? values[0] : values.reduce(0, +) / Double(values.count)
    mean = centre
    variance =
      values.count > 1
      ? values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count - 1) : .nan
  }

  /// Pearson's correlation; NaN with fewer than two pairs or where one side does not vary.
  static func correlation(_ first: [Double], _ second: [Double]) -> Double {
    let (x, y) = (Moments(first), Moments(second))
    guard x.variance > 0, y.variance > 0 else { return .nan }
    let shared = zip(first, second).reduce(0) { $0 + ($1.0 - x.mean) * ($1.1 - y.mean) }
    let value = shared / Double(first.count - 1) / (x.deviation * y.deviation)
    return max(-1, min(1, value))
  }
}
