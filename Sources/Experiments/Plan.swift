import Scenarios

/// The plan of a batch, registered on the disk before the first run begins: every run with what it is a function
/// of, and all that the tables need. Whoever holds the plan and the finished parts can write the tables.
public struct Plan: Codable, Sendable, Equatable {
  public struct Variant: Codable, Sendable, Equatable {
    public var name: String
    /// One text per factor.
    public var levels: [String]
    /// Digest of the scenario.
    public var digest: String
    /// What else comparisons need to know of the scenario; nil in plans of older versions.
    public var design: VariantDesign?
  }

  /// Version of the program with its build.
  public var version: String
  public var name: String
  public var title: String
  public var description: String
  /// Digest of the experiment.
  public var digest: String
  /// Master seed of every run.
  public var seed: UInt64
  /// Replicates of every variant, from 1; with a rule of precision those that are known to be needed so far.
  public var replicates: Int
  /// When there are enough replicates; nil for a fixed number.
  public var precision: PrecisionRule?
  /// The only run to make; nil for all.
  public var only: RunID?
  public var places: Bool
  public var factors: [String]
  /// The level of each factor that others are compared with; nil for that of the first variant, and in plans of older
  /// versions.
  public var firstLevels: [String]?
  /// The variant that others are compared with; nil where none was chosen, and in plans of older versions.
  public var baseline: String?
  public var variants: [Variant]
  /// What the variants will not do, although somebody may expect it; nil where nobody looked, and in plans of older
  /// versions.
  public var warnings: [Notice]?

  public init(
    _ experiment: Experiment, version: String, places: Bool = false, only: RunID? = nil
  ) {
    self.version = version
    name = experiment.name
    title = experiment.title
    description = experiment.description
    digest = experiment.digest
    seed = experiment.seed
    replicates = experiment.replicates
    precision = only == nil ? experiment.precision : nil
    self.only = only
    self.places = places
    factors = experiment.factors
    firstLevels = experiment.firstLevels
    baseline = experiment.baseline
    warnings = experiment.notices.isEmpty ? nil : experiment.notices
    variants = experiment.variants.map {
      Variant(
        name: $0.name, levels: $0.levels, digest: $0.scenario.digest,
        design: VariantDesign($0.scenario.setting))
    }
  }

  /// All runs, in the order in which they are computed: the first replicate of every variant, then the second,
  /// and so on, so that what is finished of an interrupted batch compares all variants.
  public var runs: [RunID] {
    if let only { return [only] }
    return (0..<max(0, replicates)).flatMap { replicate in
      variants.indices.map { RunID(variant: $0, replicate: replicate + 1) }
    }
  }

  /// Everything the rows of a run are a function of, in one text.
  func identity(of id: RunID) -> String {
    let variant = variants[id.variant]
    let words =
      [version, variant.digest, String(seed), String(id.replicate), places ? "places" : "", variant.name]
      + variant.levels
    return words.map { String(reflecting: $0) }.joined(separator: "\n")
  }

  /// A run as people and `--only` call it.
  func name(of id: RunID) -> String { "\(variants[id.variant].name):\(id.replicate)" }

  /// Whether both are of one batch, whose parts fit together: everything but the number of replicates.
  func isSameBatch(as other: Plan) -> Bool {
    version == other.version && digest == other.digest && seed == other.seed && places == other.places
      && only == other.only && variants == other.variants && factors == other.factors
  }

  /// In what two batches differ, for people.
  func difference(from wanted: Plan) -> String {
    if name != wanted.name { return "'\(name)', not '\(wanted.name)'" }
    if seed != wanted.seed { return "seed \(seed), not \(wanted.seed)" }
    if only != wanted.only { return "other runs of '\(name)'" }
    if places != wanted.places { return places ? "with places" : "without places" }
    if digest != wanted.digest || variants != wanted.variants || factors != wanted.factors {
      return "its files, --set or --weeks were different" + changed(from: wanted)
    }
    return "computed by another build (\(version))"
  }

  /// Which variants differ, where there are not too many.
  private func changed(from wanted: Plan) -> String {
    let others = wanted.variants.filter { variant in
      !variants.contains { $0.name == variant.name && $0.digest == variant.digest }
    }
    guard !others.isEmpty, others.count < wanted.variants.count || others.count == 1 else { return "" }
    let named = others.prefix(3).map { "'\($0.name)'" }.joined(separator: ", ")
    return " (\(named)\(others.count > 3 ? " and \(others.count - 3) more" : ""))"
  }
}
