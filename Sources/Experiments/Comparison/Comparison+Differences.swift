import Analysis
import Engine
import Tables

extension Comparison {
  /// One measure of one variant against its baseline.
  public struct Difference: Sendable, Equatable {
    public var variant: String
    public var baseline: String
    public var measure: String
    public var unit: String
    /// Mean of the variant, and of the baseline, over the replicates that both have.
    public var mean, baselineMean: Double
    public var contrast: PairedContrast
    public var equivalence: Equivalence
    /// p of equivalence after Holm's adjustment; NaN where there is no test.
    public var adjustedEquivalence = Double.nan
    /// Tests of equivalence that it is adjusted for.
    public var equivalenceTests = 0
    /// What came out, after both adjustments.
    public var finding = Equivalence.Finding.open
  }

  /// Every measure of every pair.
  static func differences(
    _ pairs: [(variant: String, baseline: String)], _ options: ComparisonOptions, _ runs: RunTable
  )
    -> [Difference]
  {
    var rows: [Difference] = []
    for pair in pairs {
      for measure in runs.measures {
        let columns = runs.paired(measure, variants: [pair.variant, pair.baseline])
        let paired = PairedComparison(columns[0], against: columns[1], level: options.level)
        let both = columns[0].indices.filter { columns[0][$0].isFinite && columns[1][$0].isFinite }
        let means = columns.map { column in Interval(of: both.map { column[$0] }).mean }
        rows.append(
          Difference(
            variant: pair.variant, baseline: pair.baseline, measure: measure, unit: unit(of: measure),
            mean: means[0], baselineMean: means[1], contrast: PairedContrast(paired),
            equivalence: Equivalence(paired, smallest: options.smallest * means[1].magnitude)))
      }
    }
    rows.adjust(\.contrast)
    let plain = rows.map(\.equivalence.p)
    let (adjusted, tests) = (Holm.adjusted(plain), Holm.tests(plain))
    let alpha = 1 - options.level
    for index in rows.indices {
      rows[index].adjustedEquivalence = adjusted[index]
      rows[index].equivalenceTests = tests
      // Two one-sided tests at 5 % are a 90 % interval; the 95 % interval that stands beside the finding must not deny it.
      let (paired, smallest) = (rows[index].contrast.paired, rows[index].equivalence.smallest)
      let isInside = -smallest < paired.low && paired.high < smallest
      rows[index].finding = Equivalence.finding(
        p: rows[index].contrast.adjusted, equivalence: isInside ? adjusted[index] : .nan, at: alpha)
    }
    return rows
  }

  static func unit(of measure: String) -> String { Measure.table.first { $0.id == measure }?.unit ?? "" }

  static func table(_ rows: [Difference]) -> ComparisonTable {
    typealias Column = TableSchema.Column
    let columns =
      [ComparisonColumn.variant, ComparisonColumn.baseline] + ComparisonColumn.measure + [
        Column("mean", .number, unit: "unit of the measure", meaning: "mean of the variant"),
        Column("baseline_mean", .number, unit: "unit of the measure", meaning: "mean of the baseline"),
      ] + ComparisonColumn.contrast("difference", "variant minus baseline, paired by replicate") + [
        Column(
          "correlation", .number, meaning: "correlation of the two over replicates: what pairing bought",
          constraints: .init(minimum: -1, maximum: 1)),
        Column(
          "smallest", .number, unit: "unit of the measure",
          meaning: "smallest effect of interest: a share of the baseline's mean"),
        Column(
          "p_equivalence", .number, meaning: "two one-sided tests that the difference lies within ± smallest",
          constraints: .init(minimum: 0, maximum: 1)),
        Column(
          "p_equivalence_holm", .number, meaning: "the same adjusted for the number of tests (Holm)",
          constraints: .init(minimum: 0, maximum: 1)),
        Column(
          "tests_equivalence", .integer, meaning: "number of tests that p_equivalence_holm is adjusted for",
          constraints: .init(required: true, minimum: 0)),
        Column(
          "finding", .string,
          meaning:
            "by both adjusted tests: different, equivalent (where the interval lies within ± smallest too), both (different "
            + "but too small to matter) or open",
          constraints: .init(required: true, choices: Equivalence.Finding.allCases.map(\.rawValue))),
      ]
    let schema = TableSchema(
      name: "differences",
      meaning:
        "One row per variant, baseline and measure; differences paired by replicate. Probabilities are adjusted (Holm) for "
        + "the tests of all rows: \(rows.first?.contrast.tests ?? 0) of difference, \(rows.first?.equivalenceTests ?? 0) of "
        + "equivalence.",
      columns: columns, key: ["variant", "baseline", "measure"])
    return ComparisonTable(
      schema: schema,
      rows: rows.map { row in
        [
          .text(row.variant), .text(row.baseline), .text(row.measure), .text(row.unit), .number(row.mean),
          .number(row.baselineMean),
        ] + ComparisonColumn.cells(row.contrast) + [
          .number(row.contrast.paired.correlation), .number(row.equivalence.smallest),
          .number(row.equivalence.p), .number(row.adjustedEquivalence), .whole(row.equivalenceTests),
          .text(row.finding.rawValue),
        ]
      })
  }
}
