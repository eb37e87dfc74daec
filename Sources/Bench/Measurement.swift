import Engine
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// What one piece of work took, and what it gave.
struct Measurement<Value> {
  var seconds: Double
  /// Pages of memory newly allocated meanwhile: a week that allocates for each resident would show.
  var newPages: Int
  var value: Value
}

/// Runs a piece of work once. The value it gives keeps the optimiser from leaving the work out.
func measure<Value>(_ work: () throws -> Value) rethrows -> Measurement<Value> {
  let clock = ContinuousClock()
  let before = pages
  let start = clock.now
  let value = try work()
  let elapsed = start.duration(to: clock.now)
  let after = pages
  return Measurement(
    seconds: Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18,
    newPages: after - before, value: value)
}

/// Pages of memory that this process has been given so far.
private var pages: Int {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  #else
    getrusage(RUSAGE_SELF, &usage)
  #endif
  return Int(usage.ru_minflt)
}
