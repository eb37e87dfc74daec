import Engine
import Scenarios

extension Batch {
  /// About how many bytes so many runs take on the disk while they are parts, with the states that are kept of them.
  public func estimatedBytes(runs count: Int) -> Int {
    // States take what residents, ties and demands do in memory.
    rowBytes(runs: count) + (keepsStates ? count * mean { 150 * $0.city.residents } : 0)
  }

  /// About how many bytes the rows of so many runs take.
  private func rowBytes(runs count: Int) -> Int {
    count
      * mean { setting in
        // A number takes up to 18 characters and a comma; a flow about 80, and there are some hundred of them.
        let row = 60 + 19 * Measure.table.count
        let rows = 1 + setting.schedule.observed / max(1, setting.schedule.interval)
        // A neighbourhood has about 2,000 residents at least.
        let placeRows = places ? 1 + setting.city.residents / 2_000 : 0
        return row * (rows + placeRows) + 100 * 80
      }
  }

  /// The mean over the variants that are run.
  private func mean(_ bytes: (Setting) -> Int) -> Int {
    let variants = only.map { [experiment.variants[$0.variant]] } ?? experiment.variants
    return variants.reduce(0) { $0 + bytes($1.scenario.setting) } / max(1, variants.count)
  }

  /// Refuses a disk that is clearly too small, before anything is computed.
  func requireSpace(for missing: Int) throws(EnvironmentError) {
    guard let free = ResultsFolder(path: folder).freeBytes() else { return }
    // Parts and tables stand side by side at the end.
    let all = plan.runs.count
    let needed = estimatedBytes(runs: missing) + rowBytes(runs: all)
    guard needed > free else { return }
    throw EnvironmentError(
      "the disk of \(folder) has \(free / 1_000_000) MB free; \(all) runs need about "
        + "\(needed / 1_000_000 + 1) MB",
      remedy: "Make room, or choose a folder on another disk with --out.")
  }
}
