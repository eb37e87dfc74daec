import Analysis
import Tables

extension Comparison {
  /// One effect of a factorial design on one measure.
  public struct FactorialEffect: Sendable, Equatable {
    /// Names of the factors, one to three.
    public var factors: [String]
    /// The level of each factor that is compared with its first.
    public var levels: [String]
    /// Other effects that the design cannot tell apart from this one: "B × C", with the opposite sign "−B × C".
    public var aliases: [String]
    public var definition: FactorialEffects.Definition
    public var measure: String
    public var unit: String
    public var contrast: PairedContrast

    /// "fund × hub".
    public var name: String { factors.joined(separator: " × ") }
  }

  /// Effects of the design on every measure; empty where the variants are no factorial.
  /// - Parameter firstLevels: the level of each factor that others are compared with; nil for that of the first variant.
  static func effects(
    _ runs: RunTable, firstLevels: [String]?, _ options: ComparisonOptions
  ) -> [FactorialEffect] {
    let levels = runs.variants.map(runs.levels)
    guard let found = FactorialEffects(levels: levels, firstLevels: firstLevels) else { return [] }
    func name(_ word: [Int]) -> String { word.map { runs.factors[$0] }.joined(separator: " × ") }
    var rows: [FactorialEffect] = []
    for measure in runs.measures {
      let columns = runs.paired(measure, variants: runs.variants)
      for effect in found.effects {
        let arms = zip(columns, effect.weights).filter { $0.1 != 0 }.map { ($0.0, $0.1) }
        rows.append(
          FactorialEffect(
            factors: effect.factors.map { runs.factors[$0] }, levels: effect.levels,
            aliases: effect.aliases.map { ($0.isNegative ? "−" : "") + name($0.factors) },
            definition: effect.definition, measure: measure, unit: unit(of: measure),
            contrast: PairedContrast(PairedComparison(arms, level: options.level))))
      }
    }
    rows.adjust(\.contrast)
    return rows
  }

  static func table(_ rows: [FactorialEffect]) -> ComparisonTable {
    typealias Column = TableSchema.Column
    let required = TableSchema.Constraints(required: true)
    let columns =
      [
        Column("effect", .string, meaning: "factor, or factors of an interaction", constraints: required),
        Column(
          "levels", .string, meaning: "levels that are compared with the first, one per factor",
          constraints: required),
        Column(
          "order", .integer, meaning: "number of factors: 1 a main effect, 2 and 3 interactions",
          constraints: .init(required: true, minimum: 1, maximum: 3)),
        Column(
          "definition", .string, meaning: "what the contrast is, from the first level of each factor",
          constraints: .init(
            required: true, choices: FactorialEffects.Definition.allCases.map(\.rawValue))),
        Column(
          "aliases", .string,
          meaning: "effects of up to three factors that the fraction cannot tell apart from this one"),
      ] + ComparisonColumn.measure
      + ComparisonColumn.contrast("difference", "size of the effect, paired by replicate")
    let schema = TableSchema(
      name: "effects", meaning: "One row per effect of the factorial design and measure.", columns: columns,
      key: ["effect", "levels", "measure"])
    return ComparisonTable(
      schema: schema,
      rows: rows.map { row in
        [
          .text(row.name), .text(row.levels.joined(separator: " × ")), .whole(row.factors.count),
          .text(row.definition.rawValue), .text(row.aliases.joined(separator: ", ")), .text(row.measure),
          .text(row.unit),
        ] + ComparisonColumn.cells(row.contrast)
      })
  }
}
