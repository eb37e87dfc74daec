import Testing

@testable import Engine

@Suite struct PopulationTests {
  @Test func invariantsHoldForManySeedsAndSizes() throws {
    for seed in UInt64(0)..<12 {
      for (residents, committees) in [(1, 1), (3, 3), (17, 2), (400, nil), (2_000, 4), (6_000, nil)] {
        let world = try People(.small(residents, committees: committees), seed: seed)
        #expect(world.population.check() == [], "\(residents) residents, seed \(seed)")
        #expect(world.population.residents.count == residents)
        if let committees { #expect(world.population.places.neighbourhoods.count == committees) }
      }
    }
  }

  @Test func severalSubdistrictsFollowOneAnother() throws {
    var city = City.small(3_000, committees: 2)
    city.subdistricts.append(City.Subdistrict(name: "T", district: "D", residents: 5_000, x: 4))
    city.subdistricts[1].registeredMembers = 100
    let world = try People(city)
    #expect(world.population.check() == [])
    #expect(world.population.residents.count == 8_000)
    var registered = 0
    for resident in world.population.places.subdistricts[1].residents
    where world.population.residents.traits[resident].isRegisteredMember { registered += 1 }
    #expect(registered == 100)
  }

  @Test func theSameArgumentsGiveTheSameWorld() throws {
    let city = City.small(3_000, committees: 4)
    #expect(try People(city, seed: 7).fingerprint == People(city, seed: 7).fingerprint)
    #expect(try People(city, seed: 7).fingerprint != People(city, seed: 8).fingerprint)
    #expect(try People(city, seed: 7).fingerprint != People(city, seed: 7, replicate: 1).fingerprint)
  }

  @Test func anAddedNeighbourhoodLeavesTheOthersAsTheyAre() throws {
    let few = City.rows([("A", .commodityEstate, 900), ("B", .laneHousing, 700)])
    let more = City.rows([
      ("A", .commodityEstate, 900), ("C", .migrantVillage, 500), ("B", .laneHousing, 700),
    ])
    let (before, after) = (try People(few), try People(more))
    for place in before.population.places.neighbourhoods {
      let same = try #require(after.population.places.neighbourhoods.first { $0.name == place.name })
      #expect(same.communityWorkers == place.communityWorkers)
      #expect(same.residents.count == place.residents.count)
      var changed = 0
      for (old, new) in zip(place.residents, same.residents) {
        if before.population.residents.traits[old] != after.population.residents.traits[new] { changed += 1 }
        if before.population.residents.readiness[old] != after.population.residents.readiness[new] {
          changed += 1
        }
        if before.population.residents.opinion[old] != after.population.residents.opinion[new] {
          changed += 1
        }
      }
      #expect(changed == 0)
    }
  }

  @Test func sharesOfARowAreMet() throws {
    var city = City.rows([("A", .commodityEstate, 6_000)])
    city.subdistricts[0].neighbourhoods[0].share60plus = 0.4
    city.subdistricts[0].neighbourhoods[0].shareMigrants = 0.1
    city.subdistricts[0].neighbourhoods[0].shareRenters = 0.6
    city.subdistricts[0].neighbourhoods[0].shareMembers = 0.15
    let world = try People(city)
    #expect(abs(world.share { $0.age == .from60 || $0.age == .from70 } - 0.4) < 0.03)
    #expect(abs(world.share { $0.isMigrant } - 0.1) < 0.02)
    #expect(abs(world.share { !$0.isOwner } - 0.6) < 0.03)
    #expect(abs(world.share { $0.isMember } - 0.15) < 0.03)
  }

  @Test func extremeSharesArePossible() throws {
    for share in [0.0, 1.0] {
      var city = City.rows([("A", .formerPublicHousing, 500)])
      city.subdistricts[0].neighbourhoods[0].share60plus = share
      city.subdistricts[0].neighbourhoods[0].shareMigrants = share
      city.subdistricts[0].neighbourhoods[0].shareRenters = share
      city.subdistricts[0].neighbourhoods[0].shareMembers = share
      let world = try People(city)
      #expect(world.population.check() == [])
      #expect(world.share { $0.age == .from60 || $0.age == .from70 } == share)
      #expect(world.share { !$0.isOwner } == share)
    }
  }

  @Test func conditionsActInTheirDirection() throws {
    let city = City.small(6_000, committees: 4)
    let normal = try People(city)
    for (id, factor) in [(ConditionID.migrants, 0.5), (.migrants, 1.5)] {
      let world = try People(city, [(id, factor)])
      #expect((world.share { $0.isMigrant } > normal.share { $0.isMigrant }) == (factor > 1))
    }
    for factor in [0.5, 1.5] {
      let employed = try People(city, [(.employed, factor)])
      let works = { (trait: Traits) in trait.occupation == .employed }
      #expect((employed.share(of: works) > normal.share(of: works)) == (factor > 1))
      #expect(
        employed.share { $0.occupation == .retired } == normal.share { $0.occupation == .retired })
      #expect(employed.population.check() == [])
      let organised = try People(city, [(.organised, factor)])
      #expect(abs(organised.share { $0.isMember } / normal.share { $0.isMember } - factor) < 0.12)
      let renters = try People(city, [(.renters, factor)])
      #expect((renters.share { !$0.isOwner } > normal.share { !$0.isOwner }) == (factor > 1))
      let mixed = try People(city, [(.heterogeneity, factor)])
      let (readiness, opinion) = (
        People.deviation(mixed.population.residents.readiness),
        People.deviation(mixed.population.residents.opinion)
      )
      #expect((readiness > People.deviation(normal.population.residents.readiness)) == (factor > 1))
      #expect((opinion > People.deviation(normal.population.residents.opinion)) == (factor > 1))
      let tied = try People(city, [(.tieDensity, factor)])
      // Eight places set a limit from above.
      let change = tied.meanDegree / normal.meanDegree
      #expect(factor < 1 ? abs(change - factor) < 0.1 : change > 1.2 && change < 1.5, "\(change)")
    }
    #expect(try People(city, [(.tieDensity, 0)]).meanDegree == 0)
    let none = try People(city, [(.ownersCommittees, 0)])
    #expect(none.population.places.neighbourhoods.allSatisfy { !$0.ownersCommittee })
    // What a condition does not concern keeps its luck.
    for resident in 0..<6_000 {
      let tied = normal.population.residents.traits[resident]
      #expect(tied == none.population.residents.traits[resident])
    }
  }

  /// Given numbers of a subdistrict are scaled too, and no more units are organised than there are.
  @Test func organisedPeopleAreAFactorOfGivenNumbers() throws {
    var city = City.small(5_000)
    city.subdistricts[0].registeredMembers = 101
    city.subdistricts[0].inServiceMembers = 20
    city.subdistricts[0].units = 40
    city.subdistricts[0].unitPartyOrganisations = 30
    for (factor, members, units) in [(0.0, 0, 0), (0.5, 51, 15), (1, 101, 30), (2, 202, 40)] {
      let world = try People(city, [(.organised, factor)])
      let registered = world.share { $0.isRegisteredMember } * 5_000
      #expect(abs(registered - Double(members)) < 1e-6, "\(factor)")
      let organised = (0..<40).count { world.population.units.organised[$0] }
      #expect(organised == units, "\(factor)")
    }
  }

  @Test func colleaguesAndFarFriendsAreNoNeighbours() throws {
    let world = try People(.small(3_000, committees: 1))
    var alone = 0
    for resident in 0..<3_000 where world.population.ties.degree(of: resident) == 0 { alone += 1 }
    #expect(abs(Double(alone) / 3_000 - 0.235) < 0.05)
  }

  @Test func blocksNamedInATableStayTogether() throws {
    var city = City.rows([
      ("A", .commodityEstate, 300), ("B", .commodityEstate, 300), ("C", .laneHousing, 300),
      ("D", .laneHousing, 300),
    ])
    city.subdistricts[0].neighbourhoods[0].block = "West"
    city.subdistricts[0].neighbourhoods[2].block = "West"
    let world = try People(city)
    let places = world.population.places
    #expect(places.blocks[0].name == "West")
    #expect(places.neighbourhoods[places.blocks[0].neighbourhoods].map(\.name) == ["A", "C"])
    #expect(world.population.check() == [])
  }

  @Test(arguments: [
    ("no residents", City.small(0)),
    ("no residents", City.small(-5)),
    ("residents per residents' committee", City.small(3_000_000, committees: 1)),
    ("more residents' committees", City.small(3, committees: 4)),
    ("0 residents' committees", City.small(3, committees: 0)),
    ("no subdistrict", City(name: "none", subdistricts: [])),
    ("listed twice", City.rows([("A", .laneHousing, 10), ("A", .laneHousing, 10)])),
    ("no residents", City.rows([("A", .laneHousing, 0)])),
  ]) func impossibleFiguresAreRefused(reason: String, city: City) {
    #expect { try People(city) } throws: { error in
      guard let error = error as? SimulationError else { return false }
      return error.stage == .population && error.reason.contains(reason)
    }
  }

  @Test func impossibleNumbersOfASubdistrictAreRefused() {
    func refused(_ change: (inout City.Subdistrict) -> Void) {
      var city = City.small(200)
      change(&city.subdistricts[0])
      #expect(throws: SimulationError.self) { try People(city) }
    }
    refused { $0.registeredMembers = 201 }
    refused { $0.registeredMembers = 199 }
    refused {
      $0.registeredMembers = 10
      $0.inServiceMembers = 11
    }
    refused {
      $0.units = 3
      $0.unitPartyOrganisations = 4
    }
    refused { $0.area = 0 }
    refused { $0.x = .nan }
    refused { $0.committeeMembers = -1 }
  }
}
