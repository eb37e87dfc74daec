import Analysis
import Tables

extension Comparison {
  /// Most variants of which every pair is compared in the plane; of more, only those with the baseline.
  static let mostForAllPairs = 40

  static func plane(_ runs: RunTable, baseline: String, _ options: ComparisonOptions) -> ParetoPlane? {
    guard ComparisonInput.axes.allSatisfy(runs.measures.contains) else { return nil }
    let all = runs.variants.indices
    let base = runs.variants.firstIndex(of: baseline) ?? 0
    let pairs =
      all.count <= mostForAllPairs
      ? all.flatMap { first in all.filter { $0 > first }.map { (first, $0) } }
      : all.filter { $0 != base }.map { ($0, base) }
    return ParetoPlane(
      x: runs.paired(ComparisonInput.axes[0], variants: runs.variants),
      y: runs.paired(ComparisonInput.axes[1], variants: runs.variants), pairs: pairs, level: options.level)
  }

  static func dominanceTable(_ plane: ParetoPlane, _ variants: [String]) -> ComparisonTable {
    typealias Column = TableSchema.Column
    let required = TableSchema.Constraints(required: true)
    var columns = [
      Column("variant", .string, meaning: "name of the variant", constraints: required),
      Column("other", .string, meaning: "the variant it is compared with", constraints: required),
    ]
    for axis in ComparisonInput.axes {
      columns += [
        Column(axis, .number, unit: "0–100", meaning: "variant minus other, paired by replicate: \(axis)"),
        Column("\(axis)_low", .number, unit: "0–100", meaning: "lower end of its confidence interval"),
        Column("\(axis)_high", .number, unit: "0–100", meaning: "upper end of its confidence interval"),
      ]
    }
    columns += [
      Column(
        "verdict", .string,
        meaning: "better: both intervals lie above 0; worse: both lie below; open: neither. \(unadjusted)",
        constraints: .init(
          required: true, choices: ParetoPlane.Dominance.Verdict.allCases.map(\.rawValue))),
      ComparisonColumn.share("better_in_replicates", "replicates in which the variant is better on both"),
      ComparisonColumn.share(
        "better_in_resamples", "resamples of replicates in which its means are better on both; \(fewest)"),
      ComparisonColumn.share("worse_in_replicates", "replicates in which the other is better on both"),
      ComparisonColumn.share(
        "worse_in_resamples", "resamples in which the other's means are better on both; \(fewest)"),
      replicates,
    ]
    let schema = TableSchema(
      name: "dominance",
      meaning:
        "One row per pair of variants: whether one has more vitality and more order, and how sure that is.",
      columns: columns, key: ["variant", "other"])
    return ComparisonTable(
      schema: schema,
      rows: plane.dominances.map { pair in
        let intervals = [pair.x, pair.y].flatMap { [$0.mean, $0.low, $0.high] }
        let shares = [
          pair.firstInReplicates, pair.firstInResamples, pair.secondInReplicates, pair.secondInResamples,
        ]
        var cells: [ComparisonTable.Cell] = [.text(variants[pair.first]), .text(variants[pair.second])]
        cells += intervals.map { .number($0) }
        cells.append(.text(pair.verdict.rawValue))
        cells += shares.map { .number($0) }
        return cells + [.whole(plane.count)]
      })
  }

  private static let unadjusted = "At the level of the intervals, not adjusted for the number of pairs"

  /// What tables say of shares that are not formed.
  static let fewest = "empty below \(ParetoPlane.fewestForShares) replicates"

  static let place = TableSchema.Column(
    "verdict", .string,
    meaning:
      "front: by the intervals of paired differences it has more of one of the two than each other variant; beaten: another "
      + "has more of both; open: neither is shown. \(unadjusted)",
    constraints: .init(required: true, choices: ParetoPlane.Place.allCases.map(\.rawValue)))

  /// The means of the axes with their intervals.
  static let axisColumns = ComparisonInput.axes.flatMap { axis in
    [
      TableSchema.Column(axis, .number, unit: "0–100", meaning: "mean of \(axis)"),
      TableSchema.Column(
        "\(axis)_low", .number, unit: "0–100", meaning: "lower end of its confidence interval"),
      TableSchema.Column(
        "\(axis)_high", .number, unit: "0–100", meaning: "upper end of its confidence interval"),
    ]
  }

  static func frontTable(
    _ plane: ParetoPlane, _ variants: [String], _ costs: [String: [Resource: Cost]]
  ) -> ComparisonTable {
    typealias Column = TableSchema.Column
    var columns = [ComparisonColumn.variant] + axisColumns
    columns += [
      Column(
        "on_front", .boolean,
        meaning: "whether no other variant's means are as good on both and better on one",
        constraints: .init(required: true)),
      place,
      ComparisonColumn.share(
        "in_resamples", "resamples of replicates in which its means are on the front; \(fewest)"),
      ComparisonColumn.share("in_replicates", "replicates in which it is on the front"),
      replicates,
    ]
    columns += Resource.ofThePublic.map { resource in
      Column(
        "\(resource.rawValue)_percent", .number, unit: "per cent",
        meaning:
          "what it uses above the baseline, mean; empty without flows, and where only the variant uses any; "
          + "resources.csv has intervals")
    }
    let schema = TableSchema(
      name: "front",
      meaning:
        "One row per variant: whether another has more of both vitality and order (Pareto front), and what it costs.",
      columns: columns, key: ["variant"])
    return ComparisonTable(
      schema: schema,
      rows: zip(variants, plane.standings).map { variant, standing in
        var cells: [ComparisonTable.Cell] = [.text(variant)]
        cells += [standing.x, standing.y].flatMap { [$0.mean, $0.low, $0.high] }.map { .number($0) }
        cells += [
          .flag(standing.isOnFront), .text(standing.place.rawValue), .number(standing.inResamples),
          .number(standing.inReplicates), .whole(plane.count),
        ]
        return cells + Resource.ofThePublic.map { .number((costs[variant]?[$0]?.share ?? .nan) * 100) }
      })
  }

  static let replicates = TableSchema.Column(
    "replicates", .integer, unit: "replicates",
    meaning: "replicates in which every variant has vitality and order",
    constraints: .init(required: true, minimum: 0))
}
