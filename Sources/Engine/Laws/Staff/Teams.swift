/// Teams of a block: staff who are pooled work this week where the most work waits, and lose some of their time
/// on the way.
enum Teams: ReadsBodies, ReadsDemands, ReadsPlaces {
  /// Minutes of each residents' committee this week; empty where nobody is pooled.
  static func minutes(_ world: borrowing Reach<Self>) -> [Int] {
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
      let first = world.places.neighbourhoods[block.neighbourhoods.lowerBound].key
      let parts = shares(of: Int(pool), by: loads, start: world.turns(.teams).uniform(first))
      for (k, n) in team.enumerated() { minutes[n] += parts[k] - given[k] }
    }
    return minutes
  }

  /// A whole number in whole parts as weights are, equal parts where all are 0.
  /// - Parameter start: where rounding begins, 0–1: drawn, it leaves each part right on average.
  static func shares(of total: Int, by weights: [Double], start: Double) -> [Int] {
    let sum = weights.reduce(0, +)
    let whole = sum > 0 ? weights : weights.map { _ in 1 }
    let all = whole.reduce(0, +)
    var before = 0
    var passed = 0.0
    return whole.indices.map { k in
      passed += whole[k]
      let end = k == whole.count - 1 ? total : Int(Double(total) * passed / all + start)
      defer { before = max(before, end) }
      return max(before, end) - before
    }
  }

  /// Minutes of work that wait at a committee, and a week's work of its own, so that an empty desk still counts.
  private static func waiting(_ world: borrowing Reach<Self>, _ n: Int) -> Double {
    let slot = world.slots.slot(.residentsCommittee, n)
    let queue = world.actors[slot].queue.reduce(0.0) {
      $0 + DemandProfile.table[Int(world.demands[$1].kind.rawValue)].serviceMinutes
    }
    return Double(world.structure[.residentsCommittee, n]?.staffMinutes ?? 0)
      + world.actors[slot].taskBacklog + queue
  }
}
