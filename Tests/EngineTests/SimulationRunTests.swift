import Testing

@testable import Engine

@Suite struct SimulationRunTests {
  /// Within the burn-in and at its end, at the borders of intervals and between them, at every onset.
  @Test(arguments: [5, 6] as [UInt64])
  func aRunTakenUpAfterAnyWeekGivesTheSameBytes(seed: UInt64) throws {
    let setting = Setting.eventful()
    var whole = try SimulationRun.after(0, setting, seed: seed)
    let end = try SimulationRun.bits(of: setting, seed: seed)
    #expect(end == (try Simulation.run(setting, seed: seed, replicate: 1, places: true).bits))
    for week in 0...setting.schedule.total {
      try whole.advance(to: week)
      let state = whole.state()
      #expect(whole.state() == state)
      var again = try SimulationRun.after(week, setting, seed: seed, state: state)
      #expect(again.week == week)
      #expect(again.world.fingerprint() == whole.world.fingerprint(), "week \(week)")
      #expect(again.state() == state, "week \(week)")
      try again.advance(to: setting.schedule.total)
      #expect(again.result().bits == end, "week \(week)")
    }
  }

  /// The example of the first page, as it stands there, in a world that is small.
  @Test func theExampleOfTheFirstPageRuns() throws {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    func Setting() -> Engine.Setting { .brief() }
    let result = try Simulation.run(Setting(), seed: 1, replicate: 0)
    let order = result.measures[Measure.table.firstIndex { $0.id == "order" }!]
    #expect((0...100).contains(order))
  }

  /// Every field, whether or not it is asked for before the end.
  @Test(arguments: [0, 4, 9, 13, 20, 27])
  func noFieldIsForgotten(week: Int) throws {
    var run = try SimulationRun.after(week, .eventful())
    let again = try SimulationRun.after(week, .eventful(), state: run.state())
    #expect(fields(again.world) == fields(run.world))
  }

  /// All but what a week works out anew before it is asked for.
  private func fields(_ world: borrowing World) -> [String] {
    let places = world.neighbourhoods.map { place in
      var place = place
      place.activities = []
      return place
    }
    let derived: [Any] = [
      world.structure, world.conditions, world.shown, world.memberGroups, world.familiarGroups,
      world.branchOnPaper, world.branchActive,
    ]
    let state: [Any] = [
      world.week, places, world.actors, world.demands, world.wheel, world.ledger, world.tally,
      world.wideMatters, world.recentlyActive,
    ]
    return (derived + state).map { String(describing: $0) }
  }

  @Test(arguments: rivals)
  func everyFormOfALawCanBeTakenUp(forms: LawForms) throws {
    var setting = Setting.eventful()
    setting.forms = forms
    setting.schedule.observed = 12
    let end = try SimulationRun.bits(of: setting)
    for week in [6, 13] {
      var run = try SimulationRun.after(week, setting)
      #expect(try SimulationRun.bits(of: setting, state: run.state()) == end)
    }
  }

  /// Each rival form of a law by itself, and all together.
  private static let rivals: [LawForms] = {
    var rivals = [LawForms](repeating: LawForms(), count: 5)
    for k in [0, 4] { rivals[k].matching = .saturating }
    for k in [1, 4] { rivals[k].mediation = .residents }
    for k in [2, 4] { rivals[k].veto = .removing }
    for k in [3, 4] { rivals[k].crossAppointment = .copiedContacts }
    return rivals
  }()

  /// A run that ended in the middle of an interval has not read what a longer one reads later.
  @Test(arguments: [4, 6, 7, 8])
  func moreWeeksCanBeObserved(observed: Int) throws {
    var setting = Setting.small()
    setting.schedule.observed = observed
    var short = try SimulationRun.after(setting.schedule.total, setting)
    let state = short.state()
    #expect(short.result().series.last?.week == observed)
    setting.schedule.observed = 17
    #expect(try SimulationRun.bits(of: setting, state: state) == SimulationRun.bits(of: setting))
  }

  @Test func placesMayBeAskedForLater() throws {
    var run = try SimulationRun(.brief(), seed: 5, replicate: 1)
    try run.advance(to: 11)
    #expect(try SimulationRun.bits(of: .brief(), state: run.state()) == SimulationRun.bits(of: .brief()))
  }

  @Test func advancingStopsAtTheEndAndNeverGoesBack() throws {
    var run = try SimulationRun.after(9, .brief())
    try run.advance(to: 3)
    #expect(run.week == 9)
    try run.advance(to: 1_000)
    #expect(run.week == Setting.brief().schedule.total)
    #expect(run.result().bits == (try SimulationRun.bits(of: .brief())))
  }
}
