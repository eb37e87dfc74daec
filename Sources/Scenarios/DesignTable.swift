import Tables

/// A design out of a CSV: one row a variant, one column a path of the scenario.
///
/// A column `name` names the variants, a column `scenario` their scenario files; without them variants are called
/// by the number of their row, and all are variants of the experiment's `base`. Samples of other tools (SALib,
/// pyDOE, a spreadsheet) come in this way.
struct DesignTable {
  /// One row.
  struct Point {
    var name: String
    var scenario: String?
    var levels: [String]
    var patches: [Patch]
    var place: Place
  }

  /// The columns that are paths.
  private(set) var factors: [String] = []
  private(set) var points: [Point] = []

  private static let own = ["name", "scenario"]

  /// Nil where the table cannot be used, which has been reported.
  init?(_ path: String, named place: Place, files: SourceFiles, diagnosis: Diagnosis) {
    guard let bytes = files.bytes(path, named: place, limit: TableReading.largest) else { return nil }
    let table = TableReading(diagnosis: diagnosis, files: files, path: path)
    do {
      var reader = try CSVReader(bytes: bytes)
      guard let columns = Self.columns(reader, path, diagnosis) else { return nil }
      factors = columns.map(\.name)
      try readRows(&reader, columns, table)
    } catch {
      table.report(error)
      return nil
    }
    guard !points.isEmpty else {
      diagnosis.report(.start(of: path), "the table has no rows; one row a variant is needed")
      return nil
    }
  }

  private struct Column {
    var index: Int
    var name: String
    var keys: [Patch.Key]
  }

  private static func columns(_ reader: CSVReader, _ path: String, _ diagnosis: Diagnosis) -> [Column]? {
    var columns: [Column] = []
    var isGood = true
    for (index, name) in reader.header.enumerated() where !own.contains(name) {
      let position = reader.headerRow.position(index)
      let place = Place(file: path, line: position.line, column: position.column)
      guard let keys = Factor.keys(name, at: place, diagnosis: diagnosis) else {
        isGood = false
        continue
      }
      if let other = columns.first(where: { Factor.meets($0.keys, keys) }) {
        diagnosis.report(place, "columns '\(other.name)' and '\(name)' set the same thing")
        isGood = false
      }
      columns.append(Column(index: index, name: name, keys: keys))
    }
    return isGood ? columns : nil
  }

  private mutating func readRows(
    _ reader: inout CSVReader, _ columns: [Column], _ table: TableReading
  ) throws(TableProblem) {
    let name = reader.index(of: "name")
    let scenario = reader.index(of: "scenario")
    var lines: [String: Int] = [:]
    while let row = try reader.next() {
      let number = points.count + 1
      if number > Factor.mostVariants {
        throw row.problem(0, "the table has more than \(Factor.mostVariants) rows")
      }
      let label = name.map { row.text($0) } ?? ""
      let unique = label.isEmpty ? "row \(number)" : label
      if let first = lines[unique] {
        throw row.problem(name ?? 0, "there are two variants '\(unique)'; first in line \(first)")
      }
      lines[unique] = row.position(0).line
      let patches = columns.map { column in
        let position = row.position(column.index)
        let place = Place(file: table.path, line: position.line, column: position.column)
        return Patch(keys: column.keys, value: JSON5Value(word: row.text(column.index), place: place))
      }
      let start = row.position(0)
      points.append(
        Point(
          name: unique, scenario: scenario.map { row.text($0) }.flatMap { $0.isEmpty ? nil : $0 },
          levels: columns.map { row.text($0.index) }, patches: patches,
          place: Place(file: table.path, line: start.line, column: start.column)))
    }
  }
}

extension JSON5Value {
  /// A field of a table: a number, `true` or `false`, else a text.
  init(word: String, place: Place) {
    let content: Content =
      switch word {
      case "true": .flag(true)
      case "false": .flag(false)
      default: Double(word).map { .number($0, text: word) } ?? .text(word)
      }
    self.init(content: content, place: place)
  }
}
