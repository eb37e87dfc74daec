/// Resamples of replicates with replacement (Efron 1979), the same in every run of the program.
///
/// Each number follows from its place alone (the mixing function of SplitMix64: Steele, Lea and Flood 2014), so that
/// nothing depends on the order in which resamples are made. All variants of a resample have the same replicates:
/// pairs stay together.
public struct Resampling: Sendable {
  /// Resamples that are made.
  public static let count = 2000
  /// Where the numbers start; any other would do.
  private static let seed: UInt64 = 0x636f_676f_7620_3035

  /// The replicates of a resample, by index: as many as there are.
  public static func indices(_ resample: Int, of count: Int) -> [Int] {
    (0..<count).map { place in
      let number = mixed(seed &+ UInt64(resample) << 32 &+ UInt64(place))
      // The high half of the product lies below the count, evenly up to 2^-64.
      return Int(number.multipliedFullWidth(by: UInt64(count)).high)
    }
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    var z = number &* 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
