@testable import Engine

/// What may happen to bytes.
enum Damage {
  /// Some bytes with a damage of their own for each number.
  static func made(to state: [UInt8], _ number: Int, _ draws: RandomStream) -> [UInt8] {
    var bytes = state
    for k in 0...draws.index(below: 4, number) {
      let place = draws.index(below: bytes.count, number, 10 * k + 1)
      let value = UInt8(truncatingIfNeeded: draws.bits(number, 10 * k + 2))
      switch draws.index(below: 6, number, 10 * k + 3) {
      case 0: bytes[place] = value
      case 1: bytes[place] ^= 1 << (value & 7)
      case 2: bytes[place] &+= 1
      case 3: for next in place..<min(place + 4, bytes.count) { bytes[next] = value & 1 == 0 ? 0 : 255 }
      case 4: bytes.swapAt(place, draws.index(below: bytes.count, number, 10 * k + 4))
      default: bytes[place] = state[draws.index(below: state.count, number, 10 * k + 4)]
      }
    }
    return bytes
  }
}
