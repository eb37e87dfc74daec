import Testing

@testable import Engine

@Suite struct ThreeTierBranchesTests {
  private let sample = StructureSample.shared

  private func use(_ options: [String: OptionValue]) -> MechanismUse {
    MechanismUse("threeTierBranches", options: options)
  }

  @Test func unitsStandInAsManyBuildingsAsMembersAllow() {
    let structure = sample.structure([use(["membersPerUnit": .number(4), "leaderHours": .number(6)])])
    for (n, place) in sample.record.places.neighbourhoods.enumerated() {
      let members = sample.record.members[n]
      let units = max(1, min(members / 4, place.groups.count))
      let leaders = units + max(1, units / 5)
      #expect(structure[.partyUnits, n]?.staffMinutes == 0)
      #expect(structure[.partyUnits, n]?.knownGroups == Double(units) / Double(place.groups.count))
      let duties = structure.duties[n]
      #expect(duties.map(\.work) == [.brokering, .meeting, .brokering])
      #expect(duties.map(\.minutesPerMonth) == [240, 120, 60])
      #expect(duties[0].share == min(1, Double(leaders) / Double(members)) && duties[2].share == 1)
    }
    #expect(sample.structure([use(["depth": .number(1)])]) == sample.base)
  }

  /// Small units know more building groups than large ones or than those of parts, and sit more hours.
  @Test func smallUnitsKnowMoreAndSitMore() {
    func unit(_ options: [String: OptionValue]) -> (known: Double, leaders: Double) {
      let structure = sample.structure([use(options)])
      return (structure[.partyUnits, 0]?.knownGroups ?? 0, structure.duties[0][1].share)
    }
    let small = unit(["membersPerUnit": .number(3)])
    let large = unit(["membersPerUnit": .number(30)])
    let parts = unit(["membersPerUnit": .number(3), "depth": .number(2)])
    #expect(small.known > large.known && small.known > parts.known)
    #expect(small.leaders > large.leaders && small.leaders > parts.leaders)
  }

  @Test func keptHoursBecomeBrokeringOfTheUnits() throws {
    var world = try World(.small([use(["memberHours": .number(4)])]), seed: 1, replicate: 0)
    world.setEverybody(freeHours: 20)
    var brokering = 0.0
    world.runCalendars { world in
      for n in world.neighbourhoods.indices {
        let slot = world.slots.slot(.partyUnits, n)
        brokering += world.actors[slot].brokering
        #expect(world.actors[slot].brokering == Double(world.ledger.balance(.time, slot)))
        #expect(world.neighbourhoods[n].nearby.brokers.contains(slot))
        #expect(world.neighbourhoods[n].nearby.mediators.contains(slot))
      }
    }
    #expect(brokering > 0 && Int64(brokering) == world.givenMinutes)
    #expect(world.problems() == [])
  }

  /// Who is worn out keeps less of what is owed.
  @Test func tiredMembersKeepLess() throws {
    func given(fatigue: Float) throws -> Int64 {
      var world = try World(.small([use(["memberHours": .number(4)])]), seed: 1, replicate: 0)
      world.setEverybody(freeHours: 20, fatigue: fatigue)
      world.runCalendars()
      return world.givenMinutes
    }
    #expect(try given(fatigue: 0) > given(fatigue: 0.9))
  }

  @Test func unitsWithoutHoursDoNothingGood() throws {
    let idle = use(["leaderHours": .number(0), "memberHours": .number(0)])
    let with = try Simulation.run(.small([idle]), seed: 8, replicate: 1)
    let without = try Simulation.run(.small(), seed: 8, replicate: 1)
    #expect(with.bits == without.bits)
  }
}
