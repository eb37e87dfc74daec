import Analysis
import Engine
import Foundation
import Scenarios
import Tables

/// The results that a comparison reads: a folder that a batch has finished.
struct ComparisonInput: Sendable {
  let folder: String
  /// What the manifest says of the batch; nil where there is none of this version.
  let plan: Plan?
  let runs: RunTable
  /// What people should know of the results.
  private(set) var notes: [String] = []

  /// Reads the table of runs.
  /// - Parameter measures: those to compare; nil for all.
  /// - Throws: ``EnvironmentError`` where there are no finished results; ``InputFailure`` where a table is wrong or a
  ///   measure is not in it.
  init(_ folder: String, measures wanted: [String]?) throws {
    self.folder = folder
    try ResultsFolder(path: folder).requireResults()
    let manifest = BatchManifest.read(in: folder)
    let hasManifest = FileManager.default.fileExists(atPath: "\(folder)/\(BatchManifest.fileName)")
    if let manifest {
      guard manifest.isFinished, manifest.shard == nil else {
        throw EnvironmentError(
          "\(folder) holds an unfinished batch: \(manifest.finished) of \(manifest.runs) runs when it was last stopped",
          remedy: "Give the command of the batch again: it goes on where it was. Then compare.")
      }
    } else if hasManifest {
      notes.append(
        "manifest.json is of another version or was changed; it is not used, and what needs it is left out.")
    }
    plan = manifest?.plan
    let path = "\(folder)/runs.csv"
    guard FileManager.default.fileExists(atPath: path) else {
      let shards = !BatchManifest.shards(in: folder).isEmpty
      throw EnvironmentError(
        "there is no runs.csv in \(folder)",
        remedy: shards
          ? "Its shards are not united yet: cogov merge \(folder)"
          : "Name the folder of a finished batch, such as Results/tradeoff.")
    }
    let factors = plan?.factors
    runs = try Self.reading(path) { () throws(TableProblem) in
      var reader = try CSVReader(path: path)
      let known = Set(Measure.table.map(\.id))
      let present = reader.header.filter(known.contains)
      let first = reader.header.firstIndex(where: known.contains) ?? 0
      let columns = factors ?? Array(reader.header.prefix(first).dropFirst(3))
      if let wanted {
        for name in wanted where !present.contains(name) {
          let hint = Suggestion.nearest(to: name, among: present).map { "; did you mean '\($0)'?" } ?? ""
          throw TableProblem(line: 1, column: 1, message: "there is no measure '\(name)'\(hint)")
        }
      }
      let measures = wanted.map { wanted in present.filter(wanted.contains) } ?? present
      // The plane needs its two axes, whatever else is compared.
      let axes = Self.axes.filter { present.contains($0) && !measures.contains($0) }
      return try RunTable(&reader, measures: measures + axes, factors: columns)
    }
    if let failed = manifest?.failed, failed > 0 {
      notes.append(
        "\(failed) of \(manifest?.runs ?? 0) runs failed; replicates that lack a variant are left out.")
    }
  }

  /// The two measures of the plane.
  static let axes = ["vitality", "order"]

  /// What the manifest says of a variant; nil where it says nothing.
  func design(of variant: String) -> VariantDesign? {
    plan?.variants.first { $0.name == variant }?.design
  }

  /// A table of the folder, or nil where there is none.
  func table<Table>(_ name: String, _ read: (String) throws(TableProblem) -> Table) throws(InputFailure)
    -> Table?
  {
    let path = "\(folder)/\(name)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try Self.reading(path) { () throws(TableProblem) in try read(path) }
  }

  /// Tells problems of a table with its name.
  private static func reading<Table>(
    _ path: String, _ read: () throws(TableProblem) -> Table
  ) throws(InputFailure) -> Table {
    do throws(TableProblem) {
      return try read()
    } catch {
      throw InputFailure(diagnostics: [
        Diagnostic(file: path, line: error.line, column: error.column, message: error.message)
      ])
    }
  }
}
