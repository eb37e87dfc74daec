import Testing

@testable import Engine

@Suite struct PromotionAssociationTests {
  private let sample = StructureSample.shared
  private func structure(_ options: [String: OptionValue] = [:]) -> Structure {
    sample.structure([MechanismUse("promotionAssociation", options: options)])
  }

  @Test func itIsAPlatformOfUnitsAndMembersWithSpecialCommittees() throws {
    let structure = structure()
    let plenary = try #require(structure[platform: .promotionAssociation, 0])
    #expect(plenary.meetingsPerYear == 4 && plenary.unitSeats == 20 && plenary.residentSeats == 10)
    #expect(plenary.pool == .members && plenary.decides == 0.3 && plenary.access == .all)
    let committees = try #require(structure[platform: .specialCommittees, 0])
    #expect(committees.meetingsPerYear == 16 && committees.unitSeats == 5 && committees.residentSeats == 3)
    #expect(committees.access.contains(.parking) && !committees.access.contains(.propertyRepair))
    #expect(committees.overlap == 1 && committees.refers && committees.agendaPlaces == 4)
  }

  @Test func whatDoesNotFitIntoAYearSitsSideBySide() throws {
    let many = structure(["committees": .number(8), "committeeMeetings": .number(13)])
    let committees = try #require(many[platform: .specialCommittees, 0])
    #expect(committees.meetingsPerYear == 52 && committees.unitSeats == 5 && committees.agendaPlaces == 8)
  }

  @Test func levelsLinkNeighbourhoodsAndDepartments() {
    let base = sample.base.relations[0]
    let levels = (1...3).map { structure(["levels": .number(Double($0))]).relations[0] }
    #expect(levels.map(\.referral) == [base.referral, 0.8, 0.8])
    #expect(levels.map(\.handover) == [base.handover, base.handover, 0.8])
  }

  /// Those who search know one president at a time, or two; over the terms they come to know all who take turns.
  @Test func presidentsTakeTurns() throws {
    func known(_ holders: Double, double: Bool) throws -> (atATime: [Int], ever: Set<Int>) {
      let use = MechanismUse(
        "promotionAssociation",
        options: [
          "presidents": .number(holders), "termWeeks": .number(4), "doublePresidents": .flag(double),
        ])
      var world = try World(.small([use]), seed: 1, replicate: 0)
      var counts: [Int] = []
      var ever: Set<Int> = []
      for week in 0..<80 {
        world.week = week
        let presidents = world.with(StructureChange.self) { $0.presidents(for: week % 3) }
        counts.append(presidents.count)
        ever.formUnion(presidents)
      }
      return (counts, ever)
    }
    let one = try known(1, double: true)
    #expect(one.ever.count == 1 && one.atATime.allSatisfy { $0 == 1 })
    let turns = try known(8, double: false)
    #expect(turns.atATime.allSatisfy { $0 == 1 } && turns.ever.count > 3)
    let double = try known(8, double: true)
    #expect(double.ever == turns.ever && double.atATime.contains(2))
  }

  /// With nothing to decide it sits, tires its people, and has no matter before it.
  @Test func withNothingToDecideItDoesNothingGood() throws {
    let use = MechanismUse(
      "promotionAssociation",
      options: ["decisions": .number(0), "committees": .number(0), "presidents": .number(0)])
    var world = try World(.smallWithoutTakingUp([use]), seed: 1, replicate: 0)
    let slot = world.slots.slot(.promotionAssociation, 0)
    let weeks = world.weeksWithMatters(before: slot, weeks: 52)
    let idle = world.total(.idleMeetings)
    #expect(weeks == 0 && idle >= 4)
  }
}
