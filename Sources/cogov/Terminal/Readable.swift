import Analysis

/// Numbers, times and sizes for people.
enum Readable {
  /// A number with so many decimals; "-" where there is none.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "-" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let digits = String(Int64(scaled))
    let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + filled }
    return "\(sign)\(filled.dropLast(decimals)).\(filled.suffix(decimals))"
  }

  /// A number with about three figures, as a measure in a table.
  static func measure(_ value: Double) -> String {
    fixed(value, decimals(for: value))
  }

  /// The same with as many decimals as a half-width that stands near it, at most six.
  static func measure(_ value: Double, besides width: Double) -> String {
    let finer = width.isFinite ? min(6, decimals(ofWidth: width)) : 0
    return fixed(value, max(decimals(for: value), finer))
  }

  /// Decimals that show about three figures of a value.
  static func decimals(for value: Double) -> Int {
    switch value.magnitude {
    case 100...: 0
    case 10..<100: 1
    case 1..<10: 2
    default: 3
    }
  }

  /// Decimals that show so many figures of a value below one, at most nine.
  static func decimals(showing figures: Int, of value: Double) -> Int {
    guard value.isFinite, value != 0 else { return 3 }
    var least = 1.0
    for _ in 1..<max(1, figures) { least *= 10 }
    var (rest, decimals) = (value.magnitude, 0)
    while rest < least, decimals < 9 {
      rest *= 10
      decimals += 1
    }
    return decimals
  }

  /// An effect with both ends of its interval, with as many decimals as its width needs: `-0.031 [-0.035, -0.027]`.
  static func effect(_ mean: Double, low: Double, high: Double) -> String {
    guard mean.isFinite else { return "-" }
    guard low.isFinite, high.isFinite else { return fixed(mean, decimals(showing: 2, of: mean)) }
    let decimals = decimals(showing: 2, of: high - low == 0 ? mean : (high - low) / 2)
    return "\(fixed(mean, decimals)) [\(fixed(low, decimals)), \(fixed(high, decimals))]"
  }

  /// A mean with its half-width, with as many decimals as that deserves: `0.0341 ± 0.0005` says more than
  /// `0.034 ± 0.000`.
  static func interval(_ mean: Double, _ halfWidth: Double) -> String {
    guard mean.isFinite else { return "-" }
    guard halfWidth.isFinite else { return measure(mean) }
    // A width that is only rounding is none.
    guard halfWidth > mean.magnitude * 1e-9 else { return "\(measure(mean)) ± 0" }
    let decimals = decimals(ofWidth: halfWidth)
    return "\(fixed(mean, decimals)) ± \(fixed(halfWidth, decimals))"
  }

  /// Decimals for a half-width: two figures where it begins with 1 or 2, whose rounding would be coarse, else one.
  private static func decimals(ofWidth width: Double) -> Int {
    let one = decimals(showing: 1, of: width)
    var leading = width
    for _ in 0..<one { leading *= 10 }
    return leading < 3 ? decimals(showing: 2, of: width) : one
  }

  /// A difference with its half-width and its sign.
  static func difference(_ mean: Double, _ halfWidth: Double) -> String {
    let text = interval(mean, halfWidth)
    return mean > 0 && fixed(mean, 9) != "0.000000000" ? "+" + text : text
  }

  /// A mean and the limits of its interval, with as many decimals as show two figures of the half-width; "-" for
  /// limits that there are not.
  static func estimate(_ interval: Interval) -> (mean: String, limits: String) {
    guard interval.halfWidth.isFinite else { return (measure(interval.mean), "-") }
    // Without a width, the mean's own figures.
    if interval.halfWidth == 0 {
      let text = measure(interval.mean)
      return (text, "\(text) to \(text)")
    }
    var decimals = 0
    var shown = interval.halfWidth
    while decimals < 5, shown < 9.95 {
      shown *= 10
      decimals += 1
    }
    return (
      fixed(interval.mean, decimals), "\(fixed(interval.low, decimals)) to \(fixed(interval.high, decimals))"
    )
  }

  /// An effect size; beyond what anybody tells apart, as "over 99".
  static func effect(_ size: Double) -> String {
    if size.magnitude >= 100 { return size > 0 ? ">99" : "<-99" }
    return fixed(size, size.magnitude >= 10 ? 1 : 2)
  }

  /// A probability: three decimals, the smallest as "<0.001"; "-" where there is none.
  static func probability(_ p: Double) -> String { p < 0.001 ? "<0.001" : fixed(p, 3) }

  /// A share in per cent, with a decimal where it is needed to tell it from a whole number.
  static func percent(_ share: Double) -> String {
    let value = share * 100
    let isWhole = (value - value.rounded()).magnitude < 1e-9
    // Near 0 and 100, as many decimals as tell it from them.
    var decimals = isWhole ? 0 : 1
    while !isWhole, decimals < 4, [0, 100].contains(Double(fixed(value, decimals))) { decimals += 1 }
    return "\(fixed(value, decimals)) %"
  }

  /// A number with its sign and one decimal; "-" where there is none.
  static func signed(_ value: Double) -> String {
    let text = fixed(value, 1)
    return value > 0 && text != "0.0" ? "+" + text : text
  }

  /// Seconds as people say them: "12 s", "3 min 05 s", "2 h 10 min", "3 d 4 h".
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "unknown" }
    if seconds < 1 { return "under 1 s" }
    let whole = Int(seconds.rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(two(whole % 60)) s" }
    if whole < 86_400 { return "\(whole / 3600) h \(two(whole % 3600 / 60)) min" }
    return "\(whole / 86_400) d \(whole % 86_400 / 3600) h"
  }

  /// A rough time: "about 3 min 05 s", "under 1 s".
  static func about(_ seconds: Double) -> String {
    seconds < 1 ? duration(seconds) : "about \(duration(seconds))"
  }

  /// A size on the disk, roughly: "under 1 MB", "about 120 MB".
  static func megabytes(_ bytes: Int) -> String {
    let count = Double(bytes) / 1e6
    return count < 1 ? "under 1 MB" : "about \(fixed(count, 0)) MB"
  }

  /// "1 run", "20 runs".
  static func runs(_ count: Int) -> String { count == 1 ? "1 run" : "\(count) runs" }

  /// "1 claim", "85 claims".
  static func claims(_ count: Int) -> String { count == 1 ? "1 claim" : "\(count) claims" }

  /// "1 frame", "8 frames".
  static func frames(_ count: Int) -> String { count == 1 ? "1 frame" : "\(count) frames" }

  /// "1 variant", "3 variants".
  static func variants(_ count: Int) -> String { count == 1 ? "1 variant" : "\(count) variants" }
}
