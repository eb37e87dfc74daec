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
    /// All runs of this shard are done; the tables are made when all shards are.
    case shardFinished
    /// Stopped before the end; no tables are written, the parts stay.
    case stopped
    /// All was there from before; nothing was computed.
    case alreadyComplete
  }
  public var ending: Ending
  public var progress: BatchProgress
  /// The files of the folder, by name; empty after a stop.
  public var files: [String]
  /// What else people should know: how precise the result is, what could not be used.
  public var notes: [String]

  public init(ending: Ending, progress: BatchProgress, files: [String] = [], notes: [String] = []) {
    self.ending = ending
    self.progress = progress
    self.files = files
    self.notes = notes
  }
}
