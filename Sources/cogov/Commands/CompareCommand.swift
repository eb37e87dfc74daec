import Experiments
import Foundation

extension Command {
  static let compare = Command(
    name: "compare",
    summary: "Compare the variants of a finished batch, replicate by replicate.",
    discussion: [
      "Every difference comes with its confidence interval, its effect size, and two tests that are adjusted for "
        + "their number: that it is not zero, and that it is too small to matter. Factorial designs also give main "
        + "effects and interactions; mechanisms that start at their own time or hold in some places, event studies "
        + "and differences of differences.",
      "The tables go to RESULTS/comparison, with a data package that describes every column.",
    ],
    operands: [OperandDeclaration("RESULTS", value: .folder, "Folder of a finished batch.")],
    options: [
      OptionDeclaration(
        "baseline", short: "b", value: .text("VARIANT"),
        "The variant that others are compared with; that of the experiment by default, or else the first."),
      OptionDeclaration("all-pairs", "Compare every variant with every other."),
      OptionDeclaration(
        "measures", short: "m", value: .text("LIST"),
        "Measures to compare, with commas between; all by default."),
      OptionDeclaration(
        "level", value: .text("SHARE"),
        "Confidence of intervals, 0.5 to 0.9999; 0.95 by default. Tests are made at one minus it."),
      OptionDeclaration(
        "smallest", value: .text("SHARE"),
        "Smallest effect that matters, as a share of the baseline's mean; 0.05 by default."),
      OptionDeclaration(
        "out", short: "o", value: .folder, "Folder of the tables; RESULTS/comparison by default."),
      OptionDeclaration("quiet", short: "q", "Write the tables and say nothing; errors are still told."),
    ],
    examples: [
      ("cogov compare Results/tradeoff", "Every variant against the baseline."),
      ("cogov compare Results/card -m vitality,order --level 0.99", "Two measures, with wider intervals."),
      ("cogov compare Results/tradeoff --baseline embedded", "Against another variant."),
    ]
  ) { arguments, console in
    let folder = arguments.operands[0]
    var options = ComparisonOptions()
    options.baseline = arguments.text("baseline")
    options.allPairs = arguments.has("all-pairs")
    options.measures = arguments.text("measures").map { list in
      list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    if options.measures?.isEmpty == true {
      throw UsageError(command: "compare", message: "--measures names no measure")
    }
    options.level = try share("level", in: 0.5...0.9999, arguments) ?? options.level
    options.smallest = try share("smallest", in: 1e-6...10, arguments) ?? options.smallest
    let comparison = try Comparison(of: folder, options: options)
    let out = arguments.text("out") ?? (folder.hasSuffix("/") ? folder : folder + "/") + "comparison"
    if FileManager.default.fileExists(atPath: "\(out)/runs.csv") {
      throw UsageError(
        command: "compare", message: "--out: '\(out)' holds results; their datapackage.json would be lost")
    }
    let files = try comparison.write(to: out)
    if !arguments.has("quiet") {
      for line in ComparisonSummary(comparison, folder: out, files: files).lines(width: console.width) {
        console.say(line)
      }
    }
    return .done
  }

  /// The number that an option gives; nil where it is not given.
  private static func share(
    _ option: String, in range: ClosedRange<Double>, _ arguments: ParsedArguments
  ) throws(UsageError) -> Double? {
    guard let text = arguments.text(option) else { return nil }
    guard let number = Double(text), range.contains(number) else {
      throw UsageError(
        command: "compare",
        message: "--\(option): '\(text)' is not a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
