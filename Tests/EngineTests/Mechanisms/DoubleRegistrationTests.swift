import Testing

@testable import Engine

@Suite struct DoubleRegistrationTests {
  private func use(_ options: [String: OptionValue]) -> MechanismUse {
    MechanismUse("doubleRegistration", options: options)
  }

  @Test func membersInEmploymentOweHoursBySkillAndWithHands() {
    let structure = StructureSample.shared.structure([
      use(["hours": .number(36), "skillChannel": .number(0.25), "share": .number(0.4)])
    ])
    for n in structure.duties.indices {
      let duties = structure.duties[n]
      #expect(duties.map(\.work) == [.profession, .hands])
      #expect(duties.map(\.minutesPerMonth) == [45, 135])
      #expect(duties.allSatisfy { $0.holders == .inServiceMembers && $0.share == 0.4 && $0.followUp == 0.2 })
      #expect(structure.known[n].inService == 0.4)
    }
  }

  private func world(_ options: [String: OptionValue], freeHours: UInt8 = 20) throws -> World {
    let all: [String: OptionValue] = ["share": .number(1), "skillChannel": .number(1)]
    var world = try World(
      .small([use(all.merging(options) { _, given in given })]), seed: 1, replicate: 0)
    world.setEverybody(freeHours: freeHours)
    // Ten calls of everybody.
    world.runCalendars(40)
    return world
  }

  /// Professionals' hours go to where professionals are looked for; follow-up makes more of them come.
  @Test func followUpMakesPromisesKept() throws {
    let loose = try world(["followUp": .number(0)]).givenMinutes
    let strict = try world(["followUp": .number(1)])
    #expect(loose > 0 && strict.givenMinutes > loose)
    var owed: Int64 = 0
    for i in 0..<strict.population.residents.count {
      let traits = strict.population.residents.traits[i]
      if traits.isInServiceMember && traits.skill == .professional { owed += 10 * Int64(20.0 * 60 / 13) }
    }
    #expect(strict.givenMinutes == owed)
  }

  /// Acquaintances learn that they are members: more residents know whom to turn to.
  @Test func moreResidentsKnowAMember() throws {
    func knowing(_ share: Double) throws -> Int {
      let world = try World(.small([use(["share": .number(share)])]), seed: 1, replicate: 0)
      var number = 0
      for i in 0..<world.population.residents.count where world.knowsShownMember(i, in: Int(world.homes[i])) {
        number += 1
      }
      return number
    }
    #expect(try knowing(0) == 0)
    let some = try knowing(0.3)
    #expect(try some > 0 && knowing(1) > some)
  }

  /// Registered on paper: who has no free time gives none, however much is owed.
  @Test func itDoesNothingGoodWhereNobodyHasTime() throws {
    let busy = try world(["hours": .number(200), "followUp": .number(1)], freeHours: 0)
    #expect(busy.givenMinutes == 0)
    for n in busy.neighbourhoods.indices {
      #expect(busy.tally.row(n)[Counter.ownMinutes.rawValue] == 0)
    }
    #expect(try world(["hours": .number(200), "followUp": .number(1)], freeHours: 20).givenMinutes > 0)
  }
}
