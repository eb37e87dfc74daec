/// Runs of one replicate that share a beginning: computed one after the other by one thread.
struct WorkUnit: Equatable {
  var runs: [RunID]

  /// Units of about equal size for so many threads or machines, in the order of the runs.
  ///
  /// Families are kept together as far as there are enough units to share out evenly: four for each.
  /// - Parameters:
  ///   - runs: in the order of the plan: replicate by replicate.
  ///   - families: for every variant the number of its family; variants of one family share their beginnings.
  static func units(of runs: [RunID], families: [Int], parts: Int) -> [WorkUnit] {
    var groups: [WorkUnit] = []
    var places: [Int: Int] = [:]
    var replicate = 0
    for run in runs {
      if run.replicate != replicate { places = [:] }
      replicate = run.replicate
      if let place = places[families[run.variant]] {
        groups[place].runs.append(run)
      } else {
        places[families[run.variant]] = groups.count
        groups.append(WorkUnit(runs: [run]))
      }
    }
    let wanted = max(1, min(4 * parts, runs.count))
    guard groups.count < wanted else { return groups }
    // So many pieces of each that there are enough.
    let pieces = (wanted + groups.count - 1) / max(1, groups.count)
    return groups.flatMap { group in
      let size = max(1, (group.runs.count + pieces - 1) / pieces)
      return stride(from: 0, to: group.runs.count, by: size).map {
        WorkUnit(runs: Array(group.runs[$0..<min($0 + size, group.runs.count)]))
      }
    }
  }
}
