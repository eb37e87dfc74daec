/// Who is known to whom beyond people's own ties.
extension World {
  /// Finds the building groups to which a member, a lead volunteer or a leader is shown, where that has changed.
  mutating func lookForKnownPeople() {
    if structure.known == shown { return }
    shown = structure.known
    memberGroups.removeAll(keepingCapacity: true)
    familiarGroups.removeAll(keepingCapacity: true)
    if shown.allSatisfy({ $0 == KnownPeople() }) { return }
    memberGroups = Array(repeating: false, count: places.groups.count)
    familiarGroups = memberGroups
    let draws = random.stream(.shownPeople)
    for n in neighbourhoods.indices where shown[n] != KnownPeople() {
      for member in neighbourhoods[n].members
      where population.residents.traits[Int(member)].isRegisteredMember
        && draws.happens(shown[n].members, Int(member))
      {
        for g in groups(knowing: Int(member), in: n) { memberGroups[g] = true }
      }
      for volunteer in neighbourhoods[n].candidates
      where draws.happens(shown[n].leadVolunteers, Int(volunteer), 1) {
        for g in groups(knowing: Int(volunteer), in: n) { familiarGroups[g] = true }
      }
      for g in places.neighbourhoods[n].groups where draws.happens(shown[n].leaders, g, 2) {
        memberGroups[g] = true
        familiarGroups[g] = true
      }
    }
  }

  /// The building groups that take note of somebody: the own one, and of the others of the neighbourhood as many
  /// as news reaches.
  private func groups(knowing i: Int, in n: Int) -> [Int] {
    let own = group(of: i, in: n)
    if shown[n].audience == .group { return [own] }
    let draws = random.stream(.shownPeople).substream(i)
    return places.neighbourhoods[n].groups.filter {
      $0 == own || draws.happens(parameters[.newsReach], $0)
    }
  }

  /// The building group of a resident, over the whole world.
  @inline(__always)
  func group(of i: Int, in n: Int) -> Int {
    places.neighbourhoods[n].groups.lowerBound + Int(population.residents.group[i])
  }

  /// Whether a resident knows a member who is shown, or somebody who works elsewhere and registered here.
  func knowsShownMember(_ i: Int, in n: Int) -> Bool {
    if !memberGroups.isEmpty && memberGroups[group(of: i, in: n)] { return true }
    let share = structure.known[n].inService
    if share <= 0 { return false }
    let draws = random.stream(.dutyHolders)
    var knows = false
    population.ties.forEach(of: i) { other, _ in
      knows =
        knows
        || (population.residents.traits[other].isInServiceMember
          && draws.happens(share, other, Duty.Holders.inServiceMembers.rawValue))
    }
    return knows
  }

  /// Whether a broker can ask a resident as somebody known in their building group.
  func isFamiliar(_ i: Int, in n: Int, _ broker: Int) -> Bool {
    let g = group(of: i, in: n)
    if !familiarGroups.isEmpty && familiarGroups[g] { return true }
    let share = structure.body(slot: broker)?.knownGroups ?? 0
    return share > 0 && random.stream(.shownPeople).happens(share, g, 3)
  }
}
