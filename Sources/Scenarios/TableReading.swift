import Tables

/// The common part of reading a table that a scenario names: columns, rows, and problems at their places.
struct TableReading {
  struct Column {
    var name: String
    var isRequired: Bool
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
    named place: Place, columns: [Column], _ use: (CSVReader.Row, [String: Int]) throws(TableProblem) -> Void
  ) -> Bool {
    guard let bytes = files.bytes(path, named: place, limit: Self.largest) else { return false }
    var problems = 0
    do {
      var reader = try CSVReader(bytes: bytes)
      guard let indexes = indexes(of: columns, in: reader) else { return false }
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

  private func indexes(of columns: [Column], in reader: CSVReader) -> [String: Int]? {
    var indexes: [String: Int] = [:]
    var isGood = true
    let names = columns.map(\.name)
    for (index, name) in reader.header.enumerated() {
      if names.contains(name) {
        indexes[name] = index
      } else {
        report(
          reader.headerRow.problem(index, "unknown column '\(name)'; \(Diagnosis.allowed(names, near: name))")
        )
        isGood = false
      }
    }
    for column in columns where column.isRequired && indexes[column.name] == nil {
      report(reader.headerRow.problem(0, "column '\(column.name)' is missing"))
      isGood = false
    }
    return isGood ? indexes : nil
  }
}

extension CSVReader.Row {
  /// A whole number inside a range; nil where the value is missing.
  func count(_ index: Int, _ name: String, in range: ClosedRange<Int>) throws(TableProblem) -> Int? {
    guard let number = try whole(index) else { return nil }
    if range.contains(number) { return number }
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
    )
  }

  /// What must not be missing.
  func required<Value>(_ value: Value?, _ index: Int, _ name: String) throws(TableProblem) -> Value {
    if let value { return value }
    throw problem(index, "\(name) is missing")
  }
}
