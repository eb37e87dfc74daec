import Testing

@testable import Engine

@Suite struct PlatformDivisionTests {
  private let sample = StructureSample.shared
  private let two = [MechanismUse("jointConference"), MechanismUse("communityCommittee")]

  @Test func fullDivisionGivesEveryKindOnePlatform() throws {
    let uses =
      two + [
        MechanismUse(
          "platformDivision", places: .named(["S"]),
          options: ["division": .number(1), "mergedSeats": .number(0.5)])
      ]
    let structure = sample.structure(uses)
    let conference = try #require(structure[platform: .jointConference, 0])
    let committee = try #require(structure[platform: .communityCommittee, 0])
    for kind in DemandKind.allCases {
      #expect(conference.access.contains(kind) != committee.access.contains(kind))
    }
    #expect(conference.overlap == 0.25 && committee.overlap == 0.25)
    #expect(conference.refers && !conference.jointSittings)
    #expect(structure[platform: .jointConference, 1] == sample.structure(two)[platform: .jointConference, 1])
    // What the office decides is its own.
    #expect(structure[platform: .subdistrictOffice, 0]?.access == .all)
  }

  @Test func halfADivisionLeavesHalfOfTheOthersKinds() throws {
    let structure = sample.structure(
      two + [MechanismUse("platformDivision", options: ["division": .number(0.4)])])
    for kind in [ActorKind.jointConference, .communityCommittee] {
      let access = try #require(structure[platform: kind, 0]).access
      // Five kinds of its own, and three of the other five.
      #expect(DemandKind.allCases.count { access.contains($0) } == 8)
    }
  }

  /// Platforms that take the same matters lose what was said elsewhere, unless they refer.
  @Test func referralKeepsWhatWasSaidElsewhere() throws {
    func lost(_ referral: Bool) throws -> Double {
      let uses =
        [
          MechanismUse("jointConference", options: ["meetingsPerYear": .number(26)]),
          MechanismUse(
            "communityCommittee", options: ["meetingsPerYear": .number(20), "decisions": .number(1)]),
          MechanismUse(
            "platformDivision", options: ["division": .number(0), "referral": .flag(referral)]),
        ]
      let setting = Setting.small(
        uses, [.handover: 1, .roomHours: 400, .officeStaff: 1, .ownersCommittees: 0],
        [.decisionEnergy: 3, .attendBase: -2])
      return try setting.world(after: 60).counted(.effortLost)
    }
    #expect(try lost(true) == 0)
    #expect(try lost(false) > 0)
  }

  /// With one platform of residents in a place there is nothing to divide, and nothing that is measured moves.
  @Test func withOnePlatformItDoesNothingGood() throws {
    let divided = Setting.small([MechanismUse("platformDivision", options: ["division": .number(1)])])
    #expect(try divided.measureBits() == Setting.small().measureBits())
  }
}
