import Analysis
import Tables

extension Comparison {
  /// What a budget may limit, as `resources.csv` calls it.
  public enum Resource: String, Sendable, CaseIterable, Codable {
    case money = "public_money"
    case hours = "public_hours"
    case rooms = "public_rooms"
    case residents = "residents_hours"

    /// What the public pays for.
    public static let ofThePublic: [Resource] = [.money, .hours, .rooms]

    /// The short name by which a budget calls it.
    public var name: String {
      switch self {
      case .money: "money"
      case .hours: "hours"
      case .rooms: "rooms"
      case .residents: "residents"
      }
    }
  }

  /// The most of a resource that a variant may use.
  public struct Limit: Sendable, Equatable {
    public var resource: Resource
    /// Above the baseline, as a share of what the baseline uses: 0 for no more than that.
    public var share: Double

    public init(_ resource: Resource, share: Double) {
      self.resource = resource
      self.share = share
    }
  }

  /// What a variant uses of a resource above the baseline, as a share of what the baseline uses.
  public struct Cost: Sendable, Equatable {
    /// Infinite where the baseline uses nothing and the variant something.
    public var share: Double
    /// The confidence interval of ``share``; NaN with one replicate.
    public var low, high: Double

    static let none = Cost(share: 0, low: 0, high: 0)

    init(share: Double, low: Double, high: Double) {
      self.share = share
      self.low = low
      self.high = high
    }

    init(_ use: ResourceUse) {
      func share(_ difference: Double) -> Double {
        use.baselineMean > 0 ? difference / use.baselineMean : difference == 0 ? 0 : difference * .infinity
      }
      let paired = use.contrast.paired
      self.init(share: share(paired.mean), low: share(paired.low), high: share(paired.high))
    }
  }

  /// Whether a variant keeps to a budget, and where it stands among those that do.
  public struct BudgetRow: Sendable, Equatable {
    /// What the intervals of its costs show.
    public enum Verdict: String, Sendable, CaseIterable {
      /// All intervals end below the limits.
      case within
      /// One begins above its limit.
      case over
      /// Neither is shown.
      case open
    }

    public var variant: String
    /// One per limit, in order.
    public var costs: [Cost]
    /// Whether its means are no higher than the limits.
    public var isAffordable: Bool
    public var verdict: Verdict
    /// Where it stands among the affordable variants; nil where it is none.
    public var standing: ParetoPlane.Standing?
  }

  /// Sums of many small amounts are not equal to the last bit.
  private static let rounding = 1e-9

  /// The costs of every variant above the baseline; without flows there are none.
  static func costs(
    _ resources: [ResourceUse], _ variants: [String], baseline: String
  ) -> [String: [Resource: Cost]] {
    guard !resources.isEmpty else { return [:] }
    var costs: [String: [Resource: Cost]] = [:]
    for use in resources where use.baseline == baseline {
      if let resource = Resource(rawValue: use.resource) {
        costs[use.variant, default: [:]][resource] = Cost(use)
      }
    }
    costs[baseline] = Dictionary(uniqueKeysWithValues: Resource.allCases.map { ($0, .none) })
    return costs
  }

  /// Every variant against the budget; empty without one.
  static func budget(
    _ limits: [Limit], _ costs: [String: [Resource: Cost]], _ runs: RunTable, level: Double
  ) -> [BudgetRow] {
    guard !limits.isEmpty else { return [] }
    var rows = runs.variants.map { variant -> BudgetRow in
      let own = limits.map { costs[variant]?[$0.resource] ?? Cost(share: .nan, low: .nan, high: .nan) }
      let pairs = zip(own, limits)
      let isOver = pairs.contains { $0.low > $1.share + rounding }
      let isWithin = pairs.allSatisfy { $0.high <= $1.share + rounding }
      return BudgetRow(
        variant: variant, costs: own, isAffordable: pairs.allSatisfy { $0.share <= $1.share + rounding },
        verdict: isOver ? .over : isWithin ? .within : .open)
    }
    let affordable = rows.indices.filter { rows[$0].isAffordable }
    let names = affordable.map { rows[$0].variant }
    guard !names.isEmpty else { return rows }
    let plane = ParetoPlane(
      x: runs.paired(ComparisonInput.axes[0], variants: names),
      y: runs.paired(ComparisonInput.axes[1], variants: names), pairs: [], level: level)
    for (index, standing) in zip(affordable, plane.standings) { rows[index].standing = standing }
    return rows
  }

  static func budgetTable(_ rows: [BudgetRow], _ limits: [Limit]) -> ComparisonTable {
    typealias Column = TableSchema.Column
    let costs = limits.flatMap { limit -> [Column] in
      let name = limit.resource.rawValue
      return [
        Column(
          "\(name)_percent", .number, unit: "per cent",
          meaning: "what it uses above the baseline; empty where the baseline uses nothing and it does"),
        Column("\(name)_low", .number, unit: "per cent", meaning: "lower end of its confidence interval"),
        Column("\(name)_high", .number, unit: "per cent", meaning: "upper end of its confidence interval"),
        Column("\(name)_limit", .number, unit: "per cent", meaning: "the most that the budget allows"),
      ]
    }
    var columns = [ComparisonColumn.variant] + costs
    columns += [
      Column(
        "affordable", .boolean, meaning: "whether its means are no higher than the limits",
        constraints: .init(required: true)),
      Column(
        "budget_verdict", .string,
        meaning:
          "within: all intervals end below the limits; over: one begins above its limit; open: neither",
        constraints: .init(required: true, choices: BudgetRow.Verdict.allCases.map(\.rawValue))),
    ]
    columns += axisColumns
    columns += [
      Column(
        "on_front", .boolean,
        meaning:
          "whether no other affordable variant's means are as good on both and better on one; empty where it is not "
          + "affordable itself"),
      Column(
        "verdict", .string,
        meaning: "as in front.csv, among the affordable variants; empty where it is none",
        constraints: .init(choices: ParetoPlane.Place.allCases.map(\.rawValue))),
      ComparisonColumn.share(
        "in_resamples", "resamples of replicates in which its means are on that front; \(fewest)"),
    ]
    let schema = TableSchema(
      name: "budget",
      meaning:
        "One row per variant: whether it keeps to the budget, and where it stands among those that do.",
      columns: columns, key: ["variant"])
    return ComparisonTable(
      schema: schema,
      rows: rows.map { row in
        var cells: [ComparisonTable.Cell] = [.text(row.variant)]
        for (cost, limit) in zip(row.costs, limits) {
          cells += [cost.share, cost.low, cost.high, limit.share].map { .number($0 * 100) }
        }
        cells += [.flag(row.isAffordable), .text(row.verdict.rawValue)]
        for interval in [row.standing?.x, row.standing?.y] {
          cells += [interval?.mean, interval?.low, interval?.high].map { .number($0 ?? .nan) }
        }
        let isOnFront: ComparisonTable.Cell = row.standing.map { .flag($0.isOnFront) } ?? .text("")
        return cells + [
          isOnFront, .text(row.standing?.place.rawValue ?? ""), .number(row.standing?.inResamples ?? .nan),
        ]
      })
  }
}
