import Testing

@testable import Engine

@Suite struct JointDutyTests {
  private func use(_ options: [String: OptionValue] = [:], places: PlaceSelection = .all) -> MechanismUse {
    MechanismUse("jointDuty", places: places, options: options)
  }

  @Test func everyNeighbourhoodOfTheAreaHasItsRound() {
    let structure = StructureSample.shared.structure([
      use(["roundsPerMonth": .number(2), "minutes": .number(90)], places: .named(["B"]))
    ])
    #expect(structure.rounds[0] == nil && structure.rounds[1]?.perYear == 24)
    #expect(structure.rounds[1]?.minutes == 90 && structure.rounds[1]?.handoverWeeks == 0)
    let kinds = structure.rounds[1]!.kinds
    #expect(kinds.contains(.parking) && kinds.contains(.neighbourDispute) && !kinds.contains(.elderCare))
  }

  /// Daily matters under way between bodies, and others, after some weeks in a world of much hand-over.
  private func underWay(_ mechanisms: [MechanismUse], _ change: (inout Setting) -> Void = { _ in }) throws
    -> (daily: Int, others: Int)
  {
    var setting = Setting.small(mechanisms)
    setting.conditions.values[.crossDepartmentShare] = 3
    setting.conditions.values[.handover] = 0.2
    change(&setting)
    var world = try World(setting, seed: 5, replicate: 0)
    for _ in 0..<24 { world.advance() }
    let referred = world.demands.rows.filter { $0.state == .referred }
    let daily = [DemandKind.propertyRepair, .parking, .environment, .safety, .neighbourDispute]
    let own = referred.count { daily.contains($0.kind) }
    return (own, referred.count - own)
  }

  @Test func dailyMattersAreHandedOverOnTheRoundAndOthersAreNot() throws {
    let without = try underWay([])
    let with = try underWay([use(["handover": .number(1), "noticed": .number(0)])])
    #expect(with.daily * 2 < without.daily)
    #expect(with.others * 2 > without.others)
  }

  @Test func roundsTakeTimeOfEveryBodyThatComes() throws {
    func spent(_ mechanisms: [MechanismUse]) throws -> Double {
      var world = try World(.small(mechanisms), seed: 5, replicate: 0)
      for _ in 0..<13 { world.advance() }
      return (0..<3).reduce(0) { $0 + world.tally.row($1)[Counter.meetingMinutes.rawValue] }
    }
    // 12 rounds in a quarter of thirteen weeks, in three neighbourhoods, of committee, office and property.
    let extra = try spent([use(["minutes": .number(60)])]) - spent([])
    #expect(extra > 12 * 3 * 60 * 2 && extra <= 12 * 3 * 60 * 3)
  }

  @Test func whatARoundSeesIsRegistered() throws {
    func found(_ noticed: Double) throws -> Int {
      var world = try World(
        .small([use(["noticed": .number(noticed), "minutes": .number(120)])]), seed: 5, replicate: 0)
      for _ in 0..<16 { world.advance() }
      return world.demands.rows.count { $0.origin == .body }
    }
    #expect(try found(0) == 0)
    #expect(try found(0.1) > 0)
  }

  /// Without staff in the office nobody is there to hand over to; the committee's time is spent all the same.
  @Test func aRoundWithoutTheOthersDoesNothingGood() throws {
    let options: [String: OptionValue] = [
      "handover": .number(1), "noticed": .number(0), "minutes": .number(240), "roundsPerMonth": .number(8),
    ]
    let gone = MechanismUse("gridStaffing", options: ["share": .number(1)])
    let without = try underWay([gone])
    let alone = try underWay([gone, use(options)]) { $0.conditions.values[.propertyStaff] = 0 }
    let together = try underWay([use(options)])
    #expect(Double(alone.daily) > 0.7 * Double(without.daily))
    #expect(together.daily * 2 < alone.daily)
  }
}
