import Engine
import Foundation
import Tables
import Testing

@testable import Experiments
@testable import Scenarios

/// Finished results that something has changed: nobody uses them in silence, and what the error names repairs them.
struct DamagedResultsTests {
  /// Ways to change a table of runs: of another length, of the same, as a whole.
  enum Kind: String, CaseIterable {
    case gone, cutInARow, cutBetweenRows, oneDigit, variantsExchanged, otherSeed, ofAnotherBatch, aFolder
  }

  private static func damage(_ folder: TemporaryFolder, _ table: String, _ kind: Kind) throws {
    let text = folder.text(table)
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    switch kind {
    case .gone: try FileManager.default.removeItem(atPath: "\(folder.path)/\(table)")
    case .cutInARow: try folder.write(table, String(text.dropLast(20)))
    case .cutBetweenRows: try folder.write(table, rows.dropLast(2).joined(separator: "\n") + "\n")
    case .oneDigit:
      let last = try #require(text.lastIndex { $0.isNumber })
      try folder.write(
        table, text.replacingCharacters(in: last...last, with: text[last] == "1" ? "2" : "1"))
    case .variantsExchanged:
      try folder.write(
        table,
        text.replacing("load, 0", with: "load, X").replacing("load, 1", with: "load, 0")
          .replacing("load, X", with: "load, 1"))
    case .otherSeed: try folder.write(table, text.replacing("\"load, 1\",1,7,", with: "\"load, 1\",1,8,"))
    case .ofAnotherBatch:
      let other = try TemporaryFolder()
      var batch = Sample.batch(Sample.experiment(seed: 8), in: other.path)
      batch.places = true
      _ = try batch.run()
      try folder.write(table, other.text(table))
    case .aFolder:
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(table)")
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(table)", withIntermediateDirectories: false)
    }
    #expect(folder.text(table) != text)
  }

  private static func batch(_ folder: TemporaryFolder) -> Batch {
    var batch = Sample.batch(Sample.experiment(), in: folder.path)
    batch.places = true
    batch.command = "cogov batch sample.json5"
    return batch
  }

  @Test(arguments: Kind.allCases, ["runs.csv", "series.csv", "flows.csv", "places.csv"])
  func everyReaderRefusesWhatWasChanged(kind: Kind, table: String) throws {
    let folder = try TemporaryFolder()
    _ = try Self.batch(folder).run()
    let before = folder.results
    try Self.damage(folder, table, kind)
    let path = "\(folder.path)/\(table)"
    func refuses(_ work: () throws -> Void) {
      let error = #expect(throws: EnvironmentError.self) { try work() }
      #expect(error?.message.contains(path) == true, "\(error.debugDescription)")
      guard kind != .aFolder else { return }
      #expect(error?.message.contains(" is not as the batch wrote it: expected ") == true)
      #expect(error?.remedy.contains("cogov batch sample.json5 --out \(folder.path) --resume") == true)
    }
    refuses { _ = try Self.batch(folder).run() }
    refuses { _ = try Self.batch(folder).outlook() }
    refuses { _ = try Merge(folder.path).run() }
    refuses { _ = try StoredResults(folder.path) }
    refuses { _ = try Comparison(of: folder.path) }
    if kind == .aFolder { try FileManager.default.removeItem(atPath: path) }
    var repair = Self.batch(folder)
    repair.existing = .resume
    #expect(try repair.outlook() == .takesOver)
    #expect(try repair.run().ending == .finished)
    #expect(folder.results == before)
    #expect(try Self.batch(folder).run().ending == .alreadyComplete)
  }

  /// A manifest that was made of damaged tables: their checksums are right, their rows are not those of the plan.
  @Test(arguments: [Kind.cutBetweenRows, .variantsExchanged, .otherSeed, .ofAnotherBatch])
  func rowsMustBeThoseOfThePlan(kind: Kind) throws {
    let folder = try TemporaryFolder()
    _ = try Self.batch(folder).run()
    try Self.damage(folder, "runs.csv", kind)
    var manifest = try #require(try BatchManifest.read(in: folder.path))
    manifest.tables?["runs.csv"] = try FileChecksum(path: "\(folder.path)/runs.csv").map(WrittenTable.init)
    try manifest.write(in: folder.path)
    let error = #expect(throws: EnvironmentError.self) { try StoredResults(folder.path) }
    let expected = kind == .cutBetweenRows ? "one row of 'load, 2:4'" : "one row of 'load, "
    #expect(error?.message.contains("runs.csv is not as the batch wrote it: expected \(expected)") == true)
    if kind == .otherSeed {
      #expect(error?.message.contains("found 0, before a row that begins with \"load, 1\",1,8") == true)
    }
  }

  @Test func rowsThatAreTooManyAreSeen() throws {
    let folder = try TemporaryFolder()
    _ = try Self.batch(folder).run()
    try folder.write("flows.csv", folder.text("flows.csv") + "x,1,7,units,residents,venue,meetings,60\n")
    var manifest = try #require(try BatchManifest.read(in: folder.path))
    manifest.tables?["flows.csv"] = try FileChecksum(path: "\(folder.path)/flows.csv").map(WrittenTable.init)
    try manifest.write(in: folder.path)
    let error = #expect(throws: EnvironmentError.self) { try StoredResults(folder.path) }
    #expect(error?.message.contains("expected the end after the rows of 12 runs, found more") == true)
  }

  /// The command that computes tables again is given where the batch was started, wherever its results are by now.
  @Test func theCommandOfMendingFindsTheFolder() throws {
    let folder = try TemporaryFolder()
    _ = try Self.batch(folder).run()
    var manifest = try #require(try BatchManifest.read(in: folder.path))
    manifest.command = "cogov batch sample.json5 --out there"
    manifest.files = ["Package.swift"]
    #expect(manifest.repair(in: "moved").hasSuffix("cogov batch sample.json5 --out moved --resume"))
    manifest.files = ["none.json5"]
    let here = FileManager.default.currentDirectoryPath
    #expect(manifest.repair(in: "moved").hasSuffix("cogov batch sample.json5 --out \(here)/moved --resume"))
  }

  @Test func whatNothingVouchesForIsUnverified() throws {
    let folder = try TemporaryFolder()
    _ = try Self.batch(folder).run()
    #expect(try StoredResults(folder.path).unverified == nil)
    #expect(try Comparison(of: folder.path).unverified == nil)
    // As an older version wrote it.
    var manifest = try #require(try BatchManifest.read(in: folder.path))
    let tables = manifest.tables
    manifest.tables = nil
    try manifest.write(in: folder.path)
    #expect(try StoredResults(folder.path).unverified?.contains("older version") == true)
    try Self.damage(folder, "runs.csv", .cutBetweenRows)
    #expect(throws: EnvironmentError.self) { try StoredResults(folder.path) }
    manifest.tables = tables
    try manifest.write(in: folder.path)
    let text = folder.text("manifest.json")
    try folder.write("manifest.json", #"{"tool": "cogov", "format": 1}"#)
    #expect(try StoredResults(folder.path).unverified?.contains("of another version") == true)
    for damaged in [
      "", "{}", String(text.dropLast(100)), text.replacingOccurrences(of: "A sample", with: "Another"),
    ] {
      try folder.write("manifest.json", damaged)
      let error = #expect(throws: EnvironmentError.self) { try StoredResults(folder.path) }
      #expect(error?.message.contains("manifest.json is not as cogov wrote it") == true)
    }
    try FileManager.default.removeItem(atPath: "\(folder.path)/manifest.json")
    let comparison = try Comparison(of: folder.path)
    #expect(comparison.unverified == "there is no manifest.json beside them")
    #expect(comparison.notes.count { $0.contains("unverified") } == 1)
    _ = try comparison.write(to: "\(folder.path)/comparison")
    #expect(
      folder.text("comparison/datapackage.json").contains(
        "The tables of the results are unverified: there is no manifest.json beside them."))
  }

  @Test func tablesOfOtherBatchesBesideAreNotUsed() throws {
    let folder = try TemporaryFolder()
    var batch = Self.batch(folder)
    batch.places = false
    _ = try batch.run()
    try folder.write("places.csv", "no,table,of,this\n")
    let results = try StoredResults(folder.path)
    #expect(results.notes == ["places.csv is not of this batch; it is not used."])
    #expect(try results.table("places.csv") { path throws(TableProblem) in path } == nil)
  }

  /// Failed runs have a row among the failures and none elsewhere.
  @Test func failedRunsAreNoDamage() throws {
    let folder = try TemporaryFolder()
    var batch = Self.batch(folder)
    batch.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      if replicate == 2 { throw SimulationError(stage: .week, week: 12, reason: "two\nlines, \"quoted\"") }
      return Sample.result(setting, seed, replicate, places)
    }
    _ = try batch.run()
    #expect(try StoredResults(folder.path).unverified == nil)
    #expect(try batch.outlook() == .alreadyComplete)
  }

  @Test func theUnfinishedIsCountedOnTheDisk() throws {
    let folder = try TemporaryFolder()
    let batch = Self.batch(folder)
    try batch.manifest(.running, batch.plan, runs: 12).write(in: folder.path)
    try Sample.commitParts(of: batch, runs: 8)
    let error = #expect(throws: EnvironmentError.self) { try StoredResults(folder.path) }
    #expect(error?.message.contains("unfinished batch: 8 of 12 runs are on the disk") == true)
  }
}
