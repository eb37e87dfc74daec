import Foundation

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
    "\(folder)/\(Envelope.checksum(ArraySlice(identity.utf8)))-r\(id.replicate).part"
  }

  /// Makes the folder and those in it.
  func create() throws(EnvironmentError) {
    for name in [Self.folderName, Self.shardsFolder, Self.statesFolder] {
      try ResultsFolder(path: "\(results)/\(name)").create()
    }
  }

  func remove() throws(EnvironmentError) {
    do {
      if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
    } catch {
      throw EnvironmentError("cannot remove \(folder): \(error.localizedDescription)")
    }
  }

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
  var variants: [UInt8]? {
    FileManager.default.contents(atPath: variantsPath)
      .flatMap { Envelope(Array($0), kind: Self.variantsKind)?.pieces.first?.bytes }
  }

  private static let variantsKind = "cogov-variants 1"
  private var variantsPath: String { "\(folder)/variants" }

  /// The part of a run; nil where there is none, it is torn, or it is of other input.
  func part(of id: RunID, identity: String) -> Part? {
    guard let data = FileManager.default.contents(atPath: path(of: id, identity: identity)),
      let part = Part(Array(data)),
      part.identity == identity
    else { return nil }
    return part
  }
}
