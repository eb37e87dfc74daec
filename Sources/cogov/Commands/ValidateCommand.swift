import Experiments
import Scenarios

extension Command {
  static let validate = Command(
    name: "validate",
    summary: "Check scenario and experiment files; tell every problem.",
    discussion: [
      "Good files are told with the number of runs they make and about how long those take; of a fractional "
        + "factorial also its resolution, its defining relation and what is aliased."
    ],
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
        let experiment = try options.experiment(path)
        for warning in experiment.warnings { console.say(warning.description) }
        try console.print([verdict(on: experiment, path, options)] + notes(of: experiment))
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

  private static func notes(of experiment: Experiment) -> [String] {
    experiment.notes.flatMap { note in
      // Lines after the first are set in further.
      TextLayout.wrap(note, width: HelpText.width - 2, indent: 2).enumerated().map { index, line in
        index == 0 ? line : "  " + line
      }
    }
  }
}
