/// Runs of the model.
public enum Simulation {
  /// Runs a setting to its end. The result is a pure function of the arguments.
  /// - Parameters:
  ///   - setting: what is run.
  ///   - seed: the master seed of an experiment.
  ///   - replicate: the number of the replicate.
  ///   - places: whether the result has a row per neighbourhood.
  /// - Throws: ``SimulationError`` where the setting is impossible or an invariant is broken.
  public static func run(
    _ setting: Setting, seed: UInt64, replicate: Int, places: Bool = false
  ) throws(SimulationError) -> RunResult {
    var run = try SimulationRun(setting, seed: seed, replicate: replicate, places: places)
    try run.advance(to: setting.schedule.total)
    return run.result()
  }
}
