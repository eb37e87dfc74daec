import Tables

/// The common part of reading a table that a scenario names: columns, rows, and problems at their places.
struct TableReading {
  struct Column {
    var name: String
    var isRequired: Bool
  }

  /// A column that a file says is to be left out.
  struct Ignored {
    var name: String
    var place: Place
  }

  /// What becomes of columns that are not known.
  enum Others {
    case refused
    /// Those that are named are left out; one that may be a misspelt column is refused; of the rest the user is told.
    case ignored([Ignored])
  }

  /// Largest table, in bytes.
  static let largest = 64 << 20
  /// After this many bad rows the rest is not read.
  static let mostProblems = 50

  let diagnosis: Diagnosis
  let files: SourceFiles
  let path: String

  /// Gives every row of the table, with the places of the columns; true if nothing was wrong.
  func rows(
    named place: Place, columns: [Column], others: Others = .refused,
    _ use: (CSVReader.Row, [String: Int]) throws(TableProblem) -> Void
  ) -> Bool {
    guard let bytes = files.bytes(path, named: place, limit: Self.largest) else { return false }
    var problems = 0
    do {
      var reader = try CSVReader(bytes: bytes, from: .foreign)
      guard let indexes = indexes(of: columns, others, in: reader) else { return false }
      while problems < Self.mostProblems {
        do {
          guard let row = try reader.next() else { return problems == 0 }
          try use(row, indexes)
        } catch {
          problems += 1
          var problem = error
          if problems == Self.mostProblems { problem.message += "; the rest of the table is not read" }
          report(problem)
        }
      }
    } catch {
      report(error)
    }
    return false
  }

  func report(_ problem: TableProblem) {
    diagnosis.report(Place(file: path, line: problem.line, column: problem.column), problem.message)
  }

  private func indexes(of columns: [Column], _ others: Others, in reader: CSVReader) -> [String: Int]? {
    var indexes: [String: Int] = [:]
    var isGood = true
    let names = columns.map(\.name)
    let ignored: [Ignored] = if case .ignored(let ignored) = others { ignored } else { [] }
    var unread: [Int] = []
    for (index, name) in reader.header.enumerated() where !ignored.contains(where: { $0.name == name }) {
      if names.contains(name) {
        indexes[name] = index
      } else if case .ignored = others, Self.nearest(to: name, among: names) == nil {
        unread.append(index)
      } else {
        report(
          reader.headerRow.problem(
            index, "unknown column '\(name)'; \(Suggestion.allowed(names, near: name, all: true))"))
        isGood = false
      }
    }
    for column in columns where column.isRequired && indexes[column.name] == nil {
      let hint =
        ignored.contains { $0.name == column.name }
        ? "; it stands under 'ignore'" : "; \(Suggestion.allowed(names, near: "", all: true))"
      report(reader.headerRow.problem(0, "column '\(column.name)' is missing\(hint)"))
      isGood = false
    }
    guard isGood else { return nil }
    for name in ignored where !reader.header.contains(name.name) {
      diagnosis.warn(name.place, "the table '\(path)' has no column '\(name.name)' that could be ignored")
    }
    tell(unread, in: reader)
    return indexes
  }

  /// The column that a name stands for by mistake. A single letter is near to every other, so short names must be
  /// equal but for their case.
  private static func nearest(to name: String, among names: [String]) -> String? {
    let meant = Suggestion.nearest(to: name, among: names)
    return name.count > 2 ? meant : meant.flatMap { $0.lowercased() == name.lowercased() ? $0 : nil }
  }

  /// Warns of columns that are not read.
  private func tell(_ unread: [Int], in reader: CSVReader) {
    guard let first = unread.first else { return }
    let names = unread.map { reader.header[$0] }
    let shown = names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    let rest = names.count > 20 ? " and \(names.count - 20) more" : ""
    let position = reader.headerRow.position(first)
    let place = Place(file: path, line: position.line, column: position.column)
    let list = names.prefix(20).map { JSON5Value(content: .text($0), place: place).text }.joined(
      separator: ", ")
    diagnosis.warn(
      place,
      (names.count == 1 ? "column \(shown) is not read" : "columns \(shown)\(rest) are not read")
        + "; to silence this, list \(names.count == 1 ? "it" : "them") beside the table: "
        + "ignore: [\(list)\(rest.isEmpty ? "" : ", …")]")
  }
}

extension CSVReader.Row {
  /// A whole number inside a range; nil where the value is missing.
  func count(_ index: Int, _ name: String, in range: ClosedRange<Int>) throws(TableProblem) -> Int? {
    guard let number = try whole(index) else { return nil }
    if range.contains(number) {
      // A spreadsheet may have put a point between thousands.
      if let other = NumberText.withPointBetweenThousands(trimmed(index)), range.contains(Int(other)) {
        throw problem(
          index,
          "\(name) is written \(trimmed(index)), which is \(number) here; write \(number), or "
            + "\(NumberText.shortest(other)) if the point stands between thousands")
      }
      return number
    }
    throw problem(
      index, "\(name) is \(number), out of range; \(range.lowerBound) to \(range.upperBound) allowed")
  }

  /// A number inside a range; nil where the value is missing.
  func measure(_ index: Int, _ name: String, in range: ClosedRange<Double>) throws(TableProblem) -> Double? {
    guard let number = try number(index) else { return nil }
    if range.contains(number) { return number }
    throw problem(
      index,
      "\(name) is \(NumberText.shortest(number)), out of range; \(Diagnosis.text(of: range, unit: "")) allowed"
        + Diagnosis.hintForShare(number, in: range))
  }

  /// What must not be missing.
  func required<Value>(_ value: Value?, _ index: Int, _ name: String) throws(TableProblem) -> Value {
    if let value { return value }
    throw problem(index, "\(name) is missing")
  }
}
