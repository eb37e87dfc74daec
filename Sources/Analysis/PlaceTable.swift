import Tables

/// The neighbourhoods of a batch as `places.csv` has them, with the measures that are asked for.
public struct PlaceTable: Sendable {
  /// One neighbourhood of a run.
  public struct Place: Sendable, Equatable {
    /// Its place among the neighbourhoods of the run, from 0.
    public var index: Int
    /// How many neighbourhoods the run has.
    public var count: Int
    /// Names of the neighbourhood, its block, its subdistrict and its district.
    public var names: [String]
  }

  public let measures: [String]
  private var variants: [String] = []
  private var runs: [String: [Int: [(names: [String], values: [Double])]]] = [:]

  /// Reads a table.
  /// - Parameters:
  ///   - path: a `places.csv`.
  ///   - measures: columns to read.
  /// - Throws: ``TableProblem`` where the file cannot be read or has no such column.
  public init(path: String, measures: [String]) throws(TableProblem) {
    self.measures = measures
    var reader = try CSVReader(path: path)
    var columns = try RunColumns(reader)
    let names = try reader.columns(["place", "block", "subdistrict", "district"])
    let measureColumns = try reader.columns(measures)
    while let row = try reader.next() {
      var values: [Double] = []
      values.reserveCapacity(measureColumns.count)
      for index in measureColumns { values.append(try row.number(index) ?? .nan) }
      let (name, replicate) = try columns.run(of: row)
      if runs[name] == nil { variants.append(name) }
      runs[name, default: [:]][replicate, default: []]
        .append((names.map { row.text($0) }, values))
    }
  }

  /// Runs with the mean of each measure over some of their neighbourhoods, each counting the same; one without a
  /// value is left out, and a run without any has no value.
  public func runs(
    of wanted: [String]? = nil, over chosen: (_ replicate: Int, _ place: Place) -> Bool
  ) -> RunTable {
    var table = RunTable(measures: measures)
    for variant in wanted ?? variants {
      for (replicate, rows) in (runs[variant] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let kept = rows.enumerated().filter { index, row in
          chosen(replicate, Place(index: index, count: rows.count, names: row.names))
        }
        let values = measures.indices.map { measure in
          Moments(kept.map { $0.element.values[measure] }.filter(\.isFinite)).mean
        }
        table.add(variant: variant, replicate: replicate, values: values)
      }
    }
    return table
  }
}
