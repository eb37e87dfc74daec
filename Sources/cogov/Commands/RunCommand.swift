import Scenarios

extension Command {
  static let run = Command(
    name: "run",
    summary: "Run one scenario, one replicate or more, and tell its main measures.",
    operands: [OperandDeclaration("FILE", value: .file, "A scenario file.")],
    options: RunningOptions.declarations,
    instead: RunningOptions.instead,
    examples: [
      ("cogov run Scenarios/tradeoff/baseline.json5", "One run; results go to Results/baseline."),
      (
        "cogov run mine.json5 -n 20 --set \(RunningOptions.sampleOverride)",
        "Twenty replicates of a changed scenario."
      ),
      ("cogov run mine.json5 --out - --quiet", "The row of results on standard output."),
    ]
  ) { arguments, console in
    let options = RunningOptions(arguments, command: "run")
    let path = arguments.operands[0]
    let experiment = try options.experiment(path, replicates: 1)
    guard experiment.variants.count == 1 else {
      throw UsageError(
        command: "run",
        message: "\(path) has \(experiment.variants.count) variants; 'cogov batch' runs them all")
    }
    return try BatchJob(options: options, path: path, experiment: experiment, console: console).perform()
  }
}
