import Experiments
import Scenarios

extension Command {
  static let validate = Command(
    name: "validate",
    summary: "Check scenario, experiment and claim files; tell every problem.",
    discussion: [
      "Good files are told with the number of runs they make and about how long those take; of a fractional "
        + "factorial also its resolution, its defining relation and what is aliased; of a claim its frames."
    ],
    operands: [
      OperandDeclaration(
        "FILE", value: .file, repeats: true, "Scenario, experiment or claim files, or folders.")
    ],
    options: RunningOptions.declarations.filter {
      ["set", "weeks", "replicates", "threads"].contains($0.name)
    }
  ) { arguments, console in
    let options = RunningOptions(arguments, command: "validate")
    _ = try options.overrides()
    var problems = InputFailure(diagnostics: [])
    for path in try arguments.operands.flatMap(claims) {
      do {
        switch try options.document(path) {
        case .claim(let claim):
          for warning in claim.experiment.warnings { console.say(warning.description) }
          try console.print([verdict(on: claim, options)])
        case .experiment(let experiment):
          for warning in experiment.warnings { console.say(warning.description) }
          try console.print([verdict(on: experiment, path, options)] + notes(of: experiment))
        }
      } catch let failure as InputFailure {
        problems.add(failure)
      }
    }
    guard problems.count == 0 else { throw problems }
    return .done
  }

  /// The claims of a folder of claims; any other path as it is.
  private static func claims(_ path: String) throws(InputFailure) -> [String] {
    let claims = try ClaimReader.files(in: path) ?? []
    return claims.isEmpty ? [path] : claims.map(\.path)
  }

  private static func verdict(
    on experiment: Experiment, _ path: String, _ options: RunningOptions
  ) throws(UsageError) -> String {
    let batch = try options.batch(experiment, path: path, folder: "", version: Version.number)
    let estimate = Estimate(batch)
    let threads = batch.threads == 1 ? "1 thread" : "\(batch.threads) threads"
    return "\(path): good; \(Readable.variants(experiment.variants.count)), \(Readable.runs(estimate.runs)), "
      + "\(Readable.about(estimate.seconds)) on \(threads)"
  }

  private static func verdict(on claim: Claim, _ options: RunningOptions) throws(UsageError) -> String {
    var runs = 0
    var seconds = 0.0
    for experiment in claim.experiments(replicates: options.arguments.count("replicates")) {
      let batch = try options.batch(
        experiment, path: claim.file, folder: "", version: Version.number)
      let estimate = Estimate(batch)
      runs += estimate.runs
      seconds += estimate.seconds
    }
    let frames = claim.frames.count + (claim.larger == nil ? 0 : 1)
    return "\(claim.file): good claim; \(Readable.variants(claim.experiment.variants.count)) in "
      + "\(Readable.frames(frames)), \(Readable.runs(runs)), \(Readable.about(seconds))"
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
