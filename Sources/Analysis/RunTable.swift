import Tables

/// The runs of a batch as `runs.csv` has them, with the measures that are asked for.
public struct RunTable: Sendable, Equatable {
  /// Names of the variants, in the order of the table.
  public private(set) var variants: [String] = []
  /// Columns that were read.
  public let measures: [String]
  /// Names of the factors that were read.
  public let factors: [String]
  /// The seed of all runs; nil where the table has no such column.
  public private(set) var seed: String?
  private let places: [String: Int]
  private var rows: [String: [Row]] = [:]
  private var levelsOfVariant: [String: [String]] = [:]

  private struct Row: Sendable, Equatable {
    var replicate: Int
    var values: [Double]
    /// Hash of the final state; nil where the table has none.
    var fingerprint: UInt64?

    /// Whether both runs are the same in state and measures.
    func isSame(as other: Row) -> Bool {
      replicate == other.replicate && fingerprint != nil && fingerprint == other.fingerprint
        && values.elementsEqual(other.values) { $0 == $1 || $0.isNaN && $1.isNaN }
    }
  }

  public init(measures: [String], factors: [String] = []) {
    self.measures = measures
    self.factors = factors
    places = Dictionary(zip(measures, measures.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Reads a table.
  /// - Parameters:
  ///   - path: a `runs.csv`.
  ///   - measures: columns to read.
  ///   - factors: columns whose text is the level of a factor.
  /// - Throws: ``TableProblem`` where the file cannot be read or has no such column.
  public init(path: String, measures: [String], factors: [String] = []) throws(TableProblem) {
    var reader = try CSVReader(path: path)
    try self.init(&reader, measures: measures, factors: factors)
  }

  /// Reads a table of which only the header has been read.
  ///
  /// Which columns there are is known from the reader's header, so that all measures of a table can be read that
  /// the caller knows.
  /// - Throws: ``TableProblem`` where a row is wrong or the table has no such column.
  public init(_ reader: inout CSVReader, measures: [String], factors: [String] = []) throws(TableProblem) {
    self.init(measures: measures, factors: factors)
    var runs = try RunColumns(reader)
    let replicate = try reader.column("replicate")
    let measureColumns = try reader.columns(measures)
    let factorColumns = try reader.columns(factors)
    let fingerprint = reader.index(of: "fingerprint")
    var known: [String: Set<Int>] = [:]
    while let row = try reader.next() {
      var values: [Double] = []
      values.reserveCapacity(measureColumns.count)
      for index in measureColumns { values.append(try row.number(index) ?? .nan) }
      let (name, number) = try runs.run(of: row)
      if rows[name] == nil { levelsOfVariant[name] = factorColumns.map { row.text($0) } }
      guard known[name, default: []].insert(number).inserted else {
        throw row.problem(replicate, "replicate \(number) of '\(name)' is in the table twice")
      }
      add(
        variant: name, replicate: number, values: values,
        fingerprint: fingerprint.flatMap { UInt64(row.text($0), radix: 16) })
    }
    seed = runs.seed
  }

  /// Adds a run; `values` in the order of ``measures``, `fingerprint` the hash of its final state.
  public mutating func add(
    variant: String, replicate: Int, values: [Double], fingerprint: UInt64? = nil
  ) {
    precondition(values.count == measures.count, "a run has one value for every measure")
    if rows[variant] == nil { variants.append(variant) }
    rows[variant, default: []].append(Row(replicate: replicate, values: values, fingerprint: fingerprint))
  }

  /// Groups of two variants or more whose runs are the same, replicate by replicate, in their final states and in the
  /// measures that were read; in the order of the table.
  public var sameRuns: [[String]] {
    var byFirst: [UInt64: [[String]]] = [:]
    var order: [UInt64] = []
    for variant in variants {
      // Equal runs have equal first states, so only those with the same are compared.
      guard let own = rows[variant], let key = own.first?.fingerprint else { continue }
      if byFirst[key] == nil { order.append(key) }
      let groups = byFirst[key] ?? []
      let index = groups.firstIndex { group in
        let other = rows[group[0]] ?? []
        return own.count == other.count && zip(own, other).allSatisfy { $0.isSame(as: $1) }
      }
      if let index {
        byFirst[key]?[index].append(variant)
      } else {
        byFirst[key, default: []].append([variant])
      }
    }
    return order.flatMap { byFirst[$0] ?? [] }.filter { $0.count > 1 }
  }

  /// The same runs with some of the measures only.
  public func narrowed(to measures: [String]) -> RunTable {
    let kept = measures.compactMap { places[$0] }
    var table = RunTable(measures: kept.map { self.measures[$0] }, factors: factors)
    for variant in variants {
      for row in rows[variant] ?? [] {
        table.add(
          variant: variant, replicate: row.replicate, values: kept.map { row.values[$0] },
          fingerprint: row.fingerprint)
      }
    }
    table.levelsOfVariant = levelsOfVariant
    table.seed = seed
    return table
  }

  /// Levels of a variant, in the order of ``factors``; empty where they were not read.
  public func levels(of variant: String) -> [String] { levelsOfVariant[variant] ?? [] }

  /// Values of a measure by replicate, in the order of the table; empty where there is no such measure.
  public func values(of measure: String, variant: String) -> [(replicate: Int, value: Double)] {
    guard let index = places[measure] else { return [] }
    return (rows[variant] ?? []).map { ($0.replicate, $0.values[index]) }
  }

  /// Replicates that every one of these variants has, in order.
  public func replicates(of variants: [String]) -> [Int] {
    guard let first = variants.first else { return [] }
    var shared = Set((rows[first] ?? []).map(\.replicate))
    for variant in variants.dropFirst() { shared.formIntersection((rows[variant] ?? []).map(\.replicate)) }
    return shared.sorted()
  }

  /// Values of a measure, one list per variant, the same replicate at the same index: those replicates that all
  /// of them have, in order; NaN where a run has no value.
  public func paired(_ measure: String, variants: [String]) -> [[Double]] {
    let replicates = replicates(of: variants)
    return variants.map { variant in
      let values = Dictionary(
        values(of: measure, variant: variant).map { ($0.replicate, $0.value) },
        uniquingKeysWith: { first, _ in first })
      return replicates.map { values[$0] ?? .nan }
    }
  }
}

extension CSVReader {
  /// Place of a column.
  /// - Throws: ``TableProblem`` where the table has no such column.
  func column(_ name: String) throws(TableProblem) -> Int {
    guard let index = index(of: name) else {
      throw TableProblem(line: 1, column: 1, message: "there is no column '\(name)'")
    }
    return index
  }

  /// Places of columns.
  func columns(_ names: [String]) throws(TableProblem) -> [Int] {
    var columns: [Int] = []
    for name in names { columns.append(try column(name)) }
    return columns
  }
}
