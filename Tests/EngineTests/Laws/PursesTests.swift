import Testing

@testable import Engine

/// Purses: every earmarked fund keeps its own money, on its own terms.
@Suite struct PursesTests {
  private func world(_ mechanisms: [MechanismUse]) throws -> World {
    try World(.small(mechanisms), seed: 3, replicate: 1)
  }

  @Test func aOneOffFundCountsFromItsOwnStart() {
    let fund = Fund(yuanPerYear: 1_000, controller: .residents, since: 60, rhythm: .oneOff)
    let paid = (60..<400).filter { Purses.instalment(fund, week: $0) > 0 }
    #expect(paid == [60, 216, 372])
    #expect(Purses.instalment(fund, week: 60) == 3_000)
  }

  @Test func aFundThatStartsLateIsPaidAtOnce() throws {
    var world = try world([MechanismUse("autonomyFund", from: 5, options: ["rhythm": .choice("oneOff")])])
    world.advance(weeks: 5)
    #expect(world.neighbourhoods[0].purses.allSatisfy { $0.yuan == 0 })
    world.run(Phase.all[0])
    #expect(world.neighbourhoods[0].purses.map(\.yuan) == [0, 180_000])
  }

  /// The limit of a fund that the committee decides on holds: it no longer pools with the budget.
  @Test func aCommitteesFundKeepsItsLimitAndItsApproval() throws {
    var world = try world([
      MechanismUse(
        "autonomyFund",
        options: [
          "decidedBy": .choice("committee"), "yuan": .number(150_000), "rhythm": .choice("oneOff"),
          "largestProject": .number(5_000), "approvalWeeks": .number(2),
        ])
    ])
    world.run(Phase.all[0])
    let id = world.addDemand(.environment, holder: .residentsCommittee)
    #expect(world.with(Purses.self) { Purses.means(&$0, for: id, in: 0, need: 8_000) }.yuan == 0)
    #expect(world.with(Purses.self) { Purses.means(&$0, for: id, in: 0, need: 8_000) }.awaitsApproval)
    world.week += 2
    #expect(world.with(Purses.self) { Purses.means(&$0, for: id, in: 0, need: 8_000) }.yuan == 5_000)
    let other = world.addDemand(.environment, holder: .residentsAssembly)
    world.demands[other].since = -2
    // Residents control no money here, so that the committee's pays.
    #expect(world.with(Purses.self) { Purses.means(&$0, for: other, in: 0, need: 8_000) }.yuan == 5_000)
  }

  @Test func whatIsLeftGoesBackToTheCommittee() throws {
    var world = try world([
      MechanismUse("autonomyFund", until: 3, options: ["rhythm": .choice("oneOff")])
    ])
    world.run(Phase.all[0])
    #expect(world.neighbourhoods[0].purses.map(\.yuan) == [0, 180_000])
    world.week = 3
    world.run(Phase.all[0])
    #expect(world.neighbourhoods[0].purses.map(\.yuan) == [0])
    #expect(world.flow(.money, .refund, from: .releasedFund, to: .residentsCommittee) == 3 * 180_000)
  }

  /// With every mechanism that has a fund, no purse holds more than its account, and no yuan is lost.
  @Test func pursesAreCoveredByTheirAccounts() throws {
    var world = try world(MechanismUse.all)
    for _ in 0..<40 {
      world.advance()
      for n in world.neighbourhoods.indices {
        #expect(world.with(Purses.self) { $0.releasedYuan(n) } >= 0)
        #expect(world.neighbourhoods[n].purses.allSatisfy { 0 <= $0.ownYuan && $0.ownYuan <= $0.yuan })
      }
    }
    #expect(world.problems() == [])
    #expect(world.flow(.money, .project, from: .releasedFund, to: .projects) > 0)
  }
}
