import Analysis
import Engine
import Experiments

/// What is told of a comparison: differences with their effect sizes, the front, effects, resources, and where the
/// tables are.
struct ComparisonSummary {
  private let comparison: Comparison
  private let folder: String
  private let files: [String]

  init(_ comparison: Comparison, folder: String, files: [String]) {
    self.comparison = comparison
    self.folder = folder
    self.files = files
  }

  /// Pairs that are shown with all components; of more, only the two composites.
  private static let mostInFull = 6
  /// Rows of a table that a terminal still shows.
  private static let most = 30

  func lines(width: Int) -> [String] {
    heading(width) + differences(width) + effects(width) + changes(width) + plane(width) + resources(width)
      + closing(width)
  }

  private var percent: String { Readable.percent(comparison.options.level) }

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
  private func cells(_ contrast: PairedContrast) -> [String] {
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
  private var axes: [String] { comparison.options.measures == nil ? ["vitality", "order"] : shown }

  private func name(_ variant: String, _ baseline: String) -> String {
    comparison.options.allPairs ? "\(variant) − \(baseline)" : variant
  }

  private func rest(_ count: Int, _ file: String) -> [String] {
    count > 0 ? ["and \(count) more in \(file)"] : []
  }

  // MARK: Effects

  private func effects(_ width: Int) -> [String] {
    let ofManyLevels = factorsOfManyLevels
    var lines: [String] = []
    for measure in axes {
      let rows = comparison.effects.filter { $0.measure == measure }.enumerated().sorted { a, b in
        let (first, second) = (
          a.element.contrast.paired.mean.magnitude, b.element.contrast.paired.mean.magnitude
        )
        return first == second ? a.offset < b.offset : first > second
      }.map(\.element)
      guard !rows.isEmpty else { continue }
      var table = TextTable(["effect on \(measure)", "size", "\(percent) interval", "d", "p"])
      for row in rows.prefix(Self.most / 2) {
        table.rows.append([Self.name(row, ofManyLevels)] + cells(row.contrast))
      }
      lines += [""] + table.lines(width: width) + rest(rows.count - Self.most / 2, "effects.csv")
    }
    if lines.isEmpty { return [] }
    return lines
      + TextLayout.wrap(
        "Effects from the first to the second level of each factor; with more levels, each against the first."
          + (comparison.effects.contains { !$0.aliases.isEmpty }
            ? " + others: mixed up with other effects, which effects.csv names." : ""),
        width: width)
  }

  /// Factors of which more than one level is compared with the first.
  private var factorsOfManyLevels: Set<String> {
    var seen: [String: Set<[String]>] = [:]
    for row in comparison.effects where row.factors.count == 1 {
      seen[row.factors[0], default: []].insert(row.levels)
    }
    return Set(seen.filter { $0.value.count > 1 }.keys)
  }

  private static func name(_ row: Comparison.FactorialEffect, _ ofManyLevels: Set<String>) -> String {
    let parts = zip(row.factors, row.levels).map { factor, level in
      // A path says enough by its last name.
      let short = factor.split(separator: ".").last.map(String.init) ?? factor
      return ofManyLevels.contains(factor) ? "\(short)=\(level)" : short
    }
    return parts.joined(separator: " × ") + (row.aliases.isEmpty ? "" : " + others")
  }

  // MARK: Differences of differences

  private func changes(_ width: Int) -> [String] {
    let rows = comparison.doubleDifferences.filter { axes.contains($0.measure) }
    guard !rows.isEmpty else { return [] }
    var table = TextTable([
      "change beyond the baseline's", "measure", "by", "mean", "\(percent) interval", "d", "p",
    ])
    for row in rows.prefix(Self.most) {
      table.rows.append(
        [name(row.variant, row.baseline), row.measure, row.kind.rawValue] + cells(row.contrast))
    }
    return [""] + table.lines(width: width) + rest(rows.count - Self.most, "difference_in_differences.csv")
      + TextLayout.wrap(
        "by weeks: after minus before the policies differ; by places: with minus without them.", width: width)
  }

  // MARK: The plane

  private func plane(_ width: Int) -> [String] {
    guard let plane = comparison.plane, plane.count > 0 else { return [] }
    let front = plane.standings.indices.filter { plane.standings[$0].isOnFront }
    let names = front.prefix(Self.most).map { index in
      comparison.variants[index] + share(" (%)", plane.standings[index].inResamples)
    }
    var lines = [""]
    lines += TextLayout.wrap(
      "On the front of vitality and order"
        + (plane.count > 1 ? " (share of resamples): " : ": ") + names.joined(separator: ", "), width: width)
    let base = comparison.variants.firstIndex(of: comparison.baseline)
    let isShort = comparison.variants.count > Self.mostInFull
    let told = plane.dominances.filter { !isShort || $0.first == base || $0.second == base }
    let wins = told.flatMap { pair in
      [
        (pair.first, pair.second, pair.firstInResamples, pair.firstInReplicates),
        (pair.second, pair.first, pair.secondInResamples, pair.secondInReplicates),
      ]
    }.filter { $0.2 >= 0.5 || $0.3 >= 0.5 }
    if !wins.isEmpty {
      var table = TextTable(["better on both", "than", "replicates", "resamples"])
      for (better, worse, resamples, replicates) in wins.prefix(Self.most) {
        table.rows.append([
          comparison.variants[better], TextLayout.fit(comparison.variants[worse], to: 26),
          Readable.percent(replicates), resamples.isFinite ? Readable.percent(resamples) : "-",
        ])
      }
      lines += table.lines(width: width)
    }
    if isShort {
      lines.append("Only pairs with the baseline; dominance.csv has the others.")
    } else if wins.isEmpty {
      lines.append("No variant is better than another on both in half of the replicates.")
    }
    return lines + rest(wins.count - Self.most, "dominance.csv")
  }

  /// A share in a phrase; nothing where it is unknown.
  private func share(_ phrase: String, _ value: Double) -> String {
    guard value.isFinite else { return "" }
    let parts = phrase.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: Readable.percent(value))
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
  }

  private func closing(_ width: Int) -> [String] {
    ["", "Tables are in \(folder):"]
      + TextLayout.wrap(files.joined(separator: " "), width: width, indent: 2)
  }
}
