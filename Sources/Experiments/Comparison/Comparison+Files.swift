import Tables

extension Comparison {
  /// The tables that have rows.
  private var tables: [ComparisonTable] {
    var tables = [Self.table(differences)]
    if !effects.isEmpty { tables.append(Self.table(effects)) }
    if let plane {
      tables += [Self.dominanceTable(plane, variants), Self.frontTable(plane, variants, costs)]
    }
    if !budget.isEmpty {
      tables.append(Self.budgetTable(budget, options.budget))
    }
    if !eventStudy.isEmpty { tables.append(Self.table(eventStudy)) }
    if !doubleDifferences.isEmpty { tables.append(Self.table(doubleDifferences)) }
    if !resources.isEmpty { tables.append(Self.table(resources)) }
    if !warnings.isEmpty { tables.append(Self.table(warnings)) }
    return tables
  }

  /// What each file of a comparison holds, in few words.
  public static let contents = [
    "differences.csv": "every variant, baseline and measure, with tests",
    "effects.csv": "main effects and interactions of the factors, every measure",
    "dominance.csv": "who is better on both vitality and order, every pair that is compared",
    "front.csv": "where every variant stands, with its costs",
    "budget.csv": "every variant against the budget",
    "event_study.csv": "differences week by week around the start of a policy",
    "difference_in_differences.csv": "before and after, with and without a policy",
    "resources.csv": "public money, hours and rooms, residents' hours by purpose",
    "warnings.csv": "what to know of single variants first",
    "datapackage.json": "what every column is",
  ]

  private static let packageName = "comparison"

  /// Writes the tables and what describes them; tables of an earlier comparison that this one does not have go.
  /// - Returns: Names of the files.
  /// - Throws: ``EnvironmentError`` where the folder cannot be written or holds other tables.
  public func write(to folder: String) throws(EnvironmentError) -> [String] {
    try ResultsFolder(path: folder).requirePackage(named: Self.packageName)
    try Disk.makeFolder(folder)
    let tables = self.tables
    for table in tables { try FileSink.replace("\(folder)/\(table.schema.name).csv", with: table.bytes) }
    let package = DataPackage(
      name: Self.packageName, title: "Comparison: \(title)",
      description: "Differences from '\(baseline)', paired by replicate; intervals at the level "
        + "\(NumberText.shortest(options.level))."
        + (unverified.map { " The tables of the results are unverified: \($0)." } ?? ""),
      resources: tables.map { .init(path: "\($0.schema.name).csv", schema: $0.schema) })
    try FileSink.replace("\(folder)/datapackage.json", with: package.text)
    let written = tables.map { "\($0.schema.name).csv" } + ["datapackage.json"]
    for name in Self.contents.keys.sorted() where !written.contains(name) {
      try ResultsFolder(path: folder).removeTable(name)
    }
    return written
  }
}
