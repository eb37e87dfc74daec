extension Command {
  static let batch = Command(
    name: "batch",
    summary: "Run an experiment or a folder of scenarios, in parallel.",
    discussion: [
      "Every variant is run with every replicate. A batch that was stopped goes on where it was when the same "
        + "command is given again. The results are the same bytes for any number of threads."
    ],
    operands: [
      OperandDeclaration("PATH", value: .file, "An experiment file, a folder of scenarios, or one scenario.")
    ],
    options: RunningOptions.declarations,
    instead: RunningOptions.instead,
    examples: [
      ("cogov batch Scenarios/tradeoff", "All runs; results go to Results/tradeoff."),
      ("cogov batch Scenarios/tradeoff --dry-run", "How many runs, how long, and whether they could start."),
      ("cogov batch Scenarios/tradeoff -n 50 -o Results/long", "With more replicates, to another folder."),
    ]
  ) { arguments, console in
    let options = RunningOptions(arguments, command: "batch")
    let path = arguments.operands[0]
    let experiment = try options.experiment(path)
    return try BatchJob(options: options, path: path, experiment: experiment, console: console).perform()
  }
}
