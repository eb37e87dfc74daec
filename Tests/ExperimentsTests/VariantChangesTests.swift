import Engine
import Scenarios
import Tables
import Testing

@testable import Experiments

/// `variants.csv`: what each variant changes, when and where.
struct VariantChangesTests {
  private func experiment(_ design: String) throws -> Experiment {
    let folder = try TemporaryFolder()
    try folder.write("base.json5", "{weeks: {start: '2014-12', burnIn: 26, observed: 52}}")
    try folder.write("e.json5", "{base: 'base.json5', replicates: 1, \(design)}")
    return try withExtendedLifetime(folder) { try ExperimentReader.load("\(folder.path)/e.json5") }
  }

  /// Rows as texts of the columns asked for, joined by blanks.
  private func rows(_ experiment: Experiment, _ columns: String...) throws -> [String] {
    var reader = try CSVReader(bytes: try #require(VariantChanges.table(experiment)))
    #expect(reader.header == VariantChanges.schema.header)
    let indices = try columns.map { try #require(reader.index(of: $0)) }
    var rows: [String] = []
    while let row = try reader.next() {
      rows.append(indices.map { row.text($0) }.joined(separator: " "))
    }
    return rows
  }

  @Test func whatWhenAndWhereOfEveryVariant() throws {
    let experiment = try experiment(
      """
      baseline: "plain", variants: [
        {name: "fund", set: {"mechanisms.autonomyFund": {yuan: 80000, from: "2015-12", until: "2016-03", where: 0.5}}},
        {name: "plain", set: {"mechanisms.blockHub": {openHours: 20}}},
        {name: "same", set: {"mechanisms.blockHub": {openHours: 20}, "conditions.roomHours": \(roomHours)}},
        {name: "late", set: {"mechanisms.blockHub": {openHours: 20, from: 30}, "parameters.deterrence": 2}}]
      """)
    #expect(
      try rows(experiment, "variant", "baseline", "path", "value", "baseline_value") == [
        "fund plain mechanisms.blockHub false true", "fund plain mechanisms.autonomyFund true false",
        "fund plain mechanisms.autonomyFund.yuan 80000 ", "late plain mechanisms.blockHub.from 30 0",
        "late plain parameters.deterrence 2 \(deterrence)",
      ])
    let when = try rows(experiment, "path", "from", "until", "from_date", "until_date", "where")
    #expect(when[0] == "mechanisms.blockHub     ")
    #expect(when[1] == "mechanisms.autonomyFund 52 65 2015-12 2016-03 0.5")
    #expect(when[3] == "mechanisms.blockHub.from 30  2015-07  all")
    #expect(try rows(experiment, "path", "meaning").allSatisfy { !$0.hasSuffix(" ") })
  }

  private var roomHours: Double { Conditions()[.roomHours] }
  private var deterrence: String { NumberText.shortest(Parameters()[name: "deterrence"] ?? .nan) }

  /// Labels say little: what they stand for is in the table. A column that is a path says all itself.
  @Test func labelsOfFactorsAreTakenApart() throws {
    let experiment = try experiment(
      """
      factorial: {rooms: {path: "conditions.roomHours", values: [10, 60], labels: ["few", "many"]},
        "weeks.observed": [10, 20],
        both: {sets: [{}, {"mechanisms.blockHub": true, "conditions.demandLoad": 2}], labels: ["no", "yes"]}}
      """)
    let rows = try rows(experiment, "path", "value", "baseline_value")
    #expect(!rows.contains { $0.hasPrefix("weeks.observed") })
    #expect(rows.count { $0 == "conditions.roomHours 60 10" } == 4)
    #expect(rows.count { $0 == "mechanisms.blockHub true false" } == 4)
    #expect(rows.count { $0 == "conditions.demandLoad 2 1" } == 4)
    #expect(rows.count == 12)
  }

  @Test func severalUsesGoByNumber() throws {
    let experiment = try experiment(
      """
      variants: [{name: "one", set: {"mechanisms.blockHub": {until: 10}}},
        {name: "two", set: {"mechanisms.blockHub": [{until: 10}, {from: 20}]}}]
      """)
    #expect(try rows(experiment, "path", "value", "from") == ["mechanisms.blockHub.1 true 20"])
  }

  @Test func oneVariantChangesNothing() throws {
    #expect(VariantChanges.table(try experiment("variants: [{name: 'a'}]")) == nil)
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(variants: 1), in: folder.path).run()
    #expect(
      !folder.names.contains("variants.csv") && !folder.text("datapackage.json").contains("variants.csv"))
  }

  /// The table is of the batch: described, with its checksum, and written again where it has gone.
  @Test func theTableBelongsToTheBatch() throws {
    let folder = try TemporaryFolder()
    var batch = Sample.batch(Sample.experiment(), in: folder.path)
    _ = try batch.run()
    let table = folder.text("variants.csv")
    #expect(table.split(separator: "\n").count == 3)
    #expect(folder.text("datapackage.json").contains("variants.csv"))
    #expect(try BatchManifest.read(in: folder.path)?.tables?.keys.contains("variants.csv") == true)
    try folder.write("variants.csv", "")
    #expect(throws: EnvironmentError.self) { try batch.run() }
    batch.existing = .resume
    _ = try batch.run()
    #expect(folder.text("variants.csv") == table)
  }
}
