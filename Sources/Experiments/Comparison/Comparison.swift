import Analysis
import Engine
import Foundation
import Scenarios
import Tables

/// How variants are compared.
public struct ComparisonOptions: Sendable, Equatable {
  /// The variant that others are compared with; nil for that of the manifest, or else the first.
  public var baseline: String?
  /// Whether every variant is compared with every other.
  public var allPairs = false
  /// Measures to compare; nil for all.
  public var measures: [String]?
  /// Confidence of intervals, between 0 and 1; tests are made at one minus it.
  public var level = 0.95
  /// Smallest effect of interest, as a share of the baseline's mean, more than 0.
  public var smallest = 0.05
  /// The most that variants may use; empty for no budget.
  public var budget: [Comparison.Limit] = []

  public init() {}
}

/// The comparison of the variants of a finished batch: every difference with its interval, its effect size and its
/// tests, and where the variants stand to each other in the plane of vitality and order.
public struct Comparison: Sendable {
  /// Title of the batch; the folder's name without a manifest.
  public let title: String
  public let variants: [String]
  public let baseline: String
  public let options: ComparisonOptions
  /// Replicates that the variants have; those that all of them have.
  public let replicates: Int
  public let differences: [Difference]
  /// Empty where the variants are no factorial.
  public let effects: [FactorialEffect]
  /// nil where there is no vitality or order.
  public let plane: ParetoPlane?
  /// Empty where no policy starts at its own time.
  public let eventStudy: [EventStudyRow]
  /// Empty where no policy starts at its own time or holds in some places only.
  public let doubleDifferences: [DoubleDifference]
  /// Empty without flows.
  public let resources: [ResourceUse]
  /// What each variant uses above the baseline, by name; empty without flows.
  public let costs: [String: [Resource: Cost]]
  /// Every variant against the budget; empty without one.
  public let budget: [BudgetRow]
  /// Why nothing vouches for the tables that were compared; nil where they are what the batch wrote.
  public let unverified: String?
  /// What people should know of the results.
  public private(set) var notes: [String]
  /// What should be known of single variants; among the notes as well.
  public let warnings: [Warning]

  /// Compares the variants of a folder.
  /// - Throws: ``EnvironmentError`` where there are no finished results to compare; ``InputFailure`` where a table is
  ///   wrong, or a variant or measure is not in it.
  public init(of folder: String, options: ComparisonOptions = ComparisonOptions()) throws {
    let input = try ComparisonInput(folder, measures: options.measures)
    var notes = input.notes
    unverified = input.results.unverified
    let runs = input.runs
    variants = runs.variants
    guard runs.variants.count > 1 else {
      throw EnvironmentError(
        runs.variants.isEmpty
          ? "\(folder)/runs.csv has no run that came to its end"
          : "\(folder) has one variant, '\(runs.variants[0])': there is nothing to compare it with",
        remedy: "Compare the results of a batch with two variants or more.")
    }
    baseline = try Self.baseline(options, input)
    title = input.plan?.title ?? Self.name(of: folder)
    self.options = options
    replicates = runs.replicates(of: runs.variants).count
    let base = baseline
    let pairs =
      options.allPairs
      ? Self.allPairs(runs.variants, base)
      : runs.variants.filter { $0 != base }
        .map { (variant: $0, baseline: base) }
    let axes = ComparisonInput.axes
    let wanted = options.measures.map { wanted in runs.measures.filter(wanted.contains) } ?? runs.measures
    let asked = runs.narrowed(to: wanted)
    differences = Self.differences(pairs, options, asked)
    let shared = pairs.map { runs.replicates(of: [$0.variant, $0.baseline]).count }.max() ?? 0
    if replicates == 0 {
      notes.append("No replicate has all variants: what needs them all is left out.")
    } else if shared == 1 {
      notes.append(
        "One replicate: differences have no intervals and no tests, and nothing can be concluded from them. Add some with "
          + "--replicates 20 --resume.")
    } else if replicates == 1 {
      notes.append(
        "Only one replicate has all variants: what needs them all has no intervals and no tests, and nothing can be "
          + "concluded from it.")
    } else if replicates < ParetoPlane.fewestForShares {
      notes.append(
        "\(replicates) replicates: intervals are wide, and what they leave open cannot be concluded, neither that variants "
          + "differ nor that they do not. Shares of resamples are given from \(ParetoPlane.fewestForShares) replicates on. "
          + "Add some with --replicates 20 --resume.")
    }
    effects = replicates > 0 ? Self.effects(asked, firstLevels: input.plan?.firstLevels, options) : []
    let plane = axes.allSatisfy(runs.measures.contains) ? Self.plane(runs, baseline: base, options) : nil
    self.plane = plane.flatMap { $0.count > 0 ? $0 : nil }

    var eventStudy: [EventStudyRow] = []
    var doubles: [DoubleDifference] = []
    if pairs.contains(where: { input.mayDiffer($0) }),
      let series = try input.results.table(
        "series.csv",
        { path throws(TableProblem) in
          try SeriesTable(path: path, measures: wanted)
        })
    {
      let events = pairs.compactMap { Event($0, input, weeks: series.weeks(of: [$0.variant, $0.baseline])) }
      eventStudy = Self.eventStudy(events, series, options)
      doubles = Self.doubleDifferences(events, series, options)
    }
    if let places = try input.results.table(
      "places.csv",
      { path throws(TableProblem) in
        try PlaceTable(path: path, measures: wanted)
      })
    {
      for pair in pairs { doubles += Self.doubleDifferences(pair, input, places, options) }
    }
    doubles.adjust(\.contrast)
    self.eventStudy = eventStudy
    doubleDifferences = doubles
    let flows = try input.results.table("flows.csv") { path throws(TableProblem) in try FlowTable(path: path)
    }
    resources = flows.map { Self.resources(pairs, input, $0, options) } ?? []
    costs = Self.costs(resources, runs.variants, baseline: baseline)
    if !options.budget.isEmpty, resources.isEmpty || self.plane == nil {
      throw EnvironmentError(
        resources.isEmpty
          ? "\(folder) has no flows.csv, so what the variants use is not known"
          : "no replicate of \(folder) has vitality and order of all variants, so there is no front",
        remedy: "Compare without --budget, or compute the batch again.")
    }
    budget = Self.budget(options.budget, costs, runs, level: options.level)
    warnings = Self.warnings(input, baseline: base)
    self.notes = notes
    self.notes += warningNotes
  }

  private static func baseline(_ options: ComparisonOptions, _ input: ComparisonInput) throws(InputFailure)
    -> String
  {
    let variants = input.runs.variants
    guard let name = options.baseline else {
      return input.plan?.baseline.flatMap { variants.contains($0) ? $0 : nil } ?? variants[0]
    }
    guard variants.contains(name) else {
      throw InputFailure(diagnostics: [
        Diagnostic(
          file: "\(input.results.folder)/runs.csv", line: 1, column: 1,
          message: "there is no variant '\(name)'; \(Suggestion.allowed(variants, near: name))")
      ])
    }
    return name
  }

  /// Every variant with each of those before it; the baseline counts as the first.
  private static func allPairs(_ variants: [String], _ baseline: String) -> [(
    variant: String, baseline: String
  )] {
    let ordered = [baseline] + variants.filter { $0 != baseline }
    return ordered.indices.flatMap { first in
      ordered[(first + 1)...].map { (variant: $0, baseline: ordered[first]) }
    }
  }

  private static func name(of folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }
}

extension ComparisonInput {
  /// Whether the policies of a pair are known and differ at some time.
  fileprivate func mayDiffer(_ pair: (variant: String, baseline: String)) -> Bool {
    guard let design = self.design(of: pair.variant), let base = self.design(of: pair.baseline) else {
      return false
    }
    return design.firstDifference(from: base).map { $0 > design.burnIn } ?? false
  }
}
