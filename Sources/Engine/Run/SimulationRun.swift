/// A run under way: it can be stopped after any week, saved, and taken up again – by its own setting, or by another
/// that agrees with it up to that week (``Setting/history(before:)``) – with the same bytes as a run from the start.
public struct SimulationRun: ~Copyable {
  private(set) var world: World
  private var observer: Observer
  private var schedule: Schedule
  private let places: Bool

  /// A run at week 0.
  /// - Parameters:
  ///   - setting: what is run.
  ///   - seed: the master seed of an experiment.
  ///   - replicate: the number of the replicate.
  ///   - places: whether the result has a row per neighbourhood.
  /// - Throws: ``SimulationError`` where the setting is impossible.
  public init(
    _ setting: Setting, seed: UInt64, replicate: Int, places: Bool = false
  ) throws(SimulationError) {
    world = try World(setting, seed: seed, replicate: replicate)
    observer = Observer(setting, neighbourhoods: world.neighbourhoods.count, keepsPlaces: places)
    schedule = setting.schedule
    self.places = places
  }

  /// Takes up a state that ``state()`` gave.
  ///
  /// The setting may differ from the one that made the state in whatever acts only from that week on: uses of
  /// mechanisms that begin or end then or later, changes of conditions and shocks from then on, observed weeks.
  /// That it differs in nothing else is the caller's to see to, as well as that both come from the same build of
  /// the program: bytes do not show it.
  /// - Parameters:
  ///   - setting: what is run from here on.
  ///   - seed: as of the run that was saved.
  ///   - replicate: as of the run that was saved.
  ///   - places: whether the result has a row per neighbourhood; the run that was saved need not have had it.
  ///   - state: any bytes; those that no such run can have had are refused.
  /// - Throws: ``SimulationError`` where the setting is impossible, and of stage `snapshot` where the bytes are torn,
  ///   or are of another seed, replicate or city, or of more weeks than the setting has.
  public init(
    _ setting: Setting, seed: UInt64, replicate: Int, places: Bool = false, state: [UInt8]
  ) throws(SimulationError) {
    var world = try World(setting, seed: seed, replicate: replicate)
    var observer = Observer(setting, neighbourhoods: world.neighbourhoods.count, keepsPlaces: places)
    try Self.read(state, into: &world, &observer, setting.schedule)
    self.world = world
    self.observer = observer
    schedule = setting.schedule
    self.places = places
  }

  /// Takes up a state of the same seed and replicate, in the place of what this run has come to: its people and
  /// places are used again instead of being built once more, which takes as long as many weeks.
  ///
  /// City, parameters, forms and conditions of week 0 must be those of this run; the rest is as above. After an
  /// error the run can only be made to take up another state.
  /// - Throws: as above.
  public mutating func takeUp(_ setting: Setting, state: [UInt8]) throws(SimulationError) {
    try world.become(setting)
    observer = Observer(setting, neighbourhoods: world.neighbourhoods.count, keepsPlaces: places)
    schedule = setting.schedule
    try Self.read(state, into: &world, &observer, schedule)
  }

  private static func read(
    _ state: [UInt8], into world: inout World, _ observer: inout Observer, _ schedule: Schedule
  ) throws(SimulationError) {
    var archive = Archive(reading: state)
    Self.archive(&world, &observer, schedule, &archive)
    archive.end()
    guard let fault = archive.fault else { return }
    throw SimulationError(
      stage: .snapshot,
      reason: "the saved state does not fit this run (\(fault)); run from the start, or save the state anew")
  }

  /// Weeks done, burn-in included.
  public var week: Int { world.week }

  /// Runs until so many weeks are done: no further than to the end of the schedule, and never back.
  /// - Throws: ``SimulationError`` of stage `invariant` where books or counts no longer add up.
  public mutating func advance(to week: Int) throws(SimulationError) {
    let end = min(week, schedule.total)
    while world.week < end {
      observe()
      world.advance()
      if isDue { try check() }
    }
  }

  /// The whole state as bytes: the same whenever it is asked for in the same week.
  ///
  /// It is the state before the observation that is due after this week, so that a run with more observed weeks can
  /// go on from it. Mutating only in form: nothing changes.
  public mutating func state() -> [UInt8] {
    var archive = Archive()
    Self.archive(&world, &observer, schedule, &archive)
    return archive.bytes
  }

  /// The result of a run that has done all its weeks; to be asked for once.
  /// - Precondition: ``week`` is the total of the schedule.
  public mutating func result() -> RunResult {
    precondition(world.week == schedule.total, "a result before the end of the run")
    observe()
    return observer.result(world, flows: world.flowRows())
  }

  /// A row of the series ends with this week.
  private var isDue: Bool {
    let observed = world.week - schedule.burnIn
    return observed > 0
      && (world.week == schedule.total || schedule.interval > 0 && observed % schedule.interval == 0)
  }

  /// Before the run goes on: the burn-in leaves no counts, and a row of the series is read where one is due.
  private mutating func observe() {
    if world.week == schedule.burnIn {
      world.tally.reset()
      world.ledger.openBooks()
    } else if isDue {
      let observed = world.week - schedule.burnIn
      let since = observed - observer.rows * schedule.interval
      observer.observe(&world, weeks: since, observedWeek: observed)
    }
  }

  /// Books and counts that do not add up end a run.
  private func check() throws(SimulationError) {
    let problems = world.problems()
    if problems.isEmpty { return }
    throw SimulationError(stage: .invariant, week: world.week, reason: problems.joined(separator: "; "))
  }

  private static func archive(
    _ world: inout World, _ observer: inout Observer, _ schedule: Schedule, _ archive: inout Archive
  ) {
    world.archive(&archive)
    // Those that fell due in earlier weeks; the one of this week is still to come.
    let rows = schedule.interval > 0 ? max(0, world.week - schedule.burnIn - 1) / schedule.interval : 0
    observer.archive(&archive, rows: rows)
  }
}
