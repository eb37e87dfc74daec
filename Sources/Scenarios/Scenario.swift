import Engine

/// A scenario file read to its end: what is to be simulated, how often, and where it came from.
public struct Scenario: Sendable, Equatable {
  /// Name of the file without its ending; of a variant, the variant's name.
  public var name: String
  /// For people; the name where the file gives none. Not inherited.
  public var title: String
  /// For people; may be empty. Not inherited.
  public var description: String
  public var setting: Setting
  /// Master seed; 1 where the file gives none.
  public var seed: UInt64
  /// Number of replicates, from 1; 20 where the file gives none.
  public var replicates: Int
  /// 32 hexadecimal digits, equal for equal settings whatever the files look like. Seed and replicates are not part
  /// of it.
  public var digest: String
  /// Paths of all files read, extended ones and tables included.
  public var files: [String]
  /// Factor on the residents of a city with real figures, above 0 to 1; nil for other cities.
  public var scale: Double?
  /// Where the uses of mechanisms are written, in the order of the setting, and the city; nil for the default.
  var usePlaces: [Place] = []
  var cityPlace: Place?
  /// Paths that were to be set for all variants and could not be here: options of mechanisms that are off.
  var skipped: [String] = []

  public init(
    name: String, title: String, description: String, setting: Setting, seed: UInt64, replicates: Int,
    digest: String, files: [String]
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.setting = setting
    self.seed = seed
    self.replicates = replicates
    self.digest = digest
    self.files = files
  }
}

/// One variant of an experiment.
public struct Variant: Sendable {
  public var name: String
  /// One text per factor of the experiment.
  public var levels: [String]
  /// With the experiment's seed and replicates.
  public var scenario: Scenario

  public init(name: String, levels: [String], scenario: Scenario) {
    self.name = name
    self.levels = levels
    self.scenario = scenario
  }
}

/// Variants that are run with the same seeds and compared.
public struct Experiment: Sendable {
  /// Most replicates of a variant.
  public static let mostReplicates = 1_000_000

  /// Name of the file without its ending, or of the folder.
  public var name: String
  /// For people; the name where the file gives none.
  public var title: String
  public var description: String
  /// Columns of the results that tell variants apart: paths or labels of the design; empty for a list of variants.
  public var factors: [String]
  /// The level of each factor that others are compared with; nil for that of the first variant.
  public var firstLevels: [String]?
  public var variants: [Variant]
  /// Number of replicates of every variant, from 1.
  public var replicates: Int
  /// Master seed of every variant.
  public var seed: UInt64
  /// The variant that others are compared with; nil where none was chosen and none is called `baseline`.
  public var baseline: String?
  /// When there are enough replicates; nil for a fixed number of them.
  public var precision: PrecisionRule?
  /// 32 hexadecimal digits of factors and variants. Seed and replicates are not part of it.
  public var digest: String
  /// Paths of all files read.
  public var files: [String]
  /// What the design is and what it can tell, a paragraph each; empty where that goes without saying.
  public var notes: [String] = []
  /// What deserves notice but stops nothing: of the file, and of ``notices``.
  public var warnings: [Diagnostic] = []
  /// What its variants will not do, although somebody may expect it; found by ``examine()``.
  public var notices: [Notice] = []

  public init(
    name: String, title: String, description: String, factors: [String], variants: [Variant], replicates: Int,
    seed: UInt64, baseline: String?, precision: PrecisionRule? = nil, digest: String, files: [String]
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.factors = factors
    self.variants = variants
    self.replicates = replicates
    self.seed = seed
    self.baseline = baseline
    self.precision = precision
    self.digest = digest
    self.files = files
  }
}
