import Testing

@testable import Engine

@Suite struct ContestTests {
  /// A world with one open conflict in each neighbourhood and nothing else.
  private func quarrel(_ change: (inout Setting) -> Void = { _ in }, suppressed: Bool = false) throws -> World
  {
    var setting = Setting.small()
    setting.conditions.values[.demandLoad] = 0
    setting.conditions.values[.associations] = 0
    setting.parameters[.mediation] = 0
    setting.parameters[.silencing] = 0
    change(&setting)
    var world = try World(setting, seed: 2, replicate: 0)
    for place in world.places.neighbourhoods {
      let groups = place.groups
      world.with(Contest.self) {
        Contest.open(
          &$0, sides: (Int32(groups.lowerBound), Int32(groups.upperBound - 1)),
          key: UInt32(groups.lowerBound),
          suppressed: suppressed)
      }
    }
    return world
  }

  private func open(_ world: borrowing World) -> Int {
    world.neighbourhoods.reduce(0) { $0 + $1.conflicts.count { !$0.suppressed } }
  }

  @Test func anUntendedConflictSpreadsAndHurts() throws {
    var world = try quarrel {
      $0.parameters[.conflictSpread] = 0.2
      $0.parameters[.conflictCooling] = 0.02
    }
    let start = world.neighbourhoods[0].conflicts[0].intensity
    for _ in 0..<40 { world.advance() }
    // Towards one minus cooling over spread.
    #expect(world.neighbourhoods.allSatisfy { $0.conflicts.count == 1 && $0.conflicts[0].intensity > start })
    #expect((world.neighbourhoods[0].conflicts[0].intensity - 0.9).magnitude < 0.05)
    let group = world.places.groups[world.places.neighbourhoods[0].groups.lowerBound].residents
    let grieving = group.count { world.population.residents.grievance[$0] > 0.2 }
    #expect(grieving > 0)
  }

  @Test func coolingAloneEndsIt() throws {
    var world = try quarrel {
      $0.parameters[.conflictSpread] = 0
      $0.parameters[.conflictCooling] = 0.2
    }
    for _ in 0..<20 { world.advance() }
    #expect(world.neighbourhoods.allSatisfy { $0.conflicts.isEmpty })
  }

  @Test func mediatorsWithTimeSettleIt() throws {
    func weeks(_ brokering: Double) throws -> Int {
      var world = try quarrel {
        $0.parameters[.mediation] = 1
        $0.mechanisms = [
          MechanismUse(
            "steeringStyle",
            options: [
              "relaying": .number(0), "brokering": .number(brokering), "serving": .number(1 - brokering),
            ])
        ]
      }
      while open(world) > 0 && world.week < 50 { world.advance() }
      return world.week
    }
    #expect(try weeks(0) == 50)
    #expect(try weeks(1) < 20)
  }

  /// Silenced conflicts are not seen and not settled: nobody talks to those who may not speak.
  @Test func whatIsSilencedLivesOn() throws {
    var world = try quarrel(
      {
        $0.parameters[.mediation] = 1
        $0.parameters[.mediation] = 1
        $0.parameters[.conflictCooling] = 0
        $0.parameters[.resurfacing] = 0
      }, suppressed: true)
    #expect(open(world) == 0)
    for _ in 0..<30 { world.advance() }
    #expect(world.neighbourhoods.allSatisfy { $0.conflicts.count == 1 })
    #expect(world.tally.row(0)[Counter.conflictWeeks.rawValue] == 0)
  }

  /// What lives on underground comes up again.
  @Test func whatIsSilencedComesUpAgain() throws {
    var world = try quarrel(
      {
        $0.parameters[.silencing] = 0
        $0.parameters[.resurfacing] = 0.2
      }, suppressed: true)
    #expect(open(world) == 0)
    for _ in 0..<30 { world.advance() }
    #expect(world.tally.row(0)[Counter.conflictWeeks.rawValue] > 0)
  }

  @Test func keepersSilence() throws {
    func silenced(_ keepers: Double) throws -> Int {
      var world = try quarrel {
        $0.parameters[.silencing] = 0.3
        $0.conditions.values[.keepersPerStaff] = keepers
      }
      for _ in 0..<25 { world.advance() }
      return 3 - open(world)
    }
    #expect(try silenced(0) == 0)
    #expect(try silenced(2) == 3)
  }

  /// A decision against nobody opens no conflict; one against somebody opens it with the given chance, unless room
  /// was made.
  @Test func roomMadeBeforehandAvoidsAConflict() throws {
    func opened(accommodated: Float, chance: Double) throws -> Int {
      var setting = Setting.small()
      setting.parameters[.conflictChance] = chance
      var world = try World(setting, seed: 1, replicate: 0)
      for k in 0..<200 {
        let id = world.demands.add(
          Demand(
            key: UInt32(k) &* 2_654_435_761, resident: 0, neighbourhood: 0, group: 0, opponents: 1,
            kind: .parking, scope: .neighbourhood, state: .latent, origin: .voiced, technical: false,
            departments: 1, salience: 0.5, born: 0, since: 0))
        world.demands[id].accommodated = accommodated
        world.with(Contest.self) { Contest.meetOpposition(&$0, id) }
      }
      return world.neighbourhoods[0].conflicts.count
    }
    #expect(try opened(accommodated: 0, chance: 1) == 200)
    #expect(try opened(accommodated: 1, chance: 1) == 0)
    #expect(try opened(accommodated: 0, chance: 0) == 0)
    let half = try opened(accommodated: 0.5, chance: 1)
    #expect((70...130).contains(half))
  }
}
