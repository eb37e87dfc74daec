import Testing

@testable import Engine

@Suite struct LaneCommitteesTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("laneCommittees", options: options)
  }

  @Test func lanesAreAsManyAsHouseholdsAsk() throws {
    let sample = StructureSample.shared
    for size in [50.0, 170, 2_000] {
      let structure = sample.structure([use(["householdsPerLane": .number(size)])])
      for (n, place) in sample.record.places.neighbourhoods.enumerated() {
        let lanes = max(1, Int((Double(place.households) / size).rounded()))
        let platform = try #require(structure[platform: .laneCommittees, n])
        #expect(platform.residentSeats == Int((Double(lanes) * 4.8).rounded()))
        #expect(platform.agendaPlaces == lanes && platform.scopes == .building && platform.decides == 0.6)
        #expect(structure.relations[n].callers == Callers(members: 4.8, volunteers: 10.7))
      }
    }
  }

  /// Only what concerns single buildings may come before them.
  @Test func theyDecideOnBuildingsOnly() throws {
    var world = try World(.small([use()]), seed: 1, replicate: 0)
    let platform = try #require(world.structure[platform: .laneCommittees, 0])
    let own = world.with(Agenda.self) { $0.takes(platform, .sample(.environment, .building)) }
    let others = world.with(Agenda.self) { $0.takes(platform, .sample(.environment, .neighbourhood)) }
    #expect(own && !others)
  }

  /// Members who go round ask their lane's volunteers, where nobody else asks.
  @Test func membersAskVolunteers() throws {
    func asked(_ volunteers: Double) throws -> Int {
      var setting = Setting.small([use(["volunteersPerLane": .number(volunteers)])])
      setting.conditions.values[.asksPerOccasion] = 0
      setting.parameters[.asksPerTie] = 0
      var world = try World(setting, seed: 1, replicate: 0)
      var count = 0
      for _ in 0..<30 {
        for phase in Phase.all {
          world.run(phase)
          if phase.name != "mobilisation" { continue }
          for i in 0..<2_400 where world.population.residents.status[i].contains(.asked) { count += 1 }
        }
        world.endWeek()
      }
      return count
    }
    #expect(try asked(0) == 0)
    #expect(try asked(10) > 0)
  }

  /// With nothing to decide and nobody to ask they sit idle, and tire.
  @Test func withNothingToDecideAndNobodyToAskTheyDoNothingGood() throws {
    func fatigue(_ uses: [MechanismUse]) throws -> Double {
      var world = try World(.smallWithoutTakingUp(uses), seed: 1, replicate: 0)
      let weeks = world.weeksWithMatters(before: world.slots.slot(.laneCommittees, 0), weeks: 40)
      #expect(weeks == 0)
      return (0..<2_400).reduce(0) { $0 + Double(world.population.residents.fatigue[$1]) }
    }
    let idle = use(["decisions": .number(0), "volunteersPerLane": .number(0)])
    #expect(try fatigue([idle]) > fatigue([]))
  }
}
