/// Reads a world while it runs: observation draws nothing and changes nothing but the counts it takes.
struct Observer: Sendable {
  private let setting: Setting
  private var total: [Double]
  private var totalWeeks: [Int32]
  private var states: [Snapshot]
  /// How often it has looked.
  private(set) var rows = 0
  private var series: [RunResult.SeriesRow] = []
  private let keepsPlaces: Bool
  private let neighbourhoods: Int

  init(_ setting: Setting, neighbourhoods: Int, keepsPlaces: Bool) {
    self.setting = setting
    self.keepsPlaces = keepsPlaces
    self.neighbourhoods = neighbourhoods
    total = Array(repeating: 0, count: neighbourhoods * Tally.width)
    totalWeeks = Array(repeating: 0, count: neighbourhoods * Tally.bins)
    states = Array(repeating: Snapshot(), count: neighbourhoods)
  }

  /// Takes the counts of the weeks since the last call into the totals, and adds a row to the series.
  mutating func observe(_ world: inout World, weeks: Int, observedWeek: Int) {
    var state = Snapshot()
    for n in 0..<neighbourhoods {
      let own = world.snapshot(n)
      states[n].add(own)
      state.add(own)
    }
    rows += 1
    let tally = world.tally
    for k in total.indices { total[k] += tally.values[k] }
    for k in totalWeeks.indices { totalWeeks[k] += tally.weeksToResolution[k] }
    let reading = Reading(
      counts: Self.sum(tally.values, Tally.width), state: state,
      weeksToResolution: Self.sum(tally.weeksToResolution, Tally.bins), weeks: Double(weeks),
      neighbourhoods: Double(neighbourhoods), weights: setting.weights)
    series.append(
      RunResult.SeriesRow(week: observedWeek, values: Measure.table.map { $0.value(reading) }))
    world.tally.reset()
  }

  /// What it has seen before a week.
  /// - Parameter rows: how often it has looked by then.
  mutating func archive(_ archive: inout Archive, rows: Int) {
    archive.block(&total, in: -1e15...1e15)
    Tally.archiveWeeks(&totalWeeks, &archive)
    archive.each(&states) { archive, state in state.archive(&archive) }
    self.rows = rows
    if archive.isReading {
      let blank = [Double](repeating: 0, count: Measure.table.count)
      let interval = setting.schedule.interval
      series = (0..<rows).map { RunResult.SeriesRow(week: ($0 + 1) * interval, values: blank) }
    }
    archive.each(&series) { archive, row in
      // Undefined measures are not numbers, so any bits will do.
      archive.each(&row.values) { archive, value in
        var bits = value.bitPattern
        archive.number(&bits, in: 0...UInt64.max)
        value = Double(bitPattern: bits)
      }
    }
  }

  private static func sum<Number: AdditiveArithmetic>(_ values: [Number], _ width: Int) -> [Number] {
    var row = [Number](repeating: .zero, count: width)
    for (index, value) in values.enumerated() { row[index % width] += value }
    return row
  }

  func result(_ world: borrowing World, flows: [RunResult.FlowRow]) -> RunResult {
    let weeks = Double(setting.schedule.observed)
    var whole = Snapshot()
    var places: [RunResult.PlaceRow] = []
    var points: [(Double, Double)] = []
    let vitality = Measure.index("vitality")
    let order = Measure.index("order")
    let schedule = setting.schedule
    let mechanisms = keepsPlaces ? world.schedule.mechanisms(in: schedule.burnIn..<schedule.total) : []
    for n in 0..<neighbourhoods {
      let state = states[n].divided(by: Double(rows))
      whole.add(state)
      let reading = Reading(
        counts: Array(total[n * Tally.width..<(n + 1) * Tally.width]), state: state,
        weeksToResolution: Array(totalWeeks[n * Tally.bins..<(n + 1) * Tally.bins]), weeks: weeks,
        neighbourhoods: 1,
        weights: setting.weights)
      let values = Measure.table.map { $0.value(reading) }
      points.append((values[vitality], values[order]))
      if keepsPlaces { places.append(world.placeRow(n, mechanisms[n], values)) }
    }
    let reading = Reading(
      counts: Self.sum(total, Tally.width), state: whole, weeksToResolution: Self.sum(totalWeeks, Tally.bins),
      weeks: weeks, neighbourhoods: Double(neighbourhoods), weights: setting.weights)
    var values = Measure.table.map { $0.value(reading) }
    values[Measure.index("vo_correlation_places")] = Statistics.correlation(points)
    values[Measure.index("vo_correlation_time")] = Statistics.correlation(
      series.map { ($0.values[vitality], $0.values[order]) })
    let contacts = world.contactShares()
    for (id, frequency) in [
      ("contact_daily", ContactFrequency.daily), ("contact_weekly", .weekly),
      ("contact_occasional", .occasionally), ("contact_never", .never),
    ] {
      values[Measure.index(id)] = contacts[Int(frequency.rawValue)]
    }
    let issues = Measure.index("public_issues_per_1k")
    values[Measure.index("public_issues_cv")] = Statistics.variation(series.map { $0.values[issues] })
    return RunResult(
      measures: values, series: series, places: places, flows: flows, fingerprint: world.fingerprint())
  }
}

/// Sums in a fixed order.
enum Statistics {
  /// Pearson's correlation; NaN for fewer than three points or without variation.
  static func correlation(_ points: [(Double, Double)]) -> Double {
    let whole = points.filter { !$0.0.isNaN && !$0.1.isNaN }
    if whole.count < 3 { return .nan }
    let number = Double(whole.count)
    let x = whole.reduce(0) { $0 + $1.0 } / number
    let y = whole.reduce(0) { $0 + $1.1 } / number
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for point in whole {
      xx += (point.0 - x) * (point.0 - x)
      yy += (point.1 - y) * (point.1 - y)
      xy += (point.0 - x) * (point.1 - y)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : .nan
  }

  /// Standard deviation over mean; NaN for fewer than two values or a mean of 0.
  static func variation(_ values: [Double]) -> Double {
    let whole = values.filter { !$0.isNaN }
    if whole.count < 2 { return .nan }
    let mean = whole.reduce(0, +) / Double(whole.count)
    let squares = whole.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return mean > 0 ? (squares / Double(whole.count - 1)).squareRoot() / mean : .nan
  }
}

extension World {
  func placeRow(_ n: Int, _ mechanisms: [String], _ values: [Double]) -> RunResult.PlaceRow {
    let place = places.neighbourhoods[n]
    let subdistrict = places.subdistricts[place.subdistrict]
    return RunResult.PlaceRow(
      place: place.name, district: subdistrict.district, subdistrict: subdistrict.name,
      block: places.blocks[place.block].name, x: place.x, y: place.y, residents: place.residents.count,
      mechanisms: mechanisms, values: values)
  }

  /// What kinds of actors gave one another since the books were opened.
  func flowRows() -> [RunResult.FlowRow] {
    var rows: [RunResult.FlowRow] = []
    for resource in Resource.allCases {
      for purpose in Purpose.allCases {
        for from in ActorKind.allCases {
          for to in ActorKind.allCases {
            let amount = ledger.flow(resource, purpose.rawValue, from: from.rawValue, to: to.rawValue)
            if amount == 0 { continue }
            rows.append(
              RunResult.FlowRow(
                from: from.name, to: to.name, resource: resource.name, purpose: purpose.name, amount: amount))
          }
        }
      }
    }
    return rows
  }
}
