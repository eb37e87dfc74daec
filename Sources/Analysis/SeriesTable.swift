import Tables

/// The intervals of weeks of a batch as `series.csv` has them, with the measures that are asked for.
public struct SeriesTable: Sendable, Equatable {
  /// Names of the variants, in the order of the table.
  public private(set) var variants: [String] = []
  /// Columns that were read.
  public let measures: [String]
  /// Last weeks of the intervals, from the start of observation, in order.
  public private(set) var weeks: [Int] = []
  private var runs: [String: [Int: [Row]]] = [:]

  private struct Row: Sendable, Equatable {
    var week: Int
    var values: [Double]
  }

  /// Reads a table.
  /// - Parameters:
  ///   - path: a `series.csv`.
  ///   - measures: columns to read.
  /// - Throws: ``TableProblem`` where the file cannot be read or has no such column.
  public init(path: String, measures: [String]) throws(TableProblem) {
    self.measures = measures
    var reader = try CSVReader(path: path)
    var columns = try RunColumns(reader)
    let week = try reader.column("week")
    let measureColumns = try reader.columns(measures)
    var known: Set<Int> = []
    while let row = try reader.next() {
      var values: [Double] = []
      values.reserveCapacity(measureColumns.count)
      for index in measureColumns { values.append(try row.number(index) ?? .nan) }
      let (name, replicate) = try columns.run(of: row)
      let last = try row.whole(week) ?? 0
      known.insert(last)
      if runs[name] == nil { variants.append(name) }
      runs[name, default: [:]][replicate, default: []].append(Row(week: last, values: values))
    }
    weeks = known.sorted()
  }

  /// Last weeks of the intervals that every one of some variants has, in order.
  public func weeks(of variants: [String]) -> [Int] {
    let own = variants.map { Set((runs[$0] ?? [:]).values.joined().map(\.week)) }
    return weeks.filter { week in own.allSatisfy { $0.contains(week) } }
  }

  /// Runs with the mean of each measure over the intervals that end within these weeks; an interval without a value
  /// is left out, and a run without any has no value.
  public func runs(over weeks: ClosedRange<Int>, of chosen: [String]? = nil) -> RunTable {
    var table = RunTable(measures: measures)
    for variant in chosen ?? variants {
      let replicates = (runs[variant] ?? [:]).sorted { $0.key < $1.key }
      for (replicate, rows) in replicates {
        let within = rows.filter { weeks.contains($0.week) }
        let values = measures.indices.map { index in
          Moments(within.map { $0.values[index] }.filter(\.isFinite)).mean
        }
        table.add(variant: variant, replicate: replicate, values: values)
      }
    }
    return table
  }
}
