/// The life of units' Party organisations: an activity takes somebody who gives the hours, and something to do.
///
/// Who gives the hours: a unit's own people as far as the unit stands near to the community, or when somebody comes
/// and asks; or the people of a hub organisation. What there is to do: a project that wants hands, or money for
/// something of their own. What comes of it moves the unit's relation as any joint experience does.
enum BranchLife: ChangesPlaces, ChangesUnits, Counts, Pays, UsesUnitRelations {
  static func run(_ world: inout Reach<Self>) {
    let turns = world.turns(.branches)
    for n in world.neighbourhoods(inTurn: .branches) where world.structure.branches[n].hours > 0 {
      let branches = world.structure.branches[n]
      let chance = min(
        1,
        branches.hours * Calendar.minutesPerHour / Double(Branches.activityMinutes)
          / Double(Calendar.weeksPerYear))
      let draws = world.random.stream(.branchLife, week: world.week)
      let due = world.unitRange(n..<(n + 1)).filter { world.hasBranch($0) && draws.happens(chance, $0) }
      for u in due.inTurn(turns, by: { $0 }) {
        if givesHours(&world, u, n, branches, draws) { act(&world, u, n, branches) }
      }
    }
  }

  private static func givesHours(
    _ world: inout Reach<Self>, _ u: Int, _ n: Int, _ branches: Branches, _ draws: RandomStream
  ) -> Bool {
    let minutes = Int64(Branches.activityMinutes)
    let done = world.slots.slot(.doneWork)
    let hub = world.slots.slot(.hubPartyOrganisation, world.places.neighbourhoods[n].subdistrict)
    if Int(world.units.employees[u]) < branches.hubBelow
      && world.ledger.balance(.time, hub) >= minutes
    {
      return world.pay(.time, minutes, from: hub, to: done, for: .activity)
    }
    if draws.happens(branches.pushed, u, 1) {
      let comes = draws.happens(world.conditions[.outsidePush], u, 2)
      let asker = world.slots.slot(.unitsParty, n)
      let cost = world.conditions[.askMinutes]
      if !comes || !world.spendBrokering(minutes: cost, of: asker, for: .brokering) { return false }
    } else if !draws.happens(Double(world.units.relation[u]), u, 2) {
      return false
    }
    let units = world.slots.slot(.units, n)
    world.pay(.time, minutes, from: world.slots.slot(.nature), to: units, for: .working)
    return world.pay(.time, minutes, from: units, to: done, for: .activity)
  }

  private static func act(_ world: inout Reach<Self>, _ u: Int, _ n: Int, _ branches: Branches) {
    let account = world.slots.slot(.unitsParty, n)
    let yuan = Int64(branches.yuanEach)
    var isFruitful = false
    if let k = world.neighbourhoods[n].projects.firstIndex(where: { $0.wantsHands }) {
      world.write.neighbourhoods[n].projects[k].take(Float(Branches.activityMinutes), isProfessional: false)
      world.write.tally.add(.ownMinutes, n, Double(Branches.activityMinutes))
      isFruitful = true
    } else if yuan > 0 && world.ledger.balance(.money, account) >= yuan {
      isFruitful = world.pay(
        .money, yuan, from: account, to: world.slots.slot(.market), for: .activity)
    }
    UnitRelations.experience(
      &world.unitRelations, unit: u, success: isFruitful, weight: world.setting.parameters[.minorExperience])
    if isFruitful { world.write.branchActive[u] = UInt16(truncatingIfNeeded: world.week + 1) }
  }
}

extension Reach where L: ReadsPlaces, L: ChangesUnits {
  /// Which units have an organisation on paper under the structure in force: a larger share holds every smaller.
  mutating func registerBranches() {
    let isAny = structure.branches.contains { $0.onPaper > 0 || $0.hours > 0 }
    if !isAny && write.branchOnPaper.isEmpty { return }
    if write.branchOnPaper.isEmpty {
      write.branchOnPaper = Array(repeating: false, count: units.count)
      write.branchActive = Array(repeating: 0, count: units.count)
    }
    let draws = random.stream(.branchOnPaper)
    for n in neighbourhoods.indices {
      let share = structure.branches[n].onPaper
      let own = draws.substream(places.neighbourhoods[n].key)
      let units = unitRange(n..<(n + 1))
      for u in units { write.branchOnPaper[u] = share > 0 && own.uniform(u - units.lowerBound) < share }
    }
  }
}
