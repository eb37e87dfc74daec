import Engine
import Experiments
import Foundation
import Scenarios
import Tables

/// The options that every command shares that computes runs.
struct RunningOptions {
  /// An override for examples: the first parameter at its default.
  static let sampleOverride: String = {
    guard let parameter = ParameterID.table.first else { return "weeks.observed=104" }
    return "parameters.\(parameter.id)=\(Catalogue.number(parameter.value))"
  }()

  static let threads = OptionDeclaration(
    "threads", short: "j", value: .count(1...4096), "Runs computed at a time; all cores by default.")

  static let declarations = [
    OptionDeclaration(
      "out", short: "o", value: .folder,
      "Folder of the results; Results/<name> by default. With - the table of runs goes to standard output."),
    OptionDeclaration("resume", "Take over what fits of other results in the folder."),
    OptionDeclaration("beside", "Where the folder holds other results, use a new folder beside it."),
    OptionDeclaration("retry-failed", "Try the runs again that failed before."),
    OptionDeclaration(
      "replicates", short: "n", value: .count(Limits.replicates), "Replicates of every variant."),
    OptionDeclaration(
      "weeks", short: "w", value: .count(Limits.observed), "Weeks observed after the burn-in."),
    OptionDeclaration("seed", short: "s", value: .seed, "Master seed."),
    threads,
    OptionDeclaration(
      "set", value: .text("PATH=VALUE"), repeats: true,
      "Change any value of the scenario, such as \(sampleOverride); may be given often."),
    OptionDeclaration("places", "Write places.csv too: all measures by neighbourhood."),
    OptionDeclaration(
      "only", value: .text("VARIANT:N"), "Compute one run alone: replicate N of a variant."),
    OptionDeclaration(
      "checkpoint-every", value: .count(Limits.run),
      "Save each run in work after every so many weeks; for runs that take hours."),
    OptionDeclaration(
      "keep-states", "Keep the last state of every run, so that more --weeks can be added with --resume."),
    OptionDeclaration(
      "shard", value: .text("I/N"),
      "Compute share I of N only, beside other machines in the same folder; then 'cogov merge DIR'."),
    OptionDeclaration("quiet", short: "q", "No progress and no summary; errors are still told."),
    OptionDeclaration("dry-run", "Check everything and tell what would be done, but compute nothing."),
  ]

  /// Results are never replaced, so there is nothing to force.
  static let instead = ["--force", "-f"].reduce(into: [String: String]()) {
    $0[$1] = "results are never replaced: --beside puts new ones into a folder beside them"
  }

  let arguments: ParsedArguments
  let command: String

  init(_ arguments: ParsedArguments, command: String) {
    self.arguments = arguments
    self.command = command
  }

  /// Where results go; nil where the table of runs goes to standard output.
  func folder(for experiment: Experiment) -> String? {
    let out = arguments.text("out") ?? "Results/\(Self.folderName(experiment.name))"
    return out == "-" ? nil : out
  }

  /// What `--set` and `--weeks` change in the scenario.
  func overrides() throws(UsageError) -> [Override] {
    var overrides: [Override] = []
    for text in arguments.all("set") {
      guard let override = Override(text) else {
        throw UsageError(
          command: command,
          message:
            "--set: '\(text)' is not PATH=VALUE, such as \(Self.sampleOverride); with blanks in it, put it in "
            + "quotes")
      }
      overrides.append(override)
    }
    if let weeks = arguments.text("weeks") { overrides.append(Override(weeks: weeks)) }
    return overrides
  }

  /// Reads a file with what the options change in it.
  func experiment(_ path: String, replicates: Int? = nil) throws -> Experiment {
    try changed(ExperimentReader.load(path, overrides: overrides()), replicates: replicates)
  }

  private func changed(_ experiment: Experiment, replicates: Int? = nil) -> Experiment {
    var experiment = experiment
    if let count = arguments.count("replicates") ?? replicates {
      experiment.replicates = count
      // Whoever gives a number means this number.
      experiment.precision = nil
    }
    if let seed = arguments.seed("seed") { experiment.seed = seed }
    experiment.examine()
    return experiment
  }

  /// Reads a claim with what the options change in all of its frames.
  func claim(_ path: String) throws -> Claim {
    try examined(ClaimReader.load(path, overrides: overrides()))
  }

  private func examined(_ claim: Claim) -> Claim {
    var claim = claim
    claim.frames[0].experiment.examine()
    return claim
  }

  /// Reads a file as a claim or an experiment, with what the options change.
  func document(_ path: String) throws -> ClaimReader.Document {
    switch try ClaimReader.document(path, overrides: overrides()) {
    case .claim(let claim): .claim(examined(claim))
    case .experiment(let experiment): .experiment(changed(experiment))
    }
  }

  /// The batch that the options ask for.
  /// - Parameter version: the program with its build; only what computes or takes over results needs to know it.
  func batch(
    _ experiment: Experiment, path: String, folder: String, version: String
  ) throws(UsageError) -> Batch {
    for (first, second, why) in Self.contradictions where arguments.has(first) && arguments.has(second) {
      throw UsageError(command: command, message: "--\(first) and --\(second) do not go together: \(why)")
    }
    var batch = Batch(experiment, folder: folder, version: version)
    batch.threads = arguments.count("threads") ?? ProcessInfo.processInfo.activeProcessorCount
    batch.places = arguments.has("places")
    batch.existing = arguments.has("resume") ? .resume : .refuse
    batch.checkpointEvery = arguments.count("checkpoint-every")
    batch.keepsStates = arguments.has("keep-states")
    batch.retriesFailed = arguments.has("retry-failed")
    batch.shard = try shard(of: experiment)
    if let text = arguments.text("only") { batch.only = try run(text, of: &batch.experiment) }
    let repetition = repeatedWords(path: path, seed: experiment.seed)
    let count =
      arguments.text("only").map { ["--only", Shell.quoted($0)] }
      ?? (experiment.precision == nil ? ["--replicates", String(experiment.replicates)] : [])
    let kept = ["places", "keep-states"].filter(arguments.has).map { "--\($0)" }
    let out = arguments.text("out") == "-" ? "-" : folder
    batch.command = (repetition + count + kept + ["--out", Shell.quoted(out)]).joined(separator: " ")
    batch.commandForRun = { variant, replicate in
      (repetition + ["--only", Shell.quoted("\(variant):\(replicate)"), "--out", "-"]).joined(separator: " ")
    }
    return batch
  }

  /// Options that contradict each other, and why.
  private static let contradictions = [
    ("resume", "beside", "the one keeps to the folder, the other goes to a new one"),
    ("shard", "beside", "shards share one folder; choose it with --out"),
    ("shard", "only", "a shard is a share of all runs"),
    ("shard", "retry-failed", "merge the shards first, then try the failed runs again on one machine"),
  ]

  private func shard(of experiment: Experiment) throws(UsageError) -> Shard? {
    guard let text = arguments.text("shard") else { return nil }
    guard let shard = Shard(text) else {
      throw UsageError(
        command: command, message: "--shard: '\(text)' is not I/N with I from 1 to N, such as 3/8")
    }
    guard experiment.precision == nil else {
      throw UsageError(
        command: command,
        message: "--shard: how many replicates are needed shows only when all runs are together; "
          + "give their number with --replicates")
    }
    guard arguments.text("out") != "-" else {
      throw UsageError(
        command: command, message: "--shard: shards need a folder that they share; give it with --out")
    }
    return shard
  }

  /// The words that make the same runs again, without where they go.
  private func repeatedWords(path: String, seed: UInt64) -> [String] {
    var words = ["cogov", "batch", Shell.quoted(path), "--seed", String(seed)]
    for text in arguments.all("set") { words += ["--set", Shell.quoted(text)] }
    if let weeks = arguments.text("weeks") { words += ["--weeks", weeks] }
    return words
  }

  /// Reads `VARIANT:N`; the replicate may lie beyond those that the file asks for.
  private func run(_ text: String, of experiment: inout Experiment) throws(UsageError) -> RunID {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, let replicate = Int(parts[parts.count - 1]),
      Limits.replicates.contains(replicate)
    else {
      throw UsageError(
        command: command,
        message:
          "--only: '\(text)' is not VARIANT:N with N from 1 to \(Limits.replicates.upperBound), such as baseline:3"
      )
    }
    let name = parts.dropLast().joined(separator: ":")
    guard let variant = experiment.variants.firstIndex(where: { $0.name == name }) else {
      let names = experiment.variants.map(\.name)
      let hint = Suggestion.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw UsageError(command: command, message: "--only: there is no variant '\(name)'\(hint)")
    }
    experiment.replicates = max(experiment.replicates, replicate)
    return RunID(variant: variant, replicate: replicate)
  }

  /// A name as a single folder below `Results`.
  private static func folderName(_ name: String) -> String {
    let safe = name.unicodeScalars.map { $0 == "/" || PlainText.isHidden($0) ? "-" : String($0) }.joined()
    return safe.isEmpty || safe.hasPrefix(".") ? "batch" + safe : safe
  }
}
