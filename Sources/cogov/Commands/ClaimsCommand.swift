import Experiments
import Foundation
import Scenarios

extension Command {
  static let claims = Command(
    name: "claims",
    summary: "Try the claims of the literature; tell what came of each.",
    discussion: [
      "A claim file holds an experiment and what is expected of it. Each is run as registered, under rival forms "
        + "of the laws that carry it, in a setting where the law that carries it does nothing, under its "
        + "conditions and in a larger world; with --draws also under draws of all free parameters.",
      "Without ID all claims of the folder are tried. What is complete is not computed again; a changed claim keeps "
        + "the runs that did not change. The tables hold every claim of the folder whose results are complete.",
    ],
    operands: [
      OperandDeclaration(
        "ID", value: .text("ID"), required: false, repeats: true, "Claims, by the names of their files.")
    ],
    options: [
      OptionDeclaration("folder", value: .folder, "Folder of the claim files; Scenarios/claims by default."),
      OptionDeclaration(
        "out", short: "o", value: .folder, "Folder of the results; Results/claims by default."),
      OptionDeclaration(
        "draws", value: .count(0...10_000),
        "Draws of the parameters, for robustness; 0 by default, 100 for a result to tell."),
      OptionDeclaration(
        "replicates", short: "n", value: .count(2...Limits.replicates.upperBound),
        "Replicates in place of those that the claims register, or of more that are there; fewer than are there are "
          + "refused."),
      RunningOptions.threads,
      OptionDeclaration("page", value: .file, "Also write the results as a page in Markdown."),
      OptionDeclaration(
        "only-page", "Compute nothing: with --page, make the page of the tables that are there."),
      OptionDeclaration("quiet", short: "q", "No progress and no summary; errors are still told."),
      OptionDeclaration("dry-run", "Check all files and tell what would be done, but compute nothing."),
    ],
    examples: [
      ("cogov claims", "All claims; results go to Results/claims."),
      ("cogov claims A1 B3 --replicates 160", "Two claims, with more replicates."),
      ("cogov claims --draws 100 --page Claims.md", "With robustness, and as a page."),
    ]
  ) { arguments, console in
    try ClaimsJob(arguments: arguments, console: console).perform()
  }
}

/// The work of `cogov claims`: read, compute, judge, tell.
private struct ClaimsJob {
  let arguments: ParsedArguments
  let console: Console

  private var quiet: Bool { arguments.has("quiet") }
  private var out: String { arguments.text("out") ?? "Results/claims" }
  private var folder: String { arguments.text("folder") ?? "Scenarios/claims" }

  func perform() throws -> ExitStatus {
    if arguments.has("only-page") { return try onlyPage() }
    let files = try claimFiles()
    let wanted = try chosen(of: files)
    let version = try Version.ofThisBuild()
    let work = ClaimTrials(try trials(of: wanted, version))
    for trial in work.trials {
      for warning in trial.claim.experiment.warnings { console.say(warning.description) }
    }
    let tasks = try work.tasks()
    if arguments.has("dry-run") {
      foretell(work, tasks)
      return .done
    }
    // What cannot be written is refused before anything is computed.
    try ClaimTables.examine(out)
    if let page = arguments.text("page") { try ClaimsPage.examine(page) }
    announce(work, tasks)
    let report = try compute(work, tasks)
    guard !report.isStopped else {
      console.say(
        "Stopped: \(report.runs.done) of \(Readable.runs(report.runs.total)) are finished and kept in \(out)."
      )
      console.say("The same command goes on from there.")
      return .stopped
    }
    let results = try self.results(work.trials, of: files, version)
    try ClaimTables(results).write(to: out)
    if let page = arguments.text("page") { try ClaimsPage(folder: out, isVerified: true).write(to: page) }
    if !quiet {
      let asked = results.filter { result in wanted.contains { $0.id == result.claim.id } }
      for line in ClaimsReport(results: asked, all: results.count, folder: out).lines(width: console.width) {
        console.say(line)
      }
    }
    guard report.failed > 0 else { return .done }
    let folders = report.foldersWithFailures.prefix(3).map { "\($0)/failures.csv" }.joined(separator: ", ")
    console.error("\(report.failed) runs failed; \(folders) tells why, and how to repeat each")
    return .someRunsFailed
  }

  /// Tables may be of another build, or of another machine.
  private func onlyPage() throws -> ExitStatus {
    guard let page = arguments.text("page") else {
      throw UsageError(command: "claims", message: "--only-page: name the page with --page FILE")
    }
    try ClaimsPage(folder: out, isVerified: false).write(to: page)
    if !quiet {
      console.say("claims.csv and tests.csv in \(out) were read as they are, unverified; the page says so.")
    }
    return .done
  }

  // MARK: Files

  private func claimFiles() throws -> [(id: String, path: String)] {
    guard let files = try ClaimReader.files(in: folder) else {
      throw EnvironmentError(
        "there is no folder \(folder)", remedy: "Name the folder of the claim files with --folder.")
    }
    guard !files.isEmpty else {
      throw EnvironmentError(
        "there are no claim files in \(folder)", remedy: "'cogov schema claim' tells what is in one.")
    }
    return files
  }

  private func chosen(of files: [(id: String, path: String)]) throws(UsageError) -> [(
    id: String, path: String
  )] {
    for id in arguments.operands where !files.contains(where: { $0.id == id }) {
      let hint = Suggestion.nearest(to: id, among: files.map(\.id)).map { "; did you mean '\($0)'?" } ?? ""
      throw UsageError(command: "claims", message: "there is no claim '\(id)' in \(folder)\(hint)")
    }
    return arguments.operands.isEmpty ? files : files.filter { arguments.operands.contains($0.id) }
  }

  /// The claims of files, all problems told together.
  private func trials(of files: [(id: String, path: String)], _ version: String) throws -> [ClaimTrial] {
    var trials: [ClaimTrial] = []
    var problems = InputFailure(diagnostics: [])
    for file in files {
      do {
        var trial = trial(try ClaimReader.load(file.path), version)
        // Finished runs are not thrown away: more replicates than are registered stay.
        trial.replicates =
          try arguments.count("replicates")
          ?? trial.knownReplicates().map { max($0, trial.claim.experiment.replicates) }
        trial.draws = arguments.count("draws") ?? 0
        trials.append(trial)
      } catch let failure as InputFailure {
        problems.add(failure)
      }
    }
    guard problems.count == 0 else { throw problems }
    return trials
  }

  private func trial(_ claim: Claim, _ version: String) -> ClaimTrial {
    var trial = ClaimTrial(claim, in: out, version: version)
    trial.threads = arguments.count("threads") ?? ProcessInfo.processInfo.activeProcessorCount
    trial.commandForRun = { claim, changes, variant, replicate in
      var words = ["cogov", "batch", Shell.quoted(claim.file), "--seed", String(claim.experiment.seed)]
      for change in changes { words += ["--set", Shell.quoted(change)] }
      return (words + ["--only", Shell.quoted("\(variant):\(replicate)"), "--out", "-"]).joined(
        separator: " ")
    }
    return trial
  }

  // MARK: Computing

  private func compute(
    _ work: ClaimTrials, _ tasks: [ClaimTrials.Task]
  ) throws(EnvironmentError) -> ClaimTrials.Report {
    let signals = try StopOnSignal()
    var display = ProgressDisplay(console, quiet: quiet || tasks.isEmpty)
    defer { display.finish() }
    return try work.run(tasks, stop: signals.stop) {
      display.update($0.runs, what: $0.claim, left: $0.secondsLeft)
    }
  }

  private func announce(_ work: ClaimTrials, _ tasks: [ClaimTrials.Task]) {
    for task in tasks {
      guard let damage = task.damage else { continue }
      console.say("\(work.trials[task.trial].claim.id): \(damage); its runs are computed anew.")
    }
    guard !quiet else { return }
    for task in tasks where task.isChanged && task.damage == nil {
      let trial = work.trials[task.trial]
      console.say(
        "\(trial.claim.id): its files, the options or the program changed; the results in "
          + "\(trial.folder(of: task.part)) are kept as far as they fit, the rest is computed anew.")
    }
    guard !tasks.isEmpty else {
      console.say("\(out) holds all results already; nothing to compute.")
      return
    }
    console.say(
      "\(Readable.claims(work.trials.count)), \(Readable.runs(tasks.reduce(0) { $0 + $1.runs })) to compute, "
        + "\(Readable.about(tasks.reduce(0) { $0 + $1.seconds }))")
  }

  private func foretell(_ work: ClaimTrials, _ tasks: [ClaimTrials.Task]) {
    let claims = Set(tasks.map(\.trial)).count
    console.say(
      "Would compute \(Readable.runs(tasks.reduce(0) { $0 + $1.runs })) of \(Readable.claims(claims)) in "
        + "\(Readable.about(tasks.reduce(0) { $0 + $1.seconds })); "
        + "\(work.trials.count - claims) of \(work.trials.count) are complete in \(out).")
  }

  // MARK: Results

  /// What came of the claims that were asked for and of all others whose results are complete.
  private func results(
    _ asked: [ClaimTrial], of files: [(id: String, path: String)], _ version: String
  ) throws(EnvironmentError) -> [ClaimResult] {
    var results: [ClaimResult] = []
    for file in files {
      // Draws that were made before count, whether or not they are asked for again.
      if let trial = asked.first(where: { $0.claim.id == file.id }) {
        results.append(try trial.withKnownDraws().result())
      } else if var trial = trial(file.path, version) {
        trial.replicates = try trial.knownReplicates()
        if trial.replicates != nil, try trial.isComplete() {
          results.append(try trial.withKnownDraws().result())
        }
      }
    }
    return results
  }

  /// A claim that was not asked for; nil where its file is wrong, which is said.
  private func trial(_ path: String, _ version: String) -> ClaimTrial? {
    do throws(InputFailure) {
      return trial(try ClaimReader.load(path), version)
    } catch {
      console.say("\(path) has mistakes, so its claim is left out of the tables; cogov validate tells which.")
      return nil
    }
  }
}
