import Testing

@testable import Engine

@Suite struct ProjectLeadershipTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("projectLeadership", options: options)
  }

  @Test func styleIsSetInItsPlaces() {
    let structure = StructureSample.shared.structure([
      MechanismUse("projectLeadership", places: .named(["A"]), options: ["feedbackHours": .number(10)])
    ])
    #expect(
      structure.projectStyles[0]
        == ProjectStyle(repeated: 0.6, feedbackMinutes: 600, salient: 0.7, promotion: 0.3))
    #expect(structure.projectStyles[1] == ProjectStyle())
    #expect(
      structure.information[0].agendaFollowsNeed == 0.7 && structure.information[1].agendaFollowsNeed == 0)
  }

  /// A world with a group of neighbourhood A in week 0.
  private func world(_ options: [String: OptionValue]) throws -> World {
    var setting = Setting.small([use(options)])
    setting.conditions.values[.associations] = 0
    setting.parameters[.founding] = 0
    var world = try World(setting, seed: 1, replicate: 0)
    let founder = world.places.neighbourhoods[0].residents.first {
      world.population.residents.traits[$0].isAdult && world.population.ties.degree(of: $0) > 2
    }!
    world.with(Associations.self) { Associations.begin(&$0, 0, founder: founder) }
    return world
  }

  @Test func feedbackTeachesAndTakesMembersTime() throws {
    func practice(_ hours: Double, spare: Float) throws -> (Float, Float) {
      var world = try world(["feedbackHours": .number(hours)])
      world.neighbourhoods[0].associations[0].spareMinutes = spare
      world.with(Associations.self) { Associations.projectEnded(&$0, 0, 0, success: true, minutes: 600) }
      return (
        world.neighbourhoods[0].associations[0].practice, world.neighbourhoods[0].associations[0].spareMinutes
      )
    }
    let without = try practice(0, spare: 900)
    let some = try practice(5, spare: 900)
    let full = try practice(10, spare: 900)
    #expect(without.0 < some.0 && some.0 < full.0)
    #expect(without.1 == 900 && some.1 == 600 && full.1 == 300)
    // No time left, nothing learnt from it.
    #expect(try practice(10, spare: 0).0 == without.0)
  }

  @Test func aTeamThatIsFreeIsGivenWhatWasDecidedAndGoesOn() throws {
    var world = try world(["repeated": .number(1)])
    let d = Demand(
      key: 1, resident: 0, neighbourhood: 0, group: 0, opponents: -1, kind: .safety, scope: .neighbourhood,
      state: .latent, origin: .voiced, technical: false, departments: 1, salience: 0.5, born: 0, since: 0)
    let key = world.neighbourhoods[0].associations[0].key
    #expect(world.with(Associations.self) { Associations.team(&$0, 0, for: d) } == key)
    #expect(world.neighbourhoods[0].associations[0].isBusy)
    #expect(world.with(Associations.self) { Associations.team(&$0, 0, for: d) } == 0)
    world.with(Associations.self) { Associations.projectEnded(&$0, 0, 0, success: false) }
    #expect(world.neighbourhoods[0].associations[0].goesOn && !world.neighbourhoods[0].associations[0].isBusy)
    var plain = try self.world(["repeated": .number(0)])
    #expect(plain.with(Associations.self) { Associations.team(&$0, 0, for: d) } == 0)
    plain.with(Associations.self) { Associations.projectEnded(&$0, 0, 0, success: true) }
    #expect(!plain.neighbourhoods[0].associations[0].goesOn)
  }

  @Test func thePressingMatterIsTakenInsteadOfTheFirst() throws {
    func taken(_ salient: Double) throws -> Float {
      var setting = Setting.small([
        use(["salient": .number(salient), "repeated": .number(0), "promotion": .number(0)])
      ])
      setting.conditions.values[.associations] = 60
      setting.parameters[.takingUp] = 0.1
      setting.parameters[.associationFading] = 0.005
      setting.conditions.values[.memberYuan] = 1_000
      // Nobody sits, so matters wait for groups.
      for sittings in [ConditionID.committeeMeetings, .assemblyMeetings, .ownersMeetings] {
        setting.conditions.values[sittings] = 0
      }
      var world = try World(setting, seed: 2, replicate: 0)
      var taken: [Float] = []
      for week in 0..<60 {
        world.advance()
        taken += world.demands.rows.filter {
          $0.origin == .association && $0.state == .inWork && $0.since == Int32(week)
        }.map(\.salience)
      }
      #expect(taken.count > 5)
      return taken.reduce(0, +) / Float(taken.count)
    }
    #expect(try taken(1) > taken(0))
  }

  @Test func promotionAsksWholeBuildingGroups() throws {
    func asked(_ promotion: Double) throws -> Int {
      var world = try World(
        .small([use(["promotion": .number(promotion), "repeated": .number(0)])]), seed: 2, replicate: 0)
      var most = 0
      for _ in 0..<16 {
        for phase in Phase.all {
          world.run(phase)
          if phase.name != "mobilisation" { continue }
          let now = (0..<world.population.residents.count).count {
            world.population.residents.status[$0].contains(.asked)
          }
          most = max(most, now)
        }
        world.endWeek()
      }
      return most
    }
    #expect(try asked(1) > 2 * asked(0))
  }

  /// Without groups, and with nobody who has time to make projects known, it is as if it were not there.
  @Test func aStyleWithoutPeopleDoesNothingGood() throws {
    func run(_ mechanisms: [MechanismUse]) throws -> [UInt64] {
      let busy = MechanismUse(
        "steeringStyle",
        options: ["relaying": .number(0.7), "brokering": .number(0), "serving": .number(0.3)])
      var setting = Setting.small([busy] + mechanisms)
      setting.conditions.values[.associations] = 0
      setting.conditions.values[.massStaff] = 0
      setting.parameters[.founding] = 0
      return try Simulation.run(setting, seed: 3, replicate: 0).bits
    }
    #expect(
      try run([use(["repeated": .number(1), "promotion": .number(1), "salient": .number(0)])]) == run([]))
  }
}
