import Testing

@testable import Engine

/// Reading draws nothing and changes nothing.
@Suite struct ObservationTests {
  private let setting = Setting.small(MechanismUse.all)

  @Test func observingChangesNothingButTheCounts() throws {
    var observed = try World(setting, seed: 4, replicate: 0)
    var alone = try World(setting, seed: 4, replicate: 0)
    var observer = Observer(setting, neighbourhoods: observed.neighbourhoods.count, keepsPlaces: true)
    for week in 1...30 {
      observed.advance()
      alone.advance()
      // What is not part of the observer's work: a snapshot changes nothing at all.
      let before = observed.fingerprint()
      for n in observed.neighbourhoods.indices { _ = observed.snapshot(n) }
      _ = observed.flowRows()
      #expect(observed.fingerprint() == before)
      if week % 3 == 0 { observer.observe(&observed, weeks: 3, observedWeek: week) }
    }
    alone.tally.reset()
    observed.tally.reset()
    #expect(observed.fingerprint() == alone.fingerprint())
  }

  @Test func theIntervalOfReadingIsNothingToTheWorld() throws {
    var results: [RunResult] = []
    for interval in [1, 4, 13, 26] {
      var setting = setting
      setting.schedule.observed = 52
      setting.schedule.interval = interval
      results.append(try Simulation.run(setting, seed: 4, replicate: 1))
      #expect(results.last?.series.count == 52 / interval)
      #expect(results.last?.series.last?.week == 52)
    }
    #expect(Set(results.map(\.fingerprint.value)).count == 1)
    // Counts over the whole run do not hang on it either; means of snapshots do.
    for id in ["responsiveness", "conflicts_per_10k", "meetings", "cost_per_resolved", "binding_energy"] {
      #expect(Set(results.map { $0.measures[Measure.index(id)].bitPattern }).count == 1, "\(id)")
    }
    #expect(results.allSatisfy { $0.flows == results[0].flows })
  }

  @Test func rowsOfPlacesAreNothingToTheRest() throws {
    let with = try Simulation.run(setting, seed: 4, replicate: 1, places: true)
    let without = try Simulation.run(setting, seed: 4, replicate: 1)
    #expect(without.places.isEmpty && with.places.map(\.place) == ["A", "B", "C"])
    #expect(with.measures.map(\.bitPattern) == without.measures.map(\.bitPattern))
    #expect(with.places.map(\.residents) == [900, 700, 800])
  }

  /// Burn-in is not observed: what happened in it is in no count.
  @Test func burnInIsNotCounted() throws {
    var setting = setting
    setting.schedule.burnIn = 30
    setting.schedule.observed = 2
    let few = try Simulation.run(setting, seed: 4, replicate: 1)
    setting.schedule.burnIn = 0
    setting.schedule.observed = 32
    let many = try Simulation.run(setting, seed: 4, replicate: 1)
    func time(_ result: RunResult) -> Int64 {
      result.flows.filter { $0.resource == "time" && $0.from == "nature" }.reduce(0) { $0 + $1.amount }
    }
    #expect(time(few) > 0 && time(few) * 10 < time(many))
    #expect(few.series.map(\.week) == [2])
  }
}
