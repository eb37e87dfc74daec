/// Home visits (走访): staff calls at homes, and residents tell what they told nobody.
///
/// Visiting takes the visitors' time. A resident who keeps silent is found as often as homes are visited; being
/// asked raises what one expects, whatever becomes of it. Only what is recorded is registered, what is tracked is not
/// closed on paper, and an answer that was promised and does not come disappoints.
enum HomeVisiting: ChangesDemands, ChangesPlaces, Counts, Pays, UsesRegistration, UsesTrust {
  static func run(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods(inTurn: .visits) {
      guard let visits = world.structure.homeVisits[n] else {
        world.write.neighbourhoods[n].homesVisited = 0
        continue
      }
      let kind = visitor(visits)
      let place = kind.level == .subdistrict ? world.places.neighbourhoods[n].subdistrict : n
      let slot = world.slots.slot(kind, place)
      let due = Calendar.weekly(visits.perQuarter * Calendar.quartersPerYear, world.week)
      let minutes = Int64(visits.minutes)
      let held = min(due, world.ledger.balance(.time, slot) / max(minutes, 1))
      world.pay(.time, held * minutes, from: slot, to: world.slots.slot(.doneWork), for: .service)
      world.write.tally.add(.spentMinutes, n, Double(held * minutes))
      if let body = world.structure.body(slot: slot) {
        world.write.neighbourhoods[n].contacts +=
          Double(held) * Attention.contactShare(of: body, kind, world.setting.forms)
      }
      world.write.neighbourhoods[n].homesVisited +=
        (Double(held) - world.neighbourhoods[n].homesVisited) / Double(Calendar.weeksPerQuarter)
    }
  }

  private static func visitor(_ visits: HomeVisits) -> ActorKind {
    switch visits.visitor {
    case .office: .subdistrictOffice
    case .committee: .residentsCommittee
    case .branch: .generalBranch
    }
  }

  /// A resident keeps silent about a need for some weeks; visitors may hear of it meanwhile.
  /// - Returns: whether it has been registered.
  static func hear(_ world: inout Reach<Self>, _ id: Int32, weeks: Int) -> Bool {
    let d = world.demands[id]
    let n = Int(d.neighbourhood)
    guard let visits = world.structure.homeVisits[n] else { return false }
    let homes = Double(max(world.places.neighbourhoods[n].households, 1))
    let draws = world.random.stream(.homeVisiting, week: world.week)
    let key = Int(d.key)
    if !draws.happens(world.neighbourhoods[n].homesVisited * Double(weeks) / homes, key) { return false }
    Trust.raiseExpectation(&world.trust, resident: Int(d.resident))
    if !draws.happens(visits.recorded, key, 1) { return false }
    world.write.demands[id].origin = .body
    world.write.demands[id].isTracked = draws.happens(visits.tracked, key, 2)
    world.write.demands[id].answerBy = Int32(world.week + visits.answerWeeks)
    world.write.demands.move(id, to: .voiced, week: world.week)
    Registration.register(&world.registration, id, with: visitor(visits))
    return true
  }
}
