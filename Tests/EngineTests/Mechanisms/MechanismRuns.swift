@testable import Engine

/// What tests of single mechanisms ask of a small world.
extension Setting {
  /// The small world with some conditions and parameters of its own.
  static func small(
    _ mechanisms: [MechanismUse], _ conditions: [ConditionID: Double],
    _ parameters: [ParameterID: Double] = [:]
  ) -> Setting {
    var setting = Setting.small(mechanisms)
    for (id, value) in conditions { setting.conditions.values[id] = value }
    for (id, value) in parameters { setting.parameters[id] = value }
    return setting
  }

  /// A world that has run for some weeks.
  func world(after weeks: Int, seed: UInt64 = 5) throws -> World {
    var world = try World(self, seed: seed, replicate: 1)
    for _ in 0..<weeks { world.advance() }
    return world
  }

  /// The measures of a run by name.
  func measures(seed: UInt64 = 5) throws -> (String) -> Double {
    let values = try Simulation.run(self, seed: seed, replicate: 1).measures
    return { values[Measure.index($0)] }
  }

  /// All measures of a run, bit for bit: what flows to whom is left out.
  func measureBits(seed: UInt64 = 5) throws -> [UInt64] {
    try Simulation.run(self, seed: seed, replicate: 1).measures.map(\.bitPattern)
  }
}

extension World {
  /// Matters that a platform of some kind holds or has decided, and that are still remembered.
  borrowing func held(by kind: ActorKind) -> Int {
    var number = 0
    for row in demands.rows where row.isPublic && row.holder >= 0 && slots.kinds[Int(row.holder)] == kind {
      number += 1
    }
    return number
  }

  /// Demands now in a state.
  borrowing func count(_ state: Demand.State) -> Int { demands.counts[Int(state.rawValue)] }

  /// Mean relation of all units.
  borrowing func meanRelation() -> Double {
    var sum = 0.0
    for u in 0..<population.units.count { sum += Double(population.units.relation[u]) }
    return sum / Double(max(population.units.count, 1))
  }
}
