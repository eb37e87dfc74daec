import Engine
import Experiments
import Foundation
import Scenarios
import Tables

/// What `run` and `batch` have in common: read, check, compute, report.
struct BatchJob {
  let options: RunningOptions
  let path: String
  let experiment: Experiment
  let console: Console

  private var quiet: Bool { options.arguments.has("quiet") }

  func perform() throws -> ExitStatus {
    // Quiet is without progress and summary; what may make results mean something else is told.
    warn()
    guard let folder = options.folder(for: experiment) else { return try performToOutput() }
    let version = try Version.ofThisBuild()
    var batch = try options.batch(experiment, path: path, folder: folder, version: version)
    if options.arguments.has("beside") {
      let free = try ResultsFolder.free(for: batch)
      batch = try options.batch(experiment, path: path, folder: free, version: version)
      if free != folder { console.say("\(folder) is left as it is; results go to \(free).") }
    }
    if options.arguments.has("dry-run") {
      try foretell(batch)
      return .done
    }
    announce(batch)
    let report = try compute(batch)
    for note in report.notes where !quiet { console.say(note) }
    switch report.ending {
    case .stopped: return stopped(report, folder: batch.folder)
    case .shardFinished:
      if !quiet {
        console.say(
          "Shard \(batch.shard?.description ?? "") is done: \(Readable.runs(report.progress.total)) in "
            + "\(batch.folder). When all shards are: cogov merge \(Shell.quoted(batch.folder))")
      }
      return status(of: report, failures: nil)
    case .alreadyComplete:
      if !quiet { console.say("\(batch.folder) holds this batch already; nothing to compute.") }
    case .finished: break
    }
    if !quiet {
      try BatchSummary(
        folder: batch.folder, plan: try BatchManifest.read(in: batch.folder)?.plan ?? batch.plan,
        report: report
      ).write(to: console)
    }
    return status(of: report, failures: "\(batch.folder)/failures.csv")
  }

  /// Computes in a temporary folder and writes the table of runs to standard output.
  private func performToOutput() throws -> ExitStatus {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cogov-\(UUID().uuidString)")
      .path
    // Nothing is taken over or kept there, whatever the build.
    let batch = try options.batch(experiment, path: path, folder: folder, version: Version.number)
    if options.arguments.has("dry-run") {
      try foretell(batch)
      return .done
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    announce(batch)
    let report = try compute(batch)
    guard report.ending != .stopped else {
      console.say("Stopped after \(report.progress.done) of \(Readable.runs(report.progress.total)).")
      return .stopped
    }
    try pass("\(folder)/runs.csv") { try console.bytes($0) }
    if report.progress.failed > 0 {
      try pass("\(folder)/failures.csv") { console.raw(PlainText.lines(String(decoding: $0, as: UTF8.self))) }
    }
    return status(of: report, failures: nil)
  }

  /// Gives a table in pieces that end at the end of a line.
  private func pass(_ path: String, to use: (ArraySlice<UInt8>) throws -> Void) throws {
    var rest: [UInt8] = []
    do {
      let file = try InputFile(path: path)
      while true {
        let block = try file.read(upTo: 1 << 20)
        if block.isEmpty { break }
        rest += block
        guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { continue }
        try use(rest[...end])
        rest.removeSubrange(...end)
      }
    } catch let problem as InputFile.Problem {
      throw EnvironmentError(path, problem)
    }
    if !rest.isEmpty { try use(rest[...]) }
  }

  private func compute(_ batch: Batch) throws(EnvironmentError) -> BatchReport {
    let signals = try StopOnSignal()
    var display = ProgressDisplay(console, quiet: quiet)
    defer { display.finish() }
    return try batch.run(stop: signals.stop) { display.update($0) }
  }

  private func announce(_ batch: Batch) {
    guard !quiet else { return }
    let estimate = Estimate(batch)
    let title = experiment.title.isEmpty ? experiment.name : experiment.title
    for line in TextLayout.wrap(PlainText.line(title), width: TextLayout.prose(console.width)) {
      console.say(line)
    }
    console.say(
      "\(Readable.variants(experiment.variants.count)), \(Readable.runs(estimate.runs)), "
        + "\(batch.threads == 1 ? "1 thread" : "\(batch.threads) threads"); "
        + "\(Readable.about(estimate.seconds)), \(Readable.megabytes(batch.estimatedBytes(runs: estimate.runs)))"
    )
  }

  private func warn() {
    for warning in experiment.warnings { console.say(warning.description) }
  }

  private func foretell(_ batch: Batch) throws {
    let estimate = Estimate(batch)
    console.say(
      "Would compute \(Readable.runs(estimate.runs)) (\(Readable.variants(experiment.variants.count))) "
        + "in \(Readable.about(estimate.seconds)) on \(batch.threads) threads, with "
        + "\(Readable.megabytes(batch.estimatedBytes(runs: estimate.runs))) on the disk.")
    guard options.folder(for: experiment) != nil else {
      console.say("Would write the table of runs to standard output.")
      return
    }
    switch try batch.outlook() {
    case .new: console.say("Would write to \(batch.folder).")
    case .goesOn(let finished):
      console.say("Would go on in \(batch.folder), with \(finished) of them finished.")
    case .alreadyComplete: console.say("\(batch.folder) holds this batch already: nothing to compute.")
    case .takesOver: console.say("Would take over what fits of the results in \(batch.folder).")
    }
  }

  private func stopped(_ report: BatchReport, folder: String) -> ExitStatus {
    console.say(
      "Stopped: \(report.progress.done) of \(Readable.runs(report.progress.total)) are finished and kept in \(folder)."
    )
    console.say("The same command goes on from there.")
    return .stopped
  }

  func status(of report: BatchReport, failures: String?) -> ExitStatus {
    guard report.progress.failed > 0 else { return .done }
    let place = failures.map { "; \($0) tells why, and how to repeat each" } ?? ""
    console.error("\(report.progress.failed) of \(Readable.runs(report.progress.total)) failed\(place)")
    return .someRunsFailed
  }
}
