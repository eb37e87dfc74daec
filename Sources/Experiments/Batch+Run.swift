import Engine
import Foundation
import Scenarios
import Synchronization

extension Batch {
  /// Computes what is missing, then writes the tables.
  ///
  /// - Parameters:
  ///   - stop: asks to end early; what is finished stays, and the same call goes on.
  ///   - progress: called about ten times a second, from the calling thread.
  /// - Throws: ``EnvironmentError`` where the folder must not or cannot be written; finished parts stay.
  public func run(
    stop: StopSignal = StopSignal(), progress: (BatchProgress) -> Void = { _ in }
  ) throws(EnvironmentError) -> BatchReport {
    var manifest = manifest(.running)
    let results = ResultsFolder(path: folder)
    // Looked at twice: before, so that a refused folder is not touched at all; and under the lock.
    if case .empty = try results.examine(for: manifest, existing) { try requireSpace(for: runs.count) }
    try results.create()
    let lock = try FolderLock(folder: folder)
    defer { withExtendedLifetime(lock) {} }

    let finding = try results.examine(for: manifest, existing)
    if case .complete(let found) = finding {
      // The last execution may have ended just before this.
      try PartStore(in: folder).remove()
      let all = BatchProgress(total: found.runs, done: found.runs, failed: found.failed, reused: found.runs)
      return BatchReport(ending: .alreadyComplete, progress: all, files: writtenFiles)
    }
    let store = PartStore(in: folder)
    if case .empty = finding {
      try results.removeOwnFiles()
      // Before the folder of parts: without a manifest nobody would know whose they are.
      try manifest.write(in: folder)
    }
    try store.create()
    if case .otherReplicates = finding { try restoreParts(into: store) }
    try manifest.write(in: folder)

    let known = states(in: store)
    try requireSpace(for: known.count { $0 == nil })
    let ending = compute(known, store, stop, progress)
    manifest.finished = ending.progress.done
    manifest.failed = ending.progress.failed
    manifest.ended = BatchManifest.now()
    manifest.status = .stopped
    if let error = ending.error {
      // The error is what counts; that the manifest could not tell of it is a consequence.
      try? manifest.write(in: folder)
      throw error
    }
    guard ending.progress.done == runs.count else {
      try manifest.write(in: folder)
      return BatchReport(ending: .stopped, progress: ending.progress, files: [])
    }
    try writeTables(from: store, failures: ending.progress.failed > 0)
    manifest.status = ending.progress.failed > 0 ? .finishedWithFailures : .finished
    try manifest.write(in: folder)
    try store.remove()
    return BatchReport(ending: .finished, progress: ending.progress, files: writtenFiles)
  }

  /// Files of the batch that are in the folder.
  private var writtenFiles: [String] {
    ResultsFolder.ownFiles.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  /// For every run, in the order of ``runs``: whether the part found from before says that it failed; nil
  /// where there is no part that can be used.
  private func states(in store: PartStore) -> [Bool?] {
    runs.map { store.part(of: $0, identity: identity(of: $0))?.failed }
  }

  /// What the threads share.
  private struct State {
    var done: Int
    var failed: Int
    var error: EnvironmentError?
  }

  /// State shared by reference, since work may outlive the call after a stop.
  private final class Shared: Sendable {
    let state: Mutex<State>
    init(_ state: State) { self.state = Mutex(state) }
  }

  private func compute(
    _ known: [Bool?], _ store: PartStore, _ stop: StopSignal, _ report: (BatchProgress) -> Void
  ) -> (progress: BatchProgress, error: EnvironmentError?) {
    let runs = self.runs
    let missing = known.indices.filter { known[$0] == nil }
    let reused = runs.count - missing.count
    let shared = Shared(State(done: reused, failed: known.count { $0 == true }))
    // Ends this batch's threads, on a request from outside or after an error.
    let halt = StopSignal()
    let start = ContinuousClock.now
    func progress() -> BatchProgress {
      let state = shared.state.withLock { $0 }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      return BatchProgress(
        total: runs.count, done: state.done, failed: state.failed, reused: reused, elapsed: seconds)
    }
    if stop.isRequested { halt.request() }
    report(progress())
    Workers.run(count: missing.count, threads: threads, stop: halt) {
      if stop.isRequested { halt.request() }
      report(progress())
    } work: { index in
      let id = runs[missing[index]]
      let part = compute(id)
      // Who was told to stop leaves nothing behind: the folder may belong to another process by now.
      guard !halt.isRequested else { return }
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
    }
    return (progress(), shared.state.withLock { $0.error })
  }

  /// Makes one run and its rows.
  private func compute(_ id: RunID) -> Part {
    let variant = experiment.variants[id.variant]
    do throws(SimulationError) {
      let result = try runner(variant.scenario.setting, experiment.seed, id.replicate, places)
      return Part(
        identity: identity(of: id), failed: false,
        rows: tables.rows(result, variant: variant, replicate: id.replicate))
    } catch {
      let command = commandForRun(variant.name, id.replicate)
      return Part(
        identity: identity(of: id), failed: true,
        rows: tables.rows(error, variant: variant, replicate: id.replicate, command: command))
    }
  }
}
