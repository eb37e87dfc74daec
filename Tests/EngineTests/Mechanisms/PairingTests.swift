import Testing

@testable import Engine

@Suite struct PairingTests {
  private func use(_ options: [String: OptionValue]) -> MechanismUse {
    MechanismUse("pairing", options: options)
  }
  private let organsAlone: [String: OptionValue] = ["mentorHours": .number(0), "hours": .number(240)]

  @Test func organsDivideTheirHoursOverTheirNeighbourhoods() {
    let sample = StructureSample(.small())
    let organs = sample.record.organs[0]
    #expect(!organs.isEmpty)
    let structure = sample.structure([use(organsAlone)])
    let pairs = structure.relations.flatMap(\.pairs)
    #expect(pairs.count == 3 && pairs.allSatisfy { organs.contains($0.unit) })
    let promised = pairs.reduce(0) { $0 + $1.hours }
    #expect((promised - 240 * Double(min(organs.count, 3))).magnitude < 1e-9)
    #expect(structure.relations.allSatisfy { $0.learnsFrom.isEmpty && $0.pairFollowUp == 0.3 })
  }

  @Test func secretariesAreMentoredInPairs() {
    let structure = StructureSample(.small()).structure([
      use(["organs": .number(0), "mentorHours": .number(2)])
    ])
    #expect(structure.relations.map(\.learnsFrom) == [[1], [0], []])
    #expect(structure.relations.map(\.exchangeMinutes) == [120, 120, 0])
  }

  /// Minutes that units lend in a week in which every unit stands equally near.
  private func lent(relation: Float, followUp: Double) throws -> Int64 {
    var world = try World(
      .small([use(organsAlone.merging(["followUp": .number(followUp)]) { $1 })]), seed: 1, replicate: 0)
    for u in 0..<world.population.units.count { world.population.units.relation[u] = relation }
    world.with(UnitRelations.self) { UnitRelations.lend(&$0) }
    return world.neighbourhoods.indices.reduce(0) {
      $0 + world.ledger.balance(.time, world.slots.slot(.units, $1))
    }
  }

  @Test func organsGiveWhatIsFollowedUp() throws {
    let organs = StructureSample(.small()).record.organs[0].count
    let given = try lent(relation: 0.1, followUp: 1)
    #expect(given > 0 && given <= Int64(240 * 60 / 52 * min(organs, 3)))
  }

  /// A pair on paper: an organ to which the neighbourhood is strange gives nothing if nobody asks for it.
  @Test func strangersPairedOnPaperDoNothingGood() throws {
    #expect(try lent(relation: 0, followUp: 0) == 0)
  }
}
