import Tables

/// What kinds of actors gave one another in the runs of a batch, as `flows.csv` has it.
public struct FlowTable: Sendable {
  /// A kind of flow.
  public struct Flow: Sendable, Hashable {
    public var from, to, resource, purpose: String
  }

  private var variants: [String] = []
  private var runs: [String: [Int: [(flow: Flow, amount: Double)]]] = [:]

  /// Reads a table.
  /// - Parameter chosen: variants to read; nil for all.
  /// - Throws: ``TableProblem`` where the file cannot be read or lacks a column.
  public init(path: String, variants chosen: Set<String>? = nil) throws(TableProblem) {
    var reader = try CSVReader(path: path)
    var columns = try RunColumns(reader)
    let texts = try reader.columns(["from", "to", "resource", "purpose"])
    let amount = try reader.column("amount")
    while let row = try reader.next() {
      let (name, replicate) = try columns.run(of: row)
      if let chosen, !chosen.contains(name) { continue }
      let flow = Flow(
        from: row.text(texts[0]), to: row.text(texts[1]), resource: row.text(texts[2]),
        purpose: row.text(texts[3]))
      if runs[name] == nil { variants.append(name) }
      runs[name, default: [:]][replicate, default: []]
        .append((flow, try row.number(amount) ?? 0))
    }
  }

  /// All kinds of flows that occur.
  public var flows: Set<Flow> { Set(runs.values.flatMap { $0.values.flatMap { $0.map(\.flow) } }) }

  /// Runs with sums of flows, one measure a sum, in the unit of the flows; 0 where none occurred.
  public func runs(_ sums: [(name: String, holds: (Flow) -> Bool)]) -> RunTable {
    var table = RunTable(measures: sums.map(\.name))
    // Kinds are few, rows are many.
    let chosen = Dictionary(
      uniqueKeysWithValues: flows.map { flow in (flow, sums.indices.filter { sums[$0].holds(flow) }) })
    for variant in variants {
      for (replicate, rows) in (runs[variant] ?? [:]).sorted(by: { $0.key < $1.key }) {
        var values = Array(repeating: 0.0, count: sums.count)
        for row in rows {
          for index in chosen[row.flow] ?? [] { values[index] += row.amount }
        }
        table.add(variant: variant, replicate: replicate, values: values)
      }
    }
    return table
  }
}
