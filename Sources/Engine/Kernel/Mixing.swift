/// Hash functions from which all random numbers and fingerprints are made.
///
/// The constants are those of published integer mixers: the 64-bit finaliser of SplitMix64
/// (Steele, Lea and Flood 2014) and the two-round 32-bit mixer found by Wellons' search for low bias (2018).
@inline(__always)
func mix64(_ value: UInt64) -> UInt64 {
  var z = value
  z = (z ^ (z &>> 30)) &* 0xbf58_476d_1ce4_e5b9
  z = (z ^ (z &>> 27)) &* 0x94d0_49bb_1331_11eb
  return z ^ (z &>> 31)
}

/// A 32-bit mixer with two key words, cheap enough for one draw per resident and week.
@inline(__always)
func mix32(_ value: UInt32, _ key: (UInt32, UInt32)) -> UInt32 {
  var x = value ^ key.0
  x ^= x &>> 16
  x = x &* 0x7feb_352d
  x ^= x &>> 15
  x = (x &+ key.1) &* 0x846c_a68b
  x ^= x &>> 16
  return x
}
