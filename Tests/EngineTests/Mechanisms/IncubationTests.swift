import Testing

@testable import Engine

@Suite struct IncubationTests {
  private let sample = StructureSample.shared

  private func use(_ options: [String: OptionValue]) -> [MechanismUse] {
    [MechanismUse("incubation", options: options)]
  }

  @Test func grantsAndHoursAreTakenFromWhatIsThere() {
    let structure = sample.structure(use(["mentors": .number(0.4), "socialWorkers": .number(0.1)]))
    #expect(structure.yuanPerYear == sample.base.yuanPerYear)
    for n in 0..<4 {
      #expect(structure.support[n].grantYuanPerYear == 15_000 && structure.support[n].largestGrant == 5_000)
      #expect(structure.support[n].roomMinutes == 540)
      #expect(structure.funds[n][0].yuanPerYear == sample.conditions[.committeeBudget] - 15_000)
      let professionals = Double(sample.base[.professionals, n / 2]!.staffMinutes)
      let committee = Double(sample.base[.residentsCommittee, n]!.staffMinutes)
      #expect(
        structure[.socialOrganisations, n]?.staffMinutes
          == Int(professionals * 0.2) + Int(committee * 0.1))
    }
  }

  /// A world with one group in the first neighbourhood to which nobody comes.
  private func lonely(_ options: [String: OptionValue]) throws -> World {
    var setting = Setting.small(use(options))
    setting.conditions.values[.associations] = 0
    setting.parameters[.founding] = 0
    setting.parameters[.joinBase] = -60
    var world = try World(setting, seed: 1, replicate: 0)
    let founder = world.places.neighbourhoods[0].residents.first {
      world.population.residents.traits[$0].isAdult && world.population.ties.degree(of: $0) > 2
    }!
    world.with(Associations.self) { Associations.begin(&$0, 0, founder: founder) }
    return world
  }

  private let nothing: [String: OptionValue] = [
    "rooms": .number(0), "grants": .number(0), "mentors": .number(0), "socialWorkers": .number(0),
  ]

  @Test func mentorsKeepUpDriveAndTeach() throws {
    var with = try lonely(nothing.merging(["socialWorkers": .number(0.3)]) { $1 })
    var without = try lonely(nothing)
    for _ in 0..<10 {
      with.advance()
      without.advance()
    }
    let groups = (with.neighbourhoods[0].associations[0], without.neighbourhoods[0].associations[0])
    #expect(groups.0.energy > groups.1.energy && groups.0.practice > 0 && groups.1.practice == 0)
    #expect(with.flow(.time, .service, from: .socialOrganisations) == 10 * 60)
    #expect(with.problems() == [])
  }

  @Test func aRoomIsAPlaceToComeTo() throws {
    var with = try lonely(nothing.merging(["rooms": .number(9)]) { $1 })
    var without = try lonely(nothing)
    with.run(Phase.all[0])
    without.run(Phase.all[0])
    with.with(Associations.self) { Associations.support(&$0) }
    without.with(Associations.self) { Associations.support(&$0) }
    let occasions = with.with(Mobilisation.self) { $0.occasions(in: 0) }
    #expect(occasions == 2 * without.with(Mobilisation.self) { $0.occasions(in: 0) })
  }

  @Test func aGrantPaysWhatMembersCannot() throws {
    let options = nothing.merging([
      "grants": .number(100_000), "largestGrant": .number(50_000),
    ]) { $1 }
    func run(_ options: [String: OptionValue]) throws -> (granted: Int64, projects: Double) {
      let world = try World.after(40, use(options)) {
        $0.conditions.values[.associations] = 40
        $0.conditions.values[.memberYuan] = 20
        $0.parameters[.takingUp] = 0.1
      }
      #expect(world.problems() == [])
      return (
        world.flow(.money, .project, from: .socialOrganisations, to: .projects),
        world.counted(.projectsFromBelow)
      )
    }
    let with = try run(options)
    let without = try run(nothing)
    #expect(with.granted > 0 && without.granted == 0 && with.projects > without.projects)
  }

  /// Support for a kind of group that is not there helps nobody, and its money is missed by the committee.
  @Test func supportForThoseWhoAreNotThereDoesNothingGood() throws {
    func run(_ targets: String) throws -> (hours: Int64, granted: Int64, idle: Int64) {
      let world = try World.after(
        30, use(["targets": .choice(targets), "socialWorkers": .number(0.2)])
      ) {
        $0.conditions.values[.migrants] = 0
        $0.conditions.values[.associations] = 40
      }
      let slots = world.neighbourhoods.indices.map { world.slots.slot(.socialOrganisations, $0) }
      return (
        world.flow(.time, .service, from: .socialOrganisations),
        world.flow(.money, .project, from: .socialOrganisations, to: .projects),
        slots.reduce(0) { $0 + world.ledger.balance(.money, $1) }
      )
    }
    let missed = try run("migrants")
    #expect(missed.hours == 0 && missed.granted == 0 && missed.idle > 20_000)
    #expect(try run("all").hours > 0)
  }
}
