import Testing

@testable import Engine

@Suite struct CadreVisitsTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("visits", options: ["homes": .number(300), "minutes": .number(10)].merging(options) { $1 })
  }

  @Test func visitsAreADutyOfTheChosenBody() {
    let structure = StructureSample.shared.structure([
      MechanismUse(
        "visits", places: .named(["C"]), options: ["who": .choice("branch"), "homes": .number(90)])
    ])
    #expect(structure.homeVisits[0] == nil)
    #expect(
      structure.homeVisits[2]
        == HomeVisits(
          perQuarter: 90, minutes: 30, visitor: .branch, recorded: 0.8, tracked: 0.8, answerWeeks: 8))
  }

  /// A world whose office has people enough to go.
  private func world(_ mechanisms: [MechanismUse], weeks: Int) throws -> World {
    var setting = Setting.small(mechanisms)
    setting.conditions.values[.officeStaff] = 40
    setting.conditions.values[.demandLoad] = 4
    var world = try World(setting, seed: 4, replicate: 0)
    for _ in 0..<weeks { world.advance() }
    return world
  }

  private func expectation(_ world: borrowing World) -> Double {
    var sum = 0.0
    for i in 0..<world.population.residents.count { sum += Double(world.population.residents.expectation[i]) }
    return sum / Double(world.population.residents.count)
  }

  @Test func silentNeedsAreFoundAndFollowed() throws {
    let world = try world([use(["recorded": .number(1), "tracked": .number(1)])], weeks: 26)
    let found = world.demands.rows.filter { $0.origin == .body }
    #expect(found.count > 20)
    #expect(found.allSatisfy { $0.isTracked && $0.answerBy >= 0 })
  }

  @Test func committeesThatCallBecomeKnownAndOfficesDoNot() throws {
    let byCommittee = try world([use(["who": .choice("committee")])], weeks: 20)
    let byOffice = try world([use(["who": .choice("office")])], weeks: 20)
    for n in 0..<3 { #expect(byCommittee.neighbourhoods[n].known > byOffice.neighbourhoods[n].known) }
  }

  @Test func visitorsWithoutTimeDoNotCome() throws {
    var rushed = try World(
      .small([use(["homes": .number(600), "minutes": .number(120)])]), seed: 4, replicate: 0)
    for _ in 0..<13 { rushed.advance() }
    let wanted = 3 * 600.0 / 13
    let held = rushed.neighbourhoods.reduce(0) { $0 + $1.homesVisited }
    #expect(held > 0 && held < 0.3 * wanted)
  }

  @Test func aPromisedAnswerGoesFirstAndItsBreachDisappoints() throws {
    func trust(_ weeks: Double) throws -> Double {
      var setting = Setting.small([
        use(["answerWeeks": .number(weeks), "recorded": .number(1), "who": .choice("committee")])
      ])
      setting.conditions.values[.demandLoad] = 5
      setting.conditions.values[.taskAppetite] = 15
      var world = try World(setting, seed: 4, replicate: 0)
      for _ in 0..<30 { world.advance() }
      var sum = 0.0
      for i in 0..<world.population.residents.count {
        sum += Double(world.population.residents.trust[world.classIndex(.committee, i)])
      }
      return sum
    }
    #expect(try trust(3) != trust(26))
  }

  /// Heard and not written down: nothing is registered, and people expect more.
  @Test func visitsWithoutARecordDoNothingGood() throws {
    let with = try world([use(["recorded": .number(0)])], weeks: 26)
    let without = try world([], weeks: 26)
    #expect(!with.demands.rows.contains { $0.origin == .body })
    #expect(expectation(with) > expectation(without))
    #expect(
      with.demands.counts[Int(Demand.State.resolved.rawValue)]
        <= without.demands.counts[Int(Demand.State.resolved.rawValue)])
  }
}
