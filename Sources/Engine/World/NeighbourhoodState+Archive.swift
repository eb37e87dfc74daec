extension NeighbourhoodState {
  /// All that a week leaves to the next.
  ///
  /// Left out are what follows from week 0 alone (candidates, members), from structure and week 0 (``Nearby``,
  /// workers, holders of duties, lists of skills and pledges), and activities, which a week finds anew before
  /// anybody asks for them.
  mutating func archive(_ archive: inout Archive, residents: Int, groups: Range<Int>, all: Int, units: Int) {
    archive.share(&condition)
    for list in [\NeighbourhoodState.matters, \.decided, \.wishes, \.underWay] {
      archive.numbers(&self[keyPath: list], in: 0...Int32.max)
    }
    archive.list(&projects, blank: .blank) { archive, project in project.archive(&archive, units: units) }
    archive.list(&associations, blank: .blank) { archive, group in
      group.archive(&archive, residents: residents)
    }
    archive.list(&conflicts, blank: .blank) { archive, conflict in conflict.archive(&archive, groups: all) }
    archive.numbers(&heardOf, in: 0...1e9)
    if !heardOf.isEmpty && heardOf.count != groups.count { archive.fail("news for other building groups") }
    archive.list(&participants, blank: ParticipationRecord(resident: 0, target: 0)) { archive, record in
      record.archive(&archive, residents: residents)
    }
    news.archive(&archive)
    archive.share(&known)
    archive.share(&tasksDone)
    archive.count(&ties)
    archive.count(&tiesAcross)
    archive.amount(&contacts)
    archive.indices(&presidents, below: units)
    archive.each(&purses) { archive, purse in purse.archive(&archive) }
    archive.amount(&pledged[0])
    archive.amount(&pledged[1])
    archive.share(&soldShare)
    archive.count(&agreementsKept)
    archive.number(&boughtMinutes, in: 0...1 << 40)
    archive.amount(&rounds)
    archive.amount(&homesVisited)
    archive.count(&closedThisQuarter)
    archive.count(&solvedThisQuarter)
    archive.share(&judgement)
  }
}
