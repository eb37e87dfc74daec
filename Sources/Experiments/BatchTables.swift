import Engine
import Tables

/// The tables of a batch: their columns, and the rows that one run adds to each.
struct BatchTables: Sendable {
  private let plan: Plan

  init(_ plan: Plan) {
    self.plan = plan
  }

  /// Tables in the order in which they are described; `failures` is written only if there are rows.
  var schemas: [TableSchema] {
    [runs, series, flows] + (plan.places ? [self.placesTable] : []) + [failures]
  }

  private typealias Column = TableSchema.Column

  private static let key = ["variant", "replicate"]
  private static let runColumns: [TableSchema.Column] = [
    Column("variant", .string, meaning: "name of the variant", constraints: .init(required: true)),
    Column(
      "replicate", .integer, meaning: "number of the replicate; equal numbers share all unrelated luck",
      constraints: .init(required: true, minimum: 1)),
    Column("seed", .integer, meaning: "master seed", constraints: .init(required: true, minimum: 0)),
  ]
  private static let measureColumns = Measure.table.map {
    Column($0.id, .number, unit: $0.unit, meaning: $0.meaning)
  }

  var runs: TableSchema {
    TableSchema(
      name: "runs", meaning: "One row per run; measures over all observed weeks.",
      columns: Self.runColumns
        + plan.factors.map { Column($0, .string, meaning: "level of the factor \($0)") } + Self.measureColumns
        + [
          Column(
            "fingerprint", .string, meaning: "hash of the final state of the world, hexadecimal",
            constraints: .init(required: true))
        ],
      key: Self.key)
  }

  private var series: TableSchema {
    TableSchema(
      name: "series", meaning: "One row per run and interval of weeks; measures over that interval.",
      columns: Self.runColumns
        + [
          Column(
            "week", .integer, unit: "weeks",
            meaning: "last week of the interval, from the start of observation",
            constraints: .init(required: true, minimum: 1))
        ] + Self.measureColumns,
      key: Self.key + ["week"])
  }

  private var flows: TableSchema {
    TableSchema(
      name: "flows", meaning: "What kinds of actors gave one another over all observed weeks.",
      columns: Self.runColumns + [
        Column("from", .string, meaning: "kind of actor that gave", constraints: .init(required: true)),
        Column("to", .string, meaning: "kind of actor that received", constraints: .init(required: true)),
        Column(
          "resource", .string, meaning: "what was given: money in yuan, time or venue in minutes",
          constraints: .init(required: true)),
        Column("purpose", .string, meaning: "what it was for", constraints: .init(required: true)),
        Column(
          "amount", .integer, unit: "yuan or minutes", meaning: "amount, in the unit of the resource",
          constraints: .init(required: true)),
      ],
      key: Self.key + ["from", "to", "resource", "purpose"])
  }

  private var placesTable: TableSchema {
    TableSchema(
      name: "places", meaning: "One row per run and neighbourhood; measures over all observed weeks.",
      columns: Self.runColumns + [
        Column("place", .string, meaning: "neighbourhood", constraints: .init(required: true)),
        Column("district", .string, meaning: "district"),
        Column("subdistrict", .string, meaning: "subdistrict"),
        Column("block", .string, meaning: "block"),
        Column("x", .number, unit: "km", meaning: "east of the city's origin"),
        Column("y", .number, unit: "km", meaning: "north of the city's origin"),
        Column("residents", .integer, unit: "persons", meaning: "residents", constraints: .init(minimum: 0)),
        Column(
          "mechanisms", .string,
          meaning:
            "ids of the mechanisms that are in force there at some time in the observed weeks, as their from, "
            + "until and where say in this replicate; single spaces between, empty for none"),
      ] + Self.measureColumns)
  }

  private var failures: TableSchema {
    TableSchema(
      name: "failures", meaning: "One row per run that failed.",
      columns: Self.runColumns + [
        Column(
          "stage", .string, meaning: "part of the run in which it failed", constraints: .init(required: true)),
        Column(
          "week", .integer, unit: "weeks", meaning: "week of the run, burn-in included; empty outside weeks"),
        Column("reason", .string, meaning: "what went wrong", constraints: .init(required: true)),
        Column("command", .string, meaning: "command that repeats this run alone"),
      ],
      key: Self.key)
  }

  /// The rows of a run that came to its end.
  func rows(_ result: RunResult, of id: RunID) -> [Envelope.Piece] {
    var sections = [
      section(runs) { table in
        begin(&table, id)
        for level in plan.variants[id.variant].levels { table.field(level) }
        for value in result.measures { table.field(value) }
        table.field(result.fingerprint.description)
        table.endRow()
      },
      section(series) { table in
        for row in result.series {
          begin(&table, id)
          table.field(row.week)
          for value in row.values { table.field(value) }
          table.endRow()
        }
      },
      section(flows) { table in
        for row in result.flows {
          begin(&table, id)
          for text in [row.from, row.to, row.resource, row.purpose] { table.field(text) }
          table.field(row.amount)
          table.endRow()
        }
      },
    ]
    guard plan.places else { return sections }
    sections.append(
      section(placesTable) { table in
        for row in result.places {
          begin(&table, id)
          for text in [row.place, row.district, row.subdistrict, row.block] { table.field(text) }
          table.field(row.x)
          table.field(row.y)
          table.field(row.residents)
          table.field(row.mechanisms.joined(separator: " "))
          for value in row.values { table.field(value) }
          table.endRow()
        }
      })
    return sections
  }

  /// The row of a run that failed.
  func rows(_ error: SimulationError, of id: RunID, command: String) -> [Envelope.Piece] {
    [
      section(failures) { table in
        begin(&table, id)
        table.field(error.stage.rawValue)
        if let week = error.week { table.field(week) } else { table.emptyField() }
        table.field(error.reason)
        table.field(command)
        table.endRow()
      }
    ]
  }

  /// The first fields of every row of a run, as they stand in the tables, with the comma behind them.
  func opening(of id: RunID, withLevels: Bool = false) -> [UInt8] {
    let levels = withLevels ? plan.variants[id.variant].levels : []
    var table = CSVWriter(columns: Self.runColumns.count + levels.count)
    begin(&table, id)
    for level in levels { table.field(level) }
    table.endRow()
    return table.drain().dropLast() + [UInt8(ascii: ",")]
  }

  /// The header of a table with its line feed.
  func header(_ schema: TableSchema) -> [UInt8] {
    var table = CSVWriter(header: schema.header)
    return table.drain()
  }

  private func begin(_ table: inout CSVWriter, _ id: RunID) {
    table.field(plan.variants[id.variant].name)
    table.field(id.replicate)
    table.field(plan.seed)
  }

  private func section(_ schema: TableSchema, _ fill: (inout CSVWriter) -> Void) -> Envelope.Piece {
    var table = CSVWriter(columns: schema.columns.count)
    fill(&table)
    return Envelope.Piece(schema.name, table.drain())
  }
}
