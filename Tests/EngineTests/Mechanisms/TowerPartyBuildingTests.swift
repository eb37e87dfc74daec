import Testing

@testable import Engine

@Suite struct TowerPartyBuildingTests {
  private func setting(_ options: [String: OptionValue], tower: Bool) -> Setting {
    var setting = Setting.small([MechanismUse("towerPartyBuilding", options: options)])
    if tower { setting.city.subdistricts[0].neighbourhoods[1].kind = .officeTower }
    return setting
  }

  @Test func towersGetABodyARoomAndProjects() {
    let sample = StructureSample(setting([:], tower: true))
    let structure = sample.structure([MechanismUse("towerPartyBuilding")])
    let office = Double(sample.base[.subdistrictOffice, 0]!.staffMinutes)
    #expect(structure[.towerParty, 1]?.staffMinutes == Int(office * 0.05))
    #expect(structure[.towerParty, 0] == nil && structure[.towerParty, 2] == nil)
    #expect(structure.venues.map(\.serves) == [[1]] && structure.venues[0].guests == .workers)
    #expect(structure.branches.map(\.hours) == [0, 12, 0])
  }

  @Test func withoutTowersItTakesPlacesWithEnoughUnits() {
    let sample = StructureSample(setting([:], tower: false))
    let most = sample.record.units.max()!
    let structure = sample.structure([
      MechanismUse("towerPartyBuilding", options: ["units": .number(Double(most))])
    ])
    let towers = (0..<3).filter { structure[.towerParty, $0] != nil }
    #expect(towers == (0..<3).filter { sample.record.units[$0] == most })
  }

  /// Those who work in the tower meet there: ties between people of different neighbourhoods.
  @Test func peopleAtWorkMeetAndAreAsked() throws {
    func run(_ options: [String: OptionValue]) throws -> (visits: Double, asking: Int64, ties: Int) {
      var world = try World(setting(options, tower: true), seed: 2, replicate: 0)
      for _ in 0..<30 { world.advance() }
      return (
        world.counted(.visits), world.flow(.time, .brokering, from: .towerParty),
        world.neighbourhoods.reduce(0) { $0 + $1.tiesAcross }
      )
    }
    let open = try run(["asks": .number(1), "staff": .number(0.3)])
    let shut = try run(["openHours": .number(0), "asks": .number(1), "staff": .number(0.3)])
    #expect(open.visits > 0 && shut.visits == 0)
    #expect(open.asking > 0 && open.ties != shut.ties)
  }

  /// Hours set for units whose people do not care for the community are not given.
  @Test func projectsOfStrangersDoNothingGood() throws {
    let options: [String: OptionValue] = [
      "staff": .number(0), "roomHours": .number(0), "projects": .number(200),
    ]
    func given(relation: Float) throws -> Int64 {
      var world = try World(setting(options, tower: false), seed: 2, replicate: 0)
      for u in 0..<world.population.units.count {
        world.population.units.relation[u] = relation
        world.population.units.organised[u] = true
      }
      world.with(BranchLife.self) { BranchLife.run(&$0) }
      return world.flow(.time, .activity, from: .units)
    }
    #expect(try given(relation: 0) == 0)
    #expect(try given(relation: 1) > 0)
  }
}
