/// Draws from distributions, each a pure function of stream, entity and count.
extension RandomStream {
  /// A Poisson count with the given mean (0 or more). Exact inversion below a mean of 12; above it, the sum
  /// of halves, each with its own stream, so that the distribution stays exact at any mean.
  func poisson(mean: Double, _ entity: Int, _ count: Int = 0) -> Int {
    if mean <= 0 { return 0 }
    if mean > 12 {
      let half = substream(entity)
      return half.poisson(mean: mean * 0.5, count, 1) + half.poisson(mean: mean * 0.5, count, 2)
    }
    let u = uniform(entity, count)
    var term = FixedMath.exp(-mean)
    var sum = term
    var k = 0
    while u >= sum && k < 200 {
      k += 1
      term *= mean / Double(k)
      sum += term
    }
    return k
  }

  /// Weeks until an event whose chance each week is `hazard`: at least 1, at most `limit`.
  func waitingWeeks(hazard: Double, limit: Int, _ entity: Int, _ count: Int = 0) -> Int {
    if hazard >= 1 { return 1 }
    if hazard <= 0 { return limit }
    let u = uniform(entity, count)
    let weeks = 1 + (FixedMath.log(1 - u) / FixedMath.log(1 - hazard))
    return weeks < Double(limit) ? Int(weeks) : limit
  }

  /// The sum of twelve uniforms less six: mean 0, standard deviation 1, within ±6; no transcendental needed.
  func normal(_ entity: Int, _ count: Int = 0) -> Double {
    let own = substream(entity)
    var sum = -6.0
    for draw in 0..<12 { sum += own.uniform(count, draw) }
    return sum
  }

  /// A bell-shaped draw with mean 0 and standard deviation 1, within ±3.47: the sum of four 16-bit uniforms
  /// out of one 64-bit draw (Irwin–Hall). Its tails are thin; use ``normal(_:_:)`` where tails matter.
  @inline(__always)
  func bell(_ entity: Int, _ count: Int = 0) -> Double {
    let word = bits(entity, count)
    let sum = (word & 0xffff) &+ (word &>> 16 & 0xffff) &+ (word &>> 32 & 0xffff) &+ (word &>> 48)
    // The sum has mean 4 · 32767.5 and standard deviation 65536 / √3.
    return (Double(Int64(bitPattern: sum)) - 131_070) * (1.7320508075688772 / 65_536)
  }

  /// A whole number with the given mean (0 or more): one of the two next to it.
  @inline(__always)
  func rounded(_ mean: Double, _ entity: Int, _ count: Int = 0) -> Int {
    Int(mean + uniform(entity, count))
  }

  /// A triangular draw on a range with the given mode.
  func triangular(_ range: ClosedRange<Double>, mode: Double, _ entity: Int, _ count: Int = 0) -> Double {
    let width = range.upperBound - range.lowerBound
    if width <= 0 { return range.lowerBound }
    let u = uniform(entity, count)
    let split = (mode - range.lowerBound) / width
    return u < split
      ? range.lowerBound + (u * width * (mode - range.lowerBound)).squareRoot()
      : range.upperBound - ((1 - u) * width * (range.upperBound - mode)).squareRoot()
  }

  /// The index of one of several weights, each 0 or more, with probability in proportion to them;
  /// nil where all are zero.
  func weighted(_ weights: some Collection<Double>, _ entity: Int, _ count: Int = 0) -> Int? {
    var total = 0.0
    for weight in weights { total += weight }
    if total <= 0 { return nil }
    var rest = uniform(entity, count) * total
    var last: Int?
    for (index, weight) in weights.enumerated() where weight > 0 {
      last = index
      rest -= weight
      if rest < 0 { return index }
    }
    return last
  }
}
