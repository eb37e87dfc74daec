import Analysis
import Experiments

/// The front of vitality and order, who is better on both, and the front within a budget.
extension ComparisonSummary {
  /// Variants of which all are shown; of more, those on the front and the baseline.
  private static let mostOnPlane = 12

  func front(_ width: Int) -> [String] {
    guard let plane = comparison.plane, plane.count > 0 else { return [] }
    let variants = comparison.variants
    let shown = variants.indices.filter {
      variants.count <= Self.mostOnPlane || plane.standings[$0].isOnFront
        || variants[$0] == comparison.baseline
    }
    let names = variants.enumerated().map {
      $1 == comparison.baseline && $1 != "baseline" ? "\($1) (baseline)" : $1
    }
    let left = variants.indices.filter { !shown.contains($0) }
    let beaten = left.count { plane.standings[$0].place == .beaten }
    var text =
      "front: more of one of the two than every other variant, by the \(percent) intervals of paired differences; beaten: "
      + "another has more of both; open: neither is shown."
    if !comparison.costs.isEmpty { text += " Public money, hours and rooms: in per cent above the baseline." }
    if plane.count >= ParetoPlane.fewestForShares {
      text += " resamples: share of those in which it is on the front by its means."
    }
    return ["", "The front of vitality and order"]
      + standings(shown, plane, names, width)
      + (left.isEmpty
        ? [] : ["and \(left.count) more in front.csv: \(beaten) beaten, \(left.count - beaten) open"])
      + TextLayout.wrap(text, width: TextLayout.prose(width)) + dominances(plane, width)
  }

  /// A table of variants, those on the front first, from most vitality to least.
  private func standings(
    _ shown: [Int], _ plane: ParetoPlane, _ names: [String], _ width: Int
  ) -> [String] {
    let hasShares = plane.count >= ParetoPlane.fewestForShares
    let hasCosts = !comparison.costs.isEmpty
    var table = TextTable(
      ["variant", "vitality", "order", "verdict"] + (hasShares ? ["resamples"] : [])
        + (hasCosts ? ["money", "hours", "rooms"] : []))
    func rank(_ index: Int) -> (Int, Double, Int) {
      let standing = plane.standings[index]
      let place = standing.place == .front ? 0 : standing.isOnFront ? 1 : standing.place == .open ? 2 : 3
      return (place, -standing.x.mean, index)
    }
    for index in shown.sorted(by: { rank($0) < rank($1) }).prefix(Self.most) {
      let standing = plane.standings[index]
      var cells = [names[index], Readable.measure(standing.x.mean), Readable.measure(standing.y.mean)]
      cells.append(standing.place.rawValue)
      if hasShares { cells.append(Readable.percent(standing.inResamples)) }
      if hasCosts {
        cells += Comparison.Resource.ofThePublic.map { resource in
          Self.cost(comparison.costs[comparison.variants[index]]?[resource])
        }
      }
      table.rows.append(cells)
    }
    return table.lines(width: width, narrowest: 20) + rest(shown.count - Self.most, "front.csv")
  }

  static func cost(_ cost: Comparison.Cost?) -> String {
    guard let cost, !cost.share.isNaN else { return "-" }
    return cost.share.isFinite ? Readable.signed(cost.share * 100) : "new"
  }

  /// Pairs of which one is shown to be better on both, with the intervals that show it.
  private func dominances(_ plane: ParetoPlane, _ width: Int) -> [String] {
    let base = comparison.variants.firstIndex(of: comparison.baseline)
    let isShort = comparison.variants.count > Self.mostInFull
    let asked = plane.dominances.filter { !isShort || $0.first == base || $0.second == base }
    let wins = asked.filter { $0.verdict != .open }
    var lines = [""]
    if wins.isEmpty {
      lines.append(
        "No variant is shown to be better on both than \(isShort ? "the baseline, or worse" : "another").")
    } else {
      var table = TextTable(["better on both", "than", "vitality", "order", "replicates"])
      for pair in wins.prefix(Self.most) {
        let isFirst = pair.verdict == .better
        let (better, worse) = isFirst ? (pair.first, pair.second) : (pair.second, pair.first)
        let share = isFirst ? pair.firstInReplicates : pair.secondInReplicates
        let intervals = [pair.x, pair.y].map { interval in
          let turned = Interval(
            mean: isFirst ? interval.mean : -interval.mean, halfWidth: interval.halfWidth,
            count: interval.count)
          return Readable.estimate(turned).limits
        }
        table.rows.append(
          [comparison.variants[better], TextLayout.fit(comparison.variants[worse], to: 20)] + intervals
            + ["\(Int((share * Double(plane.count)).rounded())) of \(plane.count)"])
      }
      lines += table.lines(width: width, narrowest: 20) + rest(wins.count - Self.most, "dominance.csv")
    }
    if isShort {
      lines.append(
        "Only pairs with the baseline"
          + (plane.dominances.count > asked.count ? "; dominance.csv has the others." : "."))
    }
    return lines
  }

  // MARK: The budget

  func budget(_ width: Int) -> [String] {
    let rows = comparison.budget
    guard !rows.isEmpty else { return [] }
    let limits = comparison.options.budget
    let affordable = rows.filter(\.isAffordable)
    let front = affordable.filter { $0.standing?.isOnFront == true }.enumerated().sorted { first, second in
      let values = [first, second].map { $0.element.standing?.x.mean ?? 0 }
      return values[0] == values[1] ? first.offset < second.offset : values[0] > values[1]
    }.map(\.element)
    let words = limits.map { "\($0.resource.name) at most \(Readable.signed($0.share * 100)) %" }
    var lines =
      [""]
      + TextLayout.wrap(
        "Within the budget (\(words.joined(separator: ", ")) above the baseline): \(affordable.count) of "
          + "\(Readable.variants(rows.count))", width: TextLayout.prose(width))
    if !front.isEmpty {
      let hasShares = front.contains { $0.standing?.inResamples.isFinite == true }
      var table = TextTable(
        ["front within it", "vitality", "order", "verdict"] + (hasShares ? ["resamples"] : [])
          + limits.map { "\($0.resource.name) %" } + ["budget"])
      for row in front.prefix(Self.most) {
        guard let standing = row.standing else { continue }
        var cells = [row.variant, Readable.measure(standing.x.mean), Readable.measure(standing.y.mean)]
        cells.append(standing.place.rawValue)
        if hasShares { cells.append(Readable.percent(standing.inResamples)) }
        cells += row.costs.map { cost in
          guard cost.share.isFinite else { return "new" }
          let half = (cost.high - cost.low) / 2 * 100
          return Readable.signed(cost.share * 100) + (half.isFinite ? " ± \(Readable.fixed(half, 1))" : "")
        }
        table.rows.append(cells + [row.verdict.rawValue])
      }
      lines += table.lines(width: width, narrowest: 20) + rest(front.count - Self.most, "budget.csv")
    }
    let perhaps = rows.filter { !$0.isAffordable && $0.verdict != .over }.map(\.variant)
    if !perhaps.isEmpty {
      let named = perhaps.prefix(10).joined(separator: ", ")
      let more = perhaps.count > 10 ? " and \(perhaps.count - 10) more" : ""
      lines += TextLayout.wrap(
        "Above it by their means, but with intervals that hold the limit: \(named)\(more).",
        width: TextLayout.prose(width))
    }
    return lines
      + TextLayout.wrap(
        "budget: within where the intervals of all costs end below the limits, open where one holds its limit. "
          + "budget.csv has every variant.", width: TextLayout.prose(width))
  }
}
