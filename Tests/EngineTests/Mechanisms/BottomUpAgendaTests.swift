import Testing

@testable import Engine

@Suite struct BottomUpAgendaTests {
  private let sample = StructureSample.shared

  @Test func itIsARightAndAShareOfPlaces() {
    let structure = sample.structure([MechanismUse("bottomUpAgenda", places: .named(["A", "C"]))])
    for n in 0..<4 {
      #expect(structure.rights[n].signatures == (n % 2 == 0 ? 15 : nil))
      #expect(structure.rights[n].reservedAgenda == (n % 2 == 0 ? 0.5 : 0))
      #expect(structure.rights[n].releasedDecisions == 0)
    }
  }

  private func setting(signatures: Double, reserved: Double = 0.5) -> Setting {
    .small([
      MechanismUse(
        "bottomUpAgenda", options: ["signatures": .number(signatures), "reserved": .number(reserved)])
    ])
  }

  /// Petitions come to the residents' assembly, though nothing else is released to it.
  @Test func petitionsAreDecidedByResidents() throws {
    let world = try setting(signatures: 3).world(after: 40)
    #expect(world.held(by: .residentsAssembly) > 0)
    #expect(world.counted(.publicIssuesFromBelow) > 0)
  }

  /// A threshold that no group of neighbours can reach: hours go into gathering signatures, and no petition comes
  /// of them.
  @Test func aThresholdOutOfReachDoesNothingGood() throws {
    let high = try setting(signatures: 500).world(after: 40)
    let none = try setting(signatures: 0, reserved: 0).world(after: 40)
    #expect(high.demands.rows.allSatisfy { $0.origin != .petition })
    let gathering = { (world: borrowing World) in
      world.flow(.time, .meeting, from: .residents, to: .doneWork)
    }
    #expect(gathering(high) > gathering(none))
    #expect(high.counted(.decided) <= none.counted(.decided))
  }
}
