@testable import Engine

extension World {
  /// The world of a small setting after some weeks.
  static func after(
    _ weeks: Int, _ mechanisms: [MechanismUse], seed: UInt64 = 5, _ change: (inout Setting) -> Void = { _ in }
  ) throws -> World {
    var setting = Setting.small(mechanisms)
    change(&setting)
    var world = try World(setting, seed: seed, replicate: 0)
    for _ in 0..<weeks { world.advance() }
    return world
  }
}
