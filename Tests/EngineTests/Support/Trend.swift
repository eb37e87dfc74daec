/// How far something goes with an index, over many sets of things of which each set has an index of its own.
///
/// If the things of a set are alike, all orders of their values are equally likely; the correlation of n values with
/// their index then has the mean 0 and the variance 1 / (n − 1), whatever the values are.
struct Trend {
  private var sum = 0.0
  private var weight = 0.0

  /// Adds a set: values in the order of the index. One whose values do not vary says nothing.
  mutating func add(_ values: [Double]) {
    let number = Double(values.count)
    if values.count < 3 { return }
    let middle = (number - 1) / 2
    let mean = values.reduce(0, +) / number
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (index, value) in values.enumerated() {
      let (x, y) = (Double(index) - middle, value - mean)
      xx += x * x
      yy += y * y
      xy += x * y
    }
    if yy <= 1e-12 * (1 + mean * mean) { return }
    sum += (number - 1) * xy / (xx * yy).squareRoot()
    weight += number - 1
  }

  /// The mean correlation, and the same in standard errors.
  var mean: Double { weight > 0 ? sum / weight : 0 }
  var errors: Double { weight > 0 ? sum / weight.squareRoot() : 0 }
  var isEmpty: Bool { weight == 0 }

  /// By chance alone this is so for one of five thousand.
  var isSuspect: Bool { abs(errors) >= 4 || (abs(mean) > 0.1 && abs(errors) > 3.5) }
}
