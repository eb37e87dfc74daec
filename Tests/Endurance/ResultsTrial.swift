import Experiments
import Foundation
import Scenarios

/// Spoils one file of the results of a small batch and uses them: every command must refuse them with an error that
/// people can read, or end well; and what computes them again must come to the tables that they had.
struct ResultsTrial {
  /// What is done with spoilt results.
  private enum Use: CaseIterable {
    case compare, look, goOn, resume, merge
  }

  /// The files of one folder of results, by their paths in it.
  private typealias Files = [String: [UInt8]]

  private let folder: String
  private let experiment: Experiment
  /// Finished results, and those of two shards that are not yet united.
  private let models: [Files]
  private let mutation: Mutation
  private(set) var refused = 0
  private(set) var accepted = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/endurance-results-\(getpid())"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = folder + "/experiment.json5"
    let text = """
      {base: 'hamlet.json5', replicates: 2, baseline: 'a',
       variants: [{name: 'a'}, {name: 'b, "c"', set: {'weeks.observed': 12}}]}
      """
    let hamlet = "{city: {residents: 200, neighbourhoods: 1}, weeks: {burnIn: 0, observed: 8, interval: 4}}"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try Data(hamlet.utf8).write(to: URL(fileURLWithPath: folder + "/hamlet.json5"))
    experiment = try ExperimentReader.load(file)
    let whole = Self.batch(experiment, in: folder + "/whole")
    _ = try whole.run()
    for index in 1...2 {
      var shard = Self.batch(experiment, in: folder + "/shards")
      shard.shard = Shard("\(index)/2")
      _ = try shard.run()
    }
    models = try [Self.files(in: folder + "/whole"), Self.files(in: folder + "/shards")]
    mutation = Mutation(
      words: ["a", "b, \"c\"", "finished", "running", "replicate", "vitality", "\"\"", "null"].map {
        Array($0.utf8)
      },
      others: models.flatMap { $0.sorted { $0.key < $1.key }.map(\.value) })
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  private static func batch(_ experiment: Experiment, in folder: String) -> Batch {
    var batch = Batch(experiment, folder: folder, version: "endurance")
    batch.places = true
    batch.keepsStates = true
    return batch
  }

  /// Spoils a file and uses the folder; what is wrong with the way that went, if anything.
  mutating func use(_ dice: inout Dice) throws -> String? {
    let model = dice.pick(models)
    let name = dice.pick(model.keys.sorted())
    let place = folder + "/spoilt"
    try? FileManager.default.removeItem(atPath: place)
    for (path, bytes) in model {
      let bytes = path == name ? mutation.spoil(bytes, &dice) : bytes
      let file = URL(fileURLWithPath: "\(place)/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let use = dice.pick(Use.allCases)
    do {
      let isComputed = try Self.make(use, of: experiment, in: place)
      accepted += 1
      guard isComputed, let wrong = try difference(place) else { return nil }
      return "\(use) of a spoilt \(name) made another \(wrong)"
    } catch let error as EnvironmentError {
      refused += 1
      return error.message.isEmpty ? "\(use) of a spoilt \(name) is refused without a word" : nil
    } catch let failure as InputFailure {
      refused += 1
      return Sanity.problem(failure)
    } catch {
      return "\(use) of a spoilt \(name) ends in \(error)"
    }
  }

  /// True where the tables were made anew, or were found to be right.
  private static func make(_ use: Use, of experiment: Experiment, in place: String) throws -> Bool {
    var batch = batch(experiment, in: place)
    switch use {
    case .compare:
      _ = try Comparison(of: place)
      return false
    case .look:
      _ = try batch.outlook()
      return false
    case .goOn:
      _ = try batch.run()
      return false
    case .resume:
      batch.existing = .resume
      return try batch.run().ending == .finished
    case .merge:
      return try Merge(place).run().ending == .finished
    }
  }

  /// The first table that is not as it was; nil where all are.
  private func difference(_ place: String) throws -> String? {
    try models[0].keys.sorted().filter { $0.hasSuffix(".csv") }.first { name in
      try Data(contentsOf: URL(fileURLWithPath: "\(place)/\(name)")) != Data(models[0][name] ?? [])
    }
  }

  private static func files(in folder: String) throws -> Files {
    var files: Files = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let path = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    return files
  }
}
