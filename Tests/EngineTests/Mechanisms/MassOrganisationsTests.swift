import Testing

@testable import Engine

@Suite struct MassOrganisationsTests {
  private let sample = StructureSample.shared

  private func use(_ options: [String: OptionValue]) -> [MechanismUse] {
    [MechanismUse("massOrganisations", options: options)]
  }

  @Test func theirPeopleAreStationedInEqualParts() {
    let mass = Double(sample.base[.massOrganisations, 0]!.staffMinutes)
    let local = sample.structure(use(["stationed": .number(0.5)]))
    let blocks = sample.structure(use(["stationed": .number(0.5), "place": .choice("blocks")]))
    for n in 0..<2 {
      #expect(local[.neighbourhoodCentre, n]?.staffMinutes == Int(mass * 0.25))
      #expect(local[.gridCentre, n] == nil && blocks[.neighbourhoodCentre, n] == nil)
      #expect(blocks[.gridCentre, n]?.staffMinutes == Int(mass * 0.25))
      #expect(local.relations[n].namedMembers == 0.2)
    }
    #expect(local[.massOrganisations, 0]?.staffMinutes == Int(mass) - 2 * Int(mass * 0.25))
    #expect(local[.massOrganisations, 0]?.hours == local[.neighbourhoodCentre, 0]?.hours)
  }

  /// They join a body that stands there, and its hours are those of both.
  @Test func theyJoinAPointThatStandsThere() {
    let centre = MechanismUse("serviceCentres", options: ["brokering": .number(0)])
    let alone = sample.structure([centre])[.neighbourhoodCentre, 0]!
    let both = sample.structure([centre] + use(["stationed": .number(0.5)]))[.neighbourhoodCentre, 0]!
    #expect(both.staffMinutes > alone.staffMinutes && alone.hours.brokering == 0)
    #expect(both.hours.brokering > 0 && both.hours.brokering < 0.5)
  }

  private func asked(_ options: [String: OptionValue]) throws -> Int64 {
    try World.after(20, use(options)).flow(.time, .brokering, from: .neighbourhoodCentre)
  }

  @Test func guidedTheyAskAndLedTheyRelay() throws {
    let guided = try World.after(
      20,
      use(["stationed": .number(1), "relaying": .number(0), "brokering": .number(1), "serving": .number(0)]))
    #expect(guided.flow(.time, .brokering, from: .neighbourhoodCentre) > 0)
    #expect(guided.flow(.time, .administration, from: .neighbourhoodCentre) == 0)
  }

  /// Led through and through, stationing brings residents nothing: no hour of it is spent with them.
  @Test func ledFromAboveStationingDoesNothingGood() throws {
    let led = try World.after(
      20,
      use(["stationed": .number(1), "relaying": .number(1), "brokering": .number(0), "serving": .number(0)]))
    #expect(led.flow(.time, .brokering, from: .neighbourhoodCentre) == 0)
    #expect(led.flow(.time, .project, from: .neighbourhoodCentre) == 0)
    #expect(led.flow(.time, .administration, from: .neighbourhoodCentre) > 0)
  }

  /// With lists everybody can be named; without, asking keeps to the friends of the usual people.
  @Test func listsReachMoreKindsOfPeople() throws {
    func breadth(_ members: Double) throws -> Int {
      var world = try World(.small(use(["members": .number(members)])), seed: 3, replicate: 0)
      var ever = [Bool](repeating: false, count: 2_400)
      for _ in 0..<16 {
        for phase in Phase.all {
          world.run(phase)
          if phase.name == "mobilisation" {
            for i in 0..<2_400 where world.population.residents.status[i].contains(.asked) { ever[i] = true }
          }
        }
        world.endWeek()
      }
      return ever.filter { $0 }.count
    }
    #expect(try breadth(1) > breadth(0))
  }
}
