import Testing

@testable import Engine

@Suite struct VisibleMembershipTests {
  private func use(_ members: Double, _ volunteers: Double, _ audience: String = "group") -> MechanismUse {
    MechanismUse(
      "visibleMembership",
      options: [
        "members": .number(members), "leadVolunteers": .number(volunteers), "audience": .choice(audience),
      ])
  }

  private func world(_ mechanism: MechanismUse) throws -> World {
    try World(.small([mechanism]), seed: 1, replicate: 0)
  }

  private func count(_ flags: [Bool]) -> Int { flags.count { $0 } }

  @Test func itSaysWhoIsShownToWhom() {
    let structure = StructureSample.shared.structure([use(0.3, 0.7, "neighbourhood")])
    for known in structure.known {
      #expect(known == KnownPeople(members: 0.3, leadVolunteers: 0.7, audience: .neighbourhood))
    }
  }

  /// All members shown to their building groups: exactly those living with one know one.
  @Test func neighboursOfAShownMemberKnowWhomToTurnTo() throws {
    let world = try world(use(1, 0))
    for (n, place) in world.places.neighbourhoods.enumerated() {
      for g in place.groups {
        let range = world.places.groups[g].residents
        let hasMember = range.contains { world.population.residents.traits[$0].isRegisteredMember }
        #expect(world.memberGroups[g] == hasMember && !world.familiarGroups[g])
        if let first = range.first { #expect(world.knowsShownMember(first, in: n) == hasMember) }
      }
    }
  }

  @Test func aLargerShareAndAWiderAudienceReachMore() throws {
    let few = try count(world(use(0.1, 0)).memberGroups)
    let some = try count(world(use(0.5, 0)).memberGroups)
    #expect(try few < some && some < count(world(use(0.5, 0, "neighbourhood")).memberGroups))
    #expect(try count(world(use(0, 1)).familiarGroups) > 0)
  }

  /// Known faces are of use to those who ask; where no broker has an hour for it they change nothing.
  @Test func knownFacesDoNothingGoodWhereNobodyAsks() throws {
    func run(_ mechanisms: [MechanismUse], brokering: Double) throws -> [UInt64] {
      let style = MechanismUse(
        "steeringStyle",
        options: ["relaying": .number(0.6), "brokering": .number(brokering), "serving": .number(0.4)])
      var setting = Setting.small(mechanisms + [style])
      setting.conditions.values[.massStaff] = 0
      return try Simulation.run(setting, seed: 8, replicate: 1).bits
    }
    #expect(try run([use(0, 1)], brokering: 0) == run([], brokering: 0))
    #expect(try run([use(0, 1)], brokering: 0.5) != run([], brokering: 0.5))
  }
}
