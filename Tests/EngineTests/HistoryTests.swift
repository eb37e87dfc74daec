import Testing

@testable import Engine

@Suite struct HistoryTests {
  @Test func aHistoryIsASettingWithoutItsFuture() {
    var setting = Setting.small([
      MechanismUse("blockHub", until: 30), MechanismUse("pairing", from: 11, until: 20),
      MechanismUse("deliberation", from: 12),
    ])
    setting.conditions.changes = [
      .init(week: 11, condition: .wear, value: 0.01), .init(week: 12, condition: .wear, value: 0),
    ]
    setting.conditions.shocks = [
      .init(week: 2, weeks: 3, load: 2), .init(week: 9, weeks: 8, load: 3),
      .init(week: 12, weeks: 1, load: 4),
    ]
    var past = setting
    past.mechanisms = [MechanismUse("blockHub"), MechanismUse("pairing", from: 11)]
    past.conditions.changes = [.init(week: 11, condition: .wear, value: 0.01)]
    past.conditions.shocks = [.init(week: 2, weeks: 3, load: 2), .init(week: 9, weeks: 3, load: 3)]
    past.schedule.observed = 8
    #expect(setting.history(before: 12) == past)
    #expect(past.history(before: 12) == past)
    #expect(setting.history(before: 2).schedule.observed == 0)
  }

  @Test func whatHasEndedStaysPartOfAHistory() {
    let setting = Setting.small([MechanismUse("pairing", from: 3, until: 6)])
    #expect(setting.history(before: 6).mechanisms == [MechanismUse("pairing", from: 3)])
    #expect(setting.history(before: 7).mechanisms == setting.mechanisms)
  }

  @Test func onsetsAreAscendingAndWithinTheRun() {
    var setting = Setting.small([
      MechanismUse("blockHub"), MechanismUse("pairing", from: 20, until: 30),
      MechanismUse("deliberation", from: 5, until: 400), MechanismUse("honourBoard", from: 39),
    ])
    setting.conditions.changes = [
      .init(week: 20, condition: .wear, value: 0), .init(week: 40, condition: .wear, value: 1),
    ]
    setting.conditions.shocks = [.init(week: 7, weeks: 23, load: 2)]
    #expect(setting.onsets == [5, 7, 20, 30, 39])
    #expect(Setting.small().onsets == [])
  }

  /// The state of what a setting has been is its own: for every onset of an eventful run, and the week after.
  @Test func settingsWithEqualHistoriesShareTheirState() throws {
    let setting = Setting.eventful()
    for week in setting.onsets.flatMap({ [$0, $0 + 1] }) where week < setting.schedule.total {
      var whole = try SimulationRun.after(week, setting)
      var past = try SimulationRun.after(week, setting.history(before: week))
      #expect(past.state() == whole.state(), "week \(week)")
    }
  }

  private static let onset = 10

  /// A mechanism that begins later can be put on top of a run without it.
  @Test(arguments: MechanismRegistry.descriptions.map(\.id))
  func aMechanismCanBranchOff(id: String) throws {
    let with = Setting.branching([MechanismUse(id, from: Self.onset)])
    #expect(with.history(before: Self.onset) == Setting.branching().history(before: Self.onset))
    var trunk = try SimulationRun.after(Self.onset, .branching())
    #expect(try SimulationRun.bits(of: with, state: trunk.state()) == SimulationRun.bits(of: with))
  }

  /// A run in which a mechanism ends can branch off one in which it goes on, then and while it still settles.
  @Test(arguments: MechanismRegistry.descriptions.map(\.id))
  func theEndOfAMechanismCanBranchOff(id: String) throws {
    let ending = Setting.branching([MechanismUse(id, from: 2, until: Self.onset)])
    var trunk = try SimulationRun.after(Self.onset, .branching([MechanismUse(id, from: 2)]))
    #expect(try SimulationRun.bits(of: ending, state: trunk.state()) == SimulationRun.bits(of: ending))
  }

  @Test func changesAndShocksCanBranchOff() throws {
    var changed = Setting.branching()
    changed.conditions.changes = [.init(week: Self.onset, condition: .demandLoad, value: 3)]
    changed.conditions.shocks = [.init(week: 3, weeks: 11, load: 2)]
    var calmer = Setting.branching()
    calmer.conditions.shocks = [.init(week: 3, weeks: 7, load: 2)]
    #expect(changed.history(before: Self.onset) == calmer.history(before: Self.onset))
    var trunk = try SimulationRun.after(Self.onset, calmer)
    #expect(try SimulationRun.bits(of: changed, state: trunk.state()) == SimulationRun.bits(of: changed))
    #expect(try SimulationRun.bits(of: changed) != SimulationRun.bits(of: calmer))
  }
}

extension Setting {
  /// Half a year of a small world.
  fileprivate static func branching(_ mechanisms: [MechanismUse] = []) -> Setting {
    var setting = Setting.hamlets(mechanisms)
    setting.schedule.observed = 18
    return setting
  }
}
