import Analysis
import Engine
import Tables

extension Comparison {
  /// The difference of a variant from its baseline in one interval of weeks, beyond that of the last interval before
  /// their policies came to differ.
  public struct EventStudyRow: Sendable, Equatable {
    public var variant, baseline, measure, unit: String
    /// The last week of the interval, from the start of observation.
    public var week: Int
    /// Weeks of the interval's end after the start: 0 or less before it.
    public var weeksSinceStart: Int
    public var contrast: PairedContrast
  }

  /// A difference of differences: what changed in the variant beyond what changed in its baseline.
  public struct DoubleDifference: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable { case weeks, places }
    public var variant, baseline: String
    public var kind: Kind
    public var measure, unit: String
    /// After minus before, or treated minus untreated places, in the variant and in the baseline: means.
    public var change, baselineChange: Double
    public var contrast: PairedContrast
  }

  /// When the policies of a pair come to differ, if that is after the first interval observed.
  struct Event {
    var variant, baseline: String
    /// Weeks observed before the start.
    var start: Int
    /// Intervals that end before the start, and those that begin after it, by their last weeks.
    var before, after: [Int]
    /// All intervals that both variants have, by their last weeks.
    var weeks: [Int]

    init?(_ pair: (variant: String, baseline: String), _ input: ComparisonInput, weeks: [Int]) {
      guard let design = input.design(of: pair.variant), let base = input.design(of: pair.baseline),
        design.burnIn == base.burnIn, design.interval == base.interval,
        let first = design.firstDifference(from: base)
      else { return nil }
      (variant, baseline) = pair
      self.weeks = weeks
      start = first - design.burnIn
      let start = start
      before = weeks.filter { $0 <= start }
      after = zip([0] + weeks, weeks).filter { $0.0 >= start }.map(\.1)
      guard !before.isEmpty, !after.isEmpty else { return nil }
    }
  }

  static func eventStudy(_ events: [Event], _ series: SeriesTable, _ options: ComparisonOptions)
    -> [EventStudyRow]
  {
    var rows: [EventStudyRow] = []
    for event in events {
      let pair = [event.variant, event.baseline]
      let tables = event.weeks.map { (week: $0, runs: series.runs(over: $0...$0, of: pair)) }
      guard let last = event.before.last, let reference = tables.first(where: { $0.week == last }) else {
        continue
      }
      for measure in series.measures {
        let before = reference.runs.paired(measure, variants: pair)
        // The reference itself is zero by definition: no test.
        var own = tables.filter { $0.week != last }.map { week, runs in
          let now = runs.paired(measure, variants: pair)
          return EventStudyRow(
            variant: event.variant, baseline: event.baseline, measure: measure, unit: unit(of: measure),
            week: week, weeksSinceStart: week - event.start,
            contrast: PairedContrast(change(now, before, options)))
        }
        own.adjust(\.contrast)
        rows += own
      }
    }
    return rows
  }

  /// Before and after the start.
  static func doubleDifferences(
    _ events: [Event], _ series: SeriesTable, _ options: ComparisonOptions
  ) -> [DoubleDifference] {
    events.flatMap { event -> [DoubleDifference] in
      func runs(over weeks: [Int]) -> RunTable {
        series.runs(over: weeks[0]...weeks[weeks.count - 1], of: [event.variant, event.baseline])
      }
      return doubleDifferences(
        (event.variant, event.baseline), .weeks, series.measures, runs(over: event.after),
        runs(over: event.before), options)
    }
  }

  /// In places with the variant's policies and without them.
  static func doubleDifferences(
    _ pair: (variant: String, baseline: String), _ input: ComparisonInput, _ places: PlaceTable,
    _ options: ComparisonOptions
  ) -> [DoubleDifference] {
    guard let design = input.design(of: pair.variant), let base = input.design(of: pair.baseline),
      let seed = input.plan?.seed
    else { return [] }
    let treatments = design.policies(missingIn: base)
    // Where a policy holds everywhere there is no place without it.
    guard !treatments.isEmpty, base.policies(missingIn: design).isEmpty,
      treatments.allSatisfy({ $0.places != nil || $0.share != nil })
    else {
      return []
    }
    func isTreated(_ replicate: Int, _ place: PlaceTable.Place) -> Bool {
      treatments.contains { policy in
        if let names = policy.places { return place.names.contains(where: names.contains) }
        return PlaceShare.neighbourhoods(policy.share ?? 1, of: place.count, seed: seed, replicate: replicate)
          .contains(place.index)
      }
    }
    let both = [pair.variant, pair.baseline]
    return doubleDifferences(
      pair, .places, places.measures, places.runs(of: both, over: isTreated),
      places.runs(of: both) { !isTreated($0, $1) }, options)
  }

  private static func doubleDifferences(
    _ pair: (variant: String, baseline: String), _ kind: DoubleDifference.Kind, _ measures: [String],
    _ with: RunTable, _ without: RunTable, _ options: ComparisonOptions
  ) -> [DoubleDifference] {
    measures.map { measure in
      let now = with.paired(measure, variants: [pair.variant, pair.baseline])
      let before = without.paired(measure, variants: [pair.variant, pair.baseline])
      let all = now + before
      let whole = now[0].indices.filter { k in all.allSatisfy { $0[k].isFinite } }
      let changes = now.indices.map { index in
        Interval(of: whole.map { now[index][$0] - before[index][$0] }).mean
      }
      return DoubleDifference(
        variant: pair.variant, baseline: pair.baseline, kind: kind, measure: measure, unit: unit(of: measure),
        change: changes[0], baselineChange: changes[1],
        contrast: PairedContrast(change(now, before, options)))
    }
  }

  /// The change of the variant beyond that of the baseline; both lists hold first the variant, then the baseline.
  private static func change(_ now: [[Double]], _ before: [[Double]], _ options: ComparisonOptions)
    -> PairedComparison
  {
    PairedComparison(
      [(now[0], 1), (before[0], -1), (now[1], -1), (before[1], 1)], level: options.level)
  }

  static func table(_ rows: [EventStudyRow]) -> ComparisonTable {
    let required = TableSchema.Constraints(required: true)
    let schema = TableSchema(
      name: "event_study",
      meaning:
        "One row per variant, measure and interval of weeks: the difference from the baseline, minus that of "
        + "the last interval before their policies came to differ. Holm over the intervals of a measure.",
      columns: [ComparisonColumn.variant, ComparisonColumn.baseline] + ComparisonColumn.measure + [
        .init(
          "week", .integer, unit: "weeks",
          meaning: "last week of the interval, from the start of observation",
          constraints: required),
        .init(
          "weeks_since_start", .integer, unit: "weeks",
          meaning: "weeks that the policies have differed by then; 0 or less before they do",
          constraints: required),
      ]
        + ComparisonColumn.contrast(
          "difference", "difference beyond that before the start, paired by replicate"),
      key: ["variant", "baseline", "measure", "week"])
    return ComparisonTable(
      schema: schema,
      rows: rows.map { row in
        [
          .text(row.variant), .text(row.baseline), .text(row.measure), .text(row.unit), .whole(row.week),
          .whole(row.weeksSinceStart),
        ] + ComparisonColumn.cells(row.contrast)
      })
  }

  static func table(_ rows: [DoubleDifference]) -> ComparisonTable {
    typealias Column = TableSchema.Column
    let required = TableSchema.Constraints(
      required: true, choices: DoubleDifference.Kind.allCases.map(\.rawValue))
    let schema = TableSchema(
      name: "difference_in_differences",
      meaning: "One row per variant and measure: what changed in it beyond what changed in the baseline.",
      columns: [ComparisonColumn.variant, ComparisonColumn.baseline] + [
        Column(
          "by", .string,
          meaning:
            "weeks: after minus before the policies differ; places: with minus without the variant's policies",
          constraints: required)
      ] + ComparisonColumn.measure + [
        Column("change", .number, unit: "unit of the measure", meaning: "mean change of the variant"),
        Column(
          "baseline_change", .number, unit: "unit of the measure", meaning: "mean change of the baseline"),
      ]
        + ComparisonColumn.contrast(
          "difference", "the change beyond that of the baseline, paired by replicate"),
      key: ["variant", "baseline", "by", "measure"])
    return ComparisonTable(
      schema: schema,
      rows: rows.map { row in
        [
          .text(row.variant), .text(row.baseline), .text(row.kind.rawValue), .text(row.measure),
          .text(row.unit),
          .number(row.change), .number(row.baselineChange),
        ] + ComparisonColumn.cells(row.contrast)
      })
  }
}
