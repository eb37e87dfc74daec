import Engine
import Scenarios

extension Batch {
  /// About how many bytes so many runs take on the disk while they are parts.
  public func estimatedBytes(runs count: Int) -> Int {
    guard let variant = experiment.variants.first, count > 0 else { return 0 }
    let schedule = variant.scenario.setting.schedule
    // A number takes up to 18 characters and a comma; a flow about 80, and there are some hundred of them.
    let row = 60 + 19 * Measure.table.count
    let rows = 1 + schedule.observed / max(1, schedule.interval)
    // A neighbourhood has about 2,000 residents at least.
    let placeRows = places ? 1 + variant.scenario.setting.city.residents / 2_000 : 0
    // States take what residents, ties and demands do in memory.
    let states = keepsStates ? 150 * variant.scenario.setting.city.residents : 0
    return count * (row * (rows + placeRows) + 100 * 80 + states)
  }

  /// Refuses a disk that is clearly too small, before anything is computed.
  func requireSpace(for missing: Int) throws(EnvironmentError) {
    guard let free = ResultsFolder(path: folder).freeBytes() else { return }
    // Parts and tables stand side by side at the end.
    let all = plan.runs.count
    let needed = estimatedBytes(runs: missing) + estimatedBytes(runs: all)
    guard needed > free else { return }
    throw EnvironmentError(
      "the disk of \(folder) has \(free / 1_000_000) MB free; \(all) runs need about "
        + "\(needed / 1_000_000 + 1) MB",
      remedy: "Make room, or choose a folder on another disk with --out.")
  }
}
