import Analysis
import Tables

/// One table of a comparison: its columns and its rows.
struct ComparisonTable: Sendable {
  enum Cell: Sendable {
    case text(String)
    /// Not finite: missing.
    case number(Double)
    case whole(Int)
    case flag(Bool)
  }

  var schema: TableSchema
  var rows: [[Cell]]

  var bytes: [UInt8] {
    var writer = CSVWriter(header: schema.header)
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let text): writer.field(text)
        case .number(let number): writer.field(number)
        case .whole(let number): writer.field(number)
        case .flag(let flag): writer.field(flag)
        }
      }
      writer.endRow()
    }
    return writer.drain()
  }
}

/// Columns that several tables of a comparison have.
enum ComparisonColumn {
  typealias Column = TableSchema.Column

  static let variant = Column(
    "variant", .string, meaning: "name of the variant", constraints: .init(required: true))
  static let baseline = Column(
    "baseline", .string, meaning: "the variant it is compared with", constraints: .init(required: true))
  static let measure = [
    Column("measure", .string, meaning: "what is compared", constraints: .init(required: true)),
    Column("unit", .string, meaning: "unit of the measure"),
  ]

  /// A contrast with its interval, effect sizes and test.
  static func contrast(_ name: String, _ meaning: String) -> [Column] {
    [
      Column(name, .number, unit: "unit of the measure", meaning: meaning),
      Column("low", .number, unit: "unit of the measure", meaning: "lower end of the confidence interval"),
      Column("high", .number, unit: "unit of the measure", meaning: "upper end of the confidence interval"),
      Column(
        "standardised", .number, unit: "standard deviations",
        meaning: "effect size: the \(name) over the pooled standard deviation of the arms over replicates"),
      Column(
        "standardised_pairs", .number, unit: "standard deviations",
        meaning: "the \(name) over its own standard deviation over replicates"),
      Column(
        "pairs", .integer, unit: "replicates", meaning: "replicates in which every arm has a value",
        constraints: .init(required: true, minimum: 0)),
      Column(
        "p", .number, meaning: "paired t test of no \(name), two-sided",
        constraints: .init(minimum: 0, maximum: 1)),
      adjusted,
      Column(
        "tests", .integer, meaning: "number of tests that p_holm is adjusted for: the size of its family",
        constraints: .init(required: true, minimum: 0)),
    ]
  }

  static let adjusted = Column(
    "p_holm", .number, meaning: "p adjusted for the number of tests (Holm)",
    constraints: .init(minimum: 0, maximum: 1))

  static func share(_ name: String, _ meaning: String) -> Column {
    Column(name, .number, unit: "share", meaning: meaning, constraints: .init(minimum: 0, maximum: 1))
  }

  /// The cells of ``contrast(_:_:)``.
  static func cells(_ comparison: PairedContrast) -> [ComparisonTable.Cell] {
    let paired = comparison.paired
    return [
      .number(paired.mean), .number(paired.low), .number(paired.high), .number(paired.standardised),
      .number(paired.standardisedByDifferences), .whole(paired.count), .number(paired.p),
      .number(comparison.adjusted), .whole(comparison.tests),
    ]
  }
}
