/// Transcendental functions made of + − × ÷ and the bits of numbers only, so that every machine gives the same bits.
/// The libraries of the system differ in their last bits with and without fused multiplication.
public enum FixedMath {
  /// e to the power of x, within about one unit in the last place; 0 below −745, and
  /// that of 709 above.
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < -745 { return 0 }
    if x > 709 { return 8.218407461554972e307 }
    // Adding and taking off 1.5·2⁵² rounds to a whole number without a call to the system's library.
    let scaled = (x * 1.4426950408889634 + 6_755_399_441_055_744) - 6_755_399_441_055_744
    let k = Int(scaled)
    // Cody–Waite reduction: ln 2 in two parts keeps the remainder exact.
    let r = (x - scaled * 0.6931471803691238) - scaled * 1.9082149292705877e-10
    // Taylor series to degree 13: the remainder is below 2⁻⁵⁵ for |r| ≤ ln 2 / 2.
    var p = 1.6059043836821613e-10
    p = p * r + 2.08767569878681e-9
    p = p * r + 2.505210838544172e-8
    p = p * r + 2.755731922398589e-7
    p = p * r + 2.7557319223985893e-6
    p = p * r + 2.48015873015873e-5
    p = p * r + 1.984126984126984e-4
    p = p * r + 1.388888888888889e-3
    p = p * r + 8.333333333333333e-3
    p = p * r + 4.1666666666666664e-2
    p = p * r + 1.6666666666666666e-1
    p = p * r + 0.5
    p = p * r + 1
    p = p * r + 1
    // Two steps keep subnormal results right.
    let half = k / 2
    return p * power(of2: half) * power(of2: k - half)
  }

  /// The natural logarithm, within about one unit in the last place; −∞ at 0, NaN below.
  public static func log(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    var m: Double
    var e: Double
    if x.isNormal {
      m = Double(bitPattern: x.bitPattern & 0x000f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
      e = Double(Int(x.bitPattern &>> 52) &- 1023)
    } else {
      m = x.significand
      e = Double(x.exponent)
    }
    if m > 1.4142135623730951 {
      m *= 0.5
      e += 1
    }
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    // Series of the inverse hyperbolic tangent, without its first term.
    var p = 1.0 / 21
    p = p * z + 1.0 / 19
    p = p * z + 1.0 / 17
    p = p * z + 1.0 / 15
    p = p * z + 1.0 / 13
    p = p * z + 1.0 / 11
    p = p * z + 1.0 / 9
    p = p * z + 1.0 / 7
    p = p * z + 1.0 / 5
    p = p * z + 1.0 / 3
    // 2s + 2sz·p, with 2s written as f − sf: f is exact, and what is taken from it is small.
    let rest = f - s * (f - 2 * z * p)
    return e * 0.6931471803691238 + (rest + e * 1.9082149292705877e-10)
  }

  /// 1 / (1 + e⁻ˣ).
  @inline(__always)
  public static func logistic(_ x: Double) -> Double {
    1 / (1 + exp(-x))
  }

  /// The fraction of a quantity that is left after one week when half is left after `halfLife` weeks.
  /// A half-life of zero or less leaves nothing.
  public static func weeklyRetention(halfLife: Double) -> Double {
    halfLife > 0 ? exp(-0.6931471805599453 / halfLife) : 0
  }

  /// 1 / (1 + e⁻ˣ) in single precision, branch-free so that loops over columns vectorise;
  /// within 2e-7 of the true value everywhere.
  @inline(__always)
  static func logistic(_ x: Float) -> Float {
    let clamped = max(-30, min(30, x))
    let t = clamped * -1.442_695
    // Adding 1.5·2²³ rounds to a whole number whose bits can be shifted into the exponent.
    let shifted = t + 12_582_912
    let r = (t - (shifted - 12_582_912)) * 0.693_147_2
    // Degree 5, fitted to the least relative error for |r| ≤ ln 2 / 2.
    var p: Float = 8.312_501e-3
    p = p * r + 4.189_033e-2
    p = p * r + 0.166_671_15
    p = p * r + 0.499_992_3
    p = p * r + 1
    p = p * r + 1
    let power = Float(bitPattern: (shifted.bitPattern &<< 23) &+ 0x3f80_0000)
    return 1 / (1 + p * power)
  }

  /// 2ᵏ for −1022 ≤ k ≤ 1023, straight from its bits.
  @inline(__always)
  private static func power(of2 k: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(k &+ 1023)) &<< 52)
  }
}
