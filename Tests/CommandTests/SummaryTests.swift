import Engine
import Experiments
import Foundation
import Scenarios
import Testing

@testable import cogov

struct BatchSummaryTests {
  /// A batch over variants with invented results.
  private func summary(variants: Int, replicates: Int, _ value: (Int, Int, Int) -> String) throws -> (
    TemporaryFolder, BatchSummary
  ) {
    let folder = try TemporaryFolder()
    try folder.write("base.json5", FileCommandTests.scenario)
    let parameter = FileCommandTests.parameter
    let list = (0..<variants).map {
      "{name: \"v\($0)\", set: {\"parameters.\(parameter.id)\": \(parameter.value)}}"
    }
    let path = try folder.write(
      "e.json5",
      "{base: \"base.json5\", replicates: \(replicates), variants: [\(list.joined(separator: ","))]}")
    let measures = BatchSummary.mainMeasures
    var table = "variant,replicate,seed,\(measures.joined(separator: ","))\n"
    for variant in 0..<variants {
      for replicate in 1...replicates {
        let cells = measures.indices.map { value(variant, replicate, $0) }
        table += "v\(variant),\(replicate),5,\(cells.joined(separator: ","))\n"
      }
    }
    try folder.write("runs.csv", table)
    let batch = Batch(try ExperimentReader.load(path), folder: folder.path, version: "test")
    let count = variants * replicates
    let progress = BatchProgress(total: count, done: count, elapsed: 1)
    return (
      folder,
      BatchSummary(
        folder: batch.folder, plan: batch.plan,
        report: .init(ending: .finished, progress: progress, files: ["runs.csv"]))
    )
  }

  @Test func comparesVariants() throws {
    let (folder, summary) = try summary(variants: 3, replicates: 4) { variant, replicate, measure in
      "\(50 + 5 * variant + replicate + measure)"
    }
    let lines = try summary.lines(width: 80)
    #expect(lines.allSatisfy { TextLayout.width($0) <= 80 || $0.contains(folder.path) })
    #expect(lines[1].hasPrefix("variant  "))
    // Values 51 to 54: t(3) × 1.290994 / 2 = 2.054260.
    #expect(lines[3].hasPrefix("A v0"))
    #expect(lines[3].contains("52.5 ± 2.1"))
    for letter in ["A", "B", "C"] { #expect(lines.contains { $0.hasPrefix("  \(letter) v") }) }
    #expect(lines.contains("Results are in \(folder.path):"))
  }

  @Test func oneVariantIsAListOfMeasures() throws {
    let (folder, summary) = try summary(variants: 1, replicates: 1) { _, _, measure in "\(measure + 1)" }
    let lines = try withExtendedLifetime(folder) { try summary.lines(width: 80) }
    #expect(lines[1].hasPrefix("measure"))
    #expect(lines.contains { $0.hasPrefix("vitality") && $0.contains("1.00") })
    #expect(lines.contains { $0.contains("--replicates 20") })
  }

  @Test func missingValuesAndManyVariants() throws {
    let (folder, summary) = try summary(variants: 50, replicates: 1) { variant, _, _ in
      variant % 2 == 0 ? "" : "\(variant)"
    }
    let lines = try withExtendedLifetime(folder) { try summary.lines(width: 80) }
    #expect(lines.contains("and 10 more variants in runs.csv"))
    #expect(lines.contains { $0.hasPrefix("  A v0 (no value)") })
  }

  @Test func noRunAtAll() throws {
    let (folder, summary) = try summary(variants: 2, replicates: 1) { _, _, _ in "" }
    let header = folder.text("runs.csv").prefix { $0 != "\n" }
    try folder.write("runs.csv", header + "\n")
    #expect(
      try summary.lines(width: 80).contains("No run came to its end, so there is nothing to summarise."))
    try folder.write("runs.csv", "")
    #expect(throws: (any Error).self) { try summary.write(to: Captured().console()) }
  }

  @Test func failedRunsGiveTheirStatus() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("base.json5", FileCommandTests.scenario)
    let options = RunningOptions(ParsedArguments(), command: "batch")
    let captured = Captured()
    let job = BatchJob(
      options: options, path: path, experiment: try ExperimentReader.load(path), console: captured.console())
    var report = BatchReport(ending: .finished, progress: BatchProgress(total: 9, done: 9), files: [])
    #expect(job.status(of: report, failures: "x/failures.csv") == .done)
    report.progress.failed = 2
    #expect(job.status(of: report, failures: "x/failures.csv") == .someRunsFailed)
    #expect(
      captured.messages
        == "error: 2 of 9 runs failed; x/failures.csv tells why, and how to repeat each\n")
  }

  @Test func theRepeatingCommandIsWhole() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("base.json5", FileCommandTests.scenario)
    let change = RunningOptions.sampleOverride
    let arguments = try ArgumentParser.parse(
      [path, "--set", change, "--weeks=12", "-j3", "-s", "8"], for: .batch)
    let options = RunningOptions(arguments, command: "batch")
    let batch = try options.batch(options.experiment(path), path: path, folder: "x", version: "test")
    #expect(
      batch.commandForRun("a b", 3)
        == "cogov batch \(path) --seed 8 --set \(change) --weeks 12 --only 'a b:3' --out -")
  }
}
