import Experiments
import Foundation
import Tables

extension Command {
  static let compare = Command(
    name: "compare",
    summary: "Compare the variants of a finished batch, replicate by replicate.",
    discussion: [
      "Every difference comes with its confidence interval, its effect size, and two tests that are adjusted for "
        + "their number: that it is not zero, and that it is too small to matter. Factorial designs also give main "
        + "effects and interactions; mechanisms that start at their own time or hold in some places, event studies "
        + "and differences of differences.",
      "What matters comes first: the front of vitality and order with what each variant costs, the largest effects and "
        + "differences. Every verdict follows from the intervals beside it. With --budget the front is also formed among "
        + "the variants that use no more public money, hours, rooms or residents' hours than so much above the baseline.",
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
        "budget", value: .text("WHAT=SHARE"), repeats: true,
        "The most that variants may use above the baseline: \(budgets), as a share of what the baseline uses; may be given "
          + "often."),
      OptionDeclaration(
        "out", short: "o", value: .folder, "Folder of the tables; RESULTS/comparison by default."),
      OptionDeclaration("quiet", short: "q", "Write the tables and say nothing; errors are still told."),
    ],
    examples: [
      ("cogov compare Results/tradeoff", "Every variant against the baseline."),
      ("cogov compare Results/card -m vitality,order --level 0.99", "Two measures, with wider intervals."),
      ("cogov compare Results/tradeoff --baseline embedded", "Against another variant."),
      (
        "cogov compare Results/card --budget money=0 --budget hours=0.02",
        "The front among variants with no more money, and at most 2 % more hours."
      ),
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
    if let text = arguments.text("level") {
      options.level = try share(text, of: "--level", in: 0.5...0.9999)
    }
    if let text = arguments.text("smallest") {
      options.smallest = try share(text, of: "--smallest", in: 1e-6...1)
    }
    for text in arguments.all("budget") {
      let limit = try limit(text)
      if options.budget.contains(where: { $0.resource == limit.resource }) {
        throw UsageError(command: "compare", message: "--budget: '\(limit.resource.name)' is given twice")
      }
      options.budget.append(limit)
    }
    let comparison = try Comparison(of: folder, options: options)
    let out = arguments.text("out") ?? (folder.hasSuffix("/") ? folder : folder + "/") + "comparison"
    let files = try comparison.write(to: out)
    if !arguments.has("quiet") {
      for line in ComparisonSummary(comparison, folder: out, files: files).lines(width: console.width) {
        console.say(line)
      }
    }
    return .done
  }

  private static let budgets = Comparison.Resource.allCases.map(\.name).joined(separator: ", ")

  private static func limit(_ text: String) throws(UsageError) -> Comparison.Limit {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw UsageError(
        command: "compare", message: "--budget: '\(text)' is not WHAT=SHARE, such as money=0 or hours=0.02")
    }
    guard let resource = Comparison.Resource.allCases.first(where: { $0.name == parts[0] }) else {
      throw UsageError(
        command: "compare", message: "--budget: '\(parts[0])' is no resource; there are \(budgets)")
    }
    return Comparison.Limit(
      resource, share: try share(parts[1], of: "--budget \(parts[0])", in: -1...100))
  }

  /// A share: 0.05, or 5%. A bare number above 1 was probably meant in per cent, so it is not guessed at.
  private static func share(
    _ text: String, of option: String, in range: ClosedRange<Double>
  ) throws(UsageError) -> Double {
    let isPercent = text.hasSuffix("%")
    let bare = isPercent ? String(text.dropLast()) : text
    let number = Double(bare).map { isPercent ? $0 / 100 : $0 }
    if let number, range.contains(number), isPercent || number <= 1 { return number }
    var message = "\(option): '\(text)' is not a share"
    if let number, number.isFinite, number > 1, !isPercent {
      message += "; for \(bare) % write \(NumberText.shortest(number / 100)) or \(bare)%"
      if range.contains(number) {
        message += ", for \(bare) times as much \(NumberText.shortest(number * 100))%"
      }
    } else {
      let most = range.upperBound > 1 ? 1 : range.upperBound
      message += " from \(NumberText.shortest(range.lowerBound)) to \(NumberText.shortest(most))"
      if Double(bare.map { $0 == "," ? "." : String($0) }.joined()) != nil, bare.contains(",") {
        message += "; decimals have a point, not a comma"
      }
    }
    throw UsageError(command: "compare", message: message)
  }
}
