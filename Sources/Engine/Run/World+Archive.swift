extension World {
  /// The whole state between two weeks.
  ///
  /// Traits, places and what else does not change are those of week 0; conditions, structure and what follows from
  /// them alone are found from the setting: neither is part of it. What a week works out anew before it is asked
  /// for (load, activities, seats) is not either.
  mutating func archive(_ archive: inout Archive) {
    archiveIdentity(&archive)
    archive.number(&week, in: 0...setting.schedule.total)
    archive.numbers(&branchActive, in: 0...UInt16.max)
    if !branchActive.isEmpty && branchActive.count != population.units.count {
      archive.fail("organisations of other units")
    }
    if archive.isReading && archive.fault == nil && week > 0 { standAsInLatestWeek() }
    population.archive(&archive)
    let limits = Demand.Limits(
      residents: population.residents.count, neighbourhoods: neighbourhoods.count,
      groups: places.groups.count, slots: slots.count)
    demands.archive(&archive, limits)
    wheel.archive(&archive, entries: demands.rows.count)
    archive.each(&actors) { archive, actor in actor.archive(&archive) }
    for n in neighbourhoods.indices {
      neighbourhoods[n].archive(
        &archive, residents: limits.residents, groups: places.neighbourhoods[n].groups, all: limits.groups,
        units: population.units.count)
    }
    archive.each(&wideMatters) { archive, matters in archive.numbers(&matters, in: 0...Int32.max) }
    ledger.archive(&archive)
    tally.archive(&archive)
    archive.each(&recentlyActive) { archive, people in archive.indices(&people, below: limits.residents) }
    if archive.isReading && archive.fault == nil { check(&archive) }
  }

  /// Whose state it is: that of a run with the same luck in a city of the same size.
  private func archiveIdentity(_ archive: inout Archive) {
    for own in [
      random.key, UInt64(population.residents.count), UInt64(population.units.count),
      UInt64(places.groups.count), UInt64(slots.count),
    ] {
      var found = own
      archive.number(&found, in: 0...UInt64.max)
      if found != own { archive.fail("it is of another seed, replicate or city") }
    }
  }

  /// Conditions and structure of the latest week, with all lookups that follow from them and from week 0.
  private mutating func standAsInLatestWeek() {
    let latest = week - 1
    for week in 0...latest {
      for change in setting.conditions.changes where change.week == week {
        conditions.values[change.condition] = change.value
      }
    }
    structure = schedule.structure(at: latest, conditions: conditions)
    branchOnPaper = Array(repeating: false, count: branchActive.count)
    lookAround()
    with(BranchLife.self) { $0.registerBranches() }
    lookForKnownPeople()
    with(Duties.self) { $0.findDutyHolders() }
    with(Lending.self) { Lending.list(&$0) }
    for n in neighbourhoods.indices {
      neighbourhoods[n].purses = structure.funds[n].map { Purse(kind: $0.kind, since: $0.since) }
    }
  }

  /// Every demand that waits does so in one place, and in one that fits its state; books and counts add up.
  private func check(_ archive: inout Archive) {
    var isSeen = [Bool](repeating: false, count: demands.rows.count)
    func see(_ id: Int32, _ states: [Demand.State]) {
      guard Int(id) < isSeen.count, !isSeen[Int(id)], states.contains(demands[id].state) else {
        return archive.fail("demand \(id) cannot be where it waits")
      }
      isSeen[Int(id)] = true
    }
    for (slot, actor) in actors.enumerated() {
      if actor.ownYuan > max(0, ledger.balance(.money, slot)) {
        archive.fail("a pool holds more gifts than money")
      }
      for id in actor.queue {
        see(id, [.registered])
        if archive.fault == nil && !isOpenWork(id) {
          archive.fail("demand \(id) has had more work than it needs")
        }
      }
    }
    for matters in wideMatters { for id in matters { see(id, [.registered, .onAgenda]) } }
    for place in neighbourhoods {
      for id in place.matters { see(id, [.registered, .onAgenda]) }
      for id in place.decided { see(id, [.resourced]) }
      for id in place.wishes { see(id, [.registered]) }
      for project in place.projects { see(project.demand, [.inWork]) }
      if place.underWay.contains(where: { Int($0) >= demands.rows.count }) {
        archive.fail("a demand is under way that is not there")
      }
    }
    if archive.fault != nil { return }
    let problems = problems()
    if !problems.isEmpty { archive.fail(problems.joined(separator: "; ")) }
  }

  private func isOpenWork(_ id: Int32) -> Bool {
    Double(demands[id].worked) < DemandProfile.table[Int(demands[id].kind.rawValue)].serviceMinutes
  }
}
