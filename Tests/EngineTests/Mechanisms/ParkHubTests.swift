import Testing

@testable import Engine

@Suite struct ParkHubTests {
  private let sample = StructureSample.shared

  @Test func theHubStandsWhereMostUnitsAre() {
    let sample = StructureSample(.small())
    let structure = sample.structure([MechanismUse("parkHub", options: ["staff": .number(0.2)])])
    let units = sample.record.units
    let site = units[1] > units[0] ? 1 : 0
    let west = structure.venues.first { $0.serves == [0, 1] }
    #expect(west?.x == sample.record.places.neighbourhoods[site].x && west?.guests == [.workers, .units])
    let office = Double(sample.base[.subdistrictOffice, 0]!.staffMinutes)
    #expect(structure[.parkHub, 0]?.staffMinutes == Int(office * 0.1))
    #expect((0..<3).allSatisfy { structure.information[$0].offersListed == 0.3 })
    #expect((0..<3).allSatisfy { structure.information[$0].reach == .block })
  }

  @Test func aBuildingSiteIsForThoseWhoWorkThere() {
    let structure = sample.structure([
      MechanismUse("parkHub", options: ["site": .choice("buildingSite")])
    ])
    #expect(structure.venues.count == 4 && structure.venues.allSatisfy { $0.guests == .workers })
  }

  /// Mean relation of units after a year in which nothing else moves them, against that without a hub.
  private func change(_ options: [String: OptionValue]) throws -> Float {
    func sum(_ mechanisms: [MechanismUse]) throws -> Float {
      let world = try World.after(40, mechanisms) {
        $0.conditions[.publicNeeds] = 0
        $0.parameters[.visits] = 0.2
        $0.conditions.values[.associations] = 0
        $0.parameters[.founding] = 0
      }
      var sum: Float = 0
      for u in 0..<world.population.units.count { sum += world.population.units.relation[u] }
      return sum / Float(world.population.units.count)
    }
    return try sum([MechanismUse("parkHub", options: options)]) - sum([])
  }

  @Test func firmsThatMeetSomebodyComeNearer() throws {
    #expect(try change(["staff": .number(0.5), "brokering": .number(1)]) > 0.1)
  }

  /// Rooms without anybody who has time, and without groups: firms come once for nothing and stay away.
  @Test func roomsWithoutPeopleDoNothingGood() throws {
    #expect(try change(["staff": .number(0)]) < 0)
  }
}
