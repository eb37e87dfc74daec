import Testing

@testable import Engine

@Suite struct SteeringStyleTests {
  private let sample = StructureSample.shared
  private let cadres: [ActorKind] = [.residentsCommittee, .generalBranch]

  @Test func weightsAreSharesOfTheSameHours() throws {
    let structure = sample.structure([
      MechanismUse(
        "steeringStyle", places: .named(["S"]),
        options: [
          "relaying": .number(0.2), "brokering": .number(0.4), "serving": .number(0.2), "veto": .number(0.7),
        ])
    ])
    for kind in cadres {
      let hours = try #require(structure[kind, 0]).hours
      #expect(hours.relaying == 0.25 && hours.brokering == 0.5 && hours.serving == 0.25)
      #expect(structure[kind, 0]?.staffMinutes == sample.base[kind, 0]?.staffMinutes)
      #expect(structure[kind, 2] == sample.base[kind, 2])
    }
    #expect(structure[.subdistrictOffice, 0]?.hours.brokering == 0.5)
    #expect(structure[.massOrganisations, 0] == sample.base[.massOrganisations, 0])
    #expect(structure.rights.map(\.veto) == [0.7, 0.7, 0, 0])
    #expect(structure.wideRights.map(\.veto) == [0.7, 0])
  }

  @Test func aLevelHasItsOwnCadres() {
    let wide = sample.structure([MechanismUse("steeringStyle", options: ["level": .choice("subdistrict")])])
    #expect(wide[.residentsCommittee, 0] == sample.base[.residentsCommittee, 0])
    #expect(wide[.subdistrictOffice, 0]?.hours.brokering == 0.5)
  }

  private func setting(
    relaying: Double, brokering: Double, serving: Double, _ conditions: [ConditionID: Double] = [:],
    _ parameters: [ParameterID: Double] = [:]
  ) -> Setting {
    let use = MechanismUse(
      "steeringStyle",
      options: [
        "relaying": .number(relaying), "brokering": .number(brokering), "serving": .number(serving),
      ])
    return .small([use], conditions, parameters)
  }

  @Test func brokersAskAndOthersDoNot() throws {
    func asked(_ brokering: Double) throws -> Int64 {
      let world = try setting(
        relaying: 0, brokering: brokering, serving: 1 - brokering, [.associations: 40, .massStaff: 0]
      ).world(after: 10)
      return [ActorKind.residentsCommittee, .generalBranch, .subdistrictOffice].reduce(0) {
        $0 + world.flow(.time, .brokering, from: $1, to: .doneWork)
      }
    }
    #expect(try asked(0) == 0 && asked(0.2) > 0 && asked(0.8) > asked(0.2))
  }

  /// Where there is nothing to come to, nothing to mediate and nothing to look for, time for brokering brokers
  /// nothing: it goes into other work, and nobody takes part.
  @Test func brokeringWithoutMattersDoesNothingGood() throws {
    let empty: [ConditionID: Double] = [.demandLoad: 0, .associations: 0]
    let world = try setting(relaying: 0, brokering: 1, serving: 0, empty).world(after: 30)
    #expect(world.flow(.time, .brokering, from: .residentsCommittee, to: .doneWork) == 0)
    #expect(world.flow(.time, .mediation, from: .residentsCommittee, to: .doneWork) == 0)
    #expect(world.flow(.time, .administration, from: .residentsCommittee, to: .doneWork) > 0)
    #expect(world.neighbourhoods.allSatisfy { $0.participants.isEmpty })
  }

  /// Cadres who only relay do their tasks and leave residents with their needs: fewer are met than under the usual
  /// mix of hours, and grievance is higher.
  @Test func relayingAloneDoesNothingGoodForResidents() throws {
    let load: [ConditionID: Double] = [.taskAppetite: 10]
    let relaying = try setting(relaying: 1, brokering: 0, serving: 0, load).measures()
    let usual = try setting(relaying: 0.6, brokering: 0.1, serving: 0.3, load).measures()
    #expect(relaying("responsiveness_service") < usual("responsiveness_service"))
    #expect(relaying("grievance") > usual("grievance"))
    #expect(relaying("tasks_done") > usual("tasks_done"))
  }
}
