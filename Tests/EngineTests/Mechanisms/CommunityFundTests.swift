import Testing

@testable import Engine

@Suite struct CommunityFundTests {
  @Test func threeSidesGiveTheirParts() {
    let structure = StructureSample.shared.structure([
      MechanismUse("communityFund", options: ["residents": .number(0.5), "units": .number(0.5)])
    ])
    let fund = structure.funds[0][1]
    #expect(fund.kind == .pooled && fund.isPooled && fund.controller == .residents)
    #expect(fund.yuanPerYear == 15_000 && fund.askedOfUnits == 7_500 && fund.askedOfResidents == 7_500)
    #expect(structure.funds[0][0].yuanPerYear == 135_000)
    #expect((structure.rights[0].releasedDecisions - 0.1).magnitude < 1e-12)
  }

  private func world(
    _ options: [String: OptionValue], relation: Float = 0, identification: Float = 0, weeks: Int = 1
  ) throws -> World {
    var setting = Setting.small([MechanismUse("communityFund", options: options)])
    setting.parameters[.willingness] = 1
    var world = try World(setting, seed: 3, replicate: 1)
    world.setRelations(relation)
    for i in 0..<world.population.residents.count {
      world.population.residents.identification[i] = identification
    }
    for _ in 0..<weeks {
      world.run(Phase.all[0])
      world.week += 1
    }
    return world
  }

  /// In the first week of each quarter a quarter of what is asked comes in, as far as units and residents are near.
  @Test func nearnessGives() throws {
    let options: [String: OptionValue] = ["government": .number(0), "yuan": .number(4_000)]
    let world = try world(options, relation: 1, identification: 1, weeks: 2)
    let pool = world.slots.slot(.communityFund, 0)
    #expect(world.flow(.money, .contribution, from: .residents, to: .communityFund) == 3 * 500)
    let units = world.flow(.money, .contribution, from: .units, to: .communityFund)
    #expect(units > 0 && units <= 3 * 500)
    #expect(
      world.ledger.balance(.money, pool) == 1_500 + units && world.actors[pool].ownYuan == 1_500 + units)
  }

  /// One purse for all: a neighbourhood may draw more than it has paid in; what it pays with is partly its own.
  @Test func aPoolPaysForWhoComesFirst() throws {
    let options: [String: OptionValue] = [
      "yuan": .number(4_000), "government": .number(0), "approvalWeeks": .number(0),
    ]
    var world = try world(options, identification: 1)
    let id = world.addDemand(.environment, holder: .residentsAssembly)
    let means = world.with(Purses.self) { Purses.means(&$0, for: id, in: 0, need: 1_200) }
    #expect(means.yuan == 1_200 && means.parts.count == 1)
    #expect(world.with(Purses.self) { Purses.spend(&$0, means, in: 0) } == 1_200)
    #expect(world.ledger.balance(.money, world.slots.slot(.communityFund, 0)) == 300)
  }

  @Test func whatAPoolHasLeftIsSharedOut() throws {
    var setting = Setting.small([MechanismUse("communityFund", until: 2)])
    setting.parameters[.willingness] = 1
    var world = try World(setting, seed: 3, replicate: 1)
    world.advance(weeks: 2)
    let pool = world.slots.slot(.communityFund, 0)
    let left = world.ledger.balance(.money, pool)
    #expect(left > 0)
    world.run(Phase.all[0])
    #expect(world.ledger.balance(.money, pool) == 0 && world.actors[pool].ownYuan == 0)
    #expect(world.flow(.money, .refund, from: .communityFund, to: .residentsCommittee) == left)
  }

  /// Strangers give nothing: a fund that lives on gifts stays empty, whatever it is meant to take in.
  @Test func aFundAmongStrangersDoesNothingGood() throws {
    let world = try world(["government": .number(0), "yuan": .number(500_000)], weeks: 40)
    #expect(world.flow(.money, .contribution, from: .units, to: .communityFund) == 0)
    #expect(world.flow(.money, .contribution, from: .residents, to: .communityFund) == 0)
    #expect(world.ledger.balance(.money, world.slots.slot(.communityFund, 0)) == 0)
  }
}
