import Experiments
import Foundation
import Scenarios

extension Command {
  /// Options that change what is computed or saved; every task is given them.
  static let slurmPassesOn = [
    "replicates", "weeks", "seed", "set", "places", "checkpoint-every", "keep-states", "resume",
  ]

  static let slurm = Command(
    name: "slurm",
    summary: "Write scripts that compute an experiment on a cluster with Slurm.",
    discussion: [
      "The scripts go beside the results, to <out>.slurm. They submit an array of tasks on one core each, and a "
        + "job that unites their results. A task that is stopped, killed or out of time keeps its finished runs; "
        + "started again, it goes on from there. The results are the bytes that one machine would have written.",
      "All machines must see this folder, the results and the program under the same paths. Do not build cogov "
        + "again before the jobs have ended.",
    ],
    operands: [
      OperandDeclaration("PATH", value: .file, "An experiment file, a folder of scenarios, or one scenario.")
    ],
    options: [
      OptionDeclaration(
        "tasks", value: .count(1...Shard.most), "Tasks of the array, at most. Must be given."),
      OptionDeclaration(
        "time", value: .text("HH:MM:SS"),
        "Time limit of a task; by default four times what it is expected to take, at least ten minutes."),
      OptionDeclaration(
        "memory", value: .count(16...100_000_000),
        "Megabytes of memory of a task; by default as the largest run needs."),
      OptionDeclaration("partition", value: .text("NAME"), "Partition to submit to."),
      OptionDeclaration("account", value: .text("NAME"), "Account to charge."),
      OptionDeclaration(
        "shortest", value: .count(0...1_000_000),
        "Seconds that a task should take at least, 60 by default; there are fewer tasks where they would be "
          + "shorter."),
      OptionDeclaration(
        "out", short: "o", value: .folder, "Folder of the results; Results/<name> by default."),
    ]
      + RunningOptions.declarations.filter { slurmPassesOn.contains($0.name) },
    examples: [
      (
        "cogov slurm Scenarios/tradeoff --tasks 20 -n 500 --out Results/large",
        "Write Results/large.slurm/submit.sh and others."
      ),
      ("bash Results/large.slurm/submit.sh", "Submit them."),
    ]
  ) { arguments, console in
    try SlurmJob(arguments, console).perform()
  }
}
