import Foundation
import Scenarios

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

    /// Replicates that a batch with a rule of precision begins with, which are not to be lost again; nil where the plan
    /// says how many.
    func replicates(for wanted: Plan) -> Int? {
      guard let rule = wanted.precision else { return nil }
      switch self {
      case .unfinished(let found) where found.plan.precision == rule,
        .complete(let found), .otherReplicates(let found):
        guard found.plan.version == wanted.version else { return nil }
        return max(wanted.replicates, min(found.plan.replicates, rule.maximum))
      case .empty, .unfinished: return nil
      }
    }
  }

  let path: String

  /// Every file that a batch may write.
  static let ownFiles = [
    "runs.csv", "series.csv", "flows.csv", "places.csv", "failures.csv", "variants.csv",
    "datapackage.json",
    BatchManifest.fileName,
  ]

  /// Looks at the folder and refuses what must not be touched.
  /// - Parameter sizesOnly: whether finished tables are not read, but only their sizes compared.
  func examine(
    for wanted: Plan, _ existing: Batch.Existing, sizesOnly: Bool = false
  ) throws(EnvironmentError) -> Finding {
    guard try Disk.exists(path) else { return .empty }
    try requireFolder()
    let shards = try BatchManifest.shards(in: path)
    guard let found = try BatchManifest.read(in: path) ?? shards.first else {
      try requireOwnFiles(wanted)
      return .empty
    }
    try requireKept(found, shards, wanted)
    for other in [found] + shards where !other.plan.isSameBatch(as: wanted) {
      if existing != .refuse {
        if existing == .resume { try requireNothingLost(found, shards, wanted) }
        return found.isFinished ? .otherReplicates(found) : .unfinished(found)
      }
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
      let damage = try found.damage(in: path, sizesOnly: sizesOnly)
      if let damage, existing == .refuse {
        var error = found.error(damage, in: path)
        error.remedy +=
          "\n--resume with the command that you gave does the same; --beside puts what is there into a new folder "
          + "beside it."
        throw error
      }
      // With another title or baseline what describes the tables is written again.
      var same = wanted
      same.replicates = found.plan.replicates
      return damage == nil && same == found.plan ? .complete(found) : .otherReplicates(found)
    }
    guard existing != .refuse else {
      throw EnvironmentError(
        "\(path) holds this batch with \(found.plan.replicates) replicates"
          + (isFixed ? ", not \(wanted.replicates)" : " and another rule of precision"),
        remedy: (isFixed && wanted.replicates < found.plan.replicates
          ? "Choose another folder with --out; "
          : "Keep the runs it has with --resume, or choose another folder with --out; ")
          + "--beside puts these results into a new folder beside it.")
    }
    if existing == .resume { try requireNothingLost(found, shards, wanted) }
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

  /// Files of a batch that are in the folder.
  var writtenFiles: [String] {
    Self.ownFiles.filter { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
  }

  /// Refuses a folder whose `datapackage.json` describes other tables than those of this name.
  func requirePackage(named name: String) throws(EnvironmentError) {
    let remedy = "Choose another folder with --out."
    let file = "\(path)/datapackage.json"
    guard let bytes = try Disk.bytes(of: file) else {
      if try Disk.exists("\(path)/runs.csv") {
        throw EnvironmentError("\(path) holds results", remedy: remedy)
      }
      return
    }
    struct Package: Decodable { var name: String }
    // What cannot be understood is not known to be ours.
    guard (try? JSONDecoder().decode(Package.self, from: Data(bytes)))?.name == name else {
      throw EnvironmentError(
        "\(file) describes other tables, and would be lost", remedy: remedy)
    }
  }

  /// Removes a table of an earlier batch that this one does not have.
  func removeTable(_ name: String) throws(EnvironmentError) {
    guard unlink("\(path)/\(name)") == 0 || errno == ENOENT else {
      throw EnvironmentError("remove", "\(path)/\(name)", code: errno)
    }
  }

  /// Bytes free on the disk of the folder, or of the nearest folder above it that exists; nil where unknown.
  func freeBytes() -> Int? {
    var place = URL(fileURLWithPath: path).standardizedFileURL
    // A guess is enough here, and none is no harm: a disk that is full says so when it is written to.
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
      place.deleteLastPathComponent()
    }
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: place.path)
    return (attributes?[.systemFreeSize] as? NSNumber)?.intValue
  }
}
