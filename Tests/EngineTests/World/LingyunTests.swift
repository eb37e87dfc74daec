import Testing

@testable import Engine

@Suite struct LingyunTests {
  let world = People.lingyun

  @Test func totalsOfTheRealSubdistrictAreMetExactly() {
    let places = world.population.places
    #expect(world.population.residents.count == 104_000)
    #expect(places.neighbourhoods.count == 28)
    #expect(places.neighbourhoods.reduce(0) { $0 + $1.committeeMembers } == 140)
    var registered = 0
    var inService = 0
    for resident in 0..<104_000 {
      let trait = world.population.residents.traits[resident]
      if trait.isRegisteredMember {
        registered += 1
        if trait.isInServiceMember { inService += 1 }
      }
    }
    #expect(registered == 3_638)
    #expect(inService == 582)
    #expect(world.population.units.count == 1_195)
    var organised = 0
    for unit in 0..<1_195 where world.population.units.organised[unit] { organised += 1 }
    #expect(organised == 54)
  }

  @Test func invariantsHold() { #expect(world.population.check() == []) }

  @Test func placesHaveTheSizesOfTheTable() {
    let places = world.population.places
    for place in places.neighbourhoods {
      #expect((900...2_800).contains(place.households), "\(place.name)")
      let persons = Double(place.residents.count) / Double(place.households)
      #expect(persons > 2.29 && persons < 2.71)
      #expect((8...11).contains(place.communityWorkers))
    }
    #expect((5...7).contains(places.blocks.count))
    for block in places.blocks {
      let households = block.neighbourhoods.reduce(0) { $0 + places.neighbourhoods[$1].households }
      #expect((5_000...9_000).contains(households), "\(block.name)")
    }
    let size = Double(world.population.residents.count) / Double(places.groups.count)
    #expect(size > 40 && size < 62)
  }

  @Test func agesAndOriginsFitTheCensus() {
    #expect(abs(world.share { $0.age == .under18 } - 0.12) < 0.015)
    #expect(abs(world.share { $0.age == .from60 || $0.age == .from70 } - 0.234) < 0.02)
    #expect(abs(world.share { $0.isMigrant } - 0.42) < 0.04)
    let renters = world.share { !$0.isOwner }
    #expect(renters > 0.25 && renters < 0.5)
  }

  @Test func membersFitPartyStatistics() {
    #expect(abs(world.share { $0.isMember } - 0.078) < 0.006)
    let old = world.share(among: { $0.isMember }, of: { $0.age == .from60 || $0.age == .from70 })
    #expect(abs(old - 0.351) < 0.04)
    let retired = world.share(among: { $0.isMember }, of: { $0.occupation == .retired })
    #expect(abs(retired - 0.378) < 0.04)
  }

  @Test func skillsAreRare() {
    #expect(abs(world.share(among: { $0.isAdult }, of: { $0.skill == .organising }) - 0.06) < 0.01)
    #expect(abs(world.share(among: { $0.isAdult }, of: { $0.skill == .professional }) - 0.08) < 0.01)
  }

  @Test func contactWithNeighboursFitsTheSurvey() {
    let counts = contacts(world)
    let adults = Double(counts.reduce(0, +))
    for (level, share) in [0.235, 0.198, 0.294, 0.273].enumerated() {
      let found = Double(counts[level]) / adults
      #expect(abs(found - share) < 0.03, "class \(level): \(found)")
    }
  }

  @Test func friendsOfFriendsAreOftenFriends() {
    var closed = 0
    var all = 0
    for resident in 0..<5_000 {
      var ends: [Int] = []
      world.population.ties.forEach(of: resident) { other, _ in ends.append(other) }
      for (index, end) in ends.enumerated() {
        for other in ends[..<index] {
          all += 1
          if world.population.ties.contains(end, other) { closed += 1 }
        }
      }
    }
    #expect(Double(closed) / Double(all) > 0.1)
    #expect(abs(world.meanDegree - 3.4) < 0.3)
  }

  @Test func unitsStandWhereTheyBelong() {
    let units = world.population.units.count
    var relation = (stranger: 0.0, organised: 0.0)
    for unit in 0..<units {
      if world.population.units.organised[unit] {
        relation.organised += Double(world.population.units.relation[unit]) / 54
      } else {
        #expect(world.population.units.relation[unit] <= 0.3)
        relation.stranger += Double(world.population.units.relation[unit]) / Double(units - 54)
      }
    }
    #expect(relation.organised > relation.stranger + 0.1)
  }

  @Test func aResidentTakesFewBytes() {
    let people = world.population.residents.bytesPerResident
    #expect(people + Ties.slots * 5 < 120)
  }

  /// Adults by their most frequent contact with somebody of their neighbourhood.
  private func contacts(_ world: People) -> [Int] {
    var counts = [0, 0, 0, 0]
    for place in world.population.places.neighbourhoods {
      for resident in place.residents where world.population.residents.traits[resident].isAdult {
        var most: UInt8 = 0
        world.population.ties.forEach(of: resident) { other, strength in
          if place.residents.contains(other) { most = max(most, strength) }
        }
        counts[Int(ContactFrequency(strength: most).rawValue)] += 1
      }
    }
    return counts
  }
}

extension Residents {
  var bytesPerResident: Int {
    var bytes = traits.bytes + freeHours.bytes + group.bytes + unit.bytes + readiness.bytes + publicness.bytes
    bytes += identification.bytes + trust.bytes + efficacy.bytes + fatigue.bytes + grievance.bytes
    bytes += expectation.bytes + opinion.bytes + lastActive.bytes + status.bytes + activeTies.bytes
    return bytes / count
  }
}
