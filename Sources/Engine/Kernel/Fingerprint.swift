/// A stable 64-bit hash of state, the same on every machine: two runs with equal fingerprints went the same way.
public struct Fingerprint: Sendable, Equatable, CustomStringConvertible {
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  /// Mixes in one 64-bit word.
  @inline(__always)
  public mutating func combine(_ word: UInt64) {
    value = mix64(value ^ word) &+ 0x9e37_79b9_7f4a_7c15
  }

  public mutating func combine(_ number: Int) { combine(UInt64(bitPattern: Int64(number))) }
  public mutating func combine(_ number: Double) { combine(number.bitPattern) }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
