import Testing

@testable import Engine

/// What must hold after every week of every world.
@Suite struct WeekTests {
  /// What is wrong with a world between two weeks.
  static func problems(_ world: borrowing World) -> [String] {
    var found = world.problems() + world.population.check()
    let residents = world.population.residents.count
    // Who counts as active took part within the last quarter, and their neighbours see them.
    for i in 0..<residents {
      let last = Int(world.population.residents.lastActive[i])
      let isActive = last > 0 && last > world.week - 13
      if world.population.residents.status[i].contains(.active) != isActive {
        found.append("active flag of \(i)")
      }
      var seen = 0
      world.population.ties.forEach(of: i) { other, _ in
        seen += world.population.residents.status[other].contains(.active) ? 1 : 0
      }
      if Int(world.population.residents.activeTies[i]) != seen { found.append("active ties of \(i)") }
      var knows = world.population.residents.traits[i].isRegisteredMember
      world.population.ties.forEach(of: i) { other, _ in
        knows = knows || world.population.residents.traits[other].isRegisteredMember
      }
      if world.population.residents.status[i].contains(.knowsMember) != knows {
        found.append("whether \(i) knows a member")
      }
      if found.count > 5 { return found }
    }
    for (n, place) in world.neighbourhoods.enumerated() {
      found += problems(of: place, world, n)
    }
    for slot in 0..<world.slots.count where world.slots.kinds[slot].level != .city {
      for resource in [Resource.time, .venue] where world.ledger.balance(resource, slot) != 0 {
        found.append("\(world.slots.kinds[slot]) keeps \(resource)")
      }
    }
    return found
  }

  private static func problems(of place: NeighbourhoodState, _ world: borrowing World, _ n: Int) -> [String] {
    var found: [String] = []
    if !(0...1).contains(place.condition) || !(0...1).contains(place.known) {
      found.append("condition \(place.condition), known \(place.known)")
    }
    let own = world.places.neighbourhoods[n].residents
    var ties = 0
    for i in own { ties += world.population.ties.degree(of: i) }
    if place.ties != ties { found.append("\(place.ties) ties counted, \(ties) found") }
    for group in place.associations {
      if !(group.energy >= 0 && group.energy <= 1) || !(group.practice >= 0 && group.practice <= 1) {
        found.append("energy \(group.energy), practice \(group.practice)")
      }
      if Set(group.members).count != group.members.count { found.append("a member is listed twice") }
      for member in group.members
      where !own.contains(Int(member))
        || !world.population.residents.status[Int(member)].contains(.associated)
        || !world.population.residents.traits[Int(member)].isAdult
      {
        found.append("member \(member) of a group")
      }
    }
    for conflict in place.conflicts where !(conflict.intensity >= 0 && conflict.intensity <= 1) {
      found.append("intensity \(conflict.intensity)")
    }
    // Every list holds demands of its state, each once.
    let lists: [([Int32], [Demand.State])] = [
      (place.matters, [.registered, .onAgenda]), (place.decided, [.resourced]),
      (place.projects.map(\.demand), [.inWork]),
    ]
    for (ids, states) in lists {
      if Set(ids).count != ids.count { found.append("a matter is listed twice") }
      for id in ids where !states.contains(world.demands[id].state) {
        found.append("\(world.demands[id].state) is listed among \(states)")
      }
    }
    for project in place.projects
    where project.staff < 0 || project.volunteers < 0 || project.professionals < 0
      || project.moneyNeed < project.publicMoney + project.unitMoney
    {
      found.append("a project with negative or too much means")
    }
    return found
  }

  private func run(_ setting: Setting, weeks: Int, seed: UInt64) throws {
    var world = try World(setting, seed: seed, replicate: 0)
    for week in 0..<weeks {
      world.advance()
      let found = Self.problems(world)
      #expect(found == [], "seed \(seed), week \(week)")
      if !found.isEmpty { return }
    }
    #expect(world.week == weeks && world.demands.born > 0)
  }

  @Test(arguments: [UInt64(1), 2, 3]) func worldsWithoutMechanismsAreSound(seed: UInt64) throws {
    try run(.small(), weeks: 44, seed: seed)
  }

  @Test(arguments: [UInt64(1), 2, 3]) func worldsWithAllMechanismsAreSound(seed: UInt64) throws {
    try run(.small(MechanismUse.all), weeks: 44, seed: seed)
    try run(.twoSubdistricts(MechanismUse.all), weeks: 24, seed: seed)
  }

  /// Each comes and goes again.
  @Test(arguments: MechanismRegistry.descriptions.map(\.id))
  func worldsWithOneMechanismAreSound(id: String) throws {
    try run(.small([MechanismUse(id, from: 5, until: 18)]), weeks: 28, seed: 9)
    let others = MechanismUse.all.filter { $0.id != id }
    try run(
      .twoSubdistricts(others + [MechanismUse(id, from: 5, until: 11, places: .named(["T"]))]), weeks: 16,
      seed: 9)
  }

  /// Extreme parameters and conditions, all at one end of their ranges.
  @Test(arguments: [false, true]) func extremeWorldsAreSound(upper: Bool) throws {
    for part in 0..<3 {
      var setting = Setting.small(MechanismUse.all)
      if part != 1 {
        for id in ParameterID.allCases {
          let range = ParameterID.table[id.rawValue].range
          setting.parameters[id] = upper ? range.upperBound : range.lowerBound
        }
      }
      if part != 0 {
        for id in ConditionID.allCases {
          let range = ConditionID.table[id.rawValue].range
          setting.conditions.values[id] = upper ? range.upperBound : range.lowerBound
        }
      }
      setting.conditions[.privateNeeds] = 0.01
      setting.conditions.values[.demandLoad] = 1
      try run(setting, weeks: 26, seed: 4)
    }
  }

  /// The smallest places: a neighbourhood of one.
  @Test func tinyWorldsAreSound() throws {
    var setting = Setting.small(MechanismUse.all)
    for city in [City.small(1, committees: 1), .small(5, committees: 2), .small(40, committees: 3)] {
      setting.city = city
      setting.conditions[.privateNeeds] = 0.5
      try run(setting, weeks: 40, seed: 1)
    }
  }

  @Test func aCutOfMoneyAndAShockComeWhenTheyAreDue() throws {
    var setting = Setting.small()
    setting.conditions.shocks = [Conditions.Shock(week: 10, weeks: 3, load: 4)]
    setting.conditions.changes = [Conditions.Change(week: 12, condition: .committeeBudget, value: 0)]
    var world = try World(setting, seed: 1, replicate: 0)
    var needs: [Double] = []
    for week in 0..<20 {
      let before = world.tally.values.indices.filter { $0 % Tally.width == Counter.needs.rawValue }
        .map { world.tally.values[$0] }.reduce(0, +)
      world.advance()
      let after = world.tally.values.indices.filter { $0 % Tally.width == Counter.needs.rawValue }
        .map { world.tally.values[$0] }.reduce(0, +)
      needs.append(after - before)
      #expect(world.load == ((10..<13).contains(week) ? 4 : 1))
      #expect((world.structure.yuanPerYear == 0) == (week >= 12))
    }
    let shock = needs[10..<13].reduce(0, +) / 3
    let calm = (needs[..<10].reduce(0, +) + needs[13...].reduce(0, +)) / 17
    #expect(shock > 2.5 * calm && shock < 6 * calm)
  }

  /// What is minted as a year's budget is the year's sum to the yuan.
  @Test func budgetsAddUpToTheYear() throws {
    var world = try World(.small(), seed: 1, replicate: 0)
    for _ in 0..<52 { world.advance() }
    let paid = world.ledger.flow(
      .money, Purpose.budget.rawValue, from: ActorKind.treasury.rawValue,
      to: ActorKind.residentsCommittee.rawValue)
    #expect(paid == Int64(world.conditions[.committeeBudget] * 3))
  }
}
