import Testing

@testable import Engine

@Suite struct MeasureTests {
  /// The ids that are promised, composites first, then the components of each in their order.
  private static let promised = """
    vitality order participation_quarter participation_year breadth initiative associations_per_10k
    association_survival own_resources public_issues_per_1k public_issues_cv responsiveness weeks_to_resolution
    responsiveness_26 responsiveness_52 responsiveness_service responsiveness_technical responsiveness_public
    conflicts_per_10k conflicts_per_decision conflict_weeks grievance escalations_per_resident_year coordination
    rules_kept completion_reported completion_true meetings idle_meetings coverage_paper coverage_active
    turnout_official turnout_true administrative_share committee_standing identification publicness
    trust_committee trust_core fatigue_representatives ties_per_resident ties_across centre_visits_per_head
    centre_users_60plus matched_share cost_per_resolved hours_per_resolved binding_money binding_staff
    binding_energy binding_volunteers binding_professionals binding_space vo_correlation_places
    vo_correlation_time
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private static let ids = Measure.table.map(\.id)

  @Test func everyPromisedMeasureIsThereOnce() {
    for id in Self.promised { #expect(Self.ids.count { $0 == id } == 1, "\(id)") }
    #expect(Set(Self.ids).count == Self.ids.count)
    #expect(Self.ids[0] == "vitality" && Self.ids[1] == "order")
    #expect(Measure.table.allSatisfy { !$0.unit.isEmpty && !$0.meaning.isEmpty })
  }

  @Test func measuresNameMechanismsThatExist() {
    let mechanisms = MechanismRegistry.descriptions.map(\.id)
    for measure in Measure.table {
      #expect(measure.touchedBy.allSatisfy(mechanisms.contains), "\(measure.id)")
    }
  }

  /// A composite is the weighted mean of its components, each on its scale; undefined ones are left out.
  @Test func compositesAreWeightedMeansOfTheirComponents() throws {
    var setting = Setting.small(MechanismUse.all)
    for (k, _) in setting.weights.vitality.enumerated() { setting.weights.vitality[k].weight = Double(k % 3) }
    for (k, _) in setting.weights.order.enumerated() { setting.weights.order[k].weight = Double(1 + k) }
    let result = try Simulation.run(setting, seed: 2, replicate: 0, places: true)
    var checked = 0
    for values in [result.measures] + result.series.map(\.values) + result.places.map(\.values) {
      for (composite, weights) in [("vitality", setting.weights.vitality), ("order", setting.weights.order)] {
        var sum = 0.0
        var total = 0.0
        for component in weights {
          let value = values[Measure.index(component.id)]
          if value.isNaN { continue }
          let mapped = Scale.of(component.id).map(value)
          #expect((0...1).contains(mapped), "\(component.id) \(value)")
          sum += component.weight * mapped
          total += component.weight
        }
        let value = values[Measure.index(composite)]
        #expect((value - 100 * sum / total).magnitude < 1e-9 && (0...100).contains(value))
        checked += 1
      }
    }
    #expect(checked == 2 * (1 + result.series.count + 3))
  }

  @Test func componentsHaveTheirOwnMeasuresAndScales() {
    let weights = CompositeWeights()
    #expect(weights.vitality.count == 6 && weights.order.count == 6)
    for component in weights.vitality + weights.order {
      #expect(Self.promised.contains(component.id) && component.weight > 0)
      let scale = Scale.of(component.id)
      let values = stride(from: 0.0, through: 50, by: 0.25).map(scale.map)
      #expect(values.allSatisfy { (0...1).contains($0) })
      if case .falling = scale.shape {
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
      } else {
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 } && values[0] == 0)
      }
    }
  }

  /// Apportionment are shares and counts are not negative, in the whole run, in every place, and in single weeks.
  @Test(arguments: [1, 6]) func valuesLieInTheirRanges(interval: Int) throws {
    var setting = Setting.small(MechanismUse.all)
    setting.schedule.burnIn = 52
    setting.schedule.observed = 60
    setting.schedule.interval = interval
    let result = try Simulation.run(setting, seed: 3, replicate: 0, places: true)
    for values in [result.measures] + result.series.map(\.values) + result.places.map(\.values) {
      for (measure, value) in zip(Measure.table, values) where !value.isNaN {
        switch measure.unit {
        case "share", "0–1": #expect(value >= 0 && value <= 1 + 1e-9, "\(measure.id) \(value)")
        case "0–100": #expect((0...100).contains(value), "\(measure.id) \(value)")
        case "–": #expect(value.isFinite && value >= -1, "\(measure.id) \(value)")
        default: #expect(value >= 0 && value.isFinite, "\(measure.id) \(value)")
        }
      }
    }
    // Over so long a time in so busy a world nothing is undefined.
    let undefined = zip(Measure.table, result.measures).filter { $0.1.isNaN }.map(\.0.id)
    #expect(undefined == [])
  }

  @Test func nothingToDivideByIsUndefined() throws {
    var setting = Setting.small()
    setting.schedule.burnIn = 0
    setting.schedule.observed = 3
    setting.conditions[.privateNeeds] = 1e-12
    setting.conditions[.publicNeeds] = 1e-12
    let result = try Simulation.run(setting, seed: 1, replicate: 0)
    for id in [
      "responsiveness", "completion_true", "weeks_to_resolution", "turnout_true", "centre_users_60plus",
      "conflicts_per_decision", "conflict_weeks", "cost_per_resolved", "binding_money", "vo_correlation_time",
    ] {
      #expect(result.measures[Measure.index(id)].isNaN, "\(id)")
    }
    for id in ["order", "grievance", "meetings", "ties_per_resident", "conflicts_per_10k", "publicness"] {
      #expect(!result.measures[Measure.index(id)].isNaN, "\(id)")
    }
  }

  @Test func responsivenessIsNestedAndReportsAreNotBelowTruth() throws {
    let result = try Simulation.run(.small(), seed: 5, replicate: 0)
    func value(_ id: String) -> Double { result.measures[Measure.index(id)] }
    #expect(value("responsiveness") <= value("responsiveness_26"))
    #expect(value("responsiveness_26") <= value("responsiveness_52"))
    #expect(value("responsiveness_52") <= value("completion_true"))
    #expect(value("completion_true") <= value("completion_reported"))
  }

  @Test func breadthIsOneWhereTheActiveAreLikeAll() {
    var state = Snapshot()
    var reading: Reading {
      Reading(
        counts: [Double](repeating: 0, count: Tally.width), state: state, weeksToResolution: [], weeks: 1,
        neighbourhoods: 1, weights: CompositeWeights())
    }
    #expect(reading.breadth.isNaN)
    for k in state.cells.indices { state.cells[k] = Double(k + 1) }
    for k in state.cells.indices { state.activeCells[k] = Double(k + 1) / 20 }
    #expect((reading.breadth - 1).magnitude < 1e-12)
    // All active ones in one cell: what remains is the share of that cell.
    for k in state.cells.indices { state.activeCells[k] = k == 0 ? 5 : 0 }
    #expect((reading.breadth - 1 / state.cells.reduce(0, +)).magnitude < 1e-12)
  }

  @Test func theMedianOfWeeksIsTheMedian() {
    func median(_ weeks: [Int]) -> Double {
      var bins = [Int32](repeating: 0, count: Tally.bins)
      for week in weeks { bins[week] += 1 }
      return Reading(
        counts: [Double](repeating: 0, count: Tally.width), state: Snapshot(), weeksToResolution: bins,
        weeks: 1, neighbourhoods: 1, weights: CompositeWeights()
      ).medianWeeks
    }
    #expect(median([]).isNaN)
    #expect((median([4]) - 4).magnitude <= 0.5 && (median([1, 5, 60]) - 5).magnitude <= 0.5)
    #expect((median(Array(0...20)) - 10).magnitude <= 0.5)
  }

  @Test func correlationAndVariation() {
    let line = (0..<9).map { (Double($0), 3 - 2 * Double($0)) }
    #expect((Statistics.correlation(line) + 1).magnitude < 1e-12)
    #expect(Statistics.correlation(Array(line.prefix(2))).isNaN)
    #expect(Statistics.correlation(line.map { ($0.0, 4) }).isNaN)
    #expect((Statistics.correlation(line + [(.nan, 5)]) + 1).magnitude < 1e-12)
    #expect((Statistics.variation([2, 4, 6]) - 0.5).magnitude < 1e-12)
    #expect(Statistics.variation([2]).isNaN && Statistics.variation([0, 0]).isNaN)
  }
}
