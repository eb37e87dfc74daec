/// Runs of the model.
public enum Simulation {
  /// Runs a setting to its end. The result is a pure function of the arguments.
  /// - Parameter places: whether the result has a row per neighbourhood.
  /// - Throws: ``SimulationError`` where the setting is impossible or an invariant is broken.
  public static func run(
    _ setting: Setting, seed: UInt64, replicate: Int, places: Bool = false
  ) throws(SimulationError) -> RunResult {
    var world = try World(setting, seed: seed, replicate: replicate)
    let schedule = setting.schedule
    for _ in 0..<schedule.burnIn { world.advance() }
    world.tally.reset()
    world.ledger.openBooks()
    var observer = Observer(setting, neighbourhoods: world.neighbourhoods.count, keepsPlaces: places)
    var since = 0
    for week in 1...max(schedule.observed, 1) {
      world.advance()
      since += 1
      if since == schedule.interval || week == schedule.observed {
        try check(world)
        observer.observe(&world, weeks: since, observedWeek: week)
        since = 0
      }
    }
    return observer.result(world, flows: world.flowRows())
  }

  /// Books and counts that do not add up end a run.
  private static func check(_ world: borrowing World) throws(SimulationError) {
    let problems = world.problems()
    if problems.isEmpty { return }
    throw SimulationError(stage: .invariant, week: world.week, reason: problems.joined(separator: "; "))
  }
}
