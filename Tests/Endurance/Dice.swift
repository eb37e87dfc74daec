/// A small generator for trials: SplitMix64 (Steele, Lea and Flood 2014). The model has its own.
struct Dice {
  private var state: UInt64

  /// The generator of one trial of a series.
  init(seed: UInt64, trial: UInt64) {
    state = seed &* 0xd1b5_4a32_d192_ed03 &+ trial
    state = next() ^ trial
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z &>> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z &>> 31)
  }

  /// A number in `0..<bound`; 0 where `bound` is not positive.
  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

  /// Mostly small, sometimes up to `most`.
  mutating func length(upTo most: Int) -> Int { below(1 + min(most, 1 << below(18))) }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
