import Foundation
import Scenarios

extension Batch {
  /// Computes what is missing, then writes the tables; a shard leaves its parts for ``Merge``.
  ///
  /// - Parameters:
  ///   - stop: asks to end early; what is finished stays, and the same call goes on.
  ///   - progress: called about ten times a second, from the calling thread.
  /// - Throws: ``EnvironmentError`` where the folder must not or cannot be written; finished parts stay.
  public func run(
    stop: StopSignal = StopSignal(), progress: (BatchProgress) -> Void = { _ in }
  ) throws(EnvironmentError) -> BatchReport {
    var plan = self.plan
    let results = ResultsFolder(path: folder)
    // Looked at twice: before, so that a refused folder is not touched at all; and under the lock, to the last byte.
    if case .empty = try results.examine(for: plan, existing, sizesOnly: true) {
      try requireSpace(for: plan.runs.count)
    }
    try Disk.makeFolder(folder)
    let lock = try FolderLock(folder: folder, isShared: shard != nil)
    defer { withExtendedLifetime(lock) {} }

    let finding = try results.examine(for: plan, existing)
    if case .complete(let found) = finding, !(retriesFailed && found.failed > 0) {
      // The last execution may have ended just before this.
      let notes = shard == nil ? try PartStore(in: folder).remove(partsOf: found.plan) : []
      let all = BatchProgress(total: found.runs, done: found.runs, failed: found.failed, reused: found.runs)
      return BatchReport(
        ending: .alreadyComplete, progress: all, files: results.writtenFiles, notes: notes)
    }
    if let known = finding.replicates(for: plan) { plan.replicates = known }
    let store = PartStore(in: folder, shard: shard)
    // Before the folder of parts: without a manifest nobody would know whose they are.
    if case .empty = finding, shard == nil {
      try manifest(.running, plan, runs: plan.runs.count).write(in: folder)
    }
    try store.create()
    // Without shards the folder is held alone; and a file that is open cannot be removed for good on NFS.
    let own: FolderLock? =
      if let shard {
        try FolderLock(
          folder: "\(folder)/\(PartStore.shardsFolder)", name: "\(shard.fileName).lock",
          holder: "another process with shard \(shard)")
      } else {
        nil
      }
    defer { withExtendedLifetime(own) {} }

    switch finding {
    case .complete, .otherReplicates:
      try requireSpace(for: plan.runs.count)
      try restoreParts(into: store, plan)
    case .empty, .unfinished: break
    }
    return try compute(&plan, store, stop, progress)
  }

  /// Round after round until there are enough replicates; one round where their number is fixed.
  private func compute(
    _ plan: inout Plan, _ store: PartStore, _ stop: StopSignal, _ progress: (BatchProgress) -> Void
  ) throws(EnvironmentError) -> BatchReport {
    let histories = self.histories
    while true {
      let runs = self.runs(of: plan, histories)
      let work = try BatchWork(batch: self, plan: plan, store: store, runs: runs, histories: histories)
      // Before the manifest: what is refused leaves the results that are there as they are.
      try requireSpace(for: work.missing.count)
      var manifest = manifest(.running, plan, runs: runs.count)
      try manifest.write(in: folder)
      if let table = VariantChanges.table(experiment) { try store.keep(variants: table) }
      let ended = work.compute(stop, progress)
      manifest.finished = ended.progress.done
      manifest.failed = ended.progress.failed
      manifest.ended = BatchManifest.now()
      manifest.status = .stopped
      if let error = ended.error {
        // The error is what counts; that the manifest could not tell of it is a consequence.
        try? manifest.write(in: folder)
        throw error
      }
      guard ended.progress.done == runs.count else {
        try manifest.write(in: folder)
        return BatchReport(ending: .stopped, progress: ended.progress)
      }
      var notes = ended.notes
      if shard == nil, let rule = plan.precision {
        let reached = try Precision(rule, plan, baseline: baselineIndex, store)
        if let more = reached.replicatesNeeded {
          plan.replicates = more
          continue
        }
        notes += reached.notes
      }
      manifest.status = ended.progress.failed > 0 ? .finishedWithFailures : .finished
      guard shard == nil else {
        try manifest.write(in: folder)
        return BatchReport(ending: .shardFinished, progress: ended.progress, notes: notes)
      }
      do throws(EnvironmentError) {
        manifest.tables = try Merge.writeTables(
          plan, in: folder, from: store, failures: ended.progress.failed > 0)
      } catch {
        manifest.status = .stopped
        // As above.
        try? manifest.write(in: folder)
        throw error
      }
      try manifest.write(in: folder)
      if keepsStates {
        try RunStates(self, plan, store).kept.keepLast(
          of: runs, settings: experiment.variants.map(\.scenario.setting))
      }
      try store.remove()
      return BatchReport(
        ending: .finished, progress: ended.progress, files: ResultsFolder(path: folder).writtenFiles,
        notes: notes)
    }
  }

  /// The runs that this process answers for.
  func runs(of plan: Plan, _ histories: [HistoryTree]) -> [RunID] {
    guard let shard else { return plan.runs }
    return WorkUnit.units(of: plan.runs, families: histories.families, parts: shard.count).enumerated()
      .filter { $0.offset % shard.count == shard.index - 1 }.flatMap(\.element.runs)
  }

  /// The variant that others are compared with: the chosen one, or else the first.
  var baselineIndex: Int {
    experiment.variants.firstIndex { $0.name == experiment.baseline } ?? 0
  }
}
