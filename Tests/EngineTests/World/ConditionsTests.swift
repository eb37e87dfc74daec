import Testing

@testable import Engine

@Suite struct ConditionsTests {
  /// Conditions that shape the world at week 0 and are not read again.
  static let atTheStart: [ConditionID] = [
    .renters, .migrants, .employed, .organised, .tieDensity, .heterogeneity, .ownersCommittees,
    .buildingCondition, .associations,
  ]
  /// A plain world, one with all mechanisms, one in which groups have to do what nobody brokers, and one with more
  /// tasks than can be done.
  private static let contexts: [(uses: [MechanismUse], conditions: [ConditionID: Double])] = [
    ([], [:]), (MechanismUse.all, [:]),
    (
      [MechanismUse("steeringStyle", options: ["brokering": .number(0)])],
      [.associations: 60, .massStaff: 0, .contestedShare: 2]
    ), ([], [.taskAppetite: 15]),
  ]
  private static func setting(_ context: Int, _ changed: [ConditionID: Double]) -> Setting {
    let (uses, conditions) = contexts[context]
    return Setting.small(uses, conditions.merging(changed) { _, new in new })
  }
  private static let usual = contexts.indices.map { try! Trace(setting($0, [:])) }

  /// At one end of its range at least, a run is another.
  @Test(arguments: ConditionID.allCases) func everyConditionMovesARun(id: ConditionID) throws {
    let row = ConditionID.table[id.rawValue]
    let ends = [row.range.lowerBound, row.range.upperBound].filter { $0 != row.value }
    let moves = try Self.contexts.indices.contains { context in
      try ends.contains { end in
        try Self.usual[context].isLeft(by: Self.setting(context, [id: end]))
      }
    }
    #expect(moves)
  }

  /// A change of a condition is felt from its week on, and not before; one that shapes the start not at all.
  @Test(
    arguments: [
      ConditionID.demandLoad, .taskAppetite, .committeeBudget, .officeBudget, .professionalHours, .staffSkill,
      .handover, .fundingDependence, .roomHours, .ownersMoney,
    ] + atTheStart)
  func aChangeActsInItsWeek(id: ConditionID) throws {
    let row = ConditionID.table[id.rawValue]
    let end = row.value == row.range.lowerBound ? row.range.upperBound : row.range.lowerBound
    var changed = Setting.small()
    changed.conditions.changes = [Conditions.Change(week: 9, condition: id, value: end)]
    var with = try World(changed, seed: 2, replicate: 1)
    var without = try World(.small(), seed: 2, replicate: 1)
    for week in 0..<30 {
      #expect(with.conditions[id] == (week <= 9 ? row.value : end))
      with.advance()
      without.advance()
      if week < 9 { #expect(with.fingerprint() == without.fingerprint(), "week \(week)") }
    }
    #expect((with.fingerprint() != without.fingerprint()) != Self.atTheStart.contains(id))
  }

  /// Money is cut from the week of the change on, to the yuan.
  @Test func aSubsidyCutIsPaidFromItsWeekOn() throws {
    func paid(weeks: Int) throws -> Int64 {
      var setting = Setting.small()
      setting.conditions.changes = [Conditions.Change(week: 26, condition: .committeeBudget, value: 0)]
      return try setting.world(after: weeks).flow(.money, .budget, from: .treasury, to: .residentsCommittee)
    }
    #expect(try paid(weeks: 26) == 3 * 75_000)
    #expect(try paid(weeks: 52) == 3 * 75_000)
  }

  /// A shock loads the weeks it lasts and no other.
  @Test func aShockLastsItsWeeks() throws {
    var setting = Setting.small()
    setting.conditions.shocks = [
      Conditions.Shock(week: 5, weeks: 4, load: 3), Conditions.Shock(week: 7, weeks: 4, load: 2),
    ]
    var world = try World(setting, seed: 2, replicate: 1)
    let loads = (0..<13).map { _ in
      world.advance()
      return world.load
    }
    #expect(loads == [1, 1, 1, 1, 1, 3, 3, 6, 6, 2, 2, 1, 1])
  }
}
