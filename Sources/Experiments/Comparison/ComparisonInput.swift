import Analysis
import Engine
import Scenarios
import Tables

/// The results that a comparison reads: a folder that a batch has finished.
struct ComparisonInput: Sendable {
  let results: StoredResults
  let runs: RunTable
  /// What people should know of the results.
  private(set) var notes: [String] = []

  /// Reads the table of runs.
  /// - Parameter measures: those to compare; nil for all.
  /// - Throws: ``EnvironmentError`` where there are no finished results; ``InputFailure`` where a table is wrong or a
  ///   measure is not in it.
  init(_ folder: String, measures wanted: [String]?) throws {
    let results = try StoredResults(folder)
    self.results = results
    notes = results.notes
    if let unverified = results.unverified {
      notes.append("The tables are unverified: \(unverified).")
    }
    let factors = results.manifest?.plan.factors
    let runs = try results.table("runs.csv") { path throws(TableProblem) in
      var reader = try CSVReader(path: path)
      let known = Set(Measure.table.map(\.id))
      let present = reader.header.filter(known.contains)
      let first = reader.header.firstIndex(where: known.contains) ?? 0
      let columns = factors ?? Array(reader.header.prefix(first).dropFirst(3))
      if let wanted {
        for name in wanted where !present.contains(name) {
          throw TableProblem(
            line: 1, column: 1,
            message: "there is no measure '\(name)'; \(Suggestion.allowed(present, near: name))")
        }
      }
      let measures = wanted.map { wanted in present.filter(wanted.contains) } ?? present
      // The plane needs its two axes, whatever else is compared.
      let axes = Self.axes.filter { present.contains($0) && !measures.contains($0) }
      return try RunTable(&reader, measures: measures + axes, factors: columns)
    }
    guard let runs else { throw EnvironmentError("there is no runs.csv in \(folder)") }
    self.runs = runs
    if runs.seed == nil {
      notes.append(
        "runs.csv has no column 'seed': whether equal replicates share their random numbers is unknown.")
    }
    if let failed = results.manifest?.failed, failed > 0 {
      notes.append(
        "\(failed) of \(results.manifest?.runs ?? 0) runs failed; replicates that lack a variant are left out."
      )
    }
  }

  var folder: String { results.folder }

  /// What the manifest says of the batch; nil where there is none of this version.
  var plan: Plan? { results.manifest?.plan }

  /// The two measures of the plane.
  static let axes = ["vitality", "order"]

  /// What the manifest says of a variant; nil where it says nothing.
  func design(of variant: String) -> VariantDesign? {
    plan?.variants.first { $0.name == variant }?.design
  }
}
