/// The time of staff and rooms: a week's is there at its beginning, and what is left of it at its end lapses.
enum WorkingTime: ChangesBodies, ChangesPlaces, Pays, UsesTeams {
  /// The week's time of staff and rooms, and how much of it bodies keep for brokering.
  static func begin(_ world: inout Reach<Self>) {
    let nature = world.slots.slot(.nature)
    let keep = FixedMath.weeklyRetention(halfLife: world.setting.parameters[.memoryHalfLife])
    let teams = Teams.minutes(world.teams)
    let done = world.slots.slot(.doneWork)
    for slot in 0..<world.slots.count {
      guard let body = world.structure.body(slot: slot) else { continue }
      var minutes = body.staffMinutes
      if !teams.isEmpty && world.slots.kinds[slot] == .residentsCommittee {
        minutes = teams[world.slots.place(slot)]
      }
      world.pay(.time, Int64(minutes), from: nature, to: slot, for: .working)
      var free = Double(minutes)
      if body.overheadMinutes > 0 {
        free -= Double(world.payUpTo(.time, Int64(body.overheadMinutes), from: slot, to: done, for: .meeting))
      }
      world.write.actors[slot].brokering = free * body.hours.brokering
      // Who is paid well stays, and what was learned stays with them.
      world.write.actors[slot].practice *= 1 - (1 - keep) / (1 + body.payRise)
    }
    let rooms = Int64(world.conditions[.roomHours] * Calendar.minutesPerHour)
    for n in world.neighbourhoods.indices {
      world.write.neighbourhoods[n].boughtMinutes = 0
      world.pay(.venue, rooms, from: nature, to: world.slots.slot(.residentsCommittee, n), for: .working)
    }
    for venue in world.structure.venues {
      world.pay(.venue, Int64(venue.roomMinutes), from: nature, to: venue.operatorSlot, for: .working)
    }
    for n in world.neighbourhoods.indices where world.structure.support[n].roomMinutes > 0 {
      world.pay(
        .venue, Int64(world.structure.support[n].roomMinutes), from: nature,
        to: world.slots.slot(.socialOrganisations, n), for: .working)
    }
  }

  /// What is unused of the week's time lapses.
  static func lapse(_ world: inout Reach<Self>) {
    let lapsed = world.slots.slot(.lapsed)
    for slot in 0..<world.slots.count where world.slots.kinds[slot].level != .city {
      for resource in [Resource.time, .venue] {
        let rest = world.ledger.balance(resource, slot)
        if rest > 0 { world.pay(resource, rest, from: slot, to: lapsed, for: .lapse) }
      }
    }
  }
}
