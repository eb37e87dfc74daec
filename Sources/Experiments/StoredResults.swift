import Scenarios
import Tables

/// The results of a batch on the disk, checked before anything is made of them: the one way in which they are read.
public struct StoredResults: Sendable {
  public let folder: String
  /// What the manifest says of the batch; nil where there is none of this version.
  public let manifest: BatchManifest?
  /// Why nothing vouches for the tables; nil where they are what the batch wrote, to the last byte.
  public let unverified: String?
  /// What else people should know of the folder.
  let notes: [String]

  /// Looks at the tables of a folder.
  /// - Throws: ``EnvironmentError`` where there are no finished results, or they are not as the batch wrote them.
  public init(_ folder: String) throws(EnvironmentError) {
    self.folder = folder
    try ResultsFolder(path: folder).requireResults()
    let names = try Disk.names(in: folder)
    let hasShards = try !BatchManifest.shards(in: folder).isEmpty
    manifest = try BatchManifest.read(in: folder)
    guard let manifest else {
      if try BatchManifest.isDamaged(in: folder) {
        throw EnvironmentError(
          "\(folder)/\(BatchManifest.fileName) is not as cogov wrote it: torn, or changed by hand",
          remedy:
            "Take it from a copy, or compute the batch again into another folder: give its command with --beside. "
            + "Without that file the tables are read as unverified.")
      }
      unverified =
        names.contains(BatchManifest.fileName)
        ? "manifest.json is of another version; it is not used, and what needs it is left out"
        : "there is no manifest.json beside them"
      notes = []
      if !names.contains("runs.csv") { throw Self.noTable(folder, hasShards: hasShards) }
      return
    }
    guard manifest.isFinished, manifest.shard == nil else {
      let finished = try PartStore(in: folder).count(of: manifest.plan)
      throw EnvironmentError(
        "\(folder) holds an unfinished batch: \(finished) of \(manifest.runs) runs are on the disk",
        remedy: "Give the command of the batch again: it goes on where it was.")
    }
    func error(_ damage: Damage) -> EnvironmentError {
      var error = manifest.error(damage, in: folder)
      if hasShards { error.remedy = "Unite its shards: cogov merge \(Shell.quoted(folder))" }
      return error
    }
    if manifest.tables == nil {
      unverified = "manifest.json is of an older version and holds no checksums of them"
      if let damage = try manifest.rowDamage(in: folder) { throw error(damage) }
    } else {
      unverified = nil
      if let damage = try manifest.damage(in: folder) { throw error(damage) }
    }
    let tables = manifest.tables.map { Set($0.keys) } ?? Set(names)
    let foreign = ResultsFolder.ownFiles.filter {
      $0.hasSuffix(".csv") && names.contains($0) && !tables.contains($0)
    }
    notes = foreign.map { "\($0) is not of this batch; it is not used." }
  }

  private static func noTable(_ folder: String, hasShards: Bool) -> EnvironmentError {
    EnvironmentError(
      "there is no runs.csv in \(folder)",
      remedy: hasShards
        ? "Its shards are not united yet: cogov merge \(Shell.quoted(folder))"
        : "Name the folder of a finished batch, such as Results/tradeoff.")
  }

  /// Reads a table of the folder; nil where the results have none.
  /// - Throws: ``InputFailure`` where the table is wrong; ``EnvironmentError`` where it is not known whether it is there.
  public func table<Table>(
    _ name: String, _ read: (_ path: String) throws(TableProblem) -> Table
  ) throws -> Table? {
    let path = "\(folder)/\(name)"
    if let tables = manifest?.tables {
      guard tables[name] != nil else { return nil }
    } else if try !Disk.exists(path) {
      return nil
    }
    do throws(TableProblem) {
      return try read(path)
    } catch {
      throw InputFailure(diagnostics: [
        Diagnostic(file: path, line: error.line, column: error.column, message: error.message)
      ])
    }
  }
}
