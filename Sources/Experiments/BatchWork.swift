import Engine
import Foundation
import Scenarios
import Synchronization

/// One round of a batch: runs shared out to threads, every finished one committed as a part.
struct BatchWork: Sendable {
  let batch: Batch
  let plan: Plan
  let store: PartStore
  /// Runs that are to be done, those that are done already included.
  let runs: [RunID]
  /// Those that are not done yet.
  let missing: [RunID]
  private let failedBefore: Int
  private let tables: BatchTables
  private let histories: [HistoryTree]
  private let families: [Int]
  private let settings: [Setting]
  private let states: RunStates

  /// - Throws: ``EnvironmentError`` where the disk does not give a part or a folder that is there.
  init(
    batch: Batch, plan: Plan, store: PartStore, runs: [RunID], histories: [HistoryTree]
  ) throws(EnvironmentError) {
    self.histories = histories
    families = histories.families
    settings = batch.experiment.variants.map(\.scenario.setting)
    states = try RunStates(batch, plan, store)
    self.batch = batch
    self.plan = plan
    self.store = store
    self.runs = runs
    tables = BatchTables(plan)
    var missing: [RunID] = []
    var failed = 0
    for id in runs {
      let part = try store.part(of: id, identity: plan.identity(of: id))
      if part == nil || (batch.retriesFailed && part?.failed == true) {
        missing.append(id)
      } else if part?.failed == true {
        failed += 1
      }
    }
    self.missing = missing
    failedBefore = failed
  }

  /// What the threads share; by reference, since work may outlive the call after a stop.
  private final class Shared: Sendable {
    struct State {
      var done: Int
      var failed: Int
      var error: EnvironmentError?
      /// Weeks of the runs that were computed, and those that were simulated for them.
      var weeksOfRuns = 0
      var weeksSimulated = 0
      /// How often saved states were refused, by the reason.
      var refusals: [String: Int] = [:]
    }
    let state: Mutex<State>
    init(_ state: State) { self.state = Mutex(state) }

    /// Notes what ends the batch; the first is told.
    func fail(_ error: EnvironmentError) { state.withLock { $0.error = $0.error ?? error } }
  }

  func compute(
    _ stop: StopSignal, _ report: (BatchProgress) -> Void
  ) -> (progress: BatchProgress, error: EnvironmentError?, notes: [String]) {
    let reused = runs.count - missing.count
    let shared = Shared(.init(done: reused, failed: failedBefore))
    // Ends this batch's threads, on a request from outside or after an error.
    let halt = StopSignal()
    let start = ContinuousClock.now
    let total = runs.count
    func progress() -> BatchProgress {
      let state = shared.state.withLock { $0 }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      return BatchProgress(
        total: total, done: state.done, failed: state.failed, reused: reused, elapsed: seconds)
    }
    if stop.isRequested { halt.request() }
    report(progress())
    let units = WorkUnit.units(of: missing, families: families, parts: batch.threads)
    let refusal = Workers.run(count: units.count, threads: batch.threads, stop: halt) {
      if stop.isRequested { halt.request() }
      report(progress())
    } work: { index in
      simulate(units[index], shared) { id, outcome in
        let part = part(of: id, outcome)
        // Who was told to stop leaves nothing behind: the folder may belong to another process by now.
        guard !halt.isRequested else { return false }
        do throws(EnvironmentError) {
          try store.commit(part, of: id)
          shared.state.withLock {
            $0.done += 1
            if part.failed { $0.failed += 1 }
          }
        } catch {
          shared.fail(error)
        }
        if shared.state.withLock({ $0.error != nil }) { halt.request() }
        return !halt.isRequested
      }
      if shared.state.withLock({ $0.error != nil }) { halt.request() }
    }
    if let refusal { shared.fail(refusal) }
    let ended = progress()
    let state = shared.state.withLock { $0 }
    return (ended, state.error, notes(state, elapsed: ended.elapsed))
  }

  /// What sharing histories saved, and which saved states could not be used.
  private func notes(_ state: Shared.State, elapsed: Double) -> [String] {
    var notes: [String] = []
    let saved = state.weeksOfRuns - state.weeksSimulated
    if saved > 0, state.weeksSimulated > 0 {
      let share = (Double(saved) / Double(state.weeksOfRuns) * 100).rounded()
      let seconds = elapsed * Double(saved) / Double(state.weeksSimulated)
      notes.append(
        "Shared histories and saved states spared \(saved) of \(state.weeksOfRuns) weeks (\(Int(share)) %), "
          + (seconds < 1 ? "less than a second." : "about \(Int(seconds.rounded())) s."))
    }
    for (reason, count) in state.refusals.sorted(by: { $0.key < $1.key }) {
      notes.append("\(count == 1 ? "A saved state was" : "\(count) saved states were") not used: \(reason).")
    }
    return notes
  }

  /// Makes the runs of a unit; `finished` is told of each and says whether to go on.
  private func simulate(
    _ unit: WorkUnit, _ shared: Shared,
    finished: @escaping (RunID, Result<RunResult, SimulationError>) -> Bool
  ) {
    guard batch.runner == nil else {
      for id in unit.runs {
        guard finished(id, outcome(of: id)) else { return }
      }
      return
    }
    guard let first = unit.runs.first,
      let tree = histories[families[first.variant]].pruned(to: Set(unit.runs.map(\.variant)))
    else { return }
    var run = TreeRun(
      replicate: first.replicate, unit: first.variant, settings: settings, plan: plan, states: states
    ) { reason in
      shared.state.withLock { $0.refusals[reason, default: 0] += 1 }
    } finished: { id, outcome in
      shared.state.withLock { $0.weeksOfRuns += settings[id.variant].schedule.total }
      return finished(id, outcome)
    }
    let isDone = run.walk(tree)
    shared.state.withLock { $0.weeksSimulated += run.weeks }
    if let error = run.error { shared.fail(error) }
    if isDone { run.removeCheckpoints() }
  }

  /// A run of another model than the engine's.
  private func outcome(of id: RunID) -> Result<RunResult, SimulationError> {
    guard let runner = batch.runner else { preconditionFailure("the engine runs along trees") }
    do throws(SimulationError) {
      return .success(try runner(settings[id.variant], plan.seed, id.replicate, plan.places))
    } catch {
      return .failure(error)
    }
  }

  /// The rows of a run.
  private func part(of id: RunID, _ outcome: Result<RunResult, SimulationError>) -> Part {
    let rows =
      switch outcome {
      case .success(let result): tables.rows(result, of: id)
      case .failure(let error):
        tables.rows(error, of: id, command: batch.commandForRun(plan.variants[id.variant].name, id.replicate))
      }
    let failed = if case .failure = outcome { true } else { false }
    return Part(identity: plan.identity(of: id), failed: failed, rows: rows)
  }
}
