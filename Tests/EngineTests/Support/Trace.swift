@testable import Engine

/// The way a setting goes, as a fingerprint every few weeks and the bits of the result: whether another goes another
/// way mostly shows within its first weeks.
struct Trace {
  private static let step = 4
  private let fingerprints: [Fingerprint]
  private let bits: [UInt64]

  init(_ setting: Setting) throws {
    var run = try SimulationRun(setting, seed: 8, replicate: 1)
    var fingerprints: [Fingerprint] = []
    for week in stride(from: 0, to: setting.schedule.total, by: Self.step) {
      try run.advance(to: week)
      fingerprints.append(run.world.fingerprint())
    }
    try run.advance(to: setting.schedule.total)
    self.fingerprints = fingerprints
    bits = run.result().bits
  }

  /// Whether a setting with the same weeks leaves this way.
  func isLeft(by setting: Setting) throws -> Bool {
    var run = try SimulationRun(setting, seed: 8, replicate: 1)
    for (number, fingerprint) in fingerprints.enumerated() {
      try run.advance(to: number * Self.step)
      if run.world.fingerprint() != fingerprint { return true }
    }
    try run.advance(to: setting.schedule.total)
    return run.result().bits != bits
  }
}
