/// Runs of the model.
public enum Simulation {
  /// Runs a setting to its end. The result is a pure function of the arguments.
  /// - Throws: ``SimulationError`` where the setting is impossible or an invariant is broken.
  public static func run(
    _ setting: Setting, seed: UInt64, replicate: Int, places: Bool = false
  ) throws(SimulationError) -> RunResult {
    RunResult(
      measures: Measure.table.map { _ in .nan }, series: [], places: [], flows: [], fingerprint: Fingerprint()
    )
  }
}
