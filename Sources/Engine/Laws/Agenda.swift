/// Agenda and meetings: platforms sit, matters come before them, and what is decided becomes a public issue.
///
/// Each sitting is a choice of a ``GarbageCan`` whose access structure is the division of labour between
/// platforms; energy that one sitting did not turn into a decision is kept for the next of the same platform.
enum Agenda {
  private static let localKinds: [ActorKind] = [
    .residentsCommittee, .residentsAssembly, .residentsCouncil, .ownersCommittee,
  ]
  private static let wideKinds: [ActorKind] = [.subdistrictOffice, .jointConference, .communityCommittee]

  static func run(_ world: inout World) {
    for n in world.neighbourhoods.indices {
      var matters = world.neighbourhoods[n].matters
      sit(&world, localKinds, place: n, hosts: n..<(n + 1), rights: world.structure.rights[n], &matters)
      world.neighbourhoods[n].matters = matters
    }
    for s in world.places.subdistricts.indices {
      var matters = world.wideMatters[s]
      sit(
        &world, wideKinds, place: s, hosts: world.places.subdistricts[s].neighbourhoods,
        rights: world.structure.wideRights[s], &matters)
      world.wideMatters[s] = matters
    }
  }

  /// Energy that deciding a matter takes: more with knowledge, departments, reach and opposed interests.
  static func energy(of d: Demand, _ p: Parameters) -> Double {
    let reach = Double(d.scope.rawValue) - 1
    return p[.decisionEnergy]
      * (1 + 0.5 * (d.technical ? 1 : 0) + 0.25 * Double(d.departments - 1) + 0.3 * reach
        + (d.oppositionKnown ? 0.5 : 0))
  }

  /// Whether a platform has a sitting this week: sittings are spread evenly over the year.
  static func sits(_ platform: Platform, slot: Int, week: Int) -> Bool {
    let phase = platform.jointSittings ? 0 : slot % 52
    let rate = min(platform.meetingsPerYear, 52) / 52
    return Int(Double(week + phase + 1) * rate) > Int(Double(week + phase) * rate)
  }

  private static func sit(
    _ world: inout World, _ kinds: [ActorKind], place: Int, hosts: Range<Int>, rights: Rights,
    _ matters: inout [Int32]
  ) {
    let p = world.setting.parameters
    lapse(&world, &matters)
    var slots: [Int] = []
    var platforms: [Platform] = []
    for kind in kinds {
      let slot = world.slots.slot(kind, place)
      guard let platform = world.structure.platform(slot: slot) else { continue }
      if sits(platform, slot: slot, week: world.week) {
        slots.append(slot)
        platforms.append(platform)
      }
    }
    if slots.isEmpty {
      for id in matters { world.tally.add(.waitEnergy, Int(world.demands[id].neighbourhood)) }
      return
    }
    // Who comes.
    let attendees = Attendance.gather(&world, slots, platforms, hosts: hosts)
    // What comes before them: the first comers, but for places given to need or kept for residents' matters.
    let order = agenda(
      world, matters, rights: rights, information: world.structure.information[hosts.lowerBound])
    var problems: [GarbageCan.Problem] = []
    for id in order {
      let d = world.demands[id]
      var access: UInt64 = 0
      let isReleased = d.origin == .petition || share(of: d) < rights.releasedDecisions
      for (k, platform) in platforms.enumerated() where platform.access.contains(d.kind) {
        let kind = world.slots.kinds[slots[k]]
        // What owners own they decide themselves; for the rest it takes the right.
        if kind == .ownersCommittee || isReleased != (kind == kinds.first) { access |= 1 << UInt64(k) }
      }
      problems.append(GarbageCan.Problem(energy: energy(of: d, p), access: access))
    }
    var choices = zip(slots, platforms).map {
      GarbageCan.Choice(
        spent: world.actors[$0].energy, required: world.actors[$0].required, places: $1.agendaPlaces)
    }
    let before = choices.map(\.spent)
    let period = GarbageCan.period(
      choices: &choices, problems: problems,
      participants: attendees.map { GarbageCan.Participant(energy: 1, access: $0.access) },
      efficiency: p[.meetingEfficiency])
    var gone: [Int32] = []
    for k in slots.indices {
      let before = choices[k].spent - before[k]
      let attached = order.indices.filter { period.problems[$0] == k }.map { order[$0] }
      let host =
        world.slots.kinds[slots[k]].level == .neighbourhood
        ? place : hosts.lowerBound + slots[k] % hosts.count
      world.tally.add(.meetings, host)
      world.tally.add(.effort, host, before / p[.meetingEfficiency] * Double(Attendance.meetingMinutes) / 60)
      let decides = period.made[k] && !attached.isEmpty
      if attached.isEmpty {
        world.tally.add(.idleMeetings, host)
      }
      for id in attached {
        // A matter that comes before another platform than last time is discussed anew.
        if world.demands[id].holder != Int32(slots[k]) && world.demands[id].sittings > 0
          && !platforms[k].refers
        {
          world.tally.add(
            .effortLost, Int(world.demands[id].neighbourhood),
            energy(of: world.demands[id], p) / p[.meetingEfficiency] * Double(Attendance.meetingMinutes) / 60)
        }
        world.demands[id].holder = Int32(slots[k])
        world.demands[id].sittings &+= 1
        if world.demands[id].state == .registered { world.demands.move(id, to: .onAgenda, week: world.week) }
      }
      if decides {
        Attendance.discover(&world, attached, attendees.filter { $0.access & (1 << UInt64(k)) != 0 })
        for id in attached {
          decide(&world, id, slot: slots[k], rights: rights)
          gone.append(id)
        }
        choices[k].spent = 0
        choices[k].required = 0
      } else if period.made[k] {
        // Nothing was before the sitting: what was said is forgotten.
        choices[k].spent = 0
      }
      world.actors[slots[k]].energy = choices[k].spent
      world.actors[slots[k]].required = choices[k].required
      Attendance.learn(&world, attendees, choice: k, decided: decides)
    }
    if !gone.isEmpty { matters.removeAll { gone.contains($0) } }
    for id in matters { world.tally.add(.waitEnergy, Int(world.demands[id].neighbourhood)) }
  }

  /// A number of its own for each matter, 0–1: which side of a division of rights it falls on.
  private static func share(of d: Demand) -> Double { Double(d.key &>> 8) * 0x1p-24 }

  /// The order in which matters claim places.
  private static func agenda(
    _ world: borrowing World, _ matters: [Int32], rights: Rights, information: Information
  )
    -> [Int32]
  {
    var waiting = Array(matters.prefix(48))
    var order: [Int32] = []
    let byNeed = waiting.sorted { need(world.demands[$0]) > need(world.demands[$1]) }
    var taken = 0.0
    var reserved = 0.0
    var surveyed = 0.0
    while !waiting.isEmpty {
      taken += 1
      var next = waiting[0]
      if reserved < rights.reservedAgenda * taken,
        let own = waiting.first(where: { world.demands[$0].origin == .petition })
      {
        next = own
        reserved += 1
      } else if surveyed < information.agendaFollowsNeed * taken,
        let most = byNeed.first(where: { waiting.contains($0) })
      {
        next = most
        surveyed += 1
      }
      order.append(next)
      waiting.removeAll { $0 == next }
    }
    return order
  }

  private static func need(_ d: Demand) -> Float { d.salience * Float(d.scope.rawValue) }

  /// Matters that have waited too long are dropped.
  private static func lapse(_ world: inout World, _ matters: inout [Int32]) {
    let limit = Int(world.conditions[.matterPatience])
    var dropped = false
    for id in matters where world.week - Int(world.demands[id].registered) > limit {
      Closing.close(&world, id, as: .lapsed)
      dropped = true
    }
    if dropped { matters.removeAll { world.demands[$0].state.isClosed } }
  }

  /// A matter is decided: struck off by veto, or taken up, with room made for opposing interests if brokers have
  /// time.
  private static func decide(_ world: inout World, _ id: Int32, slot: Int, rights: Rights) {
    let d = world.demands[id]
    let n = Int(d.neighbourhood)
    world.tally.add(.publicIssues, n)
    if d.origin == .petition || d.origin == .association { world.tally.add(.publicIssuesFromBelow, n) }
    world.demands[id].holder = Int32(slot)
    if d.opponents >= 0 && d.oppositionKnown {
      let draw = world.random.stream(.veto, week: world.week)
      if draw.happens(rights.veto, Int(d.key)) {
        world.tally.add(.veto, n)
        if world.setting.forms.veto == .suppressing { Contest.open(&world, id, suppressed: true) }
        Closing.close(&world, id, as: .refused)
        return
      }
      Contest.makeRoom(&world, id)
    }
    world.tally.add(.decided, n)
    if d.opponents >= 0 { Contest.meetOpposition(&world, id) }
    world.demands.move(id, to: .resourced, week: world.week)
    world.neighbourhoods[n].decided.append(id)
  }
}
