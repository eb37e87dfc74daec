import Tables

extension Comparison {
  /// The tables that have rows.
  private var tables: [ComparisonTable] {
    var tables = [Self.table(differences)]
    if !effects.isEmpty { tables.append(Self.table(effects)) }
    if let plane {
      tables += [Self.dominanceTable(plane, variants), Self.frontTable(plane, variants)]
    }
    if !eventStudy.isEmpty { tables.append(Self.table(eventStudy)) }
    if !doubleDifferences.isEmpty { tables.append(Self.table(doubleDifferences)) }
    if !resources.isEmpty { tables.append(Self.table(resources)) }
    if !warnings.isEmpty { tables.append(Self.table(warnings)) }
    return tables
  }

  /// Every file that a comparison may write.
  private static let ownFiles =
    [
      "differences", "effects", "dominance", "front", "event_study", "difference_in_differences", "resources",
      "warnings",
    ].map { "\($0).csv" } + ["datapackage.json"]

  /// Writes the tables and what describes them; tables of an earlier comparison that this one does not have go.
  /// - Returns: Names of the files.
  /// - Throws: ``EnvironmentError`` where the folder cannot be written.
  public func write(to folder: String) throws(EnvironmentError) -> [String] {
    let results = ResultsFolder(path: folder)
    try results.create()
    let tables = self.tables
    for table in tables { try FileSink.replace("\(folder)/\(table.schema.name).csv", with: table.bytes) }
    let package = DataPackage(
      name: "comparison", title: "Comparison: \(title)",
      description: "Differences from '\(baseline)', paired by replicate; intervals at the level "
        + "\(NumberText.shortest(options.level)).",
      resources: tables.map { .init(path: "\($0.schema.name).csv", schema: $0.schema) })
    try FileSink.replace("\(folder)/datapackage.json", with: package.text)
    let written = tables.map { "\($0.schema.name).csv" } + ["datapackage.json"]
    for name in Self.ownFiles where !written.contains(name) { try results.removeTable(name) }
    return written
  }
}
