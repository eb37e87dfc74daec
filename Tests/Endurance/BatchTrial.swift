import Engine
import Experiments
import Foundation
import Scenarios

/// Many runs of a model that does nothing: what a batch itself takes in time and memory.
struct BatchTrial {
  static let command = Endurance.Command(
    name: "batch", words: "RUNS [FOLDER]",
    summary: "Computes RUNS runs of nothing, in FOLDER or a temporary one, and tells time and memory of each."
  ) { words in
    let runs = try Endurance.number(words, 0, "RUNS")
    let temporary = FileManager.default.temporaryDirectory.path + "/cogov-endurance-\(getpid())"
    let folder = words.count > 1 ? words[1] : temporary
    defer { if words.count < 2 { try? FileManager.default.removeItem(atPath: folder) } }
    return try run(runs, in: folder)
  }

  private static let mostMemory = 200
  private static let mostMilliseconds = 2.0

  private static func run(_ runs: Int, in folder: String) throws -> Bool {
    var setting = try Hamlet.setting()
    setting.schedule.burnIn = 0
    setting.schedule.observed = 4
    let result = try Simulation.run(setting, seed: 1, replicate: 1)
    let scenario = Scenario(
      name: "nothing", title: "Nothing", description: "", setting: setting, seed: 1, replicates: runs,
      digest: "0", files: [])
    let experiment = Experiment(
      name: "nothing", title: "Nothing", description: "", factors: [],
      variants: [Variant(name: "nothing", levels: [], scenario: scenario)], replicates: runs, seed: 1,
      baseline: nil, digest: "0", files: [])
    var batch = Batch(experiment, folder: folder, version: "endurance")
    batch.runner = { (_, _, _, _) throws(SimulationError) in result }
    let start = ContinuousClock.now
    let report = try batch.run()
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    guard report.progress.done == runs, let rows = lines(of: "\(folder)/runs.csv"), rows == runs + 1 else {
      print("not all runs are in the table")
      return false
    }
    let each = (milliseconds / Double(runs) * 100).rounded() / 100
    print("\(runs) runs: \(each) ms each, peak \(Guard.peak) MB, all in the table")
    // Told, not judged: the disk decides, and others may be at work on it.
    if each > mostMilliseconds { print("more than \(mostMilliseconds) ms: is the disk busy?") }
    if Guard.peak > mostMemory { print("more than \(mostMemory) MB") }
    return Guard.peak <= mostMemory
  }

  private static func lines(of path: String) -> Int? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    var count = 0
    while let block = try? file.read(upToCount: 1 << 20), !block.isEmpty {
      count += block.count { $0 == UInt8(ascii: "\n") }
    }
    return count
  }
}
