import Engine

/// A small loop with the arithmetic that any week of such a model must do: a demand draw, a participation draw
/// through a logistic, three updates of state, and a committee's queue; residents in neighbourhoods of 2,000.
/// What the model's week costs in its terms says how much the model adds.
struct ReferenceLoop {
  private let residents: Int
  private static let neighbourhood = 2_000

  init(residents: Int) {
    self.residents = residents
  }

  func run(weeks: Int) -> Fingerprint {
    var publicness = [Float](repeating: 0.3, count: residents)
    var fatigue = [Float](repeating: 0, count: residents)
    var trust = [Float](repeating: 0.5, count: residents)
    var queue = [Float](repeating: 0, count: residents / Self.neighbourhood + 1)
    for week in 0..<weeks {
      let key = UInt32(truncatingIfNeeded: week) &* 0x9e37_79b9
      var start = 0
      while start < residents {
        let end = min(start + Self.neighbourhood, residents)
        let place = start / Self.neighbourhood
        let solved: Float = queue[place] > 20 ? 0.4 : 0.9
        queue[place] = max(0, queue[place] - 20)
        queue[place] += publicness.withUnsafeMutableBufferPointer { p in
          fatigue.withUnsafeMutableBufferPointer { f in
            trust.withUnsafeMutableBufferPointer { t in
              Self.sweep(p, f, t, start, end, key, solved)
            }
          }
        }
        start = end
      }
    }
    var result = Fingerprint()
    for value in trust { result.combine(UInt64(value.bitPattern)) }
    for value in fatigue { result.combine(UInt64(value.bitPattern)) }
    return result
  }

  @inline(__always)
  private static func sweep(
    _ publicness: UnsafeMutableBufferPointer<Float>, _ fatigue: UnsafeMutableBufferPointer<Float>,
    _ trust: UnsafeMutableBufferPointer<Float>, _ start: Int, _ end: Int, _ key: UInt32, _ solved: Float
  ) -> Float {
    // Counted in whole numbers: a sum of floats has an order, and would keep the loop from vectorising.
    var demands: Int32 = 0
    for i in start..<end {
      let id = UInt32(truncatingIfNeeded: i)
      let isAsking = uniform(id, key) < 0.01
      let asks: Float = isAsking ? 1 : 0
      let u = 2 * publicness[i] + trust[i] - 2 * fatigue[i] - 4
      let acts: Float = uniform(id, key ^ 0x5bd1_e995) < logistic(u) ? 1 : 0
      demands &+= isAsking ? 1 : 0
      trust[i] += asks * 0.1 * (solved - trust[i])
      fatigue[i] = fatigue[i] * 0.93 + acts * 0.05
      publicness[i] += 0.004 * (0.3 - publicness[i]) + acts * 0.05 * (1 - publicness[i])
    }
    return Float(demands)
  }

  @inline(__always)
  private static func uniform(_ id: UInt32, _ key: UInt32) -> Float {
    var x = id ^ key
    x ^= x &>> 16
    x = x &* 0x7feb_352d
    x ^= x &>> 15
    x = (x &+ key) &* 0x846c_a68b
    x ^= x &>> 16
    return Float(Int32(truncatingIfNeeded: x &>> 8)) * 0x1p-24
  }

  /// A polynomial of the fifth degree.
  @inline(__always)
  private static func logistic(_ x: Float) -> Float {
    let t = max(-30, min(30, x)) * -1.442_695
    let shifted = t + 12_582_912
    let r = (t - (shifted - 12_582_912)) * 0.693_147_2
    var p: Float = 8.333_333e-3
    p = p * r + 4.166_666_6e-2
    p = p * r + 0.166_666_67
    p = p * r + 0.5
    p = p * r + 1
    p = p * r + 1
    return 1 / (1 + p * Float(bitPattern: (shifted.bitPattern &<< 23) &+ 0x3f80_0000))
  }
}
