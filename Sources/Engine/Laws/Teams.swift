/// Teams of a block: staff who are pooled work this week where the most work waits, and lose some of their time
/// on the way.
enum Teams {
  /// Minutes of each residents' committee this week; empty where nobody is pooled.
  static func minutes(_ world: borrowing World) -> [Int] {
    if world.structure.relations.allSatisfy({ $0.pooledStaff == 0 }) { return [] }
    var minutes = world.neighbourhoods.indices.map {
      world.structure[.residentsCommittee, $0]?.staffMinutes ?? 0
    }
    for block in world.places.blocks {
      let team = block.neighbourhoods.filter { world.structure.relations[$0].pooledStaff > 0 }
      if team.count < 2 { continue }
      let given = team.map { Int(Double(minutes[$0]) * world.structure.relations[$0].pooledStaff) }
      let loads = team.map { waiting(world, $0) }
      let pool = Double(given.reduce(0, +)) * (1 - world.setting.parameters[.switchingCost])
      let parts = shares(of: Int(pool), by: loads)
      for (k, n) in team.enumerated() { minutes[n] += parts[k] - given[k] }
    }
    return minutes
  }

  /// A whole number in parts as weights are; the last has what is left.
  static func shares(of total: Int, by weights: [Double]) -> [Int] {
    let sum = weights.reduce(0, +)
    var parts = weights.map { sum > 0 ? Int(Double(total) * $0 / sum) : total / weights.count }
    parts[parts.count - 1] += total - parts.reduce(0, +)
    return parts
  }

  /// Minutes of work that wait at a committee, and a week's work of its own, so that an empty desk still counts.
  private static func waiting(_ world: borrowing World, _ n: Int) -> Double {
    let slot = world.slots.slot(.residentsCommittee, n)
    let queue = world.actors[slot].queue.reduce(0.0) {
      $0 + DemandProfile.table[Int(world.demands[$1].kind.rawValue)].serviceMinutes
    }
    return Double(world.structure[.residentsCommittee, n]?.staffMinutes ?? 0)
      + world.actors[slot].taskBacklog + queue
  }
}
