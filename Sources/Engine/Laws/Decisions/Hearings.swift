/// Hearings: where structure asks for it, a matter is not decided before those concerned were heard.
///
/// Who comes follows the law of attendance. A round without its quorum does not count, and the matter waits. Opposed
/// interests are known once somebody of the other side is there; room is made as far as both sides trust the chair.
enum Hearings: ReadsResidents, ChangesDemands, Counts, Pays, UsesAgenda, UsesAttendance, UsesContest {
  /// Weeks from invitation to invitation: a round is held in the week after it.
  static let rhythm = 2

  /// Holds the rounds that are due.
  /// - Returns: the matters that sittings may take up, in their order.
  static func hold(_ world: inout Reach<Self>, _ matters: [Int32], rights: Rights) -> [Int32] {
    var ready: [Int32] = []
    for id in matters {
      let d = world.demands[id]
      guard let hearing = rights.hearing(for: d) else {
        ready.append(id)
        continue
      }
      // Invitations go out a week before.
      let isDue = Int(d.heard) < hearing.rounds && (world.week - Int(d.registered)) % rhythm == 1
      if isDue { round(&world, id, hearing) }
      if Int(world.demands[id].heard) < hearing.rounds { continue }
      if isDue && Agenda.share(of: d) < hearing.decides {
        let slot = world.slots.slot(.residentsAssembly, Int(d.neighbourhood))
        Agenda.decide(&world.agenda, id, slot: slot, rights: rights)
      } else {
        ready.append(id)
      }
    }
    return ready
  }

  private static func round(_ world: inout Reach<Self>, _ id: Int32, _ hearing: Hearing) {
    let d = world.demands[id]
    let n = Int(d.neighbourhood)
    let sides = (Int(d.group), Int(d.opponents >= 0 ? d.opponents : d.group))
    guard let trust = Contest.chair(&world.contest, n, minutes: Double(hearing.minutes), sides: sides) else {
      return
    }
    // Half of them come from the other side, where there is one.
    let invited = Int(world.conditions[.hearingInvited])
    let own = invite(world, sides.0, d.opponents >= 0 ? invited / 2 : invited, d.key)
    let others = d.opponents >= 0 ? invite(world, sides.1, invited / 2, d.key) : []
    let draws = world.random.stream(.hearingAttendance, week: world.week)
    let present = (own + others).filter {
      draws.happens(Attendance.chance(of: $0, world.attendance), $0, Int(d.key))
    }
    let minutes = Int64(hearing.minutes * present.count)
    world.spendResidentsTime(minutes, n, for: .meeting)
    let isQuorate = Double(present.count) >= hearing.quorum * Double(own.count + others.count)
    world.write.tally.add(isQuorate ? .effort : .effortLost, n, Double(minutes) / Calendar.minutesPerHour)
    if isQuorate {
      world.write.demands[id].heard &+= 1
      if present.contains(where: { others.contains($0) }) {
        world.write.demands[id].oppositionKnown = true
        if present.contains(where: { own.contains($0) }) {
          world.write.demands[id].accommodated += (1 - d.accommodated) * Float(trust)
        }
      }
    }
    // As in any sitting: what ends it encourages, what leaves it open tires.
    let isOver = isQuorate && Int(world.demands[id].heard) >= hearing.rounds
    Attendance.learn(
      &world.attendance, present.map { Attendance.Attendee(resident: Int32($0), unit: -1, access: 1) },
      choice: 0,
      decided: isOver)
  }

  /// Adults of a building group, drawn anew for each round; fewer where the draw falls on somebody twice.
  private static func invite(_ world: borrowing Reach<Self>, _ group: Int, _ number: Int, _ key: UInt32)
    -> [Int]
  {
    let range = world.places.groups[group].residents
    if range.isEmpty { return [] }
    let draws = world.random.stream(.hearingInvited, week: world.week).substream(Int(key))
    var people: [Int] = []
    for k in 0..<number {
      let i = range.lowerBound + draws.index(below: range.count, group, k)
      if world.residents.traits[i].isAdult && !people.contains(i) { people.append(i) }
    }
    return people
  }
}

extension Rights {
  /// The hearing that a matter needs; nil where it needs none.
  func hearing(for d: Demand) -> Hearing? {
    var needed: Hearing?
    for hearing in hearings
    where hearing.kinds.contains(d.kind) && Agenda.share(of: d) < hearing.share
      && hearing.rounds > needed?.rounds ?? 0
    {
      needed = hearing
    }
    return needed
  }
}
