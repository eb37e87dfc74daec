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
    #expect(lines.contains { $0.hasPrefix("variant  ") && $0.contains("vitality") })
    // The baseline has its mean; the others have what they differ by, which is the same in every replicate.
    let first = try #require(lines.first { $0.hasPrefix("A v0") })
    #expect(first.contains(" 52.5 ") && !first.contains("±"))
    let second = try #require(lines.first { $0.hasPrefix("B v1") })
    #expect(second.contains("+5.00 ± 0 "))
    #expect(lines.contains { $0.hasPrefix("'v0': means over replicates. The others: differences from it") })
    #expect(
      lines.contains("  cogov compare \(folder.path)") && lines.contains("  cogov-plots \(folder.path)"))
    for letter in ["A", "B", "C"] { #expect(lines.contains { $0.hasPrefix("  \(letter) v") }) }
    #expect(lines.contains("Results are in \(folder.path):"))
  }

  /// Replicates share what does not concern the variants: differences are known far better than means.
  @Test func differencesArePairedWithDigitsOfTheirIntervals() throws {
    let (folder, summary) = try summary(variants: 2, replicates: 4) { variant, replicate, measure in
      measure == 2
        ? "\(0.0341 + Double(replicate * replicate) / 1e5 + (variant == 0 ? 0 : 0.0021 + Double(replicate % 2) / 1e4))"
        : "\(40 + 9 * replicate + variant * replicate)"
    }
    let lines = try withExtendedLifetime(folder) { try summary.lines(width: 120) }
    // 1, 2, 3 and 4 apart: t(3) × 1.290994 / 2 = 2.054260. The means have an interval of ± 18.
    let row = try #require(lines.first { $0.hasPrefix("B v1") })
    #expect(row.contains("+2.5 ± 2.1"))
    // 0.0022, 0.0021, 0.0022, 0.0021: ± 0.0000919.
    #expect(row.contains("+0.00215 ± 0.00009"))
    #expect(try #require(lines.first { $0.hasPrefix("A v0") }).contains(" 0.0341"))
  }

  /// An interval of ± 250 does not stretch a plane of measures from 0 to 100.
  @Test func theSummaryKeepsToTheRangeOfTheComposites() throws {
    let (folder, summary) = try summary(variants: 2, replicates: 2) { variant, replicate, _ in
      "\(45 + variant * (replicate == 1 ? -20 : 20))"
    }
    let lines = try withExtendedLifetime(folder) { try summary.lines(width: 80) }
    let labels = lines.compactMap { line in
      line.contains(" +") ? Double(line.prefix { $0 != "+" }.trimmingCharacters(in: .whitespaces)) : nil
    }
    #expect(!labels.isEmpty && labels.allSatisfy { (0...100).contains($0) })
    #expect(lines.joined(separator: " ").contains("They are cut at 0 and 100."))
  }

  @Test func oneVariantIsAListOfMeasures() throws {
    let (folder, summary) = try summary(variants: 1, replicates: 1) { _, _, measure in "\(measure + 1)" }
    let lines = try withExtendedLifetime(folder) { try summary.lines(width: 80) }
    #expect(lines[1].hasPrefix("measure"))
    #expect(lines.contains { $0.hasPrefix("vitality") && $0.contains("1.00") })
    #expect(lines.contains { $0.contains("--replicates 20") })
    #expect(!lines.contains { $0.contains("cogov compare") })
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
