import Tables

/// Makes the tables of a batch out of the parts of its runs, in place: the bytes that one machine would have
/// written.
public struct Merge: Sendable {
  /// The folder that the shards share.
  public var folder: String

  public init(_ folder: String) { self.folder = folder }

  /// Unites the shards.
  /// - Throws: ``EnvironmentError`` where there are no shards, some still work, or runs are missing; nothing is
  ///   changed then.
  public func run() throws(EnvironmentError) -> BatchReport {
    let results = ResultsFolder(path: folder)
    try results.requireResults()
    let lock = try FolderLock(folder: folder, holder: "a shard, or another cogov process,")
    defer { withExtendedLifetime(lock) {} }
    let shards = try BatchManifest.shards(in: folder)
    let plan = try plan(shards)
    let store = PartStore(in: folder)
    var damage: EnvironmentError?
    if let found = try BatchManifest.read(in: folder), found.isFinished, plan == nil || found.plan == plan {
      guard let damaged = try found.damage(in: folder) else {
        // The last merge may have ended just before this.
        let notes = try store.remove(partsOf: found.plan)
        let all = BatchProgress(total: found.runs, done: found.runs, failed: found.failed, reused: found.runs)
        return BatchReport(
          ending: .alreadyComplete, progress: all, files: results.writtenFiles, notes: notes)
      }
      // The shards may have computed again what is damaged.
      damage = found.error(damaged, in: folder)
    }
    guard let plan else {
      throw damage
        ?? EnvironmentError(
          "\(folder) holds no shards of a batch",
          remedy: "Compute them with 'cogov batch … --shard I/N --out \(folder)' first.")
    }
    if let torn = try BatchManifest.tornShard(in: folder) {
      throw EnvironmentError(
        "\(torn) cannot be read: torn, changed, or of another version of cogov",
        remedy: "Start that shard again: it keeps its finished runs and writes the file anew. Then merge.")
    }
    var failed = 0
    var missing: [RunID] = []
    let runs = plan.runs
    for id in runs {
      guard let part = try store.part(of: id, identity: plan.identity(of: id)) else {
        missing.append(id)
        continue
      }
      if part.failed { failed += 1 }
    }
    guard missing.isEmpty else {
      var error = incomplete(missing, plan, shards)
      if let damage {
        error.message = "\(damage.message); and of its shards \(error.message)"
        error.remedy = "\(damage.remedy)\nOr with shards: \(error.remedy)"
      }
      throw error
    }
    let written = try Self.writeTables(plan, in: folder, from: store, failures: failed > 0)
    var manifest = BatchManifest(
      plan: plan, command: shards[0].command, files: shards[0].files,
      status: failed > 0 ? .finishedWithFailures : .finished,
      runs: runs.count, finished: runs.count, failed: failed, threads: shards.map(\.threads).reduce(0, +))
    manifest.tables = written
    manifest.commandOfOneRun = shards[0].commandOfOneRun
    manifest.started = shards.map(\.started).min() ?? manifest.started
    manifest.ended = BatchManifest.now()
    try manifest.write(in: folder)
    let notes = try store.remove(partsOf: plan)
    let progress = BatchProgress(total: runs.count, done: runs.count, failed: failed, reused: runs.count)
    return BatchReport(ending: .finished, progress: progress, files: results.writtenFiles, notes: notes)
  }

  /// The plan of all shards; nil where there are none.
  private func plan(_ shards: [BatchManifest]) throws(EnvironmentError) -> Plan? {
    guard var plan = shards.first?.plan else { return nil }
    for shard in shards.dropFirst() {
      guard shard.plan.isSameBatch(as: plan) else {
        throw EnvironmentError(
          "\(folder) holds shards of different batches: \(shard.plan.difference(from: plan))",
          remedy: "Compute all shards with the same program, files and options, in a new folder.")
      }
      // Some may have been asked for more replicates than others.
      if shard.plan.replicates > plan.replicates { plan = shard.plan }
    }
    return plan
  }

  /// Says which runs are missing, and which shards would make them.
  private func incomplete(_ missing: [RunID], _ plan: Plan, _ shards: [BatchManifest]) -> EnvironmentError {
    let named = missing.prefix(5).map { plan.name(of: $0) }.joined(separator: ", ")
    let rest = missing.count > 5 ? " and \(missing.count - 5) more" : ""
    let count = shards.compactMap(\.shard?.count).max() ?? 1
    let finished = shards.filter { $0.isFinished && $0.shard?.count == count && $0.plan == plan }
    let open = (1...count).filter { index in !finished.contains { $0.shard?.index == index } }
    let openNames = open.prefix(20).map { "\($0)/\(count)" }.joined(separator: ", ")
    let more = open.count > 20 ? " and \(open.count - 20) more" : ""
    return EnvironmentError(
      "\(missing.count) of \(plan.runs.count) runs are missing: \(named)\(rest)",
      remedy: open.isEmpty
        ? "Their parts are gone or changed: compute the shards again, or all that is missing on one machine, "
          + "with 'cogov batch … --out \(folder)'."
        : "Not finished: shard \(openNames)\(more). Start them again, then merge; or compute what is missing on "
          + "one machine, with 'cogov batch … --out \(folder)'.")
  }

  /// Streams the parts, in the order of the design, into the tables, and describes them.
  /// - Returns: the tables as they are now, by their files' names.
  static func writeTables(
    _ plan: Plan, in folder: String, from store: PartStore, failures: Bool
  ) throws(EnvironmentError) -> [String: WrittenTable] {
    let tables = BatchTables(plan)
    let schemas = tables.schemas.filter { failures || $0.name != "failures" }
    let paths = schemas.map { "\(folder)/\($0.name).csv" }
    var sinks: [FileSink] = []
    var checksums = schemas.map { _ in FileChecksum() }
    func write(_ bytes: [UInt8], to index: Int) throws(EnvironmentError) {
      checksums[index].add(bytes)
      try sinks[index].write(bytes)
    }
    for (index, schema) in schemas.enumerated() {
      sinks.append(try FileSink(path: "\(paths[index]).tmp"))
      try write(tables.header(schema), to: index)
    }
    for id in plan.runs.sorted() {
      let part = try store.finishedPart(of: id, plan)
      for (index, schema) in schemas.enumerated() {
        for piece in part.rows where piece.name == schema.name { try write(piece.bytes, to: index) }
      }
    }
    for (path, sink) in zip(paths, sinks) { try sink.commit(as: path) }
    let results = ResultsFolder(path: folder)
    if !failures { try results.removeTable("failures.csv") }
    if !plan.places { try results.removeTable("places.csv") }
    let variants = try writeVariants(plan, in: folder, from: store)
    let described = variants.isEmpty ? [] : [VariantChanges.schema]
    let package = DataPackage(
      name: plan.name, title: plan.title, description: plan.description,
      resources: (schemas + described).map { .init(path: "\($0.name).csv", schema: $0) })
    try FileSink.replace("\(folder)/datapackage.json", with: package.text)
    let own = Dictionary(
      uniqueKeysWithValues: zip(schemas, checksums).map { ("\($0.name).csv", WrittenTable($1)) })
    return own.merging(variants) { $1 }
  }

  /// Writes what the variants change, where there are several.
  /// - Returns: the table by its file's name; empty where there is none.
  private static func writeVariants(
    _ plan: Plan, in folder: String, from store: PartStore
  ) throws(EnvironmentError) -> [String: WrittenTable] {
    let name = "\(VariantChanges.schema.name).csv"
    guard plan.variants.count > 1 else {
      try ResultsFolder(path: folder).removeTable(name)
      return [:]
    }
    guard let table = try store.variants() else {
      throw EnvironmentError(
        "what the variants change has gone from \(store.folder), or was damaged there",
        remedy: "Give the command of the batch, or of any of its shards, again: it writes it anew.")
    }
    try FileSink.replace("\(folder)/\(name)", with: table)
    var checksum = FileChecksum()
    checksum.add(table)
    return [name: WrittenTable(checksum)]
  }
}
