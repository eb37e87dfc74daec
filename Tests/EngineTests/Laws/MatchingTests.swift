import Testing

@testable import Engine

/// Matching: gifts take willing units, and somebody with the time to look for them.
@Suite struct MatchingTests {
  /// Gifts to the matters of a small world that has too little public money, over 60 weeks.
  private func gifts(
    willingness: Double = 1, brokering: Double = 0.6, seats: Double = 0, form: LawForms.Matching = .sampling
  ) throws -> Double {
    var setting = Setting.small()
    setting.conditions.values[.committeeBudget] = 20_000
    setting.conditions.values[.committeeMeetings] = 52
    setting.conditions[.publicNeeds] = 0.0006
    setting.parameters[.willingness] = willingness
    setting.forms.matching = form
    setting.mechanisms = [
      MechanismUse(
        "steeringStyle",
        options: ["relaying": .number(0), "brokering": .number(brokering), "serving": .number(1 - brokering)]),
      MechanismUse(
        "partTimeMembers", options: ["subdistrictSeats": .number(0), "neighbourhoodSeats": .number(seats)]),
    ]
    var world = try World(setting, seed: 3, replicate: 1)
    for _ in 0..<60 { world.advance() }
    return world.neighbourhoods.indices.reduce(0) { sum, n in
      sum + world.tally.row(n)[Counter.offersMatched.rawValue]
    }
  }

  @Test(arguments: LawForms.Matching.allCases)
  func nobodyGivesWhoIsNotWilling(form: LawForms.Matching) throws {
    #expect(try gifts(willingness: 0, form: form) == 0)
    #expect(try gifts(form: form) > 0)
  }

  @Test func whoDoesNotLookDoesNotFind() throws {
    #expect(try gifts(brokering: 0) == 0)
    // Seat holders are known without looking.
    #expect(try gifts(brokering: 0, seats: 5) > 0)
  }
}
