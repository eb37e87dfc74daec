@testable import Engine

extension World {
  /// What has been booked between two kinds of actors for a purpose.
  func booked(_ resource: Resource, _ purpose: Purpose, from: ActorKind, to: ActorKind = .doneWork) -> Int64 {
    ledger.flow(resource, purpose.rawValue, from: from.rawValue, to: to.rawValue)
  }

  /// A count over all neighbourhoods.
  func counted(_ counter: Counter) -> Double {
    neighbourhoods.indices.reduce(0) { $0 + tally.row($1)[counter.rawValue] }
  }

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
