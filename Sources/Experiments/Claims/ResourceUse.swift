import Analysis
import Scenarios
import Tables

/// What the variants of a claim take from the public, as `flows.csv` has it, over the observed weeks.
struct ResourceUse {
  /// Of one run.
  struct Amounts {
    /// Yuan out of the treasury.
    var money = 0.0
    /// Minutes of staff and professionals.
    var hours = 0.0
    /// Minutes that residents owe and give to bodies, as members of the Party do.
    var members = 0.0
  }

  private let runs: RunTable

  /// Reads the flows of some variants.
  init(path: String, variants: [String]) throws(TableProblem) {
    runs = try FlowTable(path: path, variants: Set(variants)).runs([
      ("money", \.isPublicMoney), ("hours", \.isPublicTime), ("members", \.isOwedTime),
    ])
  }

  /// Means over the replicates that all of these variants have.
  func means(of variants: [String]) -> [Amounts] {
    func means(_ name: String) -> [Double] {
      runs.paired(name, variants: variants).map { Interval(of: $0).mean }
    }
    let (money, hours, members) = (means("money"), means("hours"), means("members"))
    return variants.indices.map { Amounts(money: money[$0], hours: hours[$0], members: members[$0]) }
  }
}

/// How the variants of a claim differ in resources, as registered.
public struct ResourceDifference: Sendable, Equatable {
  /// More than this share is unequal.
  static let most = 0.01

  /// Of the variants that lie furthest apart, what one has more, as a share of the other; negative where the one
  /// with the lower weight has more. NaN where nothing is known.
  public var money = Double.nan
  public var hours = Double.nan
  /// As a share of the public hours: members' time is their own, but it is time.
  public var members = Double.nan

  /// For people, what differs by too much; nil where nothing does.
  public var unequal: String? {
    let parts = [("money", money), ("hours", hours)].filter { $0.1.magnitude > Self.most }
      .map { "\(Self.percent($0.1)) \($0.0)" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The largest differences within any contrast.
  init(_ claim: Claim, _ use: ResourceUse) {
    for contrast in claim.contrasts {
      var weights = contrast.weights
      if case .equalCost(let names, _) = claim.resources {
        weights = weights.filter { names.contains($0.variant) }
      }
      guard weights.count >= 2 else { continue }
      let means = use.means(of: weights.map { Claim.name($0.variant, in: claim.frames[0].name) })
      let arms = zip(weights.map(\.weight), means)
      Self.widen(&money, Self.difference(arms.map { ($0, $1.money) }, by: nil))
      Self.widen(&hours, Self.difference(arms.map { ($0, $1.hours) }, by: nil))
      Self.widen(&members, Self.difference(arms.map { ($0, $1.members) }, by: means.map(\.hours).min()))
    }
  }

  init(money: Double = .nan, hours: Double = .nan, members: Double = .nan) {
    self.money = money
    self.hours = hours
    self.members = members
  }

  private static func widen(_ difference: inout Double, _ other: Double) {
    if difference.isNaN || other.magnitude > difference.magnitude { difference = other }
  }

  /// The difference between the two arms furthest apart, as a share of the smaller amount or of another one.
  private static func difference(_ arms: [(weight: Double, amount: Double)], by other: Double?) -> Double {
    guard var least = arms.first, var most = arms.first else { return .nan }
    for arm in arms {
      if arm.amount < least.amount { least = arm }
      if arm.amount > most.amount { most = arm }
    }
    let distance = most.amount - least.amount
    if distance == 0 { return 0 }
    return (most.weight >= least.weight ? 1 : -1) * distance / (other ?? least.amount)
  }

  /// `+12.3 %`.
  private static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "all" }
    let tenths = Int((share.magnitude * 1000).rounded())
    return "\(share < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10) %"
  }
}
