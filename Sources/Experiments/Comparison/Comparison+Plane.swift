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
    let required = TableSchema.Constraints(required: true)
    let schema = TableSchema(
      name: "dominance",
      meaning: "One row per pair of variants: how sure it is that one has more vitality and more order.",
      columns: [
        .init("variant", .string, meaning: "name of the variant", constraints: required),
        .init("other", .string, meaning: "the variant it is compared with", constraints: required),
        ComparisonColumn.share("better_in_replicates", "replicates in which the variant is better on both"),
        ComparisonColumn.share(
          "better_in_resamples", "resamples of replicates in which its means are better on both"),
        ComparisonColumn.share("worse_in_replicates", "replicates in which the other is better on both"),
        ComparisonColumn.share(
          "worse_in_resamples", "resamples in which the other's means are better on both"),
        replicates,
      ], key: ["variant", "other"])
    return ComparisonTable(
      schema: schema,
      rows: plane.dominances.map { pair in
        [
          .text(variants[pair.first]), .text(variants[pair.second]), .number(pair.firstInReplicates),
          .number(pair.firstInResamples), .number(pair.secondInReplicates), .number(pair.secondInResamples),
          .whole(plane.count),
        ]
      })
  }

  static func frontTable(_ plane: ParetoPlane, _ variants: [String]) -> ComparisonTable {
    typealias Column = TableSchema.Column
    let axes = ComparisonInput.axes.flatMap { axis in
      [
        Column(axis, .number, unit: "0–100", meaning: "mean of \(axis)"),
        Column("\(axis)_low", .number, unit: "0–100", meaning: "lower end of its confidence interval"),
        Column("\(axis)_high", .number, unit: "0–100", meaning: "upper end of its confidence interval"),
      ]
    }
    let schema = TableSchema(
      name: "front",
      meaning: "One row per variant: whether another has more of both vitality and order (Pareto front).",
      columns: [ComparisonColumn.variant] + axes + [
        Column(
          "on_front", .boolean,
          meaning: "whether no other variant's means are as good on both and better on one",
          constraints: .init(required: true)),
        ComparisonColumn.share("in_resamples", "resamples of replicates in which its means are on the front"),
        ComparisonColumn.share("in_replicates", "replicates in which it is on the front"),
        replicates,
      ], key: ["variant"])
    return ComparisonTable(
      schema: schema,
      rows: zip(variants, plane.standings).map { variant, standing in
        let intervals = [standing.x, standing.y].flatMap { [$0.mean, $0.low, $0.high] }
        return [.text(variant)] + intervals.map { .number($0) } + [
          .flag(standing.isOnFront), .number(standing.inResamples), .number(standing.inReplicates),
          .whole(plane.count),
        ]
      })
  }

  private static let replicates = TableSchema.Column(
    "replicates", .integer, unit: "replicates",
    meaning: "replicates in which every variant has vitality and order",
    constraints: .init(required: true, minimum: 0))
}
