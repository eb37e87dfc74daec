import Testing

@testable import Engine

@Suite struct VisitsTests {
  private let p = Parameters()

  private func rate(_ distance: Double, open: Double = 60) -> Double {
    Visits.visitRate(distance: distance, openHours: open, p)
  }

  @Test func visitsFallWithDistance() {
    #expect(rate(0) == p[.visits])
    #expect((rate(p[.walkingHalf]) - rate(0) / 2).magnitude < 1e-12)
    let rates = stride(from: 0.0, through: 5, by: 0.25).map { rate($0) }
    #expect(zip(rates, rates.dropFirst()).allSatisfy { $0 > $1 } && rates.allSatisfy { $0 > 0 })
  }

  @Test func openingHoursCountUpToALimit() {
    #expect(rate(0.3, open: 0) == 0 && rate(0.3, open: 30) < rate(0.3, open: 60))
    #expect((rate(0.3, open: 30) * 2 - rate(0.3, open: 60)).magnitude < 1e-12)
    #expect(rate(0.3, open: 112) == rate(0.3, open: 100))
  }

  /// Who lives nearer comes more often; without a hub nobody comes.
  @Test func nearNeighbourhoodsUseAHubMore() throws {
    func visits(_ mechanisms: [MechanismUse]) throws -> [Double] {
      var setting = Setting.small(mechanisms)
      for (n, x) in [0.0, 0.2, 3.0].enumerated() {
        setting.city.subdistricts[0].neighbourhoods[n].x = x
        setting.city.subdistricts[0].neighbourhoods[n].y = 0
        setting.city.subdistricts[0].neighbourhoods[n].block = "one"
      }
      let result = try Simulation.run(setting, seed: 1, replicate: 0, places: true)
      return result.places.map { $0.values[Measure.index("centre_visits_per_head")] }
    }
    #expect(try visits([]) == [0, 0, 0])
    let hub = try visits([MechanismUse("blockHub")])
    // The hub stands at 1.07 km, in the middle of the three.
    #expect(hub[1] > hub[0] && hub[0] > hub[2] && hub[2] > 0)
  }
}

@Suite struct ElectionTests {
  @Test func electionsComeEveryThirdYear() {
    let weeks = (0..<700).filter(Election.isDue)
    #expect(!weeks.isEmpty && weeks[0] == Election.firstWeek)
    #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $1 - $0 == 156 })
  }

  private func turnout(_ mechanisms: [MechanismUse]) throws -> (
    voters: Double, truth: Double, official: Double
  ) {
    var setting = Setting.small(mechanisms)
    setting.parameters[.proxyVotes] = 1
    var world = try World(setting, seed: 3, replicate: 0)
    world.week = Election.firstWeek
    world.with(Election.self) { Election.run(&$0) }
    let rows = world.neighbourhoods.indices.map { world.tally.row($0) }
    for row in rows {
      let votes = row[Counter.votesTrue.rawValue]
      #expect(votes >= 0 && votes <= row[Counter.votesOfficial.rawValue])
      #expect(row[Counter.votesOfficial.rawValue] <= row[Counter.voters.rawValue])
    }
    func sum(_ counter: Counter) -> Double { rows.reduce(0) { $0 + $1[counter.rawValue] } }
    var adults = 0
    for i in 0..<2_400 where world.population.residents.traits[i].isAdult { adults += 1 }
    #expect(sum(.voters) == Double(adults))
    return (sum(.voters), sum(.votesTrue), sum(.votesOfficial))
  }

  /// Reports and participation part as far as hours go into relaying; the vote itself does not change.
  @Test func reportsAreNeverBelowTheVote() throws {
    func style(_ relaying: Double) -> [MechanismUse] {
      [
        MechanismUse(
          "steeringStyle",
          options: ["relaying": .number(relaying), "brokering": .number(0), "serving": .number(1 - relaying)])
      ]
    }
    let none = try turnout(style(0))
    let some = try turnout(style(0.5))
    let full = try turnout(style(1))
    #expect(none.truth > 0 && none.truth == some.truth && some.truth == full.truth)
    #expect(none.official == none.truth && some.official > some.truth && full.official > some.official)
    #expect((full.official - full.voters).magnitude < 1e-6)
  }

  @Test func nobodyVotesInOtherWeeks() throws {
    var world = try World(.small(), seed: 3, replicate: 0)
    world.week = Election.firstWeek + 1
    let before = world.fingerprint()
    world.with(Election.self) { Election.run(&$0) }
    #expect(world.fingerprint() == before)
  }
}

@Suite struct UnitRelationsTests {
  @Test func successBringsUnitsNearerAndFailureMovesThemAway() throws {
    var world = try World(.small(), seed: 1, replicate: 0)
    for start in stride(from: Float(0), through: 1, by: 0.125) {
      world.population.units.relation[0] = start
      world.with(UnitRelations.self) { UnitRelations.experience(&$0, unit: 0, success: true, weight: 1) }
      let up = world.population.units.relation[0]
      #expect(up >= start && up <= 1 && (start == 1 || up > start))
      world.population.units.relation[0] = start
      world.with(UnitRelations.self) { UnitRelations.experience(&$0, unit: 0, success: false, weight: 1) }
      let down = world.population.units.relation[0]
      #expect(down <= start && down >= 0 && (start == 0 || down < start))
    }
  }

  @Test func idlenessHalvesARelationInItsHalfLife() throws {
    var setting = Setting.small()
    setting.parameters[.attitudeHalfLife] = 104
    var world = try World(setting, seed: 1, replicate: 0)
    world.population.units.relation[3] = 0.8
    world.population.units.money[3] = 0
    for _ in 0..<8 { world.with(UnitRelations.self) { UnitRelations.quarter(&$0) } }
    #expect((world.population.units.relation[3] - 0.4).magnitude < 1e-5)
    #expect(world.population.units.money[3] == world.unitMoney[3])
  }

  /// Owners lend, strangers do not; seats on committees bind their holders.
  @Test func ownersAndSeatHoldersLend() throws {
    func lent(relation: Float, _ mechanisms: [MechanismUse]) throws -> (time: Int64, rooms: Int64) {
      var world = try World(.small(mechanisms), seed: 1, replicate: 0)
      for u in 0..<world.population.units.count { world.population.units.relation[u] = relation }
      world.with(UnitRelations.self) { UnitRelations.lend(&$0) }
      var sum = (time: Int64(0), rooms: Int64(0))
      for n in world.neighbourhoods.indices {
        sum.time += world.ledger.balance(.time, world.slots.slot(.units, n))
        sum.rooms += world.ledger.balance(.venue, world.slots.slot(.units, n))
      }
      return sum
    }
    #expect(try lent(relation: 0.5, []) == (0, 0))
    let owners = try lent(relation: 0.9, [])
    #expect(owners.time > 0 && owners.rooms > 0)
    let seats = try lent(relation: 0, [MechanismUse("partTimeMembers")])
    #expect(seats.time > 0 && seats.rooms == 0)
  }
}
