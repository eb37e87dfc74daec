/// The life of units' Party organisations: an activity takes somebody who gives the hours, and something to do.
///
/// Who gives the hours: a unit's own people as far as the unit stands near to the community, or when somebody comes
/// and asks; or the people of a hub organisation. What there is to do: a project that wants hands, or money for
/// something of their own. What comes of it moves the unit's relation as any joint experience does.
enum BranchLife {
  static func run(_ world: inout World) {
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
    _ world: inout World, _ u: Int, _ n: Int, _ branches: Branches, _ draws: RandomStream
  ) -> Bool {
    let minutes = Int64(Branches.activityMinutes)
    let done = world.slots.slot(.doneWork)
    let hub = world.slots.slot(.hubPartyOrganisation, world.places.neighbourhoods[n].subdistrict)
    if Int(world.population.units.employees[u]) < branches.hubBelow
      && world.ledger.balance(.time, hub) >= minutes
    {
      return world.pay(.time, minutes, from: hub, to: done, for: .activity)
    }
    if draws.happens(branches.pushed, u, 1) {
      let comes = draws.happens(world.conditions[.outsidePush], u, 2)
      let asker = world.slots.slot(.unitsParty, n)
      let cost = world.conditions[.askMinutes]
      if !comes || !world.spendBrokering(minutes: cost, of: asker, for: .brokering) { return false }
    } else if !draws.happens(Double(world.population.units.relation[u]), u, 2) {
      return false
    }
    let units = world.slots.slot(.units, n)
    world.pay(.time, minutes, from: world.slots.slot(.nature), to: units, for: .working)
    return world.pay(.time, minutes, from: units, to: done, for: .activity)
  }

  private static func act(_ world: inout World, _ u: Int, _ n: Int, _ branches: Branches) {
    let account = world.slots.slot(.unitsParty, n)
    let yuan = Int64(branches.yuanEach)
    var isFruitful = false
    if let k = world.neighbourhoods[n].projects.firstIndex(where: { $0.wantsHands }) {
      world.neighbourhoods[n].projects[k].take(Float(Branches.activityMinutes), isProfessional: false)
      world.tally.add(.ownMinutes, n, Double(Branches.activityMinutes))
      isFruitful = true
    } else if yuan > 0 && world.ledger.balance(.money, account) >= yuan {
      isFruitful = world.pay(
        .money, yuan, from: account, to: world.slots.slot(.market), for: .activity)
    }
    UnitRelations.experience(
      &world, unit: u, success: isFruitful, weight: world.setting.parameters[.minorExperience])
    if isFruitful { world.branchActive[u] = UInt16(truncatingIfNeeded: world.week + 1) }
  }
}

extension World {
  /// A unit has a Party organisation, of its own or on paper.
  func hasBranch(_ u: Int) -> Bool {
    population.units.organised[u] || (u < branchOnPaper.count && branchOnPaper[u])
  }

  /// Something came of the work of a unit's organisation within a year.
  func hasActiveBranch(_ u: Int) -> Bool {
    u < branchActive.count && branchActive[u] > 0 && Int(branchActive[u]) > week - Calendar.weeksPerYear
  }

  /// Which units have an organisation on paper under the structure in force: a larger share holds every smaller.
  mutating func registerBranches() {
    let isAny = structure.branches.contains { $0.onPaper > 0 || $0.hours > 0 }
    if !isAny && branchOnPaper.isEmpty { return }
    if branchOnPaper.isEmpty {
      branchOnPaper = Array(repeating: false, count: population.units.count)
      branchActive = Array(repeating: 0, count: population.units.count)
    }
    let draws = random.stream(.branchOnPaper)
    for n in neighbourhoods.indices {
      let share = structure.branches[n].onPaper
      let own = draws.substream(places.neighbourhoods[n].key)
      let units = unitRange(n..<(n + 1))
      for u in units { branchOnPaper[u] = share > 0 && own.uniform(u - units.lowerBound) < share }
    }
  }
}
