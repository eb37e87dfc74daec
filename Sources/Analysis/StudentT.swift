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

  /// Probability that |t| is larger than `t`, for `t` of 0 or more: exact to many figures however small it is.
  ///
  /// In the tail, the incomplete beta function by its continued fraction (Abramowitz and Stegun 1964, 26.5.8 and
  /// 26.7.1): one minus ``central(_:freedom:)`` would lose all figures there.
  public static func beyond(_ t: Double, freedom: Int) -> Double {
    precondition(freedom >= 1 && t >= 0, "degrees of freedom start at 1, |t| at 0")
    guard t.isFinite else { return 0 }
    let freedom = min(freedom, most)
    let n = Double(freedom)
    let x = 1 / (1 + t * t / n)
    let a = n / 2
    guard x < (a + 1) / (a + 2.5), t > 1 else { return max(0, 1 - central(t, freedom: freedom)) }
    // x^a √(1 − x) / (a B(a, 1/2)), by whole steps from a = 1/2 or 1 on: B(1/2, 1/2) is π, B(1, 1/2) is 2.
    let isEven = freedom % 2 == 0
    var front = (1 - x).squareRoot() * (isEven ? x / 2 : x.squareRoot() / .pi)
    var k = isEven ? 1.0 : 0.5
    while k < a {
      front *= x * (k + 0.5) / k
      k += 1
    }
    return min(1, front / a * fraction(x, a))
  }

  /// The continued fraction of the incomplete beta function with b = 1/2, evaluated forwards (Lentz 1976).
  private static func fraction(_ x: Double, _ a: Double) -> Double {
    let b = 0.5
    let least = 1e-300
    func nonzero(_ value: Double) -> Double { value.magnitude < least ? least : value }
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var value = d
    for m in 1...10_000 {
      let m = Double(m)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      value *= d * c
      if (d * c - 1).magnitude < 1e-16 { break }
    }
    return value
  }

  /// Probability of a value larger than `t`, which may have either sign: the p of a one-sided test.
  public static func upper(_ t: Double, freedom: Int) -> Double {
    let half = beyond(t.magnitude, freedom: freedom) / 2
    return t >= 0 ? half : 1 - half
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
