import Foundation
import Scenarios
import Tables

extension Batch {
  /// Makes parts of the rows of a finished batch again, so that only what is missing is computed.
  ///
  /// Rows are taken over only if they are of the same program, seed, columns and variant; all others are
  /// computed anew.
  func restoreParts(into store: PartStore, _ plan: Plan) throws(EnvironmentError) {
    // The tables say nothing of versions and digests: the manifest beside them does.
    guard let manifest = try BatchManifest.read(in: folder), manifest.isFinished else { return }
    let found = manifest.plan
    guard found.version == version, found.seed == plan.seed, found.places == plan.places, found.only == nil,
      try manifest.damage(in: folder) == nil
    else { return }
    let tables = BatchTables(plan)
    let schemas = tables.schemas.filter { manifest.tables?["\($0.name).csv"] != nil }
    var sources: [TableSplitter] = []
    for schema in schemas { sources.append(try TableSplitter(path: "\(folder)/\(schema.name).csv")) }
    for (schema, source) in zip(schemas, sources) {
      guard source.header == tables.header(schema) else { return }
    }
    let wanted = Set(runs(of: plan, shard == nil ? [] : histories))
    let old = BatchTables(found)
    for (number, variant) in found.variants.enumerated() {
      let index = plan.variants.firstIndex { $0.name == variant.name && $0.digest == variant.digest }
      for replicate in 1...found.replicates {
        let opening = old.opening(of: RunID(variant: number, replicate: replicate))
        var rows: [[UInt8]] = []
        for source in sources.indices { rows.append(try sources[source].rows(openingWith: opening)) }
        guard let index else { continue }
        let id = RunID(variant: index, replicate: replicate)
        let pieces = zip(schemas, rows).filter { !$0.1.isEmpty }.map { Envelope.Piece($0.0.name, $0.1) }
        let failed = pieces.contains { $0.name == "failures" }
        // The levels of the factors stand in the row as well, and may have been renamed since.
        guard wanted.contains(id), failed || rows[0].starts(with: tables.opening(of: id, withLevels: true)),
          try store.part(of: id, identity: plan.identity(of: id)) == nil
        else { continue }
        try store.commit(Part(identity: plan.identity(of: id), failed: failed, rows: pieces), of: id)
      }
    }
  }
}
