import Engine
import Foundation
import Scenarios
import Tables

extension BatchManifest {
  /// Most variants of a plan: those of an experiment, or of all draws of a claim.
  fileprivate static let mostVariants = 1_000_000

  /// Reads the manifest of a folder; nil where there is none that can be understood, or its plan is not as it was
  /// written.
  /// - Throws: ``EnvironmentError`` where there is one that the disk does not give.
  public static func read(in folder: String) throws(EnvironmentError) -> BatchManifest? {
    try read(path: "\(folder)/\(fileName)")
  }

  /// The manifests of all shards that have begun to work in a folder, by their numbers; those that are torn or were
  /// changed are left out.
  static func shards(in folder: String) throws(EnvironmentError) -> [BatchManifest] {
    var found: [BatchManifest] = []
    for path in try shardPaths(in: folder) {
      if let manifest = try read(path: path) { found.append(manifest) }
    }
    return found.sorted {
      ($0.shard?.count ?? 0, $0.shard?.index ?? 0) < ($1.shard?.count ?? 0, $1.shard?.index ?? 0)
    }
  }

  /// The first manifest of a shard that is torn or was changed; nil where all can be understood.
  static func tornShard(in folder: String) throws(EnvironmentError) -> String? {
    for path in try shardPaths(in: folder) where try read(path: path) == nil { return path }
    return nil
  }

  private static func shardPaths(in folder: String) throws(EnvironmentError) -> [String] {
    let shards = "\(folder)/\(PartStore.shardsFolder)"
    return try Disk.names(in: shards).filter { $0.hasSuffix(".json") }.map { "\(shards)/\($0)" }
  }

  /// Whether there is a manifest that no version of the program wrote like this.
  static func isDamaged(in folder: String) throws(EnvironmentError) -> Bool {
    guard let bytes = try Disk.bytes(of: "\(folder)/\(fileName)") else { return false }
    guard let manifest = try? JSONDecoder().decode(BatchManifest.self, from: Data(bytes)) else {
      // Other versions have other keys, but all say whose it is.
      let tool = try? JSONDecoder().decode(Tool.self, from: Data(bytes))
      return tool?.tool != "cogov"
    }
    return manifest.tool != "cogov" || !manifest.isPossible
      || manifest.checksum != checksum(of: manifest.plan)
  }

  private struct Tool: Decodable { var tool: String }

  private static func read(path: String) throws(EnvironmentError) -> BatchManifest? {
    guard let bytes = try Disk.bytes(of: path),
      let manifest = try? JSONDecoder().decode(BatchManifest.self, from: Data(bytes)),
      manifest.tool == "cogov", manifest.isPossible, manifest.checksum == checksum(of: manifest.plan)
    else { return nil }
    return manifest
  }

  /// Whether all numbers are such as a batch can have, so that whoever counts up to them comes to an end.
  private var isPossible: Bool {
    guard runs >= 0 else { return false }
    let counts = 0...runs
    return plan.isPossible && runs <= plan.variants.count * Experiment.mostReplicates
      && counts.contains(finished) && counts.contains(failed) && threads >= 0
      && shard.map { Shard(index: $0.index, count: $0.count) != nil } ?? true
      && (tables ?? [:]).values.allSatisfy { $0.bytes >= 0 }
  }
}

extension Plan {
  /// Whether all numbers are such as an experiment can have.
  fileprivate var isPossible: Bool {
    let replicate = 1...Experiment.mostReplicates
    let names = Set(variants.map(\.name))
    return replicate.contains(replicates) && !variants.isEmpty && variants.count <= BatchManifest.mostVariants
      && names.count == variants.count && variants.allSatisfy { $0.levels.count == factors.count }
      && variants.allSatisfy { $0.design?.isPossible ?? true }
      && (firstLevels.map { $0.count == factors.count } ?? true) && (baseline.map(names.contains) ?? true)
      && (precision.map { replicate.contains($0.maximum) } ?? true)
      && only.map { variants.indices.contains($0.variant) && replicate.contains($0.replicate) } ?? true
  }
}

extension VariantDesign {
  /// Whether all numbers are such as a scenario can have.
  fileprivate var isPossible: Bool {
    // Sums and differences of such numbers are numbers still.
    let weeks = 0...1_000_000_000
    return weeks.contains(burnIn) && weeks.contains(observed) && interval >= 1 && weeks.contains(interval)
      && residents >= 0 && policies.allSatisfy { weeks.contains($0.from) && weeks.contains($0.until ?? 0) }
  }
}
