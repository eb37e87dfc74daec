import Testing

@testable import Engine

@Suite struct MemberPointsTests {
  private let sample = StructureSample.shared
  private let registration = MechanismUse(
    "doubleRegistration", options: ["followUp": .number(0), "skillChannel": .number(1)])

  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("memberPoints", options: options)
  }

  @Test func itCountsWhatIsOwedAndCostsTheBranchTime() {
    let alone = sample.structure([use()])
    let both = sample.structure([registration, use()])
    for n in alone.duties.indices {
      #expect(alone.duties[n].isEmpty && alone.dutyCounts[n] == both.dutyCounts[n])
      #expect(alone[.generalBranch, n] == sample.base[.generalBranch, n])
      let minutes = both[.generalBranch, n]?.overheadMinutes ?? 0
      #expect((minutes - 3 * Double(sample.record.members[n]) * 12 / 52).magnitude < 1e-9)
    }
    // Hours of asking are not counted where only hands are: nobody keeps books.
    let hands = sample.structure([MechanismUse("threeTierBranches"), use(["counted": .choice("hands")])])
    #expect(hands[.generalBranch, 0]?.overheadMinutes == 0)
  }

  private func given(_ mechanisms: [MechanismUse]) throws -> (minutes: Int64, heard: Float) {
    var world = try World(.small(mechanisms), seed: 1, replicate: 0)
    world.setEverybody(freeHours: 20)
    world.runCalendars(40)
    return (world.givenMinutes, world.neighbourhoods.reduce(0) { $0 + $1.heardOf.reduce(0, +) })
  }

  @Test func whatIsCountedIsKeptAndHeardOf() throws {
    let uncounted = try given([registration])
    let counted = try given([registration, use(["followUp": .number(1), "madeKnown": .number(1)])])
    #expect(counted.minutes > uncounted.minutes)
    #expect(uncounted.heard == 0 && counted.heard > 0)
    let other = try given([
      registration,
      use(["followUp": .number(1), "madeKnown": .number(1), "counted": .choice("brokering")]),
    ])
    #expect(other == uncounted)
  }

  @Test func withoutDutiesItDoesNothingGoodOrBad() throws {
    let full = use(["followUp": .number(1), "madeKnown": .number(1), "bookkeeping": .number(30)])
    let with = try Simulation.run(.small([full]), seed: 8, replicate: 1)
    #expect(try with.bits == Simulation.run(.small(), seed: 8, replicate: 1).bits)
  }
}
