import Testing

@testable import Engine

@Suite struct AssociationsTests {
  private func setting() -> Setting {
    var setting = Setting.small()
    setting.conditions.values[.associations] = 0
    setting.parameters[.founding] = 0
    setting.parameters[.takingUp] = 0
    return setting
  }

  private func founder(_ world: borrowing World) -> Int {
    world.places.neighbourhoods[0].residents.first {
      world.population.residents.traits[$0].isAdult && world.population.ties.degree(of: $0) > 2
    }!
  }

  @Test func aGroupNobodyComesToDies() throws {
    var setting = setting()
    setting.parameters[.joinBase] = -60
    var world = try World(setting, seed: 1, replicate: 0)
    let founder = founder(world)
    world.with(Associations.self) { Associations.begin(&$0, 0, founder: founder) }
    let members = world.neighbourhoods[0].associations[0].members
    #expect(members.count > 1 && members.first == UInt32(founder))
    #expect(members.allSatisfy { world.population.residents.status[Int($0)].contains(.associated) })
    var energy = Float.infinity
    var weeks = 0
    while !world.neighbourhoods[0].associations.isEmpty && weeks < 400 {
      #expect(world.neighbourhoods[0].associations[0].energy < energy)
      energy = world.neighbourhoods[0].associations[0].energy
      world.advance()
      weeks += 1
    }
    #expect(weeks > 3 && weeks < 400)
    // Its members are free again.
    #expect(members.allSatisfy { !world.population.residents.status[Int($0)].contains(.associated) })
  }

  @Test func visitorsGiveDriveAndStay() throws {
    var world = try World(setting(), seed: 1, replicate: 0)
    let first = founder(world)
    world.with(Associations.self) { Associations.begin(&$0, 0, founder: first) }
    let newcomer = world.places.neighbourhoods[0].residents.last {
      world.population.residents.traits[$0].isAdult
        && !world.population.residents.status[$0].contains(.associated)
    }!
    let before = world.neighbourhoods[0].associations[0]
    world.with(Associations.self) { Associations.attended(&$0, 0, association: 0, by: newcomer) }
    world.with(Associations.self) { Associations.attended(&$0, 0, association: 0, by: newcomer) }
    let after = world.neighbourhoods[0].associations[0]
    #expect(after.energy > before.energy && after.energy < 1)
    #expect(after.members == before.members + [UInt32(newcomer)])
    #expect(world.population.residents.status[newcomer].contains(.associated))
  }

  @Test func successGivesDriveAndFailureTakesIt() throws {
    var world = try World(setting(), seed: 1, replicate: 0)
    let first = founder(world)
    world.with(Associations.self) { Associations.begin(&$0, 0, founder: first) }
    world.neighbourhoods[0].associations[0].isBusy = true
    let start = world.neighbourhoods[0].associations[0]
    world.with(Associations.self) { Associations.projectEnded(&$0, 0, 0, success: true) }
    let won = world.neighbourhoods[0].associations[0]
    world.with(Associations.self) { Associations.projectEnded(&$0, 0, 0, success: false) }
    let lost = world.neighbourhoods[0].associations[0]
    #expect(won.energy > start.energy && lost.energy < won.energy && !won.isBusy)
    // Doing teaches either way.
    #expect(won.practice > start.practice && lost.practice > won.practice)
  }

  /// Groups are founded where people are active and can organise, and seldom where there are many already.
  @Test func foundingNeedsActiveOrganisersAndRoom() throws {
    func founded(_ change: (inout Setting) -> Void) throws -> Int {
      var setting = Setting.small()
      setting.parameters[.founding] = 0.3
      setting.parameters[.joinBase] = -4
      setting.conditions.values[.associations] = 40
      setting.parameters[.associationsHalf] = 1_000
      change(&setting)
      var world = try World(setting, seed: 5, replicate: 0)
      var keys: Set<UInt32> = []
      let first = Set(world.neighbourhoods.flatMap { $0.associations.map(\.key) })
      for _ in 0..<30 {
        world.advance()
        keys.formUnion(world.neighbourhoods.flatMap { $0.associations.map(\.key) })
      }
      return keys.subtracting(first).count
    }
    let usual = try founded { _ in }
    #expect(usual > 0)
    #expect(try founded { $0.parameters[.founding] = 0 } == 0)
    #expect(try founded { $0.parameters[.joinBase] = -60 } == 0)
    #expect(try founded { $0.parameters[.associationsHalf] = 0.01 } < usual)
  }

  @Test func survivalCountsThoseAliveAfterAYear() throws {
    var setting = Setting.small()
    setting.schedule.burnIn = 0
    setting.schedule.observed = 60
    setting.conditions.values[.associations] = 20
    setting.parameters[.founding] = 0
    for (base, expected) in [(-60.0, 0.0), (-2, 1)] {
      setting.parameters[.joinBase] = base
      let result = try Simulation.run(setting, seed: 1, replicate: 0)
      #expect(result.measures[Measure.index("association_survival")] == expected)
    }
  }
}
