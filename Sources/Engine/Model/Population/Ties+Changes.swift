extension Ties {
  /// What a call of ``connect(_:_:gain:)`` did.
  struct Connection: Equatable {
    /// A tie that had not been there.
    var isNew = false
    /// Whose ties with the first and with the second resident gave way, or ``Ties/none``.
    var displacedFromFirst = Ties.none
    var displacedFromSecond = Ties.none
  }

  /// Number of residents.
  var residents: Int { other.count / Self.slots }

  /// The places of one resident in the columns, free ones included.
  @inline(__always)
  func places(of resident: Int) -> Range<Int> { resident * Self.slots..<(resident + 1) * Self.slots }

  /// Calls `body` with the other end and the strength of each tie of a resident.
  @inline(__always)
  func forEach(of resident: Int, _ body: (_ other: Int, _ strength: UInt8) -> Void) {
    for place in places(of: resident) {
      let end = other[place]
      if end != Self.none { body(Int(end), strength[place]) }
    }
  }

  /// Number of ties of a resident.
  @inline(__always)
  func degree(of resident: Int) -> Int {
    var number = 0
    for place in places(of: resident) where other[place] != Self.none { number += 1 }
    return number
  }

  @inline(__always)
  func contains(_ a: Int, _ b: Int) -> Bool { place(of: UInt32(b), at: a) != nil }

  /// Strength of the tie of two residents; 0 where there is none.
  @inline(__always)
  func strength(_ a: Int, _ b: Int) -> UInt8 { place(of: UInt32(b), at: a).map { strength[$0] } ?? 0 }

  /// Two residents have met: their tie grows by `gain`, up to 255, or begins with it.
  ///
  /// A new tie takes a free place on each side or that of the weakest tie there, if that one is weaker than
  /// `gain`; a tie that gives way is gone on its other side too. Where one side has no such place nothing
  /// changes. Among equally weak ties the first place gives way. A gain of 0 or a tie to oneself does nothing.
  mutating func connect(_ a: Int, _ b: Int, gain: UInt8) -> Connection {
    var result = Connection()
    if a == b || gain == 0 { return result }
    if let atA = place(of: UInt32(b), at: a), let atB = place(of: UInt32(a), at: b) {
      let sum = strength[atA].addingReportingOverflow(gain)
      let grown = sum.overflow ? 255 : sum.partialValue
      strength[atA] = grown
      strength[atB] = grown
      return result
    }
    let atA = weakest(of: a)
    let atB = weakest(of: b)
    if strength[atA] >= gain || strength[atB] >= gain { return result }
    result.isNew = true
    result.displacedFromFirst = other[atA]
    result.displacedFromSecond = other[atB]
    if result.displacedFromFirst != Self.none { clear(UInt32(a), at: Int(result.displacedFromFirst)) }
    if result.displacedFromSecond != Self.none { clear(UInt32(b), at: Int(result.displacedFromSecond)) }
    set(atA, UInt32(b), gain)
    set(atB, UInt32(a), gain)
    return result
  }

  /// Lets ties fade: strength × `retention` (0–1), cut to a whole number; a tie at 0 is gone.
  ///
  /// The new strength depends on the old one alone, which is equal on both sides, so ranges may be swept in any
  /// order or at once, as long as all residents are swept before a tie is read or made again. Cutting
  /// down takes off half a point more than `retention` asks for on average, so that every unused tie ends.
  /// - Parameter lost: called for each resident of the range who has lost a tie, with its other end.
  /// - Returns: the number of such sides; over all residents twice the number of ties.
  @discardableResult
  @inline(__always)
  mutating func fade(
    in range: Range<Int>, retention: Double, lost: (_ resident: Int, _ other: Int) -> Void = { _, _ in }
  ) -> Int {
    // In units of 2⁻¹⁶, so that the sweep needs whole numbers only.
    let factor = UInt32(max(0, min(1, retention)) * 65_536)
    var ended = 0
    for place in range.lowerBound * Self.slots..<range.upperBound * Self.slots where other[place] != Self.none
    {
      let faded = UInt8(truncatingIfNeeded: (UInt32(strength[place]) &* factor) &>> 16)
      strength[place] = faded
      if faded == 0 {
        let end = Int(other[place])
        other[place] = Self.none
        ended &+= 1
        lost(place / Self.slots, end)
      }
    }
    return ended
  }

  /// Adds a tie at week 0 where both have fewer than `limit` ties and none with each other.
  mutating func add(_ a: Int, _ b: Int, strength: UInt8, limit: Int) -> Bool {
    if a == b || contains(a, b) || degree(of: a) >= limit || degree(of: b) >= limit { return false }
    set(weakest(of: a), UInt32(b), strength)
    set(weakest(of: b), UInt32(a), strength)
    return true
  }

  @inline(__always)
  private func place(of end: UInt32, at resident: Int) -> Int? {
    for place in places(of: resident) where other[place] == end { return place }
    return nil
  }

  /// The first free place, else the first of the weakest ties; a free place has strength 0, a tie at least 1.
  @inline(__always)
  private func weakest(of resident: Int) -> Int {
    var best = resident * Self.slots
    for place in places(of: resident) where strength[place] < strength[best] { best = place }
    return best
  }

  @inline(__always)
  private mutating func clear(_ end: UInt32, at resident: Int) {
    if let place = place(of: end, at: resident) { set(place, Self.none, 0) }
  }

  @inline(__always)
  private mutating func set(_ place: Int, _ end: UInt32, _ value: UInt8) {
    other[place] = end
    strength[place] = value
  }
}
