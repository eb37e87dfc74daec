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

  init(batch: Batch, plan: Plan, store: PartStore, runs: [RunID]) {
    self.batch = batch
    self.plan = plan
    self.store = store
    self.runs = runs
    tables = BatchTables(plan)
    var missing: [RunID] = []
    var failed = 0
    for id in runs {
      let part = store.part(of: id, identity: plan.identity(of: id))
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
    }
    let state: Mutex<State>
    init(_ state: State) { self.state = Mutex(state) }
  }

  func compute(
    _ stop: StopSignal, _ report: (BatchProgress) -> Void
  ) -> (progress: BatchProgress, error: EnvironmentError?) {
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
    let units = WorkUnit.units(of: missing, families: batch.families, parts: batch.threads)
    Workers.run(count: units.count, threads: batch.threads, stop: halt) {
      if stop.isRequested { halt.request() }
      report(progress())
    } work: { index in
      simulate(units[index]) { id, outcome in
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
          shared.state.withLock { $0.error = $0.error ?? error }
          halt.request()
        }
        return !halt.isRequested
      }
    }
    return (progress(), shared.state.withLock { $0.error })
  }

  /// Makes the runs of a unit; `finished` is told of each and says whether to go on.
  private func simulate(
    _ unit: WorkUnit, finished: (RunID, Result<RunResult, SimulationError>) -> Bool
  ) {
    for id in unit.runs {
      guard finished(id, outcome(of: id)) else { return }
    }
  }

  private func outcome(of id: RunID) -> Result<RunResult, SimulationError> {
    let setting = batch.experiment.variants[id.variant].scenario.setting
    do throws(SimulationError) {
      if let runner = batch.runner {
        return .success(try runner(setting, plan.seed, id.replicate, plan.places))
      }
      return .success(
        try Simulation.run(setting, seed: plan.seed, replicate: id.replicate, places: plan.places))
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
