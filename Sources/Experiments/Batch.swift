import Engine
import Scenarios

/// A batch: every variant of an experiment with every replicate, computed in parallel, safe against stops.
///
/// Each finished run is one part on the disk at once, so that memory does not grow with the number of runs and
/// a stop loses only runs in work. When all runs are done the tables are made of the parts in the order of the
/// design: the same bytes for any number of threads, stops, restarts and shards.
public struct Batch: Sendable {
  /// Makes one run.
  public typealias Runner =
    @Sendable (_ setting: Setting, _ seed: UInt64, _ replicate: Int, _ places: Bool) throws(SimulationError)
    -> RunResult

  public var experiment: Experiment
  /// The folder of the results.
  public var folder: String
  /// Runs computed at the same time, 1 or more.
  public var threads = 1
  /// Whether `places.csv` is written.
  public var places = false
  /// The only run to make; nil for all.
  public var only: RunID?
  /// The share of the runs to make; nil for all of them, and the tables.
  public var shard: Shard?
  /// Whether runs that failed before are tried again.
  public var retriesFailed = false
  /// Weeks between two checkpoints of a run in work, for runs that take hours; nil for none.
  public var checkpointEvery: Int?
  /// Whether the last state of every run is kept, so that weeks can be added later.
  public var keepsStates = false
  public var existing = Existing.refuse
  /// Version of the program with its build; parts of another are computed again.
  public var version: String
  /// The command that makes this batch again, for `manifest.json`.
  public var command: String?
  /// The command that repeats one run alone, for `failures.csv`.
  public var commandForRun: @Sendable (_ variant: String, _ replicate: Int) -> String = { _, _ in "" }
  /// Another model than the engine's, run by run, for trials of batches themselves; nil for the engine.
  public var runner: Runner?

  /// What to do where the folder holds files already.
  public enum Existing: Sendable, Equatable {
    /// Refuse other results; go on with an unfinished batch of the same input.
    case refuse
    /// Also take over what fits of other results: more replicates, more weeks, some changed variants.
    case resume
    /// The same, and the rest gives way: for folders that are the program's own, such as those of claims.
    case replace
  }

  public init(_ experiment: Experiment, folder: String, version: String) {
    self.experiment = experiment
    self.folder = folder
    self.version = version
  }

  /// The plan with which the batch begins.
  public var plan: Plan { Plan(experiment, version: version, places: places, only: only) }

  func manifest(_ status: BatchManifest.Status, _ plan: Plan, runs: Int) -> BatchManifest {
    var manifest = BatchManifest(
      plan: plan, shard: shard, command: command, files: experiment.files, status: status, runs: runs,
      threads: threads)
    if command != nil { manifest.commandOfOneRun = commandForRun(plan.variants[baselineIndex].name, 1) }
    return manifest
  }
}
