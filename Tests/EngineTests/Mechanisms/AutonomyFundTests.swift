import Testing

@testable import Engine

@Suite struct AutonomyFundTests {
  private let sample = StructureSample.shared

  @Test func itIsCarvedOutOfTheCommitteesBudget() throws {
    let structure = sample.structure([MechanismUse("autonomyFund", places: .named(["A"]))])
    #expect(structure.funds[1] == sample.base.funds[1])
    #expect(structure.funds[0].map(\.yuanPerYear) == [90_000, 60_000])
    let fund = try #require(structure.funds[0].last)
    #expect(fund.controller == .residents && fund.rhythm == .steady)
    #expect(fund.largestProject == 20_000 && fund.approvalWeeks == 4)
    // Who decides on two fifths of the money decides on two fifths of the matters.
    #expect((structure.rights[0].releasedDecisions - 0.4).magnitude < 1e-12)
    #expect(structure.rights[0].releasedMoney == 0)
  }

  @Test func aFundInTheCommitteesHandsReleasesNothing() {
    let structure = sample.structure([
      MechanismUse("autonomyFund", options: ["decidedBy": .choice("committee"), "rhythm": .choice("oneOff")])
    ])
    #expect(structure.rights == sample.base.rights && structure.funds[0].last?.rhythm == .oneOff)
  }

  /// No more than there is can be taken.
  @Test func aPoorCommitteeGivesWhatItHas() {
    let structure = sample.structure([MechanismUse("autonomyFund", options: ["yuan": .number(400_000)])])
    #expect(structure.funds[0].map(\.yuanPerYear) == [0, 150_000])
    #expect(structure.rights[0].releasedDecisions == 1)
  }

  private func setting(
    _ options: [String: OptionValue], _ conditions: [ConditionID: Double] = [:]
  ) -> Setting {
    .small([MechanismUse("autonomyFund", options: options)], conditions)
  }

  /// What residents decide is paid out of the fund, later where approval takes long.
  @Test func residentsProjectsArePaidOutOfIt() throws {
    let paid = try [0.0, 26].map {
      try setting(["approvalWeeks": .number($0)], [.assemblyMeetings: 52]).world(after: 30)
        .flow(.money, .project, from: .releasedFund, to: .projects)
    }
    #expect(paid[0] > paid[1])
  }

  /// Where residents have no sittings, the fund lies idle while the budget it was taken from is missed: not a yuan
  /// of it goes into a project, and fewer projects begin than without it.
  @Test func aFundWithoutSittingsDoesNothingGood() throws {
    let idle: [ConditionID: Double] = [.assemblyMeetings: 0, .committeeMeetings: 52]
    var setting = setting([:], idle)
    let with = try setting.world(after: 60)
    setting.mechanisms = []
    let without = try setting.world(after: 60)
    #expect(with.flow(.money, .project, from: .releasedFund, to: .projects) == 0)
    #expect(with.flow(.money, .budget, from: .treasury, to: .releasedFund) > 150_000)
    #expect(with.counted(.projectsStarted) < without.counted(.projectsStarted))
  }
}
