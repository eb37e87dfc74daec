import Testing

@testable import Engine

@Suite struct EmpowermentTests {
  private let sample = StructureSample.shared

  @Test func releaseGrowsAtItsPaceAndEndsWithTheMechanism() {
    let schedule = sample.schedule([
      MechanismUse("empowerment", from: 10, until: 60, places: .named(["S"]))
    ])
    for (week, pace) in [(9, 0.0), (10, 1.0 / 26), (22, 0.5), (35, 1), (59, 1), (60, 0)] {
      let structure = schedule.structure(at: week, conditions: sample.conditions)
      #expect((structure.rights[0].releasedMoney - 0.6 * pace).magnitude < 1e-12, "week \(week)")
      #expect((structure.rights[1].releasedDecisions - 0.6 * pace).magnitude < 1e-12)
      #expect((structure.wideRights[0].releasedDecisions - 0.6 * pace).magnitude < 1e-12)
      #expect(structure.rights[2] == sample.base.rights[2] && structure.wideRights[1].releasedDecisions == 0)
    }
  }

  @Test func aLevelReleasesItsOwnMattersOnly() {
    let local = sample.structure([
      MechanismUse("empowerment", options: ["level": .choice("neighbourhood"), "rampWeeks": .number(0)])
    ])
    #expect(local.rights[0].releasedDecisions == 0.6 && local.wideRights == sample.base.wideRights)
    let wide = sample.structure([
      MechanismUse("empowerment", options: ["level": .choice("subdistrict"), "rampWeeks": .number(0)])
    ])
    #expect(wide.rights == sample.base.rights && wide.wideRights[0].releasedDecisions == 0.6)
  }

  private func setting(
    _ decisions: Double, _ money: Double, level: String = "neighbourhood",
    _ conditions: [ConditionID: Double] = [.assemblyMeetings: 52, .committeeMeetings: 52]
  ) -> Setting {
    let use = MechanismUse(
      "empowerment",
      options: [
        "decisions": .number(decisions), "money": .number(money), "level": .choice(level),
        "rampWeeks": .number(0),
      ])
    return .small([use], conditions)
  }

  @Test func residentsDecideAndPayForWhatIsReleased() throws {
    let all = try setting(1, 1).world(after: 40)
    #expect(all.held(by: .residentsAssembly) > 0)
    #expect(all.flow(.money, .project, from: .releasedFund, to: .projects) > 0)
    #expect(all.flow(.money, .budget, from: .treasury, to: .residentsCommittee) == 0)
    let none = try setting(0, 0.5).world(after: 40)
    #expect(none.held(by: .residentsAssembly) == 0)
  }

  /// In a subdistrict without a platform of residents or units there is nobody to release to: the office decides
  /// everything, as before.
  @Test func releaseToNobodyDoesNothingGood() throws {
    let released = setting(1, 1, level: "subdistrict")
    var absent = released
    absent.mechanisms = []
    #expect(try released.measureBits() == absent.measureBits())
  }

  /// Residents who never sit decide nothing: what was released to them lapses.
  @Test func releaseToThoseWhoDoNotSitDoesNothingGood() throws {
    let conditions: [ConditionID: Double] = [
      .assemblyMeetings: 0, .committeeMeetings: 52, .ownersCommittees: 0, .matterPatience: 8,
    ]
    let decided = try [1.0, 0].map { try setting($0, 0, conditions).world(after: 40).counted(.decided) }
    #expect(decided[0] < decided[1] / 2)
  }
}
