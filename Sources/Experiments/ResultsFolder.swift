import Foundation

/// What the folder of a batch holds before anything is computed, and what may be done with it.
struct ResultsFolder {
  /// What the folder turned out to be.
  enum Finding: Equatable {
    case empty
    case unfinished(BatchManifest)
    /// The very batch that is asked for, complete.
    case complete(BatchManifest)
    /// Complete, but with another number of replicates.
    case otherReplicates(BatchManifest)
  }

  let path: String

  /// Every file that a batch may write.
  static let ownFiles = [
    "runs.csv", "series.csv", "flows.csv", "places.csv", "failures.csv", "datapackage.json",
    BatchManifest.fileName,
  ]

  /// Looks at the folder and refuses what must not be touched.
  func examine(for wanted: BatchManifest, _ existing: Batch.Existing) throws(EnvironmentError) -> Finding {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .empty }
    guard isFolder.boolValue else {
      throw EnvironmentError("\(path) is a file, not a folder", remedy: "Choose another folder with --out.")
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw EnvironmentError("cannot read the folder \(path): \(error.localizedDescription)")
    }
    if existing == .replace { return .empty }
    guard let found = BatchManifest.read(in: path) else {
      // Without a manifest nothing says what these are; hidden files are of the file system, not results.
      guard let foreign = names.first(where: { !$0.hasPrefix(".") || $0 == PartStore.folderName }) else {
        return .empty
      }
      throw EnvironmentError(
        "\(path) holds other files (such as \(foreign))",
        remedy: "Choose another folder with --out, or let --force write there; it replaces only "
          + "the files of a batch.")
    }
    guard found.isSameBatch(as: wanted) else {
      if existing == .resume { return found.isFinished ? .otherReplicates(found) : .unfinished(found) }
      throw EnvironmentError(
        "\(path) holds \(found.isFinished ? "the results" : "unfinished results") of another batch: "
          + found.difference(from: wanted),
        remedy: "Choose another folder with --out, replace these results with --force, or take over "
          + "what fits with --resume.")
    }
    guard found.isFinished else { return .unfinished(found) }
    if found.replicates == wanted.replicates { return .complete(found) }
    guard existing == .resume else {
      throw EnvironmentError(
        "\(path) holds this batch with \(found.replicates) replicates, not \(wanted.replicates)",
        remedy: "Keep the runs it has with --resume, compute all again with --force, or choose another "
          + "folder with --out.")
    }
    return .otherReplicates(found)
  }

  /// Makes the folder and those above it.
  func create() throws(EnvironmentError) {
    var place = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      place += "\(name)/"
      guard mkdir(place, 0o755) != 0, errno != EEXIST else { continue }
      let code = errno
      // Some file systems refuse to make what is there already with another code than EEXIST.
      guard !FileManager.default.fileExists(atPath: place) else { continue }
      throw EnvironmentError("make the folder", path, code: code)
    }
  }

  /// Removes the files of an earlier batch, and nothing else.
  func removeOwnFiles() throws(EnvironmentError) {
    for name in Self.ownFiles.flatMap({ [$0, $0 + ".tmp"] })
    where unlink("\(path)/\(name)") != 0 && errno != ENOENT {
      throw EnvironmentError("remove", "\(path)/\(name)", code: errno)
    }
    try PartStore(in: path).remove()
  }

  /// Bytes free on the disk of the folder, or of the nearest folder above it that exists; nil where unknown.
  func freeBytes() -> Int? {
    var place = URL(fileURLWithPath: path).standardizedFileURL
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
      place.deleteLastPathComponent()
    }
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: place.path)
    return (attributes?[.systemFreeSize] as? NSNumber)?.intValue
  }
}

extension BatchManifest {
  /// In what two batches differ, for people.
  fileprivate func difference(from wanted: BatchManifest) -> String {
    if name != wanted.name { return "'\(name)', not '\(wanted.name)'" }
    if seed != wanted.seed { return "seed \(seed), not \(wanted.seed)" }
    if only != wanted.only { return "other runs of '\(name)'" }
    if places != wanted.places { return places ? "with places" : "without places" }
    if digest != wanted.digest || variants != wanted.variants {
      return "its files, --set or --weeks were different"
    }
    return "computed by another build (\(version))"
  }
}
