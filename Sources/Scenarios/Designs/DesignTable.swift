import Tables

/// A design out of a CSV: one row a variant, one column a path of the scenario.
///
/// A column `name` names the variants, a column `scenario` their scenario files; without them variants are called
/// by the number of their row, and all are variants of the experiment's `base`. Samples of other tools (SALib,
/// pyDOE, a spreadsheet) come in this way.
struct DesignTable {
  private(set) var design = Design()

  private static let own = ["name", "scenario"]
  /// A column of the design and where it stands in the table.
  private typealias Column = (index: Int, column: Design.Column)

  /// Nil where the table cannot be used, which has been reported. Scenario files are named as seen from `folder`.
  init?(_ path: String, named place: Place, folder: String, files: SourceFiles, diagnosis: Diagnosis) {
    guard let bytes = files.bytes(path, named: place, limit: TableReading.largest) else { return nil }
    let table = TableReading(diagnosis: diagnosis, files: files, path: path)
    do {
      var reader = try CSVReader(bytes: bytes, from: .foreign)
      guard let columns = Self.columns(reader, path, diagnosis) else { return nil }
      design.columns = columns.map(\.column)
      try readRows(&reader, columns, table, folder)
    } catch {
      table.report(error)
      return nil
    }
    guard !design.points.isEmpty else {
      diagnosis.report(.start(of: path), "the table has no rows; one row a variant is needed")
      return nil
    }
  }

  private static func columns(_ reader: CSVReader, _ path: String, _ diagnosis: Diagnosis) -> [Column]? {
    let paths = reader.header.count { !own.contains($0) }
    guard paths <= Design.mostColumns else {
      diagnosis.report(
        .start(of: path), "the table has \(paths) paths; at most \(Design.mostColumns) are allowed")
      return nil
    }
    var columns: [Column] = []
    var isGood = true
    for (index, name) in reader.header.enumerated() where !own.contains(name) {
      let position = reader.headerRow.position(index)
      let place = Place(file: path, line: position.line, column: position.column)
      guard let keys = Design.keys(name, at: place, diagnosis: diagnosis) else {
        isGood = false
        continue
      }
      if let other = columns.first(where: { $0.column.meets(keys) }) {
        diagnosis.report(place, "columns '\(other.column.name)' and '\(name)' set the same thing")
        isGood = false
      }
      columns.append((index, Design.Column(name: name, keys: keys)))
    }
    return isGood ? columns : nil
  }

  private mutating func readRows(
    _ reader: inout CSVReader, _ columns: [Column], _ table: TableReading, _ folder: String
  ) throws(TableProblem) {
    let name = reader.index(of: "name")
    let scenario = reader.index(of: "scenario")
    var lines: [String: Int] = [:]
    while let row = try reader.next() {
      let number = design.points.count + 1
      if number > Design.mostPoints {
        throw row.problem(0, "the table has more than \(Design.mostPoints) rows")
      }
      if number * columns.count > Design.mostValues {
        throw row.problem(0, "the table has more than \(Design.mostValues) values")
      }
      let label = name.map { row.text($0) } ?? ""
      let unique = label.isEmpty ? "row \(number)" : label
      if let first = lines[unique] {
        throw row.problem(name ?? 0, "there are two variants '\(unique)'; first in line \(first)")
      }
      lines[unique] = row.position(0).line
      let place = { (index: Int) in
        let position = row.position(index)
        return Place(file: table.path, line: position.line, column: position.column)
      }
      let file = scenario.map { row.text($0) } ?? ""
      design.points.append(
        Design.Point(
          name: unique, place: place(name ?? 0), levels: columns.map { row.trimmed($0.index) },
          scenario: file.isEmpty ? nil : (Paths.resolve(file, in: folder), place(0)),
          patches: columns.map {
            let value = JSON5Value(word: row.trimmed($0.index), place: place($0.index))
            return Patch(keys: $0.column.keys, value: value)
          }))
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
      default: Double(word).flatMap { $0.isFinite ? .number($0, text: word) : nil } ?? .text(word)
      }
    self.init(content: content, place: place, isPrinted: true)
  }
}
