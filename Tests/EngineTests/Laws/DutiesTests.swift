import Testing

@testable import Engine

@Suite struct DutiesTests {
  @Test func followUpRaisesTheChanceOfThoseWhoWouldNotCome() {
    #expect(Duties.chance(attendance: 0.3, followUp: 0) == 0.3)
    #expect(Duties.chance(attendance: 0.3, followUp: 1) == 1)
    #expect((Duties.chance(attendance: 0.4, followUp: 0.5) - 0.7).magnitude < 1e-12)
  }

  /// Of the people of a duty as large a part holds it as structure says, and a larger part contains a smaller one.
  @Test func aShareOfThePeopleHoldsADuty() throws {
    func holders(_ share: Double) throws -> [[UInt32]] {
      let use = MechanismUse("doubleRegistration", options: ["share": .number(share)])
      var world = try World(.small([use]), seed: 1, replicate: 0)
      world.run(Phase.all[0])
      return world.neighbourhoods.indices.map { n in
        let holders = world.neighbourhoods[n].dutyHolders[0]
        #expect(
          holders.allSatisfy { world.population.residents.traits[Int($0)].isInServiceMember })
        return holders
      }
    }
    let all = try holders(1)
    let some = try holders(0.4)
    #expect(try holders(0.05).flatMap(\.self).count < some.flatMap(\.self).count)
    for (few, many) in zip(some, all) { #expect(Set(few).isSubset(of: many)) }
    let part = Double(some.flatMap(\.self).count) / Double(all.flatMap(\.self).count)
    #expect(part > 0.25 && part < 0.55)
  }
}
