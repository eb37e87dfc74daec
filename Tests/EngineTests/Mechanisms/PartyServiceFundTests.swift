import Testing

@testable import Engine

@Suite struct PartyServiceFundTests {
  @Test func threePartsComeOutOfTheBudget() {
    let structure = StructureSample.shared.structure([MechanismUse("partyServiceFund")])
    let funds = structure.funds[1]
    #expect(funds.map(\.kind) == [.budget, .hardware, .livelihood, .values])
    for (fund, yuan) in zip(funds, [100_000.0, 20_000, 20_000, 10_000]) {
      #expect((fund.yuanPerYear - yuan).magnitude < 1e-6)
    }
    #expect(funds[1].matters == .hardware && funds[3].matters == .values)
    #expect(funds.dropFirst().allSatisfy { $0.controller == .branch && $0.approvalWeeks == 4 })
    var all: MatterSet = []
    for set in [MatterSet.hardware, .livelihood, .values] {
      #expect(all.isDisjoint(with: set))
      all.formUnion(set)
    }
    #expect(all == .all)
  }

  private func world(_ options: [String: OptionValue]) throws -> World {
    let usual: [String: OptionValue] = [
      "rhythm": .choice("oneOff"), "yuan": .number(150_000), "approvalWeeks": .number(0),
      "largestProject": .number(500_000),
    ]
    let use = MechanismUse("partyServiceFund", options: usual.merging(options) { _, new in new })
    var world = try World(.small([use]), seed: 3, replicate: 1)
    world.run(Phase.all[0])
    return world
  }

  /// Each part pays for its own kinds only, whoever decided.
  @Test func aPartPaysForItsOwnKinds() throws {
    var world = try world(["decidedBy": .choice("members")])
    for (kind, fund) in [(DemandKind.safety, 1), (.children, 2), (.cultureSport, 3)] {
      let id = world.addDemand(kind, holder: .residentsAssembly)
      #expect(
        world.with(Purses.self) { Purses.means(&$0, for: id, in: 0, need: 9_000) }.parts.map(\.fund) == [fund]
      )
    }
    // Members agree to what weighs on people, and to nothing that does not.
    let light = world.addDemand(.safety, holder: .residentsAssembly, salience: 0)
    #expect(world.with(Purses.self) { Purses.means(&$0, for: light, in: 0, need: 9_000) }.yuan == 0)
  }

  @Test func theBranchLooksAtWhatItPaysFor() throws {
    var world = try world([:])
    let branch = world.slots.slot(.generalBranch, 0)
    let time = world.actors[branch].brokering
    let id = world.addDemand(.safety, holder: .residentsCommittee)
    #expect(world.with(Purses.self) { Purses.means(&$0, for: id, in: 0, need: 9_000) }.yuan == 9_000)
    #expect(world.actors[branch].brokering == time - world.conditions[.lookMinutes])
  }

  /// A branch without time to look agrees to nothing: the money lies, and is missing from the budget.
  @Test func aFundOfABusyBranchDoesNothingGood() throws {
    var setting = Setting.small([
      MechanismUse("partyServiceFund", options: ["yuan": .number(150_000)]),
      MechanismUse(
        "steeringStyle",
        options: ["relaying": .number(0.7), "brokering": .number(0), "serving": .number(0.3)]),
    ])
    let with = try Simulation.run(setting, seed: 3, replicate: 1)
    setting.mechanisms.removeFirst()
    let without = try Simulation.run(setting, seed: 3, replicate: 1)
    let resolved = Measure.index("completion_true")
    let binding = Measure.index("binding_money")
    #expect(with.measures[binding] > without.measures[binding])
    #expect(with.measures[resolved] <= without.measures[resolved])
    #expect(!with.flows.contains { $0.from == "releasedFund" && $0.to == "projects" })
  }
}
