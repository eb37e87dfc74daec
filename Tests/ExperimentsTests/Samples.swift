import Foundation
import Synchronization
import Testing

@testable import Engine
@testable import Experiments
@testable import Scenarios

/// A folder that goes away with the test.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("cogov-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data(), as: UTF8.self)
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

  /// All files but the manifest, by name.
  var results: [String: String] {
    Dictionary(uniqueKeysWithValues: names.filter { $0 != "manifest.json" }.map { ($0, text($0)) })
  }
}

/// Which runs a runner was asked for.
final class Calls: Sendable {
  private let calls = Mutex<[Int]>([])
  func add(_ replicate: Int) { calls.withLock { $0.append(replicate) } }
  var replicates: [Int] { calls.withLock { $0 } }
}

enum Sample {
  /// What the factor of the sample sets: any condition will do.
  private static let condition = ConditionID.allCases.first!

  /// An experiment with one factor whose level sets the load of demands.
  static func experiment(variants: Int = 3, replicates: Int = 4, seed: UInt64 = 7) -> Experiment {
    let list = (0..<variants).map { index in
      var scenario = scenario("v\(index)", digest: "d\(index)")
      scenario.setting.conditions.values[condition] = Double(index) * 0.5
      return Variant(name: "load, \(index)", levels: ["\(index)"], scenario: scenario)
    }
    return Experiment(
      name: "sample", title: "A sample", description: "", factors: ["load"], variants: list,
      replicates: replicates, seed: seed, baseline: nil, digest: "experiment", files: ["sample.json5"])
  }

  static func scenario(_ name: String, digest: String) -> Scenario {
    Scenario(
      name: name, title: name, description: "", setting: Setting(), seed: 1, replicates: 1, digest: digest,
      files: [])
  }

  /// A batch with a small model in place of the engine: numbers that depend on everything they should.
  static func batch(_ experiment: Experiment, in folder: String, calls: Calls = Calls()) -> Batch {
    var batch = Batch(experiment, folder: folder, version: "test")
    batch.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      calls.add(replicate)
      return result(setting, seed, replicate, places)
    }
    return batch
  }

  /// Puts parts of so many runs of a batch on the disk, as an execution that was killed leaves them.
  static func commitParts(of batch: Batch, runs: Int = .max) throws {
    let plan = batch.plan
    let store = PartStore(in: batch.folder)
    try store.create()
    for id in plan.runs.prefix(runs) {
      let setting = batch.experiment.variants[id.variant].scenario.setting
      let rows = BatchTables(plan).rows(result(setting, plan.seed, id.replicate, plan.places), of: id)
      try store.commit(Part(identity: plan.identity(of: id), failed: false, rows: rows), of: id)
    }
  }

  static func result(_ setting: Setting, _ seed: UInt64, _ replicate: Int, _ places: Bool) -> RunResult {
    let load = setting.conditions[condition]
    var values = Measure.table.indices.map { Double($0) + load + Double(replicate) / 3 + Double(seed) }
    if replicate == 2 { values[1] = .nan }
    var fingerprint = Fingerprint()
    fingerprint.combine(replicate)
    return RunResult(
      measures: values, series: [4, 8].map { .init(week: $0, values: values) },
      places: places
        ? [
          .init(
            place: "A", district: "D", subdistrict: "S", block: "B", x: 0.5, y: 1, residents: 10,
            values: values)
        ] : [],
      flows: [.init(from: "units", to: "residents", resource: "venue", purpose: "meetings", amount: 60)],
      fingerprint: fingerprint)
  }
}
