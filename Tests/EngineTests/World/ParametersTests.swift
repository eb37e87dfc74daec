import Testing

@testable import Engine

@Suite struct ParametersTests {
  /// A plain world, one with all mechanisms, one in which groups have to do what nobody brokers, one whose matching
  /// saturates, one with long opening hours, one in which many come, one whose queues are long, and one with rich
  /// groups that goes on until an election.
  private static let contexts: [Setting] = {
    var saturating = Setting.small()
    saturating.forms.matching = .saturating
    var voting = Setting.small(MechanismUse.all, [.memberYuan: 1000, .associations: 60, .contestedShare: 2])
    voting.schedule.observed = Election.firstWeek
    var founding = Setting.small()
    founding.parameters[.founding] = 1
    founding.conditions[.associations] = 60
    founding.parameters[.joinBase] = -8
    return [
      Setting.small(), Setting.small(MechanismUse.all),
      Setting.small(
        [MechanismUse("steeringStyle", options: ["brokering": .number(0)])],
        [.associations: 60, .massStaff: 0, .contestedShare: 2]),
      saturating, Setting.small([MechanismUse("parkHub", options: ["openHours": .number(112)])]),
      founding, Setting.small([MechanismUse("visits")], [.taskAppetite: 15, .demandLoad: 3]), voting,
    ]
  }()
  private static let usual = contexts.map { try! Trace($0) }

  /// At one end of its range at least, a run is another: a row that no law reads stands for nothing.
  @Test(arguments: ParameterID.allCases) func everyParameterMovesARun(id: ParameterID) throws {
    let row = ParameterID.table[id.rawValue]
    let ends = [row.range.lowerBound, row.range.upperBound].filter { $0 != row.value }
    let moves = try Self.contexts.indices.contains { context in
      try ends.contains { end in
        var setting = Self.contexts[context]
        setting.parameters[id] = end
        return try Self.usual[context].isLeft(by: setting)
      }
    }
    #expect(moves)
  }

  /// Each row stands where its id says, has a name of its own, and its default lies in its range.
  @Test func theTableIsInOrder() {
    #expect(ParameterID.table.count == ParameterID.allCases.count)
    for (id, row) in zip(ParameterID.allCases, ParameterID.table) {
      #expect(String(describing: id) == row.id)
      #expect(row.range.contains(row.value), "\(row.id)")
      #expect(!row.whole || row.value == row.value.rounded(), "\(row.id)")
    }
    #expect(Set(ParameterID.table.map(\.id)).count == ParameterID.table.count)
  }

  @Test func freeIsWhatNeitherAPublicationNorAnotherNumberFixes() {
    let free = Set(ParameterID.free.map(\.rawValue))
    for (k, row) in ParameterID.table.enumerated() {
      #expect(free.contains(k) == (row.standing == .free), "\(row.id)")
      #expect((row.standing == .published) == row.source.contains("("), "\(row.id)")
    }
    #expect(free.count <= 63)
  }
}
