import Analysis
import Experiments

/// Effects of factorial designs, and differences of differences.
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
            ? " + others: mixed up with other effects, which effects.csv names." : "")
          + " p: adjusted for \(comparison.effects.first?.contrast.tests ?? 0) tests.",
        width: TextLayout.prose(width))
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
        "by weeks: after minus before the policies differ; by places: with minus without them.",
        width: TextLayout.prose(width))
  }
}
