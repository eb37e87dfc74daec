import Foundation

/// What the folder of a batch holds before anything is computed, and what may be done with it.
public struct ResultsFolder {
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
    "runs.csv", "series.csv", "flows.csv", "places.csv", "failures.csv", "variants.csv",
    "datapackage.json",
    BatchManifest.fileName,
  ]

  /// Looks at the folder and refuses what must not be touched.
  func examine(for wanted: Plan, _ existing: Batch.Existing) throws(EnvironmentError) -> Finding {
    guard FileManager.default.fileExists(atPath: path) else { return .empty }
    try requireFolder()
    let names = try names(in: path)
    let shards = BatchManifest.shards(in: path)
    guard let found = BatchManifest.read(in: path) ?? shards.first else {
      // Without a manifest nothing says what these are; hidden files are of the file system, not results.
      let remedy =
        "Choose another folder with --out; with --beside results go to a new folder beside it."
      guard !names.contains(BatchManifest.fileName) else {
        throw EnvironmentError(
          "\(path)/\(BatchManifest.fileName) cannot be read: torn, changed, or of another version of cogov",
          remedy: remedy)
      }
      // Files that a batch leaves when it is killed before its first run is done are its own.
      let parts =
        names.contains(PartStore.folderName) ? try self.names(in: "\(path)/\(PartStore.folderName)") : []
      let hasParts = parts.contains { $0.hasSuffix(".part") }
      guard
        let foreign = names.first(where: {
          $0 == PartStore.folderName ? hasParts : !$0.hasPrefix(".") && $0 != BatchManifest.fileName + ".tmp"
        })
      else { return .empty }
      throw EnvironmentError("\(path) holds other files (such as \(foreign))", remedy: remedy)
    }
    try requireKept(found, shards, wanted)
    for other in [found] + shards where !other.plan.isSameBatch(as: wanted) {
      if existing == .resume { return found.isFinished ? .otherReplicates(found) : .unfinished(found) }
      throw EnvironmentError(
        "\(path) holds \(found.isFinished ? "the results" : "unfinished results") of another batch: "
          + other.plan.difference(from: wanted),
        remedy: "Choose another folder with --out; --beside puts these results into a new folder beside it, "
          + "--resume takes over what fits.")
    }
    guard found.isFinished, found.shard == nil else { return .unfinished(found) }
    let isFixed = wanted.precision == nil && found.plan.precision == nil
    if wanted.precision == found.plan.precision,
      !isFixed || found.plan.replicates == wanted.replicates
    {
      let missing = found.missingTable(in: path)
      if let missing, existing != .resume {
        throw EnvironmentError(
          "\(path)/\(missing) has gone or was changed since the batch wrote it",
          remedy:
            "--resume computes the batch again and writes its tables anew; --beside puts what is there into a "
            + "new folder beside it.")
      }
      // With another title or baseline what describes the tables is written again.
      var same = wanted
      same.replicates = found.plan.replicates
      return missing == nil && same == found.plan ? .complete(found) : .otherReplicates(found)
    }
    guard existing == .resume else {
      throw EnvironmentError(
        "\(path) holds this batch with \(found.plan.replicates) replicates"
          + (isFixed ? ", not \(wanted.replicates)" : " and another rule of precision"),
        remedy: (isFixed && wanted.replicates < found.plan.replicates
          ? "--resume keeps the first \(wanted.replicates) and throws the others away. Choose another folder with --out; "
          : "Keep the runs it has with --resume, or choose another folder with --out; ")
          + "--beside puts these results into a new folder beside it.")
    }
    return .otherReplicates(found)
  }

  /// The first folder that a batch may write to: this one, or else the same name with a number behind it.
  public static func free(for batch: Batch) throws(EnvironmentError) -> String {
    var path = batch.folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let plan = batch.plan
    for number in 1...10_000 {
      let candidate = number == 1 ? path : "\(path)-\(number)"
      do throws(EnvironmentError) {
        _ = try ResultsFolder(path: candidate).examine(for: plan, .refuse)
        return candidate
      } catch {
        continue
      }
    }
    throw EnvironmentError("there are 10,000 folders beside \(path)", remedy: "Choose another with --out.")
  }

  /// Refuses, even on request, what would keep one run of a batch, or take the replicates away that shards are at.
  private func requireKept(
    _ found: BatchManifest, _ shards: [BatchManifest], _ wanted: Plan
  ) throws(EnvironmentError) {
    let remedy = "Choose another folder with --out; --beside makes a new folder beside this one."
    if wanted.only != nil, found.plan.only == nil {
      throw EnvironmentError(
        "\(path) holds a whole batch, of which --only would leave one run", remedy: remedy)
    }
    let most = shards.map(\.plan.replicates).max() ?? 0
    if found.isFinished, found.shard == nil, wanted.precision == nil, wanted.replicates < most {
      throw EnvironmentError(
        "shards in \(path) have begun with \(most) replicates, of which \(wanted.replicates) would be left",
        remedy: "Go on with the shards and 'cogov merge'. \(remedy)")
    }
  }

  func requireFolder() throws(EnvironmentError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw EnvironmentError("there is no folder \(path)", remedy: "Look at the name again.")
    }
    guard isFolder.boolValue else {
      throw EnvironmentError("\(path) is a file, not a folder", remedy: "Choose another folder with --out.")
    }
  }

  /// Refuses what is no folder of results, and says which may have been meant.
  func requireResults() throws(EnvironmentError) {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    let exists = files.fileExists(atPath: path, isDirectory: &isFolder)
    guard !exists || !isFolder.boolValue else { return }
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let usual = "Results/\(name)"
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let isKnown = usual != path && files.fileExists(atPath: "\(usual)/\(BatchManifest.fileName)")
    guard exists else {
      throw EnvironmentError(
        "there is no folder \(path)",
        remedy: isKnown ? "Did you mean \(usual)?" : "Look at the name again.")
    }
    let remedy =
      if isKnown {
        "Did you mean its results, \(usual)?"
      } else if path.hasSuffix(".json5") {
        "Compute its results first: 'cogov batch \(path)' puts them into \(usual)."
      } else if files.fileExists(atPath: "\(parent)/runs.csv") {
        "Did you mean the folder that it is in, \(parent)?"
      } else {
        "Name the folder of a finished batch, such as Results/tradeoff."
      }
    throw EnvironmentError("\(path) is a file, not a folder of results", remedy: remedy)
  }

  private func names(in folder: String) throws(EnvironmentError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw EnvironmentError("cannot read the folder \(folder): \(error.localizedDescription)")
    }
  }

  /// Files of a batch that are in the folder.
  var writtenFiles: [String] {
    Self.ownFiles.filter { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
  }

  /// Removes a table of an earlier batch that this one does not have.
  func removeTable(_ name: String) throws(EnvironmentError) {
    guard unlink("\(path)/\(name)") == 0 || errno == ENOENT else {
      throw EnvironmentError("remove", "\(path)/\(name)", code: errno)
    }
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
