import Analysis
import Engine
import Scenarios
import Tables

/// The tables of all claims: `claims.csv`, `tests.csv` and what their columns mean.
public struct ClaimTables: Sendable {
  public let results: [ClaimResult]

  public init(_ results: [ClaimResult]) { self.results = results }

  /// Files that are written.
  public static let files = ["claims.csv", "tests.csv", "datapackage.json"]

  private static let packageName = "claims"

  /// Refuses a folder that holds other tables.
  public static func examine(_ folder: String) throws(EnvironmentError) {
    try ResultsFolder(path: folder).requirePackage(named: packageName)
  }

  /// Writes the tables into a folder, which is made.
  /// - Throws: ``EnvironmentError`` where the folder cannot be written or holds other tables.
  public func write(to folder: String) throws(EnvironmentError) {
    try Self.examine(folder)
    try Disk.makeFolder(folder)
    try FileSink.replace("\(folder)/claims.csv", with: claims())
    try FileSink.replace("\(folder)/tests.csv", with: tests())
    let package = DataPackage(
      name: Self.packageName, title: "Claims of the literature",
      description: "What came of each claim in the model, and the tests that its verdict follows from.",
      resources: [
        .init(path: "claims.csv", schema: Self.claimsTable),
        .init(path: "tests.csv", schema: Self.testsTable),
      ])
    try FileSink.replace("\(folder)/datapackage.json", with: package.text)
  }

  // MARK: Rows

  private func claims() -> [UInt8] {
    var table = CSVWriter(header: Self.claimsTable.header)
    let adjusted = Holm.adjusted(results.map(\.p))
    for (result, adjusted) in zip(results, adjusted) {
      let claim = result.claim
      let main = claim.contrasts[0]
      let registered = result.first(.registered)
      let texts = [
        claim.id, claim.source, claim.title, claim.shape.group, claim.origin.rawValue, claim.shape.rawValue,
        main.measure, Self.unit(main.measure), claim.world,
      ]
      for text in texts { table.field(text) }
      Self.interval(registered, in: &table)
      table.field(main.smallest)
      table.field(main.expect.sign)
      table.field(result.verdict.kind.rawValue)
      table.field(result.verdict.condition)
      table.field(result.robustness ?? .nan)
      table.field(result.draws)
      table.field(registered?.effect.count ?? 0)
      table.field(result.p)
      table.field(adjusted)
      table.field(registered?.effect.standardised ?? .nan)
      table.field(result.resources.money)
      table.field(result.resources.hours)
      table.field(result.resources.members)
      table.field(claim.neutralLaws.joined(separator: ", "))
      Self.interval(result.first(.neutral), in: &table)
      if let isGone = result.isGone { table.field(isGone) } else { table.emptyField() }
      Self.interval(result.first(.larger), in: &table)
      table.endRow()
    }
    return table.drain()
  }

  private func tests() -> [UInt8] {
    var table = CSVWriter(header: Self.testsTable.header)
    for result in results {
      for test in result.tests {
        for text in [result.claim.id, test.frame, test.kind.rawValue] { table.field(text) }
        table.field(test.number)
        table.field(test.contrast.measure)
        table.field(Self.unit(test.contrast.measure))
        table.field(
          test.contrast.weights.map { "\($0.variant): \(NumberText.shortest($0.weight))" }
            .joined(separator: "; "))
        table.field(test.contrast.isSpread ? "standard deviations" : "means")
        table.field(test.contrast.weeks.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "")
        table.field(test.contrast.expect.rawValue)
        Self.interval(test, in: &table)
        table.field(test.effect.standardised)
        table.field(test.effect.p)
        table.field(test.contrast.smallest)
        table.field(test.outcome.rawValue)
        table.field(test.effect.count)
        table.endRow()
      }
    }
    return table.drain()
  }

  private static func interval(_ test: ClaimTest?, in table: inout CSVWriter) {
    for value in [test?.effect.mean, test?.effect.low, test?.effect.high] { table.field(value ?? .nan) }
  }

  private static func unit(_ measure: String) -> String {
    Measure.table.first { $0.id == measure }?.unit ?? ""
  }
}
