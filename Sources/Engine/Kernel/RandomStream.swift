/// The random numbers of one run.
///
/// Every number belongs to a *decision*: it is a pure function of (seed, replicate, stream, week, entity,
/// count). Nothing is consumed, so asking or not asking for a number changes no other number: variants of a
/// scenario share all luck that does not concern their difference (common random numbers).
public struct RandomSource: Sendable, Equatable {
  let key: UInt64

  /// - Parameters:
  ///   - seed: the master seed of an experiment.
  ///   - replicate: the number of the replicate; all variants of one replicate share their luck.
  public init(seed: UInt64, replicate: Int) {
    key = mix64(
      mix64(seed &+ 0x9e37_79b9_7f4a_7c15) ^ (UInt64(truncatingIfNeeded: replicate) &* 0xd1b5_4a32_d192_ed03))
  }

  /// The stream of one kind of decision in one week.
  @inline(__always)
  public func stream(_ id: StreamID, week: Int = 0) -> RandomStream {
    RandomStream(
      key: mix64(key ^ mix64((UInt64(id.rawValue) &<< 32) | UInt64(truncatingIfNeeded: week & 0xffff_ffff))))
  }
}

/// The draws of one kind of decision in one week: indexed by entity and count, never by order of asking.
public struct RandomStream: Sendable {
  let key: UInt64
  /// Key words for ``mix32(_:_:)``.
  let words: (UInt32, UInt32)

  @inline(__always)
  init(key: UInt64) {
    self.key = key
    words = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key &>> 32))
  }

  /// 64 random bits for the `count`-th draw of an entity.
  @inline(__always)
  public func bits(_ entity: Int, _ count: Int = 0) -> UInt64 {
    mix64(
      key &+ UInt64(truncatingIfNeeded: entity) &* 0x9e37_79b9_7f4a_7c15
        ^ mix64(UInt64(truncatingIfNeeded: count) &+ 0x2545_f491_4f6c_dd1d))
  }

  /// A uniform number in [0, 1) with 53 random bits.
  @inline(__always)
  public func uniform(_ entity: Int, _ count: Int = 0) -> Double {
    Double(bits(entity, count) &>> 11) * 0x1p-53
  }

  /// A uniform number in [0, 1) with 24 random bits: one draw per resident in a sweep over columns.
  @inline(__always)
  func sweepUniform(_ entity: UInt32) -> Float {
    Float(Int32(truncatingIfNeeded: mix32(entity, words) &>> 8)) * 0x1p-24
  }

  /// True with the given probability; false for a probability of zero, true for one.
  @inline(__always)
  public func happens(_ probability: Double, _ entity: Int, _ count: Int = 0) -> Bool {
    uniform(entity, count) < probability
  }

  /// A whole number in `0..<bound`; `bound` must be positive.
  @inline(__always)
  public func index(below bound: Int, _ entity: Int, _ count: Int = 0) -> Int {
    Int(bits(entity, count).multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A stream of its own for one entity, for a decision that needs draws over two indices.
  @inline(__always)
  func substream(_ entity: Int) -> RandomStream {
    RandomStream(key: bits(entity, 0x5eed))
  }
}
