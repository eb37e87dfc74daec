/// Agenda and meetings: platforms sit, matters come before them, and what is decided becomes a public issue.
///
/// Each sitting is a choice of a ``GarbageCan`` whose access structure is the division of labour between
/// platforms; energy that one sitting did not turn into a decision is kept for the next of the same platform.
enum Agenda: ReadsResidents, ChangesBodies, ChangesDemands, ChangesPlaces, Counts, UsesAttendance,
  UsesClosing, UsesContest, UsesHearings
{
  static func run(_ world: inout Reach<Self>) {
    // Those who chair hearings and make room serve several neighbourhoods.
    for n in world.neighbourhoods(inTurn: .sittings) {
      var matters = world.neighbourhoods[n].matters
      sit(
        &world, ActorKind.localPlatforms, place: n, hosts: n..<(n + 1), rights: world.structure.rights[n],
        &matters)
      world.write.neighbourhoods[n].matters = matters
    }
    for s in world.places.subdistricts.indices {
      var matters = world.wideMatters[s]
      sit(
        &world, ActorKind.widePlatforms, place: s, hosts: world.places.subdistricts[s].neighbourhoods,
        rights: world.structure.wideRights[s], &matters)
      world.write.wideMatters[s] = matters
    }
  }

  /// Energy that deciding a matter takes: more with knowledge, departments, reach and opposed interests.
  static func energy(of d: Demand, _ p: Parameters) -> Double {
    let reach = Double(d.scope.rawValue) - 1
    return p[.decisionEnergy]
      * (1 + p[.difficulty] * (d.technical ? 1 : 0) + p[.difficulty] / 2 * Double(d.departments - 1)
        + p[.reachEnergy] * reach + (d.oppositionKnown ? p[.difficulty] : 0))
  }

  /// Whether a platform has a sitting this week: sittings are spread evenly over the year.
  /// - Parameter phase: with which week of its year it begins to count, 0–51.
  static func sits(_ platform: Platform, phase: Int, week: Int) -> Bool {
    let phase = platform.jointSittings ? 0 : phase
    let rate = min(platform.meetingsPerYear, Double(Calendar.weeksPerYear)) / Double(Calendar.weeksPerYear)
    return Int(Double(week + phase + 1) * rate) > Int(Double(week + phase) * rate)
  }

  /// The platforms of a place that meet this week, with what they need to be told apart.
  private struct Sitting {
    var slots: [Int] = []
    var platforms: [Platform] = []
    /// How many seats stand before those of each in the list of representatives.
    var offsets: [Int] = []
    /// The platforms that stand, sitting this week or not, other than the committee or office and the owners': to
    /// them something can be released.
    var others: [Platform] = []
  }

  private static func sitting(_ world: borrowing Reach<Self>, _ kinds: [ActorKind], place: Int) -> Sitting {
    var sitting = Sitting()
    var seats = 0
    var due: [(slot: Int, platform: Platform, offset: Int)] = []
    // Lots decide which of them the readiest sit on.
    for slot in world.byLot(slots: kinds.map { world.slots.slot($0, place) }) {
      guard let platform = world.structure.platform(slot: slot) else { continue }
      if sits(platform, phase: Int(world.sittingPhases[slot]), week: world.week) {
        due.append((slot, platform, seats))
      }
      seats += platform.residentSeats
      let kind = world.slots.kinds[slot]
      if kind != kinds[0] && kind != .ownersCommittee { sitting.others.append(platform) }
    }
    // Of those that are equally near to a decision the first is gone to: which that is, is drawn.
    for one in due.inTurn(world.turns(.platforms), by: \.slot) {
      sitting.slots.append(one.slot)
      sitting.platforms.append(one.platform)
      sitting.offsets.append(one.offset)
    }
    return sitting
  }

  private static func sit(
    _ world: inout Reach<Self>, _ kinds: [ActorKind], place: Int, hosts: Range<Int>, rights: Rights,
    _ matters: inout [Int32]
  ) {
    lapse(&world, &matters)
    let ready = rights.hearings.isEmpty ? matters : Hearings.hold(&world.hearings, matters, rights: rights)
    let sitting = sitting(world, kinds, place: place)
    if !sitting.slots.isEmpty {
      let attendees = Attendance.gather(
        &world.attendance, sitting.slots, sitting.platforms, offsets: sitting.offsets, hosts: hosts)
      let order = order(
        ready, world.demands, reserved: rights.reservedAgenda,
        byNeed: needShare(world, hosts))
      let problems = order.map { problem(world, $0, sitting, office: kinds[0], rights: rights) }
      deliberate(&world, sitting, order, problems, attendees, hosts: hosts, rights: rights)
    }
    if !sitting.slots.isEmpty || !rights.hearings.isEmpty {
      matters.removeAll { world.demands[$0].state != .registered && world.demands[$0].state != .onAgenda }
    }
    for id in matters { world.write.tally.add(.waitEnergy, Int(world.demands[id].neighbourhood)) }
  }

  /// Share of agenda places that goes by need: for a wide platform the mean over its neighbourhoods.
  private static func needShare(_ world: borrowing Reach<Self>, _ hosts: Range<Int>) -> Double {
    var sum = 0.0
    for n in hosts { sum += world.structure.information[n].agendaFollowsNeed }
    return sum / Double(max(hosts.count, 1))
  }

  /// What a matter asks of a sitting, and where it may go: owners decide on what they own; of the rest, what is
  /// released goes to residents' platforms and what is not to the committee or office.
  private static func problem(
    _ world: borrowing Reach<Self>, _ id: Int32, _ sitting: Sitting, office: ActorKind, rights: Rights
  ) -> GarbageCan.Problem {
    let d = world.demands[id]
    let isReleased = sitting.others.contains { releases(d, to: $0, world, rights) }
    var access: UInt64 = 0
    for (k, platform) in sitting.platforms.enumerated() {
      let isOpen =
        switch world.slots.kinds[sitting.slots[k]] {
        case .ownersCommittee: world.takes(platform, d)
        case office: !isReleased && world.takes(platform, d)
        default: releases(d, to: platform, world, rights)
        }
      if isOpen { access |= 1 << UInt64(k) }
    }
    return GarbageCan.Problem(energy: energy(of: d, world.setting.parameters), access: access)
  }

  /// Whether a matter is a platform's to decide: by petition, by release, or by the platform's own charter.
  private static func releases(
    _ d: Demand, to platform: Platform, _ world: borrowing Reach<Self>, _ rights: Rights
  ) -> Bool {
    world.takes(platform, d)
      && (d.origin == .petition || share(of: d) < max(rights.releasedDecisions, platform.decides))
  }

  private static func deliberate(
    _ world: inout Reach<Self>, _ sitting: Sitting, _ order: [Int32], _ problems: [GarbageCan.Problem],
    _ attendees: [Attendance.Attendee], hosts: Range<Int>, rights: Rights
  ) {
    let efficiency = world.setting.parameters[.meetingEfficiency]
    var choices = zip(sitting.slots, sitting.platforms).map {
      GarbageCan.Choice(
        spent: world.actors[$0].energy, required: world.actors[$0].required, places: $1.agendaPlaces)
    }
    let period = GarbageCan.period(
      choices: &choices, problems: problems,
      participants: attendees.map { GarbageCan.Participant(energy: 1, access: $0.access) },
      efficiency: efficiency)
    let attached = sitting.slots.indices.map { k in
      order.indices.filter { period.problems[$0] == k }.map { order[$0] }
    }
    bring(&world, sitting, attached, &choices)
    for (k, slot) in sitting.slots.enumerated() {
      // What a wide platform does is done for all of its neighbourhoods alike.
      world.count(.meetings, over: hosts)
      let spent = attendees.indices.count { period.participants[$0] == k }
      world.count(.effort, over: hosts, hours(Double(spent), world.conditions))
      if attached[k].isEmpty { world.count(.idleMeetings, over: hosts) }
      let decides = choices[k].spent >= choices[k].required && !attached[k].isEmpty
      if decides {
        Attendance.discover(
          &world.attendance, attached[k], attendees.filter { $0.access & (1 << UInt64(k)) != 0 })
        for id in attached[k] { decide(&world, id, slot: slot, rights: rights) }
      }
      // What was said where nothing was before the sitting is forgotten, and so is what has led to a decision.
      let isOver = decides || attached[k].isEmpty
      world.write.actors[slot].energy = isOver ? 0 : choices[k].spent
      world.write.actors[slot].required = isOver ? 0 : choices[k].required
      Attendance.learn(&world.attendance, attendees, choice: k, decided: decides)
    }
  }

  /// Person-hours of people who sit once.
  private static func hours(_ people: Double, _ conditions: Conditions) -> Double {
    people * conditions[.sittingMinutes] / Calendar.minutesPerHour
  }

  /// Matters come before sittings. From another platform a matter brings its part of the energy spent there, if
  /// platforms refer; else it is discussed anew, and that part is lost.
  private static func bring(
    _ world: inout Reach<Self>, _ sitting: Sitting, _ attached: [[Int32]],
    _ choices: inout [GarbageCan.Choice]
  ) {
    let p = world.setting.parameters
    for (k, slot) in sitting.slots.enumerated() {
      for id in attached[k] {
        let d = world.demands[id]
        let other = Int(d.holder)
        if d.sittings > 0 && other != slot && world.actors[other].required > 0 {
          // Parts are taken of what stood before this week's sittings.
          let part = min(1, energy(of: d, p) / world.actors[other].required)
          let spent = world.actors[other].energy * part
          world.write.actors[other].energy -= spent
          if let now = sitting.slots.firstIndex(of: other) { choices[now].spent -= spent }
          if sitting.platforms[k].refers {
            choices[k].spent += spent
          } else {
            // Behind an amount of energy is the time of more people than it counts.
            world.write.tally.add(
              .effortLost, Int(d.neighbourhood), hours(spent / p[.meetingEfficiency], world.conditions))
          }
        }
        world.write.demands[id].holder = Int32(slot)
        world.write.demands[id].sittings &+= 1
        if d.state == .registered { world.write.demands.move(id, to: .onAgenda, week: world.week) }
      }
    }
  }

  /// A number of its own for each matter, 0–1: which side of a division of rights it falls on.
  static func share(of d: Demand) -> Double { Double(d.key &>> 8) * 0x1p-24 }

  /// Matters that have waited too long are dropped.
  private static func lapse(_ world: inout Reach<Self>, _ matters: inout [Int32]) {
    let limit = Int(world.conditions[.matterPatience])
    var dropped = false
    for id in matters where world.week - Int(world.demands[id].registered) > limit {
      Closing.close(&world.closing, id, as: .lapsed)
      dropped = true
    }
    if dropped { matters.removeAll { world.demands[$0].state.isClosed } }
  }

  /// A matter is decided: struck off by veto, or taken up, with room made for opposing interests if brokers have
  /// time.
  static func decide(_ world: inout Reach<Self>, _ id: Int32, slot: Int, rights: Rights) {
    let d = world.demands[id]
    let n = Int(d.neighbourhood)
    world.write.tally.add(.publicIssues, n)
    if d.origin == .petition || d.origin == .association { world.write.tally.add(.publicIssuesFromBelow, n) }
    world.write.demands[id].holder = Int32(slot)
    if d.opponents >= 0 && d.oppositionKnown {
      let draw = world.random.stream(.veto, week: world.week)
      if draw.happens(rights.veto, Int(d.key)) {
        world.write.tally.add(.veto, n)
        if world.setting.forms.veto == .suppressing { Contest.open(&world.contest, id, suppressed: true) }
        Closing.close(&world.closing, id, as: .refused)
        return
      }
      Contest.makeRoom(&world.contest, id)
    }
    world.write.tally.add(.decided, n)
    if d.opponents >= 0 { Contest.meetOpposition(&world.contest, id) }
    world.write.demands.move(id, to: .resourced, week: world.week)
    world.write.neighbourhoods[n].decided.append(id)
  }
}
