extension World {
  /// A world at week 0.
  /// - Throws: ``SimulationError`` where the setting is impossible.
  public init(_ setting: Setting, seed: UInt64, replicate: Int) throws(SimulationError) {
    try self.init(unsettled: setting, seed: seed, replicate: replicate)
    settle()
  }

  /// Things that stand at week 0 besides people: candidates for posts, groups that already live, and how far the
  /// committee is known.
  private mutating func settle() {
    lookAround()
    with(BranchLife.self) { $0.registerBranches() }
    with(Purses.self) { Purses.align(&$0) }
    with(Lending.self) { Lending.list(&$0) }
    let draws = random.stream(.candidates)
    for n in neighbourhoods.indices {
      let place = places.neighbourhoods[n]
      neighbourhoods[n].condition = conditions[.buildingCondition]
      neighbourhoods[n].known = Profiles.known
      // The readiest adults, with some luck; members are put forward more often.
      var ranked: [(Double, UInt32)] = []
      for i in place.residents where population.residents.traits[i].isAdult {
        let isMember = population.residents.traits[i].isRegisteredMember
        let score =
          Double(population.residents.readiness[i]) + (isMember ? Profiles.candidateMember : 0)
          + Profiles.candidateLuck * draws.uniform(i)
        ranked.append((score, UInt32(i)))
      }
      ranked.sort { ($0.0, $1.1) > ($1.0, $0.1) }
      neighbourhoods[n].candidates = ranked.prefix(Profiles.candidates).map(\.1)
      neighbourhoods[n].candidatesByPool = SeatPool.allCases.dropFirst().map { pool in
        var chosen: [UInt32] = []
        for (_, i) in ranked where chosen.count < Profiles.candidates {
          if population.residents.traits[Int(i)].belongs(to: pool) { chosen.append(i) }
        }
        return chosen
      }
      for i in place.residents {
        lookForMembers(i)
        if population.residents.traits[i].isMember { neighbourhoods[n].members.append(UInt32(i)) }
        for tie in population.ties.places(of: i) where population.ties.other[tie] != Ties.none {
          countTie(i, Int(population.ties.other[tie]), 1)
        }
      }
      let groups = Double(place.residents.count) / 10_000 * conditions[.associations]
      let number = draws.poisson(mean: groups, n, -1)
      found(number, in: n)
    }
    lookForKnownPeople()
  }
}

extension World {
  /// As many groups as there are at week 0: the readiest begin them, in a drawn order, since whoever is first finds
  /// most people who belong to no group yet. Who has been found by another begins none; the next one does.
  private mutating func found(_ number: Int, in n: Int) {
    let candidates = neighbourhoods[n].candidates.map { Int($0) }
    let founders = candidates.prefix(number).inTurn(random.lots(of: .founders)) { $0 }
    var left = number
    for i in founders + candidates.dropFirst(number)
    where left > 0 && !population.residents.status[i].contains(.associated) {
      with(Associations.self) { Associations.begin(&$0, n, founder: i) }
      left -= 1
    }
  }
}
