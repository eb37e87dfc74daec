import Testing

@testable import Engine

@Suite struct ServicePurchaseTests {
  @Test func aShareOfTheBudgetBecomesAContract() {
    let structure = StructureSample.shared.structure([
      MechanismUse("servicePurchase", options: ["share": .number(0.4)])
    ])
    #expect(structure.funds[2].map(\.yuanPerYear) == [90_000])
    #expect(
      structure.services[2].contract
        == Contract(yuanPerYear: 60_000, weeks: 52, since: 0, ownGroups: 0.3, dependence: 0.7))
    #expect(structure[.contractors, 2]?.upwardWeight == 0.7 && structure[.contractors, 2]?.staffMinutes == 0)
    #expect(structure.yuanPerYear == StructureSample.shared.base.yuanPerYear)
    let residents = StructureSample.shared.structure([
      MechanismUse("servicePurchase", options: ["agenda": .choice("residents")])
    ])
    #expect(residents[.contractors, 2]?.upwardWeight == 0)
    #expect(residents.services[2].contract?.dependence == 0)
  }

  private func world(_ options: [String: OptionValue], budget: Double = 150_000, weeks: Int) throws -> World {
    var setting = Setting.small([MechanismUse("servicePurchase", options: options)])
    setting.conditions.values[.committeeBudget] = budget
    var world = try World(setting, seed: 3, replicate: 1)
    world.advance(weeks: weeks)
    return world
  }

  /// An hour for its price, worked on what waits at the committee.
  @Test func moneyBuysHours() throws {
    let world = try world(["share": .number(1), "agenda": .choice("residents")], weeks: 52)
    let paid = world.flow(.money, .spending, from: .contractors, to: .market)
    let worked = world.flow(.time, .working, from: .nature, to: .contractors)
    #expect(paid == 3 * 150_000)
    #expect((Double(worked) - Double(paid) * 60 / 100).magnitude <= 3 * 52)
    #expect(world.flow(.time, .service, from: .contractors, to: .doneWork) > 0)
    #expect(world.flow(.time, .administration, from: .contractors, to: .doneWork) >= 0)
  }

  /// Whose agenda binds is whose work is done.
  @Test func whoPaysSetsTheWork() throws {
    func tasks(_ agenda: String) throws -> Int64 {
      let options: [String: OptionValue] = [
        "share": .number(1), "agenda": .choice(agenda), "dependence": .number(1),
      ]
      return try world(options, weeks: 40).flow(.time, .administration, from: .contractors, to: .doneWork)
    }
    #expect(try tasks("government") > tasks("residents"))
  }

  @Test func shortContractsForget() throws {
    func practice(_ weeks: Double) throws -> Double {
      let world = try world(
        ["share": .number(1), "contractWeeks": .number(weeks), "agenda": .choice("residents")], weeks: 41)
      return world.neighbourhoods.indices.reduce(0) {
        $0 + world.actors[world.slots.slot(.contractors, $1)].practice
      }
    }
    #expect(try practice(4) < practice(156) / 2)
  }

  @Test func groupsUnderContractTakeUpLess() throws {
    var world = try world(
      ["share": .number(1), "ownGroups": .number(1), "dependence": .number(1)], weeks: 20)
    for n in world.neighbourhoods.indices where !world.neighbourhoods[n].associations.isEmpty {
      #expect(world.neighbourhoods[n].soldShare > 0)
      #expect(
        world.with(Contracts.self) { Contracts.initiative($0, n) } == 1 - world.neighbourhoods[n].soldShare)
    }
  }

  /// Without a budget there is nothing to buy with.
  @Test func aContractWithoutMoneyDoesNothingGood() throws {
    let world = try world(["share": .number(1)], budget: 0, weeks: 30)
    #expect(world.flow(.time, .working, from: .nature, to: .contractors) == 0)
    #expect(world.flow(.time, .service, from: .contractors, to: .doneWork) == 0)
  }

  /// All money into service leaves none for what is decided.
  @Test func buyingEverythingStarvesProjects() throws {
    func paid(_ share: Double) throws -> Int64 {
      try world(["share": .number(share)], weeks: 40).flow(
        .money, .project, from: .residentsCommittee, to: .projects)
    }
    #expect(try paid(1) == 0)
    #expect(try paid(0) > 0)
  }
}
