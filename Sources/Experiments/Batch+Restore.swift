import Foundation
import Scenarios
import Tables

extension Batch {
  /// Makes parts of the rows of a finished batch again, so that only what is missing is computed.
  ///
  /// Rows are taken over only if they are of the same program, seed, columns and variant; all others are
  /// computed anew.
  func restoreParts(into store: PartStore) throws(EnvironmentError) {
    // The tables say nothing of versions and digests: the manifest beside them does.
    guard let found = BatchManifest.read(in: folder), found.version == version, found.seed == experiment.seed,
      found.places == places, found.only == nil
    else { return }
    let schemas = tables.schemas
    var sources = schemas.map { TableSplitter(path: "\(folder)/\($0.name).csv") }
    for (schema, source) in zip(schemas, sources) where !source.header.isEmpty {
      guard source.header == tables.header(schema) else { return }
    }
    let wanted = Set(runs)
    for old in found.variants {
      let index = experiment.variants.firstIndex { $0.name == old.name && $0.scenario.digest == old.digest }
      for replicate in 1...max(1, found.replicates) {
        let opening = tables.opening(variant: old.name, replicate: replicate)
        let rows = sources.indices.map { sources[$0].rows(openingWith: opening) }
        guard let index, wanted.contains(RunID(variant: index, replicate: replicate)) else { continue }
        let id = RunID(variant: index, replicate: replicate)
        try commit(rows, of: id, schemas, store)
      }
    }
  }

  private func commit(
    _ rows: [[UInt8]], of id: RunID, _ schemas: [TableSchema], _ store: PartStore
  ) throws(EnvironmentError) {
    let variant = experiment.variants[id.variant]
    let sections = zip(schemas, rows).filter { !$0.1.isEmpty }.map {
      Part.Section(table: $0.0.name, text: String(decoding: $0.1, as: UTF8.self))
    }
    let failed = sections.contains { $0.table == "failures" }
    // The levels of the factors stand in the row as well, and may have been renamed since.
    let levels = tables.opening(variant: variant.name, replicate: id.replicate, levels: variant.levels)
    guard failed || rows[0].starts(with: levels) else { return }
    try store.commit(Part(identity: identity(of: id), failed: failed, rows: sections), of: id)
  }
}
