import Engine
import Foundation
import Scenarios
import Synchronization
import Tables

/// A batch: every variant of an experiment with every replicate, computed in parallel, safe against stops.
///
/// Each finished run is one part on the disk at once, so that memory does not grow with the number of runs and
/// a stop loses only runs in work. When all runs are done the tables are made of the parts in the order of the
/// design: the same bytes for any number of threads, stops and restarts.
public struct Batch: Sendable {
  /// Makes one run; the model's own, or another one in tests.
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
  public var existing = Existing.refuse
  /// Version of the program with its build; parts of another are computed again.
  public var version: String
  /// The command that repeats one run alone, for `failures.csv`.
  public var commandForRun: @Sendable (_ variant: String, _ replicate: Int) -> String = { _, _ in "" }
  public var runner: Runner = { (setting, seed, replicate, places) throws(SimulationError) in
    try Simulation.run(setting, seed: seed, replicate: replicate, places: places)
  }

  /// What to do where the folder holds files already.
  public enum Existing: Sendable, Equatable {
    /// Refuse other results; go on with an unfinished batch of the same input.
    case refuse
    /// Also take over what fits of other results: more replicates, some changed variants.
    case resume
    /// Replace the files that a batch writes; leave all others alone.
    case replace
  }

  public init(_ experiment: Experiment, folder: String, version: String) {
    self.experiment = experiment
    self.folder = folder
    self.version = version
  }

  /// The runs of this batch, in the order in which they are computed.
  public var runs: [RunID] {
    let all = Plan(experiment).runs
    guard let only else { return all }
    return all.filter { $0 == only }
  }

  var tables: BatchTables { BatchTables(experiment, places: places) }

  /// Everything the rows of a run are a function of, in one text.
  func identity(of id: RunID) -> String {
    let variant = experiment.variants[id.variant]
    let words =
      [
        version, variant.scenario.digest, String(experiment.seed), String(id.replicate),
        places ? "places" : "",
        variant.name,
      ] + variant.levels
    return words.map { String(reflecting: $0) }.joined(separator: "\n")
  }

  func manifest(_ status: BatchManifest.Status) -> BatchManifest {
    BatchManifest(
      version: version, name: experiment.name, title: experiment.title, digest: experiment.digest,
      seed: experiment.seed, replicates: experiment.replicates,
      only: only.map { "\(experiment.variants[$0.variant].name):\($0.replicate)" }, places: places,
      variants: experiment.variants.map { .init(name: $0.name, digest: $0.scenario.digest) },
      files: experiment.files, status: status, runs: runs.count, finished: 0, failed: 0, threads: threads,
      machine: BatchManifest.thisMachine(), started: BatchManifest.now())
  }
}

/// How far a batch is.
public struct BatchProgress: Sendable, Equatable {
  public var total: Int
  /// Runs that came to their end, failed ones and those found from before included.
  public var done: Int
  public var failed: Int
  /// Runs found finished from before.
  public var reused: Int
  /// Seconds since this execution began to compute.
  public var elapsed: Double

  public init(total: Int, done: Int, failed: Int = 0, reused: Int = 0, elapsed: Double = 0) {
    self.total = total
    self.done = done
    self.failed = failed
    self.reused = reused
    self.elapsed = elapsed
  }

  /// Runs computed per second by this execution; 0 before the first.
  public var rate: Double {
    done > reused && elapsed > 0 ? Double(done - reused) / elapsed : 0
  }
}

/// How a batch ended.
public struct BatchReport: Sendable, Equatable {
  public enum Ending: Sendable, Equatable {
    case finished
    /// Stopped before the end; no tables are written, the parts stay.
    case stopped
    /// All was there from before; nothing was computed.
    case alreadyComplete
  }
  public var ending: Ending
  public var progress: BatchProgress
  /// The files of the folder, by name; empty after a stop.
  public var files: [String]

  public init(ending: Ending, progress: BatchProgress, files: [String]) {
    self.ending = ending
    self.progress = progress
    self.files = files
  }
}
