import Foundation

/// What one piece of work took, and what it gave.
struct Measurement<Value> {
  var seconds: Double
  /// Allocations meanwhile; nil where they cannot be counted.
  var allocations: Int?
  var value: Value
}

/// Runs a piece of work once. The value it gives keeps the optimiser from leaving the work out.
func measure<Value>(_ work: () throws -> Value) rethrows -> Measurement<Value> {
  let clock = ContinuousClock()
  let before = allocations
  let start = clock.now
  let value = try work()
  let elapsed = start.duration(to: clock.now)
  let after = allocations
  return Measurement(
    seconds: Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18,
    allocations: before.flatMap { before in after.map { $0 - before } }, value: value)
}
