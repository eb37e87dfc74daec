import Analysis
import Engine
import Experiments

/// What is shown of a comparison, what matters first: the front with its costs, the budget, the largest effects and
/// differences, resources, and where the rest is.
struct ComparisonSummary {
  let comparison: Comparison
  private let folder: String
  private let files: [String]

  init(_ comparison: Comparison, folder: String, files: [String]) {
    self.comparison = comparison
    self.folder = folder
    self.files = files
  }

  /// Pairs that are shown with all components; of more, only the two composites.
  static let mostInFull = 6
  /// Rows of a table that a terminal still shows.
  static let most = 30
  /// Rows of a table that shows the largest only.
  static let mostOfLargest = 10

  func lines(width: Int) -> [String] {
    heading(width) + front(width) + budget(width) + effects(width) + differences(width) + changes(width)
      + resources(width) + closing(width)
  }

  var percent: String { Readable.percent(comparison.options.level) }

  private func heading(_ width: Int) -> [String] {
    let count = comparison.replicates
    let width = TextLayout.prose(width)
    var lines = TextLayout.wrap(comparison.title, width: width)
    lines += TextLayout.wrap(
      "\(Readable.variants(comparison.variants.count)), "
        + "\(count == 1 ? "1 replicate" : "\(count) replicates"), compared with "
        + (comparison.options.allPairs ? "one another" : "'\(comparison.baseline)'") + ", pair by pair",
      width: width)
    return lines + comparison.notes.flatMap { TextLayout.wrap("Note: \($0)", width: width) }
  }

  // MARK: Differences

  /// The two composites and their components, in the order of the measures; all where only some were asked for.
  private var shown: [String] {
    let present = comparison.differences.map(\.measure)
    if comparison.options.measures != nil {
      return Measure.table.map(\.id).filter(Set(present).contains)
    }
    let weights = CompositeWeights()
    let wanted = Set(["vitality", "order"] + (weights.vitality + weights.order).map(\.id))
    return Measure.table.map(\.id).filter { wanted.contains($0) && present.contains($0) }
  }

  private func differences(_ width: Int) -> [String] {
    var pairs: [[Comparison.Difference]] = []
    let shown = Set(shown)
    for row in comparison.differences where shown.contains(row.measure) {
      if let last = pairs.last?.first, last.variant == row.variant, last.baseline == row.baseline {
        pairs[pairs.count - 1].append(row)
      } else {
        pairs.append([row])
      }
    }
    let lines =
      pairs.count <= Self.mostInFull
      ? pairs.flatMap { rows in [""] + inFull(rows, width) } : inShort(pairs.flatMap { $0 }, width)
    return lines
      + TextLayout.wrap(
        "Intervals: each alone. d: difference over the standard deviation of replicates. p and finding: adjusted (Holm) for "
          + "the \(family). equivalent: within ± \(Readable.percent(comparison.options.smallest)) of the baseline's mean; both: not zero, "
          + "but so small; open: neither is shown after that.", width: TextLayout.prose(width))
  }

  /// How many tests are adjusted for, and of what.
  private var family: String {
    let rows = comparison.differences
    let tests = rows.first?.contrast.tests ?? 0
    let measures = Set(rows.map(\.measure)).count
    let pairs = measures > 0 ? rows.count / measures : 0
    let narrower = comparison.options.measures == nil ? ", which --measures narrows" : ""
    return "\(tests) \(tests == 1 ? "test" : "tests") of \(pairs) \(pairs == 1 ? "pair" : "pairs") and "
      + "\(measures) \(measures == 1 ? "measure" : "measures")\(narrower)"
  }

  private func inFull(_ rows: [Comparison.Difference], _ width: Int) -> [String] {
    guard let first = rows.first else { return [] }
    var table = TextTable(["", "mean", "\(percent) interval", "d", "p", "finding"])
    for row in rows {
      table.rows.append([row.measure] + cells(row.contrast) + [row.finding.rawValue])
    }
    let title = TextLayout.broken("\(first.variant) − \(first.baseline)", to: width, most: 3)
    return title + table.lines(width: width, narrowest: 20)
  }

  /// Mean, interval, effect size and adjusted probability.
  func cells(_ contrast: PairedContrast) -> [String] {
    let paired = contrast.paired
    let (mean, limits) = Readable.estimate(paired.interval)
    return [mean, limits, Readable.effect(paired.standardised), Readable.probability(contrast.adjusted)]
  }

  /// A table for each composite, with one line a pair, the largest differences first.
  private func inShort(_ rows: [Comparison.Difference], _ width: Int) -> [String] {
    axes.flatMap { axis -> [String] in
      let rows = Self.largest(rows.filter { $0.measure == axis }) { $0.contrast.paired.mean }
      guard !rows.isEmpty else { return [] }
      var table = TextTable([axis, "mean", "\(percent) interval", "d", "p", "finding"])
      for row in rows.prefix(Self.mostOfLargest) {
        table.rows.append([name(row.variant, row.baseline)] + cells(row.contrast) + [row.finding.rawValue])
      }
      return [""] + table.lines(width: width, narrowest: 20)
        + rest(rows.count - Self.mostOfLargest, "differences.csv", "smaller")
    }
  }

  /// The measures that are shown where there is no room for all.
  var axes: [String] { comparison.options.measures == nil ? ["vitality", "order"] : shown }

  func name(_ variant: String, _ baseline: String) -> String {
    comparison.options.allPairs ? "\(variant) − \(baseline)" : variant
  }

  func rest(_ count: Int, _ file: String, _ which: String = "more") -> [String] {
    count > 0 ? ["and \(count) \(which) in \(file)"] : []
  }

  /// Rows by the size of a number, the largest first; equal ones, and those without any, in their order.
  static func largest<Row>(_ rows: [Row], by value: (Row) -> Double) -> [Row] {
    rows.enumerated().sorted { first, second in
      let sizes = [first, second].map { row -> Double in
        let size = value(row.element).magnitude
        return size.isNaN ? -1 : size
      }
      return sizes[0] == sizes[1] ? first.offset < second.offset : sizes[0] > sizes[1]
    }.map(\.element)
  }

  // MARK: Resources and files

  /// All pairs, or those whose costs differ most from the baseline's.
  private func resources(_ width: Int) -> [String] {
    let names: [Comparison.Resource] = [.money, .hours, .residents]
    var keys: [String] = []
    var rows: [String: [(use: Comparison.ResourceUse, cell: String)]] = [:]
    for row in comparison.resources where names.map(\.rawValue).contains(row.resource) {
      let key = name(row.variant, row.baseline)
      if rows[key] == nil { keys.append(key) }
      let paired = row.contrast.paired
      let half = row.share(paired.interval.halfWidth) * 100
      let cell =
        Readable.signed(row.share(paired.mean) * 100)
        + (half.isFinite ? " ± \(Readable.fixed(half, 1))" : "")
      rows[key, default: []].append((row, cell))
    }
    guard !keys.isEmpty else { return [] }
    let isShort = keys.count > Self.mostOfLargest
    if isShort {
      keys = Self.largest(keys) { key in
        (rows[key] ?? []).map { row in row.use.share(row.use.contrast.paired.mean).magnitude }
          .filter(\.isFinite).max() ?? .nan
      }
    }
    var table = TextTable(["against the baseline, %", "public money", "public hours", "residents' hours"])
    for key in keys.prefix(Self.mostOfLargest) { table.rows.append([key] + (rows[key] ?? []).map(\.cell)) }
    return [""] + table.lines(width: width, narrowest: 20)
      + rest(keys.count - Self.mostOfLargest, "resources.csv", "with smaller differences")
      + comparison.resourceNotes.flatMap { TextLayout.wrap("Note: \($0)", width: TextLayout.prose(width)) }
  }

  private func closing(_ width: Int) -> [String] {
    var lines = ["", "All of it is in \(folder):"]
    let column = (files.map(\.count).max() ?? 0) + 4
    for file in files {
      let text = TextLayout.wrap(
        Comparison.contents[file] ?? "", width: TextLayout.prose(width), indent: column)
      let first = text.first.map { String($0.dropFirst(column)) } ?? ""
      lines += [TextLayout.pad("  " + file, to: column) + first] + text.dropFirst()
    }
    return lines
  }
}
