import Engine
import Foundation

/// When states of runs are saved, and where they are looked for.
struct RunStates: Sendable {
  /// Checkpoints: of runs in work, gone when those are finished.
  let checkpoints: StateStore
  /// Last states of finished runs, which stay.
  let kept: StateStore
  /// Weeks between two checkpoints; nil for none.
  let every: Int?
  /// Whether the last state of each run is kept.
  let keepsLast: Bool

  init(_ batch: Batch, _ plan: Plan, _ store: PartStore) throws(EnvironmentError) {
    checkpoints = try StateStore(
      folder: "\(batch.folder)/\(PartStore.statesFolder)", plan: plan, writer: store.writer)
    kept = try StateStore(
      folder: "\(batch.folder)/\(StateStore.keptFolder)", plan: plan, writer: store.writer)
    every = batch.checkpointEvery
    keepsLast = batch.keepsStates
  }

  /// The latest state that a setting can take up within these weeks.
  func latest(
    of setting: Setting, replicate: Int, within weeks: ClosedRange<Int>, refused: (String) -> Void
  ) -> StateStore.Found? {
    let found = [checkpoints, kept].compactMap {
      $0.latest(of: setting, replicate: replicate, within: weeks, refused: refused)
    }
    return found.max { $0.week < $1.week }
  }

  /// Weeks after which a state is saved on the way to `end`.
  /// - Parameter isStem: whether others go on from the end.
  func weeksToSave(after start: Int, upTo end: Int, isStem: Bool, total: Int) -> [Int] {
    var weeks: [Int] = []
    if let every {
      weeks = Array(stride(from: (start / every + 1) * every, to: end, by: every))
      if isStem, end > start { weeks.append(end) }
    }
    if keepsLast, end == total, !isStem, end > start { weeks.append(end) }
    return weeks
  }

  /// Saves a state where it belongs; returns the path of a checkpoint, nil for what is kept.
  func save(
    _ state: [UInt8], of setting: Setting, replicate: Int, week: Int, unit: Int
  ) throws(EnvironmentError) -> String? {
    guard keepsLast, week == setting.schedule.total else {
      return try checkpoints.save(state, of: setting, replicate: replicate, week: week, unit: unit)
    }
    _ = try kept.save(state, of: setting, replicate: replicate, week: week, unit: unit)
    return nil
  }
}
