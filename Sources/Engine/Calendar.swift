/// The calendar: structure and conditions that change now, people's time of the week, and budgets.
enum Calendar {
  static func run(_ world: inout World) {
    changeStructure(&world)
    mint(&world)
    if world.week % weeksPerQuarter == 0 { Judgement.quarter(&world) }
    pay(&world)
    Contracts.buy(&world)
    if world.week % weeksPerQuarter == 0 {
      UnitRelations.quarter(&world)
      Promises.quarter(&world)
      Purses.collect(&world)
    }
    UnitRelations.lend(&world)
    Exchange.run(&world)
    Duties.run(&world)
    Promises.lend(&world)
    Election.run(&world)
  }

  private static func changeStructure(_ world: inout World) {
    var isChanged = world.schedule.changes(at: world.week)
    for change in world.setting.conditions.changes where change.week == world.week {
      world.conditions.values[change.condition] = change.value
      isChanged = true
    }
    world.load = 1
    for shock in world.setting.conditions.shocks
    where shock.week <= world.week && world.week < shock.week + shock.weeks {
      world.load *= shock.load
    }
    if !isChanged {
      world.takeTurns()
      return
    }
    world.structure = world.schedule.structure(at: world.week, conditions: world.conditions)
    world.lookAround()
    world.lookForKnownPeople()
    world.findDutyHolders()
    world.takeTurns(isNew: true)
    handOver(&world)
    Purses.align(&world)
    Lending.list(&world)
  }

  /// What bodies that are no more leave behind goes to those that took over.
  private static func handOver(_ world: inout World) {
    for slot in 0..<world.slots.count {
      if world.structure.platform(slot: slot) == nil {
        world.actors[slot].energy = 0
        world.actors[slot].required = 0
      }
      if world.structure.body(slot: slot) != nil || world.slots.kinds[slot].level != .neighbourhood {
        continue
      }
      let n = world.slots.place(slot)
      let committee = world.slots.slot(.residentsCommittee, n)
      if slot == committee { continue }
      for id in world.actors[slot].queue {
        let heir = world.slots.slot(
          Registration.serviceBody(world.structure, n, world.demands[id].kind), n)
        world.demands[id].holder = Int32(heir)
        world.actors[heir].queue.append(id)
      }
      world.actors[slot].queue.removeAll()
      world.actors[committee].taskBacklog += world.actors[slot].taskBacklog
      world.actors[slot].taskBacklog = 0
    }
  }

  /// The week's time of staff and rooms.
  private static func mint(_ world: inout World) {
    let nature = world.slots.slot(.nature)
    let keep = FixedMath.weeklyRetention(halfLife: world.setting.parameters[.memoryHalfLife])
    let teams = Teams.minutes(world)
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
      world.actors[slot].brokering = free * body.hours.brokering
      // Who is paid well stays, and what was learned stays with them.
      world.actors[slot].practice *= 1 - (1 - keep) / (1 + body.payRise)
    }
    let rooms = Int64(world.conditions[.roomHours] * minutesPerHour)
    for n in world.neighbourhoods.indices {
      world.neighbourhoods[n].boughtMinutes = 0
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

  /// Budgets, in whole yuan that add up to the year's sum.
  private static func pay(_ world: inout World) {
    let treasury = world.slots.slot(.treasury)
    Purses.pay(&world)
    for n in world.neighbourhoods.indices {
      let grants = world.structure.support[n].grantYuanPerYear
      let allowance = world.structure.branches[n].yuanPerYear
      world.pay(
        .money, weekly(grants, world.week), from: treasury, to: world.slots.slot(.socialOrganisations, n),
        for: .budget)
      world.pay(
        .money, weekly(allowance, world.week), from: treasury, to: world.slots.slot(.unitsParty, n),
        for: .budget)
    }
    // Owners pay into their maintenance fund.
    for n in world.neighbourhoods.indices where world.structure[platform: .ownersCommittee, n] != nil {
      let year = world.conditions[.ownersMoney] * Double(world.places.neighbourhoods[n].residents.count)
      let residents = world.slots.slot(.residents, n)
      let amount = weekly(year, world.week)
      world.pay(.money, amount, from: world.slots.slot(.market), to: residents, for: .wage)
      world.pay(
        .money, amount, from: residents, to: world.slots.slot(.ownersCommittee, n), for: .contribution)
    }
    for (s, place) in world.places.subdistricts.enumerated() {
      let year = world.conditions[.officeBudget] * Double(place.residents.count) / 10_000
      world.pay(
        .money, weekly(year, world.week), from: treasury, to: world.slots.slot(.subdistrictOffice, s),
        for: .budget)
    }
  }

  /// What falls due of a year's sum in a week, in whole numbers that add up to it.
  static func weekly(_ year: Double, _ week: Int) -> Int64 {
    Int64(year * Double(week + 1) / Double(weeksPerYear)) - Int64(year * Double(week) / Double(weeksPerYear))
  }

  /// What is unused of the week's time lapses.
  static func close(_ world: inout World) {
    let lapsed = world.slots.slot(.lapsed)
    for slot in 0..<world.slots.count where world.slots.kinds[slot].level != .city {
      for resource in [Resource.time, .venue] {
        let rest = world.ledger.balance(resource, slot)
        if rest > 0 { world.pay(resource, rest, from: slot, to: lapsed, for: .lapse) }
      }
    }
  }
}
