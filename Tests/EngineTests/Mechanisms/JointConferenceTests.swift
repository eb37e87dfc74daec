import Testing

@testable import Engine

@Suite struct JointConferenceTests {
  private let sample = StructureSample.shared

  @Test func itIsAPlatformOfTheSubdistrict() throws {
    let structure = sample.structure([MechanismUse("jointConference", places: .named(["A"]))])
    #expect(
      structure[platform: .jointConference, 0]
        == Platform(
          meetingsPerYear: 4, residentSeats: 10, unitSeats: 20, staffSeats: 2, overlap: 0.5, access: .all))
    #expect(structure[platform: .jointConference, 1] == nil)
    // It brings no right of decision.
    #expect(structure.wideRights == sample.base.wideRights && structure.rights == sample.base.rights)
  }

  private func setting(released: Double, meetings: Double) -> Setting {
    var uses = [MechanismUse("jointConference", options: ["meetingsPerYear": .number(meetings)])]
    uses.append(
      MechanismUse(
        "empowerment",
        options: [
          "money": .number(0), "decisions": .number(released), "level": .choice("subdistrict"),
          "rampWeeks": .number(0),
        ]))
    return .small(uses, [.handover: 1])
  }

  @Test func itDecidesWhatIsReleased() throws {
    let world = try setting(released: 1, meetings: 52).world(after: 40)
    #expect(world.held(by: .jointConference) > 0)
  }

  /// Without released matters every sitting idles: nothing is decided, those who came are tired, and units that
  /// came are further away than where there is no conference.
  @Test func aConferenceWithoutMattersDoesNothingGood() throws {
    let idle = try setting(released: 0, meetings: 52).world(after: 40)
    let none = try setting(released: 0, meetings: 0).world(after: 40)
    #expect(idle.held(by: .jointConference) == 0)
    #expect(idle.counted(.idleMeetings) - none.counted(.idleMeetings) >= 40)
    #expect(idle.counted(.meetings) - none.counted(.meetings) == 40)
    #expect(idle.meanRelation() < none.meanRelation())
    let tired = try [52.0, 0].map {
      try setting(released: 0, meetings: $0).measures()("fatigue_representatives")
    }
    #expect(tired[0] > tired[1])
  }
}
