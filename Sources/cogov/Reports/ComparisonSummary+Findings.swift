import Analysis
import Experiments

/// Effects of factorial designs, differences of differences, and the plane.
extension ComparisonSummary {
  func effects(_ width: Int) -> [String] {
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
      return ofManyLevels.contains(factor) || level != "true" ? "\(short)=\(level)" : short
    }
    return parts.joined(separator: " × ") + (row.aliases.isEmpty ? "" : " + others")
  }

  // MARK: Differences of differences

  func changes(_ width: Int) -> [String] {
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

  func plane(_ width: Int) -> [String] {
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
      lines.append(
        "Only pairs with the baseline"
          + (plane.dominances.count > told.count ? "; dominance.csv has the others." : "."))
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
}
