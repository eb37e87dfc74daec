import Testing

@testable import Engine

@Suite struct CommunityWorkersTests {
  private let sample = StructureSample.shared

  private func use(_ options: [String: OptionValue]) -> MechanismUse {
    let none: [String: OptionValue] = [
      "added": .number(0), "training": .number(0), "pay": .number(0), "teams": .number(0),
      "tasks": .number(1),
    ]
    return MechanismUse("communityWorkers", options: none.merging(options) { $1 })
  }

  @Test func eachOptionChangesOneThing() {
    let base = sample.base
    let workers = sample.record.places.neighbourhoods.map { Double($0.communityWorkers) }
    let added = sample.structure([use(["added": .number(0.5)])])
    let trained = sample.structure([use(["training": .number(100)])])
    let paid = sample.structure([use(["pay": .number(0.1)])])
    let spared = sample.structure([use(["tasks": .number(0.25)])])
    for n in workers.indices {
      let before = base[.residentsCommittee, n]!
      #expect(
        added[.residentsCommittee, n]!.staffMinutes == before.staffMinutes + Int(0.5 * workers[n] * 2_400))
      // A hundred hours halve what is missing, and take their part of the week.
      let after = trained[.residentsCommittee, n]!
      #expect((after.skill - (1 + before.skill) / 2).magnitude < 1e-12)
      #expect((after.overheadMinutes - workers[n] * 100 * 60 / 52).magnitude < 1e-9)
      let wages = min(0.1 * 80_000 * workers[n], 150_000)
      #expect(paid.funds[n].map(\.kind) == [.budget, .wages])
      #expect((paid.funds[n][1].yuanPerYear - wages).magnitude < 1e-6)
      #expect((paid.funds[n][0].yuanPerYear - (150_000 - wages)).magnitude < 1e-6)
      #expect((paid[.residentsCommittee, n]!.payRise - wages / (80_000 * workers[n])).magnitude < 1e-12)
      #expect(spared[.residentsCommittee, n]!.refusedTasks == 0.75)
    }
  }

  @Test func wagesGoToTheStaffAndKeepWhatTheyLearned() throws {
    func world(pay: Double) throws -> World {
      var world = try World(.small([use(["pay": .number(pay)])]), seed: 1, replicate: 0)
      for slot in 0..<world.slots.count { world.actors[slot].practice = 0.5 }
      world.runCalendars(10)
      return world
    }
    let usual = try world(pay: 0)
    let well = try world(pay: 0.1)
    let slot = usual.slots.slot(.residentsCommittee, 0)
    #expect(well.ledger.balance(.money, slot) < usual.ledger.balance(.money, slot))
    let paid = well.ledger.flow(
      .money, Purpose.wage.rawValue, from: ActorKind.residentsCommittee.rawValue,
      to: ActorKind.market.rawValue)
    #expect(paid > 0 && well.actors[slot].practice > usual.actors[slot].practice)
    #expect(well.problems() == [])
  }

  /// A and B are one block, C another.
  @Test func pooledStaffWorkWhereWorkWaits() throws {
    var world = try World(.small([use(["teams": .number(1)])]), seed: 1, replicate: 0)
    world.actors[world.slots.slot(.residentsCommittee, 1)].taskBacklog = 1e6
    let staff = world.neighbourhoods.indices.map { world.structure[.residentsCommittee, $0]!.staffMinutes }
    let minutes = world.with(Teams.self) { Teams.minutes($0) }
    #expect(minutes[1] > staff[1] && minutes[0] < staff[0] && minutes[2] == staff[2])
    let pool = Double(staff[0] + staff[1])
    #expect(minutes[0] + minutes[1] == Int(pool * (1 - world.parameters[.switchingCost])))
    for start in [0, 0.3, 0.99] {
      #expect(Teams.shares(of: 10, by: [0, 0, 0], start: start).reduce(0, +) == 10)
      #expect(Teams.shares(of: 9, by: [1, 2, 0], start: start) == [3, 6, 0])
    }
  }

  /// Where the same work waits everywhere, teams only lose the time on the way; alone in a block nobody is pooled.
  @Test func teamsDoNothingGoodWhereAllAreEquallyPressed() throws {
    var world = try World(.small([use(["teams": .number(1)])]), seed: 1, replicate: 0)
    let staff = world.neighbourhoods.indices.map { world.structure[.residentsCommittee, $0]!.staffMinutes }
    let minutes = world.with(Teams.self) { Teams.minutes($0) }
    #expect(minutes[0] < staff[0] && minutes[1] < staff[1] && minutes[2] == staff[2])
  }
}
