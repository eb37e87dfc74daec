import Foundation
import Scenarios
import Testing

@testable import Engine
@testable import Experiments

/// A claim with a model in place of the engine whose effects are known.
enum ClaimSample {
  static let world = """
    {weeks: {burnIn: 2, observed: 12, interval: 4}, city: {preset: "lingyun", scale: 0.01}, seed: 3, replicates: 6}
    """
  static let contrast = #"{measure: "grievance", weights: {b: 1, a: -1}, expect: "increase", smallest: 0.5}"#

  /// A claim over three variants: load 1, load 2 and a fund.
  static func text(
    contrasts: [String] = [contrast], shape: String = "increase", neutral: String? = "parameters.asksPerTie",
    more: String = ""
  ) -> String {
    let neutral = neutral.map { "neutral: {laws: [\"Mobilisation\"], set: {\"\($0)\": 0}}," } ?? ""
    return """
      {title: "Load, \\"and\\" grievance", source: "A source, a topic", claim: "Load brings grievance.", base: "world.json5",
       shape: "\(shape)", origin: "\(neutral.isEmpty ? "built-in" : "emergent")", reason: "Mobilisation.", rivals: ["veto"],
       variants: [{name: "a"}, {name: "b", set: {"conditions.demandLoad": 2}}, {name: "c", set: {"mechanisms.autonomyFund": true}}],
       contrasts: [\(contrasts.joined(separator: ", "))], \(neutral)
       conditions: {"few ties": {"conditions.tieDensity": 0.5}}, \(more)}
      """
  }

  static func trial(_ text: String, in folder: TemporaryFolder, id: String = "A1") throws -> ClaimTrial {
    try folder.write("world.json5", world)
    try folder.write("\(id).json5", text)
    var trial = ClaimTrial(
      try ClaimReader.load("\(folder.path)/\(id).json5"), in: "\(folder.path)/out", version: "test")
    trial.runner = runner
    trial.threads = 2
    return trial
  }

  /// Computes a claim and gives what came of it.
  static func result(_ text: String, draws: Int = 0, with runner: Batch.Runner? = nil) throws -> ClaimResult {
    let folder = try TemporaryFolder()
    var trial = try trial(text, in: folder)
    trial.draws = draws
    if let runner { trial.runner = runner }
    let work = ClaimTrials([trial])
    _ = try work.run(try work.tasks())
    return try trial.result()
  }

  /// Grievance is load times asking, with luck that all variants of a replicate share; it falls in later weeks.
  static let runner: Batch.Runner = { (setting, seed, replicate, _) throws(SimulationError) in
    let load = setting.conditions.values[name: "demandLoad"] ?? .nan
    let asking = (setting.parameters[name: "asksPerTie"] ?? .nan) / 0.0329
    let luck = Double(replicate % 3) + Double(seed)
    var grievance = load * asking + luck
    // Luck of each variant alone, so that effects vary.
    grievance += load > 1 ? Double(replicate % 2) * 0.1 : 0
    if setting.forms.veto == .removing { grievance = luck - load }
    // Where ties are few, load makes grievance vary.
    if setting.conditions.values[name: "tieDensity"] == 0.5 { grievance = luck * load }
    let fund = setting.mechanisms.contains { $0.id == "autonomyFund" }
    let values = Measure.table.map { $0.id == "grievance" ? grievance : $0.id == "order" ? .nan : 1 }
    var fingerprint = Fingerprint()
    fingerprint.combine(replicate)
    return RunResult(
      measures: values,
      series: [4, 8, 12].map { week in
        .init(week: week, values: values.map { week > 4 ? -$0 * Double(week) : $0 })
      }, places: [],
      flows: [
        .init(
          from: "treasury", to: "residentsCommittee", resource: "money", purpose: "budget",
          amount: fund ? 1120 : 1000),
        .init(from: "market", to: "residents", resource: "money", purpose: "wage", amount: Int64(load) * 500),
        .init(from: "nature", to: "residentsCommittee", resource: "time", purpose: "working", amount: 600),
        .init(
          from: "nature", to: "residents", resource: "time", purpose: "working", amount: Int64(load) * 60),
        .init(
          from: "residents", to: "units", resource: "time", purpose: "contribution", amount: Int64(load) * 6),
      ], fingerprint: fingerprint)
  }
}
