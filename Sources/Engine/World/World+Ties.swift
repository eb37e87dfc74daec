/// What is kept about ties while they come and go.
extension World {
  /// Counts one side of a tie that has come (1) or gone (−1).
  mutating func countTie(_ i: Int, _ other: Int, _ change: Int) {
    if population.residents.traits[other].isRegisteredMember {
      if change > 0 { note(i, knowsMember: true) } else { lookForMembers(i) }
    }
    let n = Int(homes[i])
    neighbourhoods[n].ties += change
    if Int(homes[other]) != n || population.residents.group[i] != population.residents.group[other] {
      neighbourhoods[n].tiesAcross += change
    }
  }

  /// Looks anew whether a resident knows a registered Party member.
  mutating func lookForMembers(_ i: Int) {
    var knows = population.residents.traits[i].isRegisteredMember
    population.ties.forEach(of: i) { other, _ in
      knows = knows || population.residents.traits[other].isRegisteredMember
    }
    note(i, knowsMember: knows)
  }

  private mutating func note(_ i: Int, knowsMember: Bool) {
    if knowsMember {
      population.residents.status[i].insert(.knowsMember)
    } else {
      population.residents.status[i].remove(.knowsMember)
    }
  }
}
