import Experiments
import Scenarios

extension Command {
  static let validate = Command(
    name: "validate",
    summary: "Check scenario and experiment files; tell every problem.",
    discussion: ["Good files are told with the number of runs they make and about how long those take."],
    operands: [
      OperandDeclaration("FILE", value: .file, repeats: true, "Scenario or experiment files, or folders.")
    ],
    options: RunningOptions.declarations.filter {
      ["set", "weeks", "replicates", "threads"].contains($0.name)
    }
  ) { arguments, console in
    let options = RunningOptions(arguments, command: "validate")
    _ = try options.overrides()
    var problems: [Diagnostic] = []
    for path in arguments.operands {
      do {
        try console.print([verdict(on: options.experiment(path), path, options)])
      } catch let failure as InputFailure {
        problems += failure.diagnostics
      }
    }
    guard problems.isEmpty else { throw InputFailure(diagnostics: problems) }
    return .done
  }

  private static func verdict(
    on experiment: Experiment, _ path: String, _ options: RunningOptions
  ) throws(UsageError) -> String {
    let batch = try options.batch(experiment, path: path, folder: "")
    let estimate = Estimate(batch)
    let threads = batch.threads == 1 ? "1 thread" : "\(batch.threads) threads"
    return "\(path): good; \(Readable.variants(experiment.variants.count)), \(Readable.runs(estimate.runs)), "
      + "\(Readable.about(estimate.seconds)) on \(threads)"
  }
}
