import Analysis
import Tables

extension Comparison {
  /// What a variant uses of one resource, against its baseline.
  public struct ResourceUse: Sendable, Equatable {
    public var variant, baseline: String
    /// `public_money`, `public_hours`, `public_rooms`, `residents_hours` or `residents_hours_<purpose>`.
    public var resource: String
    public var unit: String
    public var mean: Interval
    public var baselineMean: Double
    public var contrast: PairedContrast

    /// A difference as a share of the baseline's mean; NaN where the baseline uses nothing.
    public func share(_ difference: Double) -> Double {
      baselineMean > 0 ? difference / baselineMean : .nan
    }
  }

  private typealias Sum = (name: String, unit: String, divisor: Double, holds: (FlowTable.Flow) -> Bool)

  /// The sums of flows that are compared.
  private static func sums(_ flows: FlowTable) -> [Sum] {
    let purposes = Set(flows.flows.filter(\.isResidentsWork).map(\.purpose)).sorted()
    return [
      ("public_money", "yuan", 1, \.isPublicMoney), ("public_hours", "hours", 60, \.isPublicTime),
      ("public_rooms", "hours", 60, \.isPublicRoom), ("residents_hours", "hours", 60, \.isResidentsWork),
    ]
      + purposes.map { purpose in
        ("residents_hours_\(purpose)", "hours", 60, { $0.isResidentsWork && $0.purpose == purpose })
      }
  }

  static func resources(
    _ pairs: [(variant: String, baseline: String)], _ input: ComparisonInput, _ flows: FlowTable,
    _ options: ComparisonOptions
  ) -> [ResourceUse] {
    let sums = sums(flows)
    let runs = flows.runs(sums.map { ($0.name, $0.holds) })
    // Per head and year only where all variants can be.
    let designs = runs.variants.map { input.design(of: $0) }
    let isPerHead = designs.allSatisfy { ($0?.residents ?? 0) > 0 && ($0?.observed ?? 0) > 0 }
    func scale(_ variant: String) -> Double {
      guard isPerHead, let design = input.design(of: variant) else { return 1 }
      return 1000 / Double(design.residents) * 52 / Double(design.observed)
    }
    var rows: [ResourceUse] = []
    for pair in pairs {
      let scales = [scale(pair.variant), scale(pair.baseline)]
      for sum in sums {
        let columns = zip(runs.paired(sum.name, variants: [pair.variant, pair.baseline]), scales).map {
          (values, scale) in values.map { $0 / sum.divisor * scale }
        }
        rows.append(
          ResourceUse(
            variant: pair.variant, baseline: pair.baseline, resource: sum.name,
            unit: sum.unit + (isPerHead ? " per 1,000 residents and year" : ""),
            mean: Interval(of: columns[0], level: options.level), baselineMean: Interval(of: columns[1]).mean,
            contrast: PairedContrast(
              PairedComparison(columns[0], against: columns[1], level: options.level))))
      }
    }
    rows.adjust(\.contrast)
    return rows
  }

  static func table(_ rows: [ResourceUse]) -> ComparisonTable {
    typealias Column = TableSchema.Column
    func percent(_ name: String, _ meaning: String) -> Column {
      Column(name, .number, unit: "per cent", meaning: meaning)
    }
    let schema = TableSchema(
      name: "resources", meaning: "One row per variant and resource: what it uses, against the baseline.",
      columns: [
        ComparisonColumn.variant, ComparisonColumn.baseline,
        Column(
          "resource", .string,
          meaning:
            "public_money: from the treasury; public_hours, public_rooms: of all but residents, units, property "
            + "companies and the market; residents_hours: given by residents, members of all bodies among them, also "
            + "by purpose", constraints: .init(required: true)),
        Column("unit", .string, meaning: "unit of the amounts"),
        Column("amount", .number, meaning: "mean of the variant"),
        Column("baseline_amount", .number, meaning: "mean of the baseline"),
        percent("percent", "difference in per cent of the baseline's mean; empty where that is 0"),
        percent("percent_low", "lower end of its confidence interval"),
        percent("percent_high", "upper end of its confidence interval"),
      ] + ComparisonColumn.contrast("difference", "variant minus baseline, paired by replicate"),
      key: ["variant", "baseline", "resource"])
    return ComparisonTable(
      schema: schema,
      rows: rows.map { row in
        let paired = row.contrast.paired
        return [
          .text(row.variant), .text(row.baseline), .text(row.resource), .text(row.unit),
          .number(row.mean.mean),
          .number(row.baselineMean),
        ] + [paired.mean, paired.low, paired.high].map { .number(row.share($0) * 100) }
          + ComparisonColumn.cells(row.contrast)
      })
  }
}
