import Foundation
import Tables

/// What of finished results is not as the batch wrote it.
struct Damage: Equatable {
  /// Name of the file in the folder of the results.
  var file: String
  var expected: String
  var found: String

  /// What is wrong, for people.
  func message(in folder: String) -> String {
    "\(folder)/\(file) is not as the batch wrote it: expected \(expected), found \(found)"
  }
}

extension BatchManifest {
  /// The first damage of the tables; nil where all are what the batch wrote, to the last byte, and hold all runs of the
  /// plan and no other.
  /// - Parameter sizesOnly: whether only that is looked at which is known without reading the tables.
  /// - Throws: ``EnvironmentError`` where a table is there and cannot be read.
  func damage(in folder: String, sizesOnly: Bool = false) throws(EnvironmentError) -> Damage? {
    guard let tables else {
      return Damage(file: Self.fileName, expected: "checksums of the tables", found: "none")
    }
    let variants = "\(VariantChanges.schema.name).csv"
    let described = tables[variants] == nil ? [] : [variants]
    for name in schemas.map({ "\($0.name).csv" }) + described {
      guard let table = tables[name] else {
        return Damage(file: Self.fileName, expected: "a checksum of \(name)", found: "none")
      }
      let path = "\(folder)/\(name)"
      guard let size = try Disk.status(of: path)?.size else {
        return Damage(file: name, expected: "a table", found: "none")
      }
      guard size == table.bytes else {
        return Damage(file: name, expected: "\(table.bytes) bytes", found: "\(size) bytes")
      }
      if sizesOnly { continue }
      guard let checksum = try FileChecksum(path: path) else {
        return Damage(file: name, expected: "a table", found: "none")
      }
      let found = WrittenTable(checksum)
      guard found == table else {
        return Damage(
          file: name, expected: "\(table.bytes) bytes with the checksum \(table.checksum)",
          found: "\(found.bytes) bytes with \(found.checksum)")
      }
    }
    return sizesOnly ? nil : try rowDamage(in: folder)
  }

  /// The tables that a batch with this plan and these failures has.
  private var schemas: [TableSchema] {
    BatchTables(plan).schemas.filter { failed > 0 || $0.name != "failures" }
  }

  /// The first table whose rows are not those of all runs of the plan, with its seed, in its order, and of no other;
  /// nil where there is none.
  func rowDamage(in folder: String) throws(EnvironmentError) -> Damage? {
    let schemas = self.schemas
    let tables = BatchTables(plan)
    var sources: [TableSplitter] = []
    for schema in schemas { sources.append(try TableSplitter(path: "\(folder)/\(schema.name).csv")) }
    var failures = 0
    // One by one: a plan that something has spoilt may name more runs than there is memory for.
    for variant in plan.variants.indices {
      for replicate in 1...plan.replicates {
        let id = RunID(variant: variant, replicate: replicate)
        guard plan.only == nil || plan.only == id else { continue }
        let opening = tables.opening(of: id)
        var counts: [Int] = []
        for index in sources.indices { counts.append(try sources[index].count(openingWith: opening)) }
        let hasFailed = zip(schemas, counts).contains { $0.name == "failures" && $1 > 0 }
        if hasFailed { failures += 1 }
        for index in schemas.indices where !schemas[index].allows(counts[index], ofFailedRun: hasFailed) {
          return Damage(
            file: "\(schemas[index].name).csv",
            expected: schemas[index].expectedRows(ofFailedRun: hasFailed) + " of '\(plan.name(of: id))'",
            found: "\(counts[index])" + Self.text(of: sources[index].next))
        }
      }
    }
    for index in sources.indices where sources[index].next != nil {
      return Damage(
        file: "\(schemas[index].name).csv", expected: "the end after the rows of \(runs) runs",
        found: "more" + Self.text(of: sources[index].next))
    }
    guard failures == failed else {
      return Damage(file: "failures.csv", expected: "\(failed) failed runs", found: "\(failures)")
    }
    return nil
  }

  /// How a row begins, for people; empty where there is none.
  private static func text(of row: [UInt8]?) -> String {
    guard let row else { return "" }
    let text = String(decoding: row.prefix(80), as: UTF8.self)
    return ", before a row that begins with " + text.split(separator: ",").prefix(4).joined(separator: ",")
  }

  /// The error that a damage is, with the command that repairs it.
  func error(_ damage: Damage, in folder: String) -> EnvironmentError {
    EnvironmentError(damage.message(in: folder), remedy: repair(in: folder))
  }

  /// How the tables of a folder are made anew, for people.
  func repair(in folder: String) -> String {
    guard let command else {
      return "The command that made these results computes them anew: 'cogov claims ID' for those of a claim."
    }
    // The folder may have been moved since.
    let stem =
      command.range(of: " --out ", options: .backwards).map { command[..<$0.lowerBound] } ?? command[...]
    // Where its files are not, the command is given somewhere else.
    let isHere = files.allSatisfy { FileManager.default.fileExists(atPath: $0) }
    let place = isHere ? folder : URL(fileURLWithPath: folder).standardizedFileURL.path
    let words = "\(stem) --out \(Shell.quoted(place)) --resume"
    return "Compute the batch anew, in the folder in which it was started:\n  \(words)"
  }
}

extension TableSchema {
  /// Whether a run may have so many rows in this table of a batch.
  fileprivate func allows(_ count: Int, ofFailedRun hasFailed: Bool) -> Bool {
    switch name {
    case "failures": count == (hasFailed ? 1 : 0)
    case "runs": count == (hasFailed ? 0 : 1)
    case "flows": !hasFailed || count == 0
    default: hasFailed ? count == 0 : count > 0
    }
  }

  /// How many rows a run may have, for people.
  fileprivate func expectedRows(ofFailedRun hasFailed: Bool) -> String {
    switch name {
    case "failures": hasFailed ? "one row" : "no row"
    case "runs": hasFailed ? "no row" : "one row"
    default: hasFailed ? "no row" : "rows"
    }
  }
}
