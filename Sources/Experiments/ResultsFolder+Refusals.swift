import Foundation
import Scenarios
import Tables

extension ResultsFolder {
  private static let otherFolder =
    "Choose another folder with --out; --beside makes a new folder beside this one."

  func requireFolder() throws(EnvironmentError) {
    guard let status = try Disk.status(of: path) else {
      throw EnvironmentError("there is no folder \(path)", remedy: "Look at the name again.")
    }
    guard status.kind == .folder else {
      throw EnvironmentError("\(path) is a file, not a folder", remedy: "Choose another folder with --out.")
    }
  }

  /// Refuses what is no folder of results, and says which may have been meant.
  func requireResults() throws(EnvironmentError) {
    let status = try Disk.status(of: path)
    if status?.kind == .folder { return }
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let usual = "Results/\(name)"
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let known = try Disk.exists("\(usual)/\(BatchManifest.fileName)")
    let isKnown = usual != path && known
    let isInResults = try Disk.exists("\(parent)/runs.csv")
    guard status != nil else {
      throw EnvironmentError(
        "there is no folder \(path)",
        remedy: isKnown ? "Did you mean \(usual)?" : "Look at the name again.")
    }
    let remedy =
      if isKnown {
        "Did you mean its results, \(usual)?"
      } else if path.hasSuffix(".json5") {
        "Compute its results first: 'cogov batch \(path)' puts them into \(usual)."
      } else if isInResults {
        "Did you mean the folder that it is in, \(parent)?"
      } else {
        "Name the folder of a finished batch, such as Results/tradeoff."
      }
    throw EnvironmentError("\(path) is a file, not a folder of results", remedy: remedy)
  }

  /// Refuses a folder without a manifest that holds more than a batch with this plan leaves there when it is killed
  /// early, or when its folder is removed while it works.
  func requireOwnFiles(_ wanted: Plan) throws(EnvironmentError) {
    let names = try Disk.names(in: path)
    let remedy = "Choose another folder with --out; with --beside results go to a new folder beside it."
    guard !names.contains(BatchManifest.fileName) else {
      throw EnvironmentError(
        "\(path)/\(BatchManifest.fileName) cannot be read: torn, changed, or of another version of cogov",
        remedy: remedy)
    }
    // Without a manifest nothing says what these are; hidden files are of the file system, not results.
    if let foreign = names.first(where: { !$0.hasPrefix(".") && $0 != BatchManifest.fileName + ".tmp" }) {
      throw EnvironmentError("\(path) holds other files (such as \(foreign))", remedy: remedy)
    }
    // Finished runs say themselves what they are of.
    let parts = "\(path)/\(PartStore.folderName)"
    guard try PartStore(in: path).foreignParts(wanted).isEmpty else {
      throw EnvironmentError(
        "\(parts) holds finished runs of another batch, and the manifest that says which has gone",
        remedy: "Give the command of that batch to go on with it, or remove \(parts). \(remedy)")
    }
  }

  /// Refuses, even on request, what would keep one run of a batch, or take the replicates away that shards are at.
  func requireKept(
    _ found: BatchManifest, _ shards: [BatchManifest], _ wanted: Plan
  ) throws(EnvironmentError) {
    if wanted.only != nil, found.plan.only == nil {
      throw EnvironmentError(
        "\(path) holds a whole batch, of which --only would leave one run", remedy: Self.otherFolder)
    }
    let most = shards.map(\.plan.replicates).max() ?? 0
    if found.isFinished, found.shard == nil, wanted.precision == nil, wanted.replicates < most {
      throw EnvironmentError(
        "shards in \(path) have begun with \(most) replicates, of which \(wanted.replicates) would be left",
        remedy: "Go on with the shards and 'cogov merge'. \(Self.otherFolder)")
    }
  }

  /// Refuses, even on request, to put results in the place of finished runs that they do not hold: `--resume` adds and
  /// replaces what was changed, and throws nothing else away.
  func requireNothingLost(
    _ found: BatchManifest, _ shards: [BatchManifest], _ wanted: Plan
  ) throws(EnvironmentError) {
    for other in [found.plan] + shards.map(\.plan) {
      guard other.seed == wanted.seed else {
        throw EnvironmentError(
          "\(path) holds runs with seed \(other.seed), not \(wanted.seed): none of them fits, and all would be lost",
          remedy: Self.otherFolder)
      }
      let names = Set(wanted.variants.map(\.name))
      guard other.variants.contains(where: { names.contains($0.name) }) else {
        throw EnvironmentError(
          "\(path) holds '\(other.name)', none of whose variants is in '\(wanted.name)': all its runs would be lost",
          remedy: Self.otherFolder)
      }
    }
    guard found.isFinished, found.shard == nil else { return }
    guard wanted.places || !found.plan.places else {
      throw EnvironmentError(
        "\(path) holds places.csv, which would be lost", remedy: "Add --places. \(Self.otherFolder)")
    }
    let most = wanted.precision?.maximum ?? wanted.replicates
    guard most >= found.plan.replicates else {
      throw EnvironmentError(
        "\(path) holds \(found.plan.replicates) replicates, of which \(most) would be left",
        remedy: "Give --replicates \(found.plan.replicates) or more to keep them. \(Self.otherFolder)")
    }
    for variant in found.plan.variants {
      guard let same = wanted.variants.first(where: { $0.name == variant.name }) else {
        throw EnvironmentError(
          "\(path) holds runs of '\(variant.name)', which is not a variant of '\(wanted.name)': they would be lost",
          remedy: Self.otherFolder)
      }
      guard let held = variant.design?.weeks, let asked = same.design?.weeks, asked < held else { continue }
      throw EnvironmentError(
        "\(path) holds runs of '\(variant.name)' over \(held) weeks, of which \(asked) would be left",
        remedy: Self.otherFolder)
    }
  }
}
