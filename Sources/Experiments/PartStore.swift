import Foundation
import Scenarios

/// The parts of a batch on disk: one file for every finished run, until the tables are made of them.
struct PartStore: Sendable {
  static let folderName = ".parts"
  /// In the folder of parts, and apart from them, since there may be a million of those: manifests and locks of
  /// shards, and checkpoints of runs in work.
  static let shardsFolder = "\(folderName)/shards"
  static let statesFolder = "\(folderName)/states"
  private let results: String
  let folder: String
  /// Keeps files that are being written apart from those of other processes in the same folder.
  let writer: String

  init(in results: String, shard: Shard? = nil) {
    self.results = results
    folder = "\(results)/\(Self.folderName)"
    writer = shard.map { ".\($0.fileName)" } ?? ""
  }

  /// By what a run is a function of, not by its place in a design that may change before all runs are done.
  func path(of id: RunID, identity: String) -> String {
    "\(folder)/\(Self.file(of: id, identity: identity))"
  }

  private static func file(of id: RunID, identity: String) -> String {
    "\(Envelope.checksum(ArraySlice(identity.utf8)))-r\(id.replicate)\(ending)"
  }

  /// Makes the folder and those in it.
  func create() throws(EnvironmentError) {
    for name in [Self.folderName, Self.shardsFolder, Self.statesFolder] {
      try Disk.makeFolder("\(results)/\(name)")
    }
  }

  func remove() throws(EnvironmentError) {
    if try Disk.exists(folder) { try Self.remove(folder) }
  }

  /// Removes everything but finished runs that are none of a plan's.
  /// - Returns: what to say of those that are left; empty where there are none.
  func remove(partsOf plan: Plan) throws(EnvironmentError) -> [String] {
    let foreign = try foreignParts(plan, upTo: plan.replicates)
    guard !foreign.isEmpty else {
      try remove()
      return []
    }
    let kept = Set(foreign)
    for name in try Disk.names(in: folder) where !kept.contains(name) { try Self.remove("\(folder)/\(name)") }
    return [
      "\(foreign.count) finished runs in \(folder) are not in the tables: of more replicates, or of other input. They "
        + "are left there."
    ]
  }

  private static func remove(_ path: String) throws(EnvironmentError) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw EnvironmentError("cannot remove \(path): \(error.localizedDescription)")
    }
  }

  // MARK: Counting

  private static let ending = ".part"

  /// Names of the files of finished runs.
  private func names() throws(EnvironmentError) -> [String] {
    try Disk.names(in: folder).filter { $0.hasSuffix(Self.ending) }
  }

  /// Names of the files of finished runs that are none of a plan's, with so many replicates in place of its own.
  func foreignParts(
    _ plan: Plan, upTo replicates: Int = Experiment.mostReplicates
  ) throws(EnvironmentError) -> [String] {
    var own: [Int: Set<String>] = [:]
    return try names().filter { name in
      guard let text = name.dropLast(Self.ending.count).split(separator: "-r").last,
        let replicate = Int(text),
        replicate >= 1, replicate <= replicates
      else { return true }
      let known = own[replicate] ?? Set(plan.variants.indices.map { file(of: plan, $0, replicate) })
      own[replicate] = known
      return !known.contains(name)
    }
  }

  /// How many runs of a plan are finished.
  func count(of plan: Plan) throws(EnvironmentError) -> Int {
    let names = Set(try names())
    return names.isEmpty ? 0 : plan.runs.count { names.contains(file(of: plan, $0.variant, $0.replicate)) }
  }

  private func file(of plan: Plan, _ variant: Int, _ replicate: Int) -> String {
    let id = RunID(variant: variant, replicate: replicate)
    return Self.file(of: id, identity: plan.identity(of: id))
  }

  // MARK: Parts

  /// Commits a part once: on the disk under its name as a whole, or not at all.
  func commit(_ part: Part, of id: RunID) throws(EnvironmentError) {
    try FileSink.replace(
      path(of: id, identity: part.identity), with: part.encoded, temporary: "\(writer).tmp")
  }

  /// Keeps the table of what the variants change for whoever writes the tables: a shard's plan alone does not say it.
  func keep(variants table: [UInt8]) throws(EnvironmentError) {
    let envelope = Envelope(Self.variantsKind, [.init("variants", table)])
    try FileSink.replace(variantsPath, with: envelope.encoded, temporary: "\(writer).tmp")
  }

  /// The table of what the variants change; nil where it was not kept, or is torn.
  func variants() throws(EnvironmentError) -> [UInt8]? {
    guard let bytes = try Disk.bytes(of: variantsPath) else { return nil }
    return Envelope(bytes, kind: Self.variantsKind)?.pieces.first?.bytes
  }

  private static let variantsKind = "cogov-variants 1"
  private var variantsPath: String { "\(folder)/variants" }

  /// The part of a run; nil where there is none, it is torn, or it is of other input.
  /// - Throws: ``EnvironmentError`` where there is one that the disk does not give.
  func part(of id: RunID, identity: String) throws(EnvironmentError) -> Part? {
    guard let bytes = try Disk.bytes(of: path(of: id, identity: identity)), let part = Part(bytes),
      part.identity == identity
    else { return nil }
    return part
  }

  /// The part of a run that this process has seen finished.
  func finishedPart(of id: RunID, _ plan: Plan) throws(EnvironmentError) -> Part {
    let identity = plan.identity(of: id)
    guard let part = try part(of: id, identity: identity) else {
      throw EnvironmentError(
        "\(path(of: id, identity: identity)) has gone or been changed while the batch was computed",
        remedy: "Give the same command again: it computes that run anew.")
    }
    return part
  }
}
