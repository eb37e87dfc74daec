import Experiments
import Foundation
import Scenarios

/// Plans the tasks of an experiment, writes their scripts and says what to do with them.
struct SlurmJob {
  private let arguments: ParsedArguments
  private let options: RunningOptions
  private let console: Console

  /// Many clusters allow no array with more tasks than this unless set otherwise (MaxArraySize).
  private static let usualLimit = 1000

  init(_ arguments: ParsedArguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
    options = RunningOptions(arguments, command: Command.slurm.name)
  }

  func perform() throws -> ExitStatus {
    let path = arguments.operands[0]
    guard let asked = arguments.count("tasks") else {
      throw failure("--tasks is missing: among how many tasks should the runs be shared?")
    }
    let experiment = try options.experiment(path)
    for warning in experiment.warnings { console.say(warning.description) }
    guard experiment.precision == nil else {
      throw failure(
        "how many replicates are needed shows only when all runs are together; "
          + "give their number with --replicates")
    }
    guard let out = options.folder(for: experiment) else {
      throw failure("--out must be a folder here: many tasks cannot share standard output")
    }
    var batch = try options.batch(
      experiment, path: path, folder: out, version: try Version.ofThisBuild())
    batch.threads = 1
    let estimate = Estimate(batch)
    let tasks = estimate.worthwhileTasks(of: asked, shortest: Double(arguments.count("shortest") ?? 60))
    let results = Self.absolute(out)
    let scripts = SlurmScripts(
      name: experiment.name, program: try Self.program(),
      workingFolder: try ProcessSetup.workingFolder(), words: words(path), results: results,
      folder: results + ".slurm", tasks: tasks, timeLimit: try timeLimit(estimate, tasks: tasks),
      megabytes: arguments.count("memory") ?? Self.megabytes(estimate),
      partition: arguments.text("partition"),
      account: arguments.text("account"), command: commandLine)
    try check(scripts)
    let folder = SlurmFolder(path: scripts.folder)
    try folder.examine()
    if try batch.outlook() == .alreadyComplete {
      console.say("\(out) holds this batch already; nothing to compute.")
      return .done
    }
    try folder.write(scripts)
    tell(scripts, asked: asked, estimate, shown: out + ".slurm")
    return .done
  }

  private func failure(_ message: String) -> UsageError {
    UsageError(command: Command.slurm.name, message: message)
  }

  /// The words of `cogov batch` that make the same runs.
  private func words(_ path: String) -> [String] {
    [path] + arguments.words(of: Command.slurm.options.filter { Command.slurmPassesOn.contains($0.name) })
  }

  private var commandLine: String {
    let words = ["cogov", "slurm"] + arguments.operands + arguments.words(of: Command.slurm.options)
    return words.map(Shell.quoted).joined(separator: " ")
  }

  private func timeLimit(_ estimate: Estimate, tasks: Int) throws(UsageError) -> SlurmTime {
    guard let text = arguments.text("time") else {
      return SlurmTime(forWorkOf: estimate.longestTask(of: tasks))
    }
    guard let time = SlurmTime(text) else {
      throw failure("--time: '\(text)' is not HH:MM:SS, such as 02:30:00")
    }
    return time
  }

  private static func megabytes(_ estimate: Estimate) -> Int {
    let step = 256
    return (estimate.memoryOfOne + (step << 20) - 1) / (step << 20) * step
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  private static func program() throws(EnvironmentError) -> String {
    guard let path = ProcessSetup.program else {
      throw EnvironmentError("cannot find the path of the running program")
    }
    return absolute(path)
  }

  /// Refuses what no `#SBATCH` line can say.
  private func check(_ scripts: SlurmScripts) throws(UsageError) {
    guard SlurmScripts.canDirect(scripts.folder) else {
      throw failure(
        "Slurm takes no backslash, line break or control character in '\(scripts.folder)'; "
          + "choose other results with --out")
    }
    for option in ["partition", "account"] {
      guard let name = arguments.text(option), !SlurmScripts.canDirect(name) else { continue }
      throw failure("--\(option): '\(name)' has a backslash, line break or control character")
    }
  }

  private func tell(_ scripts: SlurmScripts, asked: Int, _ estimate: Estimate, shown: String) {
    let tasks = scripts.tasks
    if tasks < asked {
      let reason =
        tasks == estimate.runs ? "there are no more runs" : "more would be too short to be worth their start"
      console.say("\(tasks == 1 ? "1 task" : "\(tasks) tasks") instead of \(asked): \(reason).")
    }
    if estimate.longestRun > Double(scripts.timeLimit.seconds - 60), !arguments.has("checkpoint-every") {
      console.warning(
        "one run takes \(Readable.about(estimate.longestRun)); a task that cannot finish one within --time "
          + "makes no headway without --checkpoint-every")
    }
    if tasks > Self.usualLimit {
      console.warning("many clusters allow no more than \(Self.usualLimit) tasks in an array (MaxArraySize)")
    }
    console.say(
      "\(Readable.runs(estimate.runs)) in \(tasks == 1 ? "1 task" : "\(tasks) tasks") of "
        + "\(Readable.about(estimate.longestTask(of: tasks))) on one core and \(scripts.megabytes) MB each; "
        + "time limit \(scripts.timeLimit).")
    console.say("Wrote \(scripts.files.map(\.name).joined(separator: ", ")) to \(shown).")
    console.say("Next: bash \(Shell.quoted("\(shown)/\(SlurmScripts.names.submit)"))")
    console.say("Where tasks were lost, submit again: what is finished stays.")
  }
}
