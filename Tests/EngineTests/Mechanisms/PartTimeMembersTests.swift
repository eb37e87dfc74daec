import Testing

@testable import Engine

@Suite struct PartTimeMembersTests {
  private let sample = StructureSample.shared

  @Test func seatsAreSharedByTheNeighbourhoodsOfASubdistrict() {
    let structure = sample.structure([MechanismUse("partTimeMembers", places: .named(["C"]))])
    for n in 0..<4 {
      // Seven of the subdistrict over two neighbourhoods, and one of its own.
      #expect(structure.relations[n].unitSeats == (n == 2 ? 4.5 : 0))
      #expect(structure.relations[n].unitSeatHours == (n == 2 ? 24 : 0))
    }
  }

  /// Seats bind their holders to hours, which knowledge-hungry projects use.
  @Test func seatHoldersGiveHours() throws {
    let uses = [MechanismUse("partTimeMembers", options: ["hours": .number(200)])]
    let technical: [ConditionID: Double] = [
      .technicalShare: 2, .professionalHours: 0, .committeeMeetings: 52,
    ]
    let lent = try [[], uses].map { try Setting.small($0, technical).world(after: 40).counted(.lentMinutes) }
    #expect(lent[1] > lent[0])
  }

  /// Where no matter needs knowledge and nobody is willing, the hours lapse and nothing that is measured moves.
  @Test func whereNobodyNeedsKnowledgeItDoesNothingGood() throws {
    let uses = [MechanismUse("partTimeMembers", options: ["hours": .number(200)])]
    let settings = [[], uses].map {
      Setting.small($0, [.technicalShare: 0], [.willingness: 0])
    }
    let bits = try settings.map { try $0.measureBits() }
    #expect(bits[0] == bits[1])
    #expect(try settings[1].world(after: 20).flow(.time, .lapse, from: .units, to: .lapsed) > 0)
  }
}
