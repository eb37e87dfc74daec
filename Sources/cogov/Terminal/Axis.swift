/// One axis of the plane: a range chosen from the data, and round numbers along it.
struct Axis {
  let low: Double
  let high: Double
  let cells: Int
  /// Round numbers in the range, upwards.
  let ticks: [Double]
  private let decimals: Int

  /// - Parameters:
  ///   - values: means with half-widths; those that are not finite are passed over.
  ///   - cells: characters along the axis, at least 2.
  ///   - ticks: about how many labels are wanted.
  ///   - bounds: what values can be; wide intervals do not stretch the axis beyond.
  init(
    values: [(mean: Double, half: Double)], cells: Int, ticks wanted: Int, bounds: ClosedRange<Double>? = nil
  ) {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.mean.isFinite {
      let half = value.half.isFinite ? value.half.magnitude : 0
      low = min(low, value.mean - half)
      high = max(high, value.mean + half)
    }
    if low > high { (low, high) = (0, 1) }
    // All in one place: a range around it, wide enough that labels differ.
    let span = high - low
    let least = max(max(low.magnitude, high.magnitude) * 1e-6, 1e-9)
    let margin = span > least ? span * 0.05 : max(high.magnitude * 0.05, 0.5)
    let isBounded = bounds.map { range in
      values.allSatisfy { !$0.mean.isFinite || range.contains($0.mean) }
    }
    let range = isBounded == true ? bounds : nil
    self.low = max(low - margin, range?.lowerBound ?? -.infinity)
    self.high = min(high + margin, range?.upperBound ?? .infinity)
    self.cells = cells
    let step = Self.roundStep((self.high - self.low) / Double(wanted))
    decimals = Self.decimals(of: step)
    var ticks: [Double] = []
    var count = (self.low / step).rounded(.up)
    while count * step <= self.high, ticks.count <= 2 * wanted {
      ticks.append(count * step)
      count += 1
    }
    self.ticks = ticks
  }

  /// The character at which a value stands, from 0; values outside stand at the ends.
  func cell(_ value: Double) -> Int {
    let share = (value - low) / (high - low)
    guard share.isFinite else { return 0 }
    return Int((min(max(share, 0), 1) * Double(cells - 1)).rounded())
  }

  func label(_ tick: Double) -> String { Readable.fixed(tick, decimals) }

  /// The smallest of 1, 2, 5 times a power of ten that is not below a length.
  private static func roundStep(_ length: Double) -> Double {
    var power = 1.0
    while power > length { power /= 10 }
    while power * 10 <= length { power *= 10 }
    for factor in [1.0, 2, 5] where power * factor >= length { return power * factor }
    return power * 10
  }

  private static func decimals(of step: Double) -> Int {
    var decimals = 0
    var scaled = step
    while scaled < 0.999, decimals < 12 {
      scaled *= 10
      decimals += 1
    }
    return decimals
  }
}
