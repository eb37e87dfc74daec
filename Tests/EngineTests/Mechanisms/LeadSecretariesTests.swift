import Testing

@testable import Engine

@Suite struct LeadSecretariesTests {
  private let sample = StructureSample.shared

  private func use(_ options: [String: OptionValue]) -> MechanismUse {
    let none = MechanismRegistry.description(of: "leadSecretaries")!.null
    return MechanismUse("leadSecretaries", options: none.merging(options) { $1 })
  }

  private func branch(_ options: [String: OptionValue], week: Int = 0) -> Body {
    sample.structure([use(options)], week: week)[.generalBranch, 0]!
  }

  @Test func chosenTrainedAndFreedSecretaries() {
    let usual = sample.base[.generalBranch, 0]!
    #expect((branch(["selection": .number(0.5)]).skill - (1 + usual.skill) / 2).magnitude < 1e-12)
    let start = branch(["training": .number(50)])
    let later = branch(["training": .number(50)], week: 104)
    #expect(start.skill == usual.skill && (later.skill - (1 + usual.skill) / 2).magnitude < 1e-12)
    #expect((later.overheadMinutes - 50.0 * 60 / 52).magnitude < 1e-9)
    let freed = branch(["freed": .number(0.5)]).hours
    #expect((freed.relaying - usual.hours.relaying / 2).magnitude < 1e-12)
    #expect((freed.brokering - usual.hours.brokering - usual.hours.relaying / 2).magnitude < 1e-12)
    #expect(sample.structure([use(["standing": .number(0.4)])]).known.allSatisfy { $0.leaders == 0.4 })
  }

  /// A secretary leaves with what was learned; a successor has what the reserve had.
  @Test func skillIsLostAtTheEndOfATermUnlessThereIsAReserve() {
    func skill(_ week: Int, reserve: Double) -> Double {
      branch(
        ["training": .number(100), "tenure": .number(2), "reserve": .number(reserve)], week: week
      ).skill
    }
    #expect(skill(103, reserve: 0) > skill(104, reserve: 0))
    #expect(skill(104, reserve: 0) == sample.base[.generalBranch, 0]!.skill)
    #expect(skill(104, reserve: 1) > skill(103, reserve: 1))
    #expect(skill(104, reserve: 0.5) > skill(104, reserve: 0))
  }

  @Test func neighboursLearnFromEachOtherOrAllFromAStudio() {
    func ties(_ studio: Bool) -> [[Int]] {
      let places = StructureSample(.small())
      return places.structure([use(["exchangeHours": .number(4), "studio": .flag(studio)])])
        .relations.map(\.learnsFrom)
    }
    #expect(ties(false) == [[1], [2], [0]])
    #expect(ties(true) == [[], [0], [0]])
  }

  /// Skill makes mediation likelier to succeed.
  @Test func mediationRestsOnSkill() throws {
    var world = try World(.small([use(["selection": .number(1)])]), seed: 1, replicate: 0)
    #expect(
      world.with(Contest.self) { $0.craft(of: $0.slots.slot(.generalBranch, 0)) } == 1
        / world.conditions[.staffSkill])
    #expect(world.with(Contest.self) { $0.craft(of: $0.slots.slot(.residentsCommittee, 0)) } == 1)
  }

  /// - Parameter practices: of the committee with the studio, and of the others by lot.
  private func exchanged(_ practices: [Double]) throws -> World {
    var world = try World(
      .small([use(["exchangeHours": .number(16), "studio": .flag(true)])]), seed: 1, replicate: 0)
    for (n, practice) in zip(world.byLot(0..<3), practices) {
      world.actors[world.slots.slot(.residentsCommittee, n)].practice = practice
    }
    world.runCalendars(1)
    return world
  }

  private func practice(_ world: borrowing World, _ place: Int) -> Double {
    world.actors[world.slots.slot(.residentsCommittee, world.byLot(0..<3)[place])].practice
  }

  @Test func practiceTravelsFromTheStudio() throws {
    let world = try exchanged([0.8, 0.2, 0])
    let kept = FixedMath.weeklyRetention(halfLife: world.parameters[.memoryHalfLife])
    #expect(practice(world, 1) > 0.2 * kept && practice(world, 1) < 0.8)
    #expect(practice(world, 2) > 0)
    #expect(practice(world, 0) == 0.8 * kept)
  }

  /// A studio whose head has nothing to teach: nobody learns, and the hours are gone.
  @Test func anUnpractisedStudioDoesNothingGood() throws {
    let world = try exchanged([0, 0.5, 0.5])
    let kept = FixedMath.weeklyRetention(halfLife: world.parameters[.memoryHalfLife])
    #expect(practice(world, 0) == 0 && practice(world, 1) == 0.5 * kept)
    #expect(world.tally.row(world.byLot(0..<3)[1])[Counter.meetingMinutes.rawValue] > 0)
    #expect(world.problems() == [])
  }
}
