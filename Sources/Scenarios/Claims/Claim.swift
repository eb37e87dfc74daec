/// What a source holds, as an experiment and what is expected of it. Read by ``ClaimReader``.
///
/// A claim holds expectations only; what came of them stands in results.
public struct Claim: Sendable {
  /// Name of the file without its ending.
  public var id: String
  /// Path of the file.
  public var file: String
  /// For tables.
  public var title: String
  /// Author and place in the text.
  public var source: String
  /// Name of the base that the experiment changes, without its ending; empty where there is none.
  public var world: String
  /// What is held, in a sentence or two.
  public var statement: String
  public var shape: Shape
  public var origin: Origin
  /// Which laws carry the claim, and what is written into them and what is not.
  public var reason: String
  /// One or more; the claim holds where all of them hold.
  public var contrasts: [Contrast]
  public var resources: Resources
  /// The laws whose effect is taken away in the neutral frame; empty where there is no such frame.
  public var neutralLaws: [String]
  /// The registered experiment first, then all frames in which it is run again.
  public var frames: [Frame]
  /// The same in a larger world; nil where the claim's city has no scale that could be four times as large.
  public var larger: Frame?

  /// The experiment as it is registered.
  public var experiment: Experiment { frames[0].experiment }

  /// What kind of relation is claimed.
  public enum Shape: String, CaseIterable, Sendable {
    case increase, decrease, none, interaction, invertedU, complementarity, signChange
    case largerVariance, smallerVariance

    /// The kind of shape, for figures.
    public var group: String {
      switch self {
      case .increase, .decrease: "direction"
      case .none: "no effect"
      case .interaction, .complementarity: "interaction"
      case .invertedU, .signChange: "turning point"
      case .largerVariance, .smallerVariance: "variance"
      }
    }
  }

  /// Whether the effect comes about by laws that do not mention it, or is written into one.
  public enum Origin: String, CaseIterable, Sendable {
    case emergent
    case builtIn = "built-in"
  }

  /// The expected sign of a contrast; ``none``: nearer to 0 than the smallest effect.
  public enum Expectation: String, CaseIterable, Sendable {
    case increase, decrease, none

    /// +1, −1 or 0.
    public var sign: Int {
      switch self {
      case .increase: 1
      case .decrease: -1
      case .none: 0
      }
    }
  }

  /// A weighted sum of variants whose weights add up to 0, and what is expected of it.
  public struct Contrast: Sendable, Equatable {
    /// Id of a measure.
    public var measure: String
    /// In the order of the variants; those of weight 0 are left out.
    public var weights: [Weight]
    public var expect: Expectation
    /// Smallest effect of interest, in the unit of the measure, above 0.
    public var smallest: Double
    /// Observed weeks, from 1, over whose intervals the measure is averaged; nil for its value of the run.
    public var weeks: ClosedRange<Int>?
    /// Whether standard deviations over replicates are compared rather than means.
    public var isSpread: Bool

    public init(
      measure: String, weights: [Weight], expect: Expectation, smallest: Double,
      weeks: ClosedRange<Int>? = nil,
      isSpread: Bool = false
    ) {
      self.measure = measure
      self.weights = weights
      self.expect = expect
      self.smallest = smallest
      self.weeks = weeks
      self.isSpread = isSpread
    }
  }

  /// A variant with its weight in a contrast.
  public struct Weight: Sendable, Equatable {
    public var variant: String
    public var weight: Double

    public init(_ variant: String, _ weight: Double) {
      self.variant = variant
      self.weight = weight
    }
  }

  /// Which variants must have the same public money and hours.
  public enum Resources: Sendable, Equatable {
    /// All variants of a contrast.
    case equal
    /// These only: others have less or more, because a resource is what is tried.
    case equalCost([String], reason: String)
    /// None, for this reason: the claim can be supported only under the condition of more or less of them.
    case unequal(reason: String)
  }

  /// A setting in which the whole experiment is run.
  public struct Frame: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      case registered, rival, neutral, condition, larger
    }

    public var kind: Kind
    /// Different for all frames of a claim.
    public var name: String
    /// What the frame changes, as `path=value`.
    public var changes: [String]
    public var experiment: Experiment
  }
}
