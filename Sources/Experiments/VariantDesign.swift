import Engine
import Tables

/// What is done to a variant, when and where, as the manifest of a batch tells it: enough to compare before with
/// after, and places with places, without the scenario.
public struct VariantDesign: Codable, Sendable, Equatable {
  /// One mechanism in force.
  public struct Policy: Codable, Sendable, Equatable {
    /// The mechanism's id.
    public var mechanism: String
    /// First week in force, counted from the start of the run, the burn-in included.
    public var from: Int
    /// First week no longer in force; nil for ever.
    public var until: Int?
    /// Names of neighbourhoods, blocks, subdistricts or districts; nil where ``share`` says which, or all.
    public var places: [String]?
    /// Share of all neighbourhoods (0–1), drawn once per replicate; nil where ``places`` says which, or all.
    public var share: Double?
    /// Options that differ from their defaults, as texts.
    public var options: [String: String]

    /// Whether it is in force in a week of the run.
    public func isInForce(at week: Int) -> Bool { from <= week && week < until ?? .max }

    /// What is done and where, without when.
    var treatment: Policy {
      var same = self
      same.from = 0
      same.until = nil
      return same
    }
  }

  /// Weeks before observation starts.
  public var burnIn: Int
  /// Weeks observed.
  public var observed: Int
  /// Weeks between two rows of the series.
  public var interval: Int
  public var residents: Int
  public var policies: [Policy]

  init(_ setting: Setting) {
    burnIn = setting.schedule.burnIn
    observed = setting.schedule.observed
    interval = setting.schedule.interval
    residents = setting.city.residents
    policies = setting.mechanisms.map(Policy.init)
  }

  /// All weeks of a run, the burn-in included.
  var weeks: Int { burnIn + observed }

  /// Policies in force in a week of the run.
  func treatments(at week: Int) -> [Policy] { policies.filter { $0.isInForce(at: week) }.map(\.treatment) }

  /// The first week of the run in which other policies are in force than in another variant; nil where there is none.
  func firstDifference(from other: VariantDesign) -> Int? {
    let weeks = (policies + other.policies).flatMap { [$0.from] + ($0.until.map { [$0] } ?? []) }
    return Set(weeks).sorted().first { !Self.same(treatments(at: $0), other.treatments(at: $0)) }
  }

  /// Policies that are in force here at some time and not in another variant at the same time.
  func policies(missingIn other: VariantDesign) -> [Policy] {
    policies.filter { !other.policies.contains($0) }
  }

  private static func same(_ first: [Policy], _ second: [Policy]) -> Bool {
    first.allSatisfy(second.contains) && second.allSatisfy(first.contains)
  }
}

extension VariantDesign.Policy {
  fileprivate init(_ use: MechanismUse) {
    mechanism = use.id
    from = use.from
    until = use.until
    switch use.places {
    case .all: break
    case .share(let share): self.share = share
    case .named(let names): places = names
    }
    options = use.options.mapValues { value in
      switch value {
      case .number(let number): NumberText.shortest(number)
      case .flag(let flag): flag ? "true" : "false"
      case .choice(let choice): choice
      }
    }
  }
}
