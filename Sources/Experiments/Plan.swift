import Scenarios

/// Which run: a variant (its place in the design, from 0) and a replicate (from 1). Always the two, never a
/// number made of them, so that no two runs can share one.
public struct RunID: Hashable, Sendable, Comparable {
  public let variant: Int
  public let replicate: Int

  public init(variant: Int, replicate: Int) {
    self.variant = variant
    self.replicate = replicate
  }

  /// The order of rows in all tables: by variant, then by replicate.
  public static func < (a: RunID, b: RunID) -> Bool {
    (a.variant, a.replicate) < (b.variant, b.replicate)
  }
}

/// All runs of an experiment.
public struct Plan: Sendable, Equatable {
  /// In the order in which they are computed: the first replicate of every variant, then the second, and so
  /// on, so that what is finished of an interrupted batch compares all variants.
  public let runs: [RunID]

  public init(variants: Int, replicates: Int) {
    runs = (0..<max(0, replicates)).flatMap { replicate in
      (0..<variants).map { RunID(variant: $0, replicate: replicate + 1) }
    }
  }

  public init(_ experiment: Experiment) {
    self.init(variants: experiment.variants.count, replicates: experiment.replicates)
  }
}
