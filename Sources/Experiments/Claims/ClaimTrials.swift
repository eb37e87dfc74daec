import Scenarios

/// How far the computation of several claims is.
public struct ClaimsProgress: Sendable, Equatable {
  /// Runs of all batches that were not complete.
  public var runs: BatchProgress
  /// The claim in work.
  public var claim: String
  /// Seconds that the rest takes, at the speed so far; nil before anything is computed.
  public var secondsLeft: Double?
}

/// Computes the batches of several claims, one after the other.
public struct ClaimTrials: Sendable {
  public let trials: [ClaimTrial]

  public init(_ trials: [ClaimTrial]) { self.trials = trials }

  /// A batch that is to be computed or gone on with.
  public struct Task: Sendable {
    public var trial: Int
    public var part: ClaimTrial.Part
    public var runs: Int
    /// Seconds of all threads together, before anything is computed.
    public var seconds: Double
    /// Whether the folder holds results of other input, of which what fits is kept.
    public var isChanged: Bool
    /// What of its tables is not as it was written; nil where they are.
    public var damage: String?
  }

  public struct Report: Sendable {
    public var isStopped = false
    /// Runs of all batches that were not complete.
    public var runs = BatchProgress(total: 0, done: 0)
    /// Runs that failed, those of complete batches included.
    public var failed = 0
    /// Folders with a `failures.csv`.
    public var foldersWithFailures: [String] = []
  }

  /// The batches that are not complete.
  /// - Throws: ``EnvironmentError`` where a folder must not or cannot be written, or holds more replicates or draws than
  ///   are asked for.
  public func tasks() throws(EnvironmentError) -> [Task] {
    var tasks: [Task] = []
    for (index, trial) in trials.enumerated() {
      try trial.requireNoLoss()
      for part in trial.parts {
        let batch = trial.batch(part)
        let outlook = try Self.look(at: batch)
        guard outlook != .alreadyComplete else { continue }
        let estimate = Estimate(batch)
        let isChanged = outlook == .takesOver
        let damage = try isChanged ? BatchManifest.read(in: batch.folder)?.damage(in: batch.folder) : nil
        tasks.append(
          Task(
            trial: index, part: part, runs: estimate.runs, seconds: estimate.seconds, isChanged: isChanged,
            damage: damage?.message(in: batch.folder)))
      }
    }
    return tasks
  }

  private static func look(at batch: Batch) throws(EnvironmentError) -> Batch.Outlook {
    do throws(EnvironmentError) {
      return try batch.outlook()
    } catch {
      // Claims have one folder each, and none beside it.
      guard error.remedy.contains("--beside") else { throw error }
      throw EnvironmentError(error.message, remedy: "Move that away, or choose another folder with --out.")
    }
  }

  /// What is complete may have ended just before its finished runs were put away.
  private func tidyUp(except tasks: [Task]) throws(EnvironmentError) {
    for (index, trial) in trials.enumerated() {
      for part in trial.parts where !tasks.contains(where: { $0.trial == index && $0.part == part }) {
        let batch = trial.batch(part)
        if try Disk.exists(PartStore(in: batch.folder).folder) { _ = try batch.run() }
      }
    }
  }

  /// Computes what is missing.
  /// - Parameters:
  ///   - tasks: what ``tasks()`` gave.
  ///   - stop: asks to end early; what is finished stays, and the same call goes on.
  ///   - progress: called about ten times a second, from the calling thread.
  /// - Throws: ``EnvironmentError`` where a folder must not or cannot be written; finished runs stay.
  public func run(
    _ tasks: [Task], stop: StopSignal = StopSignal(), progress: (ClaimsProgress) -> Void = { _ in }
  ) throws(EnvironmentError) -> Report {
    var report = Report()
    report.runs.total = tasks.reduce(0) { $0 + $1.runs }
    try tidyUp(except: tasks)
    // Estimated seconds of what this execution has computed, and of what is left.
    var computed = 0.0
    var left = tasks.reduce(0) { $0 + $1.seconds }
    var elapsed = 0.0
    for task in tasks {
      let trial = trials[task.trial]
      let before = report.runs
      let ended = try trial.batch(task.part).run(stop: stop) { now in
        report.runs = before.adding(now)
        let weight = task.seconds / Double(max(1, task.runs))
        let done = computed + Double(now.done - now.reused) * weight
        let rest = left - Double(now.done) * weight
        let speed = done / (elapsed + now.elapsed)
        progress(
          ClaimsProgress(
            runs: report.runs, claim: trial.claim.id, secondsLeft: speed > 0 ? rest / speed : nil))
      }
      report.runs = before.adding(ended.progress)
      let weight = task.seconds / Double(max(1, task.runs))
      computed += Double(ended.progress.done - ended.progress.reused) * weight
      left -= task.seconds
      elapsed += ended.progress.elapsed
      if ended.ending == .stopped {
        report.isStopped = true
        return report
      }
    }
    for trial in trials {
      for part in trial.parts {
        let folder = trial.folder(of: part)
        guard let failed = try BatchManifest.read(in: folder)?.failed, failed > 0 else { continue }
        report.failed += failed
        report.foldersWithFailures.append(folder)
      }
    }
    return report
  }
}

extension BatchProgress {
  /// Both together, one after the other.
  fileprivate func adding(_ other: BatchProgress) -> BatchProgress {
    BatchProgress(
      total: total, done: done + other.done, failed: failed + other.failed, reused: reused + other.reused,
      elapsed: elapsed + other.elapsed)
  }
}
