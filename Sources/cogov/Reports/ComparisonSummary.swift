import Analysis
import Engine
import Experiments

/// What is told of a comparison: differences with their effect sizes, the front, effects, resources, and where the
/// tables are.
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

  func lines(width: Int) -> [String] {
    heading(width) + differences(width) + effects(width) + changes(width) + plane(width) + resources(width)
      + closing(width)
  }

  var percent: String { Readable.percent(comparison.options.level) }

  private func heading(_ width: Int) -> [String] {
    let count = comparison.replicates
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
        "d: difference over the standard deviation of replicates. p: adjusted for "
          + "\(comparison.differences.count) tests (Holm). equivalent: within ± "
          + "\(Readable.percent(comparison.options.smallest)) of the baseline's mean; both: not zero, but so small.",
        width: width)
  }

  private func inFull(_ rows: [Comparison.Difference], _ width: Int) -> [String] {
    guard let first = rows.first else { return [] }
    var table = TextTable(["", "mean", "\(percent) interval", "d", "p", "finding"])
    for row in rows {
      table.rows.append([row.measure] + cells(row.contrast) + [row.finding.rawValue])
    }
    let title = TextLayout.fit("\(first.variant) − \(first.baseline)", to: width)
    return [title] + table.lines(width: width, narrowest: 20)
  }

  /// Mean, interval, effect size and adjusted probability.
  func cells(_ contrast: PairedContrast) -> [String] {
    let paired = contrast.paired
    let (mean, limits) = Readable.estimate(paired.interval)
    return [mean, limits, Readable.effect(paired.standardised), Readable.probability(contrast.adjusted)]
  }

  /// A table for each composite, with one line a pair.
  private func inShort(_ rows: [Comparison.Difference], _ width: Int) -> [String] {
    axes.flatMap { axis -> [String] in
      let rows = rows.filter { $0.measure == axis }
      guard !rows.isEmpty else { return [] }
      var table = TextTable([axis, "mean", "\(percent) interval", "d", "p", "finding"])
      for row in rows.prefix(Self.most) {
        table.rows.append([name(row.variant, row.baseline)] + cells(row.contrast) + [row.finding.rawValue])
      }
      return [""] + table.lines(width: width) + rest(rows.count - Self.most, "differences.csv")
    }
  }

  /// The measures that are shown where there is no room for all.
  var axes: [String] { comparison.options.measures == nil ? ["vitality", "order"] : shown }

  func name(_ variant: String, _ baseline: String) -> String {
    comparison.options.allPairs ? "\(variant) − \(baseline)" : variant
  }

  func rest(_ count: Int, _ file: String) -> [String] {
    count > 0 ? ["and \(count) more in \(file)"] : []
  }

  // MARK: Resources and files

  private func resources(_ width: Int) -> [String] {
    let names = ["public_money", "public_hours", "residents_hours"]
    var table = TextTable(["against the baseline, %", "public money", "public hours", "residents' hours"])
    var rows: [String: [String]] = [:]
    for row in comparison.resources where names.contains(row.resource) {
      let key = name(row.variant, row.baseline)
      if rows[key] == nil { table.rows.append([key]) }
      let paired = row.contrast.paired
      let half = row.share(paired.interval.halfWidth) * 100
      rows[key, default: []].append(
        Readable.signed(row.share(paired.mean) * 100) + (half.isFinite ? " ± \(Readable.fixed(half, 1))" : "")
      )
    }
    guard !rows.isEmpty else { return [] }
    for index in table.rows.indices { table.rows[index] += rows[table.rows[index][0]] ?? [] }
    let more = table.rows.count - Self.most
    table.rows = Array(table.rows.prefix(Self.most))
    return [""] + table.lines(width: width) + rest(more, "resources.csv")
      + comparison.resourceNotes.flatMap { TextLayout.wrap("Note: \($0)", width: width) }
  }

  private func closing(_ width: Int) -> [String] {
    ["", "Tables are in \(folder):"]
      + TextLayout.wrap(files.joined(separator: " "), width: width, indent: 2)
  }
}
