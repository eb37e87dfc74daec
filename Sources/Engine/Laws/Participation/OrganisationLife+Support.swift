/// What support does for groups: a room is a place to meet, mentors keep up drive and teach, a grant pays for more.
extension Associations {
  /// Before the week's requests: rooms and mentors' hours go round among the groups that are supported.
  static func support(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods.indices {
      let groups = world.neighbourhoods[n].associations.count
      for a in 0..<groups {
        world.write.neighbourhoods[n].associations[a].hasRoom = false
        world.write.neighbourhoods[n].associations[a].mentored = 0
      }
      let slot = world.slots.slot(.socialOrganisations, n)
      let rooms = world.ledger.balance(.venue, slot)
      let hours = world.ledger.balance(.time, slot)
      if groups == 0 || rooms + hours <= 0 { continue }
      let done = world.slots.slot(.doneWork)
      let advice = world.conditions[.adviceMinutes]
      for a in world.groups(inTurnOf: n) {
        if !isSupported(world, n, world.neighbourhoods[n].associations[a]) { continue }
        let room = Int64(world.conditions[.roomMinutes])
        if world.ledger.balance(.venue, slot) >= room {
          world.write.neighbourhoods[n].associations[a].hasRoom = world.pay(
            .venue, room, from: slot, to: done, for: .activity)
        }
        let minutes = world.payUpTo(.time, Int64(advice), from: slot, to: done, for: .service)
        world.write.neighbourhoods[n].associations[a].mentored = Double(minutes) / advice
      }
    }
  }

  /// Half of its members or more are those for whom the support is meant.
  static func isSupported(_ world: borrowing Reach<Self>, _ n: Int, _ group: Association) -> Bool {
    let targets = world.structure.support[n].targets
    if targets == .all { return true }
    var number = 0
    for member in group.members {
      let traits = world.residents.traits[Int(member)]
      let age = traits.age.rawValue
      let isMeant =
        switch targets {
        case .all: true
        case .old: age >= Traits.AgeBand.from60.rawValue
        case .young: age < Traits.AgeBand.from50.rawValue
        case .migrants: traits.isMigrant
        }
      if isMeant { number += 1 }
    }
    return number * 2 >= group.members.count
  }

  /// What a grant may add to a group's own means.
  static func grant(_ world: borrowing Reach<Self>, _ n: Int, _ group: Association) -> Double {
    let support = world.structure.support[n]
    if support.grantYuanPerYear <= 0 || !isSupported(world, n, group) { return 0 }
    let balance = world.ledger.balance(.money, world.slots.slot(.socialOrganisations, n))
    return min(support.largestGrant, Double(balance))
  }
}
