/// Arithmetic of shares: whole numbers that add up, shares that meet a total, draws of an exact number.
enum Apportionment {
  /// Splits a whole number in proportion to weights so that the parts add up to it exactly (largest
  /// remainders; where they are equal, the one with the smaller lot). Every part gets at least `minimum`.
  /// - Precondition: `total >= minimum * weights.count`; weights are 0 or more, not all 0.
  /// - Parameter lots: one a part; without them the earlier part comes first.
  static func split(_ total: Int, by weights: [Double], minimum: Int = 0, lots: [Double] = []) -> [Int] {
    let free = total - minimum * weights.count
    precondition(free >= 0)
    var sum = 0.0
    for weight in weights { sum += weight }
    var parts: [Int] = []
    var rests: [(rest: Double, lot: Double, index: Int)] = []
    var left = free
    for (index, weight) in weights.enumerated() {
      let exact = Double(free) * (weight / sum)
      let whole = min(Int(exact), left)
      parts.append(minimum + whole)
      left -= whole
      rests.append((exact - Double(whole), lots.isEmpty ? 0 : lots[index], index))
    }
    rests.sort { ($1.rest, $0.lot, $0.index) < ($0.rest, $1.lot, $1.index) }
    var next = 0
    while left > 0 {
      parts[rests[next % rests.count].index] += 1
      left -= 1
      next += 1
    }
    return parts
  }

  /// A share whose odds are multiplied by a factor.
  @inline(__always)
  static func scaleOdds(_ share: Double, by factor: Double) -> Double {
    let up = share * factor
    return up > 0 ? up / (1 - share + up) : 0
  }

  /// The factor on the odds of each group's share with which the groups together reach a total share.
  /// - Parameters:
  ///   - total: 0–1.
  ///   - groups: weight and share of each; weights add up to 1.
  static func oddsFactor(total: Double, groups: [(weight: Double, share: Double)]) -> Double {
    var low = 0.0
    var high = 1.0
    // Sixty halvings of factor / (1 + factor) use up the precision of a Double.
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      let factor = middle / (1 - middle)
      var share = 0.0
      for group in groups { share += group.weight * scaleOdds(group.share, by: factor) }
      if share < total { low = middle } else { high = middle }
    }
    return high < 1 ? high / (1 - high) : low / (1 - low)
  }

  /// Marks exactly `number` of the candidates, each the likelier the greater its weight: a weighted draw
  /// without replacement that ranks −log(u) / weight (Efraimidis and Spirakis 2006). Weights of 0 are out.
  /// - Returns: false, marking nobody, where fewer than `number` have a weight.
  static func choose(
    _ number: Int, weights: [Double], uniforms: [Double], mark: (Int) -> Void
  ) -> Bool {
    if number == 0 { return true }
    var keys: [UInt64] = []
    var indices: [Int] = []
    for (index, weight) in weights.enumerated() where weight > 0 {
      // Bit patterns of numbers that are 0 or more have their order.
      keys.append((-FixedMath.log(1 - uniforms[index]) / weight).magnitude.bitPattern)
      indices.append(index)
    }
    if keys.count < number { return false }
    let limit = smallest(number, of: keys)
    var equal = number
    for key in keys where key < limit { equal -= 1 }
    for (position, key) in keys.enumerated() {
      if key < limit {
        mark(indices[position])
      } else if key == limit && equal > 0 {
        mark(indices[position])
        equal -= 1
      }
    }
    return true
  }

  /// The `rank`-th smallest key (counted from 1), byte by byte from the top, in linear time.
  private static func smallest(_ rank: Int, of keys: [UInt64]) -> UInt64 {
    var prefix: UInt64 = 0
    var mask: UInt64 = 0
    var rank = rank
    var shift: UInt64 = 64
    while shift > 0 {
      shift -= 8
      var counts = [Int](repeating: 0, count: 256)
      for key in keys where key & mask == prefix { counts[Int(key &>> shift & 255)] += 1 }
      var byte = 0
      while counts[byte] < rank {
        rank -= counts[byte]
        byte += 1
      }
      prefix |= UInt64(byte) &<< shift
      mask |= 255 &<< shift
    }
    return prefix
  }
}
