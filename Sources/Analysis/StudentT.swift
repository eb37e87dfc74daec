/// Student's t distribution for whole degrees of freedom.
///
/// The distribution function is the finite sum for whole degrees of freedom (Abramowitz and Stegun 1964,
/// 26.7.3 and 26.7.4), so there is no series to cut off: quantiles agree with tables to twelve figures.
public enum StudentT {
  /// Beyond this many degrees of freedom the quantile changes by less than 0.002 %, and the sum would only
  /// take time.
  private static let most = 100_000

  /// Probability that |t| is at most `t`, for `t` of 0 or more.
  public static func central(_ t: Double, freedom: Int) -> Double {
    precondition(freedom >= 1 && t >= 0, "degrees of freedom start at 1, |t| at 0")
    guard t.isFinite else { return 1 }
    let n = Double(freedom)
    let sine = t / (n + t * t).squareRoot()
    let cosine2 = n / (n + t * t)
    if freedom % 2 == 0 {
      return min(1, sine * sum(cosine2, odd: false, terms: freedom / 2))
    }
    var value = angle(t / n.squareRoot())
    if freedom > 1 {
      value += sine * cosine2.squareRoot() * sum(cosine2, odd: true, terms: (freedom - 1) / 2)
    }
    return min(1, value * 2 / .pi)
  }

  /// 1 + (1/2)c + (1·3/2·4)c² + … for even degrees of freedom, 1 + (2/3)c + (2·4/3·5)c² + … for odd ones.
  private static func sum(_ c: Double, odd: Bool, terms: Int) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in stride(from: 1, to: terms, by: 1) {
      let numerator = Double(odd ? 2 * k : 2 * k - 1)
      term *= numerator / (numerator + 1) * c
      // Terms only fall from here on: what is below rounding adds nothing.
      if term < sum * 1e-17 { break }
      sum += term
    }
    return sum
  }

  /// The angle whose tangent is `x` (0 or more): halved until the series is short.
  private static func angle(_ x: Double) -> Double {
    guard x.isFinite else { return .pi / 2 }
    var x = x
    var factor = 1.0
    if x > 1 { return .pi / 2 - angle(1 / x) }
    while x > 0.05 {
      x /= 1 + (1 + x * x).squareRoot()
      factor *= 2
    }
    let x2 = x * x
    var power = x
    var sum = 0.0
    var k = 1.0
    while power.magnitude > 1e-20 {
      sum += power / k
      power *= -x2
      k += 2
    }
    return factor * sum
  }

  /// The t between whose negative and positive value lies the probability `level`: 2.776 for 95 % and 4
  /// degrees of freedom. NaN below one degree of freedom.
  public static func quantile(level: Double = 0.95, freedom: Int) -> Double {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    guard freedom >= 1 else { return .nan }
    let freedom = min(freedom, most)
    var low = 0.0
    var high = 1.0
    while central(high, freedom: freedom) < level { high *= 2 }
    // Halving ends when no number lies between the two.
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if central(middle, freedom: freedom) < level { low = middle } else { high = middle }
    }
  }
}
