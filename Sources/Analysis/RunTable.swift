import Tables

/// The runs of a batch as `runs.csv` has them, with the measures that are asked for.
public struct RunTable: Sendable, Equatable {
  /// Names of the variants, in the order of the table.
  public private(set) var variants: [String] = []
  /// Columns that were read.
  public let measures: [String]
  private var rows: [String: [Row]] = [:]

  private struct Row: Sendable, Equatable {
    var replicate: Int
    var values: [Double]
  }

  public init(measures: [String]) {
    self.measures = measures
  }

  /// Reads a table.
  /// - Parameters:
  ///   - path: a `runs.csv`.
  ///   - measures: columns to read.
  /// - Throws: ``TableProblem`` where the file cannot be read or has no such column.
  public init(path: String, measures: [String]) throws(TableProblem) {
    self.init(measures: measures)
    var reader = try CSVReader(path: path)
    func column(_ name: String) throws(TableProblem) -> Int {
      guard let index = reader.index(of: name) else {
        throw TableProblem(line: 1, column: 1, message: "there is no column '\(name)'")
      }
      return index
    }
    let variant = try column("variant")
    let replicate = try column("replicate")
    var columns: [Int] = []
    for measure in measures { columns.append(try column(measure)) }
    while let row = try reader.next() {
      var values: [Double] = []
      for index in columns { values.append(try row.number(index) ?? .nan) }
      add(variant: row.text(variant), replicate: try row.whole(replicate) ?? 0, values: values)
    }
  }

  /// Adds a run; `values` in the order of ``measures``.
  public mutating func add(variant: String, replicate: Int, values: [Double]) {
    precondition(values.count == measures.count, "a run has one value for every measure")
    if rows[variant] == nil { variants.append(variant) }
    rows[variant, default: []].append(Row(replicate: replicate, values: values))
  }

  /// Values of a measure by replicate, in the order of the table; empty where there is no such measure.
  public func values(of measure: String, variant: String) -> [(replicate: Int, value: Double)] {
    guard let index = measures.firstIndex(of: measure) else { return [] }
    return (rows[variant] ?? []).map { ($0.replicate, $0.values[index]) }
  }
}
