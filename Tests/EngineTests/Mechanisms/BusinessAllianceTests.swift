import Testing

@testable import Engine

@Suite struct BusinessAllianceTests {
  @Test func agreementsStandInEveryNeighbourhood() {
    let structure = StructureSample.shared.structure([MechanismUse("businessAlliance")])
    #expect(
      structure.services[3].agreements
        == Agreements(number: 2, yuan: 2_000, minutes: 1_440, areKnown: true))
    #expect(structure.funds[3].map(\.kind) == [.budget, .agreements])
    #expect(structure.yuanPerYear == StructureSample.shared.base.yuanPerYear)
  }

  private func world(_ options: [String: OptionValue] = [:], relation: Float, weeks: Int) throws -> World {
    var world = try World(
      .small([MechanismUse("businessAlliance", options: options)]), seed: 3, replicate: 1)
    for u in 0..<world.population.units.count { world.population.units.money[u] = 100_000 }
    for _ in 0..<weeks {
      world.setRelations(relation)
      world.run(Phase.all[0])
      world.week += 1
    }
    return world
  }

  @Test func partnersAreFirmsAndStayTheSame() throws {
    var world = try world(relation: 1, weeks: 1)
    for n in world.neighbourhoods.indices {
      for k in 0..<2 {
        let u = world.with(Promises.self) { Promises.partner($0, n, k) }
        #expect(u == world.with(Promises.self) { Promises.partner($0, n, k) })
        if let u { #expect(world.population.units.kind[u] == .firm) }
      }
    }
  }

  /// Owners of the matter keep what they have promised: money for any decided matter, and people's time.
  @Test func nearFirmsKeepTheirPromises() throws {
    var world = try world(["yuan": .number(400)], relation: 1, weeks: 1)
    let kept = world.counted(.promisesKept)
    #expect(kept > 0 && kept <= world.counted(.promises))
    #expect(world.flow(.money, .contribution, from: .units, to: .releasedFund) == Int64(kept) * 100)
    let n = world.neighbourhoods.indices.first { world.neighbourhoods[$0].agreementsKept > 0 }!
    let id = world.addDemand(.cultureSport, holder: .residentsCommittee, in: n)
    let means = world.with(Purses.self) { Purses.means(&$0, for: id, in: n, need: 50) }
    #expect(means.yuan == 50 && world.with(Purses.self) { Purses.spend(&$0, means, in: n) } == 50)
  }

  /// Strangers sign and give nothing: what is promised counts against the rules kept.
  @Test func agreementsWithStrangersDoNothingGood() throws {
    let world = try world(relation: 0, weeks: 40)
    #expect(world.counted(.promises) > 0 && world.counted(.promisesKept) == 0)
    #expect(world.flow(.money, .contribution, from: .units, to: .releasedFund) == 0)
    #expect(world.flow(.time, .contribution, from: .nature, to: .units) == 0)
  }
}
