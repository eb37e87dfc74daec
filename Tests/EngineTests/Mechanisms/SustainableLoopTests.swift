import Testing

@testable import Engine

@Suite struct SustainableLoopTests {
  @Test func itSetsSharingAndAPurseForWhatReturns() {
    let structure = StructureSample.shared.structure([MechanismUse("sustainableLoop")])
    #expect(
      structure.services[0].sharing
        == Sharing(fee: 2, returned: 0.5, crowdfunding: 0.3, yuanPerHead: 10, skills: 0.2, things: 0.1))
    #expect(structure.funds[0].map(\.kind) == [.budget, .returns])
    #expect(structure.funds[0][1].yuanPerYear == 0)
    let free = StructureSample.shared.structure([
      MechanismUse("sustainableLoop", options: ["fee": .number(0)])
    ])
    #expect(free.funds[0].map(\.kind) == [.budget])
  }

  @Test func feesKeepVisitorsAway() {
    #expect(Visits.feeFactor(0, memberYuan: 150, Parameters()) == 1)
    #expect(Visits.feeFactor(15, memberYuan: 150, Parameters()) == 0.5)
  }

  private func world(_ options: [String: OptionValue], hub: Bool = false, weeks: Int = 0) throws -> World {
    let uses = [MechanismUse("sustainableLoop", options: options)] + (hub ? [MechanismUse("blockHub")] : [])
    var world = try World(.small(uses), seed: 3, replicate: 1)
    world.advance(weeks: weeks)
    return world
  }

  private func setIdentification(_ world: inout World, _ value: Float) {
    for i in 0..<world.population.residents.count { world.population.residents.identification[i] = value }
  }

  /// Half of what visitors pay goes to a purse that any decided matter may draw on.
  @Test func feesReturnToTheNeighbourhood() throws {
    let world = try world(["fee": .number(4)], hub: true, weeks: 20)
    let visits = world.counted(.visits)
    #expect(visits > 0)
    let returned = world.flow(.money, .contribution, from: .residents, to: .releasedFund)
    #expect((Double(returned) - visits * 2).magnitude <= 20 * 3)
  }

  @Test func thoseConcernedGiveIfTheyIdentify() throws {
    var world = try world(["crowdfunding": .number(0.5), "things": .number(0.4)])
    let id = world.addDemand(.environment, holder: .residentsCommittee)
    setIdentification(&world, 1)
    let demand = world.demands[id]
    #expect(world.with(Lending.self) { Lending.crowd($0, demand, 0, missing: 1_000) } == 500)
    // Nine hundred residents, ten yuan each.
    #expect(world.with(Lending.self) { Lending.crowd($0, demand, 0, missing: 100_000) } == 9_000)
    #expect((world.with(Lending.self) { Lending.thingsLent($0, demand) } - 0.4).magnitude < 1e-12)
  }

  @Test func skillsOnAListAreCalledOn() throws {
    var world = try world(["skills": .number(1)])
    let id = world.addDemand(.propertyRepair, holder: .residentsCommittee, technical: true)
    #expect(!world.neighbourhoods[0].skilled.isEmpty)
    let demand = world.demands[id]
    var given: Int64 = 0
    for _ in 0..<60 {
      given += world.with(Lending.self) {
        Lending.giveSkill(&$0, minutes: 240, for: demand, 0, isPublic: true)
      }
      world.week += 1
    }
    #expect(given > 0)
    #expect(world.flow(.time, .project, from: .residents, to: .doneWork) == given)
  }

  /// Without venues a fee brings nothing, without identification nobody gives or lends.
  @Test func sharingAmongStrangersDoesNothingGood() throws {
    var world = try world(
      ["crowdfunding": .number(1), "things": .number(1), "skills": .number(0)], weeks: 20)
    #expect(world.flow(.money, .contribution, from: .residents, to: .releasedFund) == 0)
    let id = world.addDemand(.environment, holder: .residentsCommittee)
    setIdentification(&world, 0)
    let demand = world.demands[id]
    #expect(world.with(Lending.self) { Lending.crowd($0, demand, 0, missing: 1_000) } == 0)
    #expect(world.with(Lending.self) { Lending.thingsLent($0, demand) } == 0)
  }

  /// A high fee empties the place more than it earns.
  @Test func aHighFeeEmptiesThePlace() throws {
    let dear = try world(["fee": .number(50)], hub: true, weeks: 20).counted(.visits)
    let free = try world(["fee": .number(0)], hub: true, weeks: 20).counted(.visits)
    #expect(dear < free / 3)
  }
}
