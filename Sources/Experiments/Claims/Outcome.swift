import Analysis
import Scenarios

/// The effect of a contrast in one frame.
public struct Effect: Sendable, Equatable {
  /// In the unit of the measure; NaN where it is undefined.
  public var mean: Double
  /// 95 % interval over replicates.
  public var low, high: Double
  /// 90 % interval, that of two one-sided tests at 5 %.
  public var innerLow, innerHigh: Double
  /// In standard deviations that the arms vary by over replicates.
  public var standardised: Double
  /// Two-sided for a direction; the larger of two one-sided ones for equivalence. NaN where there is no test.
  public var p: Double
  /// Replicates in which every arm has a value.
  public var count: Int

  public init(
    mean: Double, low: Double, high: Double, innerLow: Double, innerHigh: Double, standardised: Double = .nan,
    p: Double = .nan, count: Int = 0
  ) {
    self.mean = mean
    self.low = low
    self.high = high
    self.innerLow = innerLow
    self.innerHigh = innerHigh
    self.standardised = standardised
    self.p = p
    self.count = count
  }

  /// Reads the effect of a contrast out of a table of runs.
  init(_ contrast: Claim.Contrast, in frame: String, _ table: RunTable) {
    let arms = contrast.weights.map {
      PairedComparison.Arm(Claim.name($0.variant, in: frame), weight: $0.weight)
    }
    if contrast.isSpread {
      self.init(spreadsOf: arms, contrast.measure, table)
      return
    }
    let comparison = PairedComparison(of: contrast.measure, arms: arms, in: table)
    let inner = comparison.interval(level: 0.9)
    let p =
      contrast.expect == .none
      ? Equivalence(comparison, smallest: contrast.smallest).p : comparison.p
    self.init(
      mean: comparison.mean, low: comparison.low, high: comparison.high, innerLow: inner.low,
      innerHigh: inner.high, standardised: comparison.standardised, p: p, count: comparison.count)
  }

  /// The difference of two standard deviations.
  private init(spreadsOf arms: [PairedComparison.Arm], _ measure: String, _ table: RunTable) {
    // One arm has the weight 1, the other −1.
    let sides = arms.sorted { $0.weight > $1.weight }.map(\.variant)
    func spread(_ level: Double) -> SpreadComparison {
      SpreadComparison(of: measure, variant: sides[0], against: sides[1], in: table, level: level)
    }
    let (outer, inner) = (spread(0.95), spread(0.9))
    let pooled =
      ((outer.deviation * outer.deviation + outer.baselineDeviation * outer.baselineDeviation) / 2)
      .squareRoot()
    self.init(
      mean: outer.difference, low: outer.low, high: outer.high, innerLow: inner.low, innerHigh: inner.high,
      standardised: outer.difference / pooled, p: outer.p, count: outer.count)
  }
}

/// What a test says of an expectation.
public enum Outcome: String, Sendable, CaseIterable {
  case holds, fails
  /// Neither could be shown.
  case open

  /// A direction holds where the 95 % interval leaves out 0 on the expected side and the mean is at least the
  /// smallest effect; it fails where the interval leaves out every effect of that size. No effect holds where the
  /// 90 % interval lies within ± the smallest effect, and fails where the 95 % interval lies outside.
  public init(_ effect: Effect, expect: Claim.Expectation, smallest: Double) {
    let holds: Bool
    let fails: Bool
    switch expect {
    case .increase:
      holds = effect.low > 0 && effect.mean >= smallest
      fails = effect.high < smallest
    case .decrease:
      holds = effect.high < 0 && effect.mean <= -smallest
      fails = effect.low > -smallest
    case .none:
      holds = effect.innerLow >= -smallest && effect.innerHigh <= smallest
      fails = effect.low > smallest || effect.high < -smallest
    }
    // What is undefined compares with nothing and stays open.
    self = holds ? .holds : fails ? .fails : .open
  }

  /// A claim holds where all of its contrasts hold, and fails where one fails.
  public init(all outcomes: [Outcome]) {
    if outcomes.contains(.fails) {
      self = .fails
    } else {
      self = outcomes.isEmpty || outcomes.contains(.open) ? .open : .holds
    }
  }
}

/// How a registered expectation was missed: a claim may fail because the opposite is true, or because there is too
/// little of what it says.
public enum Miss: String, Sendable, CaseIterable {
  case otherWay = "the other way"
  case otherWayButSmall = "the other way, but small"
  case rightButSmall = "as claimed, but small"
  case nothing = "no difference"
  /// No effect was expected, and there is one.
  case difference = "a difference"

  /// Of an effect with its 95 % interval that fails.
  public init(_ effect: Double, low: Double, high: Double, expect: Claim.Expectation, smallest: Double) {
    guard expect != .none else {
      self = .difference
      return
    }
    let isRise = expect == .increase
    if isRise ? high < 0 : low > 0 {
      self = effect.magnitude >= smallest ? .otherWay : .otherWayButSmall
    } else {
      self = (isRise ? low > 0 : high < 0) ? .rightButSmall : .nothing
    }
  }
}
