import Engine
import Foundation

/// Simulates the runs of one unit along their tree of histories, one after the other on one world.
struct TreeRun: ~Copyable {
  let replicate: Int
  /// The first variant of the unit, which no other unit of the replicate has.
  let unit: Int
  let settings: [Setting]
  let plan: Plan
  let states: RunStates
  /// Told of each run that has come to its end; says whether to go on.
  let finished: (RunID, Result<RunResult, SimulationError>) -> Bool
  /// Told what a saved state was refused for.
  let refused: (String) -> Void
  /// Weeks that were simulated.
  private(set) var weeks = 0
  /// What the disk said when it refused a state.
  private(set) var error: EnvironmentError?
  private var run: SimulationRun?
  /// Checkpoints that are of no use once the unit is done.
  private var checkpoints: [String] = []

  init(
    replicate: Int, unit: Int, settings: [Setting], plan: Plan, states: RunStates,
    refused: @escaping (String) -> Void,
    finished: @escaping (RunID, Result<RunResult, SimulationError>) -> Bool
  ) {
    self.replicate = replicate
    self.unit = unit
    self.settings = settings
    self.plan = plan
    self.states = states
    self.refused = refused
    self.finished = finished
  }

  /// Makes all runs of a tree; false where somebody said stop or the disk did.
  /// - Parameter start: the state of the stem that leads here; nil for week 0.
  mutating func walk(_ tree: HistoryTree, from start: StateStore.Found? = nil) -> Bool {
    let setting = settings[tree.variants[0]]
    do throws(SimulationError) {
      guard try advance(setting, to: tree.end, from: start, isStem: !tree.branches.isEmpty) else {
        return false
      }
    } catch {
      // What went wrong may concern one variant alone: each is told by itself, from its first week.
      return alone(tree.variants)
    }
    if tree.branches.isEmpty {
      guard let result = run?.result() else { return false }
      return tree.variants.allSatisfy { finished(RunID(variant: $0, replicate: replicate), .success(result)) }
    }
    guard let state = run?.state() else { return false }
    let stem = StateStore.Found(week: tree.end, state: state, path: "", isCheckpoint: false)
    for branch in tree.branches {
      guard walk(branch, from: stem) else { return false }
    }
    return true
  }

  /// After the last run of a unit: its checkpoints go.
  func removeCheckpoints() {
    for path in checkpoints { unlink(path) }
  }

  /// Runs a setting up to a week; false where a state could not be saved.
  private mutating func advance(
    _ setting: Setting, to end: Int, from start: StateStore.Found?, isStem: Bool
  ) throws(SimulationError) -> Bool {
    let begin = try begin(setting, before: end, from: start)
    weeks += end - begin
    let total = setting.schedule.total
    var latest: String?
    for week in states.weeksToSave(after: begin, upTo: end, isStem: isStem, total: total) {
      try run?.advance(to: week)
      guard let state = run?.state() else { return false }
      do throws(EnvironmentError) {
        let path = try states.save(
          state, of: setting, replicate: replicate, week: week, unit: unit)
        // A later one on the disk makes the one before superfluous.
        if let latest { unlink(latest) }
        latest = path
      } catch {
        self.error = error
        return false
      }
    }
    if let latest { checkpoints.append(latest) }
    try run?.advance(to: end)
    return true
  }

  /// Takes up the latest state that there is, and says of which week it is.
  private mutating func begin(
    _ setting: Setting, before end: Int, from start: StateStore.Found?
  ) throws(SimulationError) -> Int {
    let first = (start?.week ?? 0) + 1
    if first <= end,
      let saved = states.latest(of: setting, replicate: replicate, within: first...end, refused: refused)
    {
      do throws(SimulationError) {
        try take(setting, saved.state)
        if saved.isCheckpoint { checkpoints.append(saved.path) }
        return saved.week
      } catch {
        refused(error.reason)
      }
    }
    if let start {
      try take(setting, start.state)
      return start.week
    }
    run = try SimulationRun(setting, seed: plan.seed, replicate: replicate, places: plan.places)
    return 0
  }

  private mutating func take(_ setting: Setting, _ state: [UInt8]) throws(SimulationError) {
    if run == nil {
      run = try SimulationRun(
        setting, seed: plan.seed, replicate: replicate, places: plan.places, state: state)
    } else {
      try run?.takeUp(setting, state: state)
    }
  }

  private mutating func alone(_ variants: [Int]) -> Bool {
    for variant in variants {
      let outcome: Result<RunResult, SimulationError>
      do throws(SimulationError) {
        outcome = .success(
          try Simulation.run(settings[variant], seed: plan.seed, replicate: replicate, places: plan.places))
      } catch {
        outcome = .failure(error)
      }
      weeks += settings[variant].schedule.total
      guard finished(RunID(variant: variant, replicate: replicate), outcome) else { return false }
    }
    return true
  }
}
