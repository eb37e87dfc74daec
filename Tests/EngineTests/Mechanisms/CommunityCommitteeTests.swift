import Testing

@testable import Engine

@Suite struct CommunityCommitteeTests {
  private let sample = StructureSample.shared

  @Test func itIsAPlatformWithRightsOverWiderMatters() {
    let structure = sample.structure([MechanismUse("communityCommittee", places: .named(["T"]))])
    #expect(
      structure[platform: .communityCommittee, 1]
        == Platform(
          meetingsPerYear: 6, residentSeats: 25, unitSeats: 10, staffSeats: 2, overlap: 0.5, access: .all))
    #expect(structure.wideRights[1].releasedDecisions == 0.4)
    #expect(structure[platform: .communityCommittee, 0] == nil)
    #expect(structure.wideRights[0].releasedDecisions == 0)
    #expect(structure.rights == sample.base.rights)
  }

  private func setting(_ options: [String: OptionValue]) -> Setting {
    .small([MechanismUse("communityCommittee", options: options)], [.handover: 1])
  }

  /// It decides its share of wider matters, and the office the rest.
  @Test func decisionsGoWhereTheRightIs() throws {
    func held(_ decisions: Double) throws -> (committee: Int, office: Int) {
      let world = try setting(["meetingsPerYear": .number(52), "decisions": .number(decisions)])
        .world(after: 40)
      return (world.held(by: .communityCommittee), world.held(by: .subdistrictOffice))
    }
    let all = try held(1)
    let none = try held(0)
    #expect(all.committee > 0 && none.committee == 0)
    #expect(none.office > all.office)
  }

  /// A right without a sitting is a release on paper: the office goes on as before.
  @Test func aReleaseOnPaperDoesNothingGood() throws {
    let paper = setting(["meetingsPerYear": .number(0), "decisions": .number(1)])
    var absent = paper
    absent.mechanisms = []
    #expect(try paper.measureBits() == absent.measureBits())
  }

  /// What is released to a committee that sits once a year waits for it, and less is decided than by the office.
  @Test func aCommitteeThatSeldomSitsDoesNothingGood() throws {
    let seldom = setting(["meetingsPerYear": .number(1), "decisions": .number(1)])
    var absent = seldom
    absent.mechanisms = []
    let decided = try [seldom, absent].map { try $0.world(after: 50).held(by: .subdistrictOffice) }
    #expect(decided[0] < decided[1])
    let waiting = try [seldom, absent].map { try $0.world(after: 50).wideMatters[0].count }
    #expect(waiting[0] > waiting[1])
  }
}
