/// Attention of an overloaded body: hours go to administrative tasks and to residents in proportion to weight and
/// pressure; what waits too long is closed on paper.
///
/// A queue with two classes and abandonment: weights come from who judges the body (superiors or residents) and
/// from the style of its hours, pressure from its backlog.
enum Attention: ReadsDemands, ChangesBodies, ChangesPlaces, Counts, Pays, UsesClosing, UsesContest,
  UsesCoproduction, UsesTrust
{
  /// Share of the hours that goes to administrative tasks.
  /// - Parameters:
  ///   - tasks, service: backlogs in minutes.
  ///   - capacity: minutes of a week.
  static func taskShare(body: Body, tasks: Double, service: Double, capacity: Double) -> Double {
    func pressure(_ backlog: Double) -> Double { backlog <= 0 ? 0 : backlog / (backlog + capacity) }
    let up = body.upwardWeight * body.hours.relaying * pressure(tasks)
    let down = body.downwardWeight * body.hours.serving * pressure(service)
    return up + down > 0 ? up / (up + down) : 0
  }

  /// Weekly chance that a waiting demand is closed on paper only.
  static func formalClosing(body: Body, backlogWeeks: Double, _ p: Parameters) -> Double {
    p[.formalClosing] * body.upwardWeight * backlogWeeks / (backlogWeeks + 1)
  }

  /// Administrative tasks arrive from the departments.
  static func handDown(_ world: inout Reach<Self>) {
    let draws = world.random.stream(.tasks, week: world.week)
    for n in world.neighbourhoods.indices {
      let residents = Double(world.places.neighbourhoods[n].residents.count)
      let mean = world.conditions[.taskAppetite] * world.load * residents / world.conditions[.taskMinutes]
      let minutes = Double(draws.poisson(mean: mean, n)) * world.conditions[.taskMinutes]
      for kind in [ActorKind.residentsCommittee, .workStation] {
        guard let body = world.structure[kind, n] else { continue }
        let slot = world.slots.slot(kind, n)
        let accepted = minutes * body.administrativeTasks * (1 - body.refusedTasks)
        world.write.actors[slot].taskBacklog += accepted
        // Handling tasks brings residents to the counter.
        let contacts = world.conditions[.contactsPerTask] * accepted / world.conditions[.taskMinutes]
        world.write.neighbourhoods[n].contacts += contacts * contactShare(of: body, kind, world.setting.forms)
      }
    }
  }

  /// Share of a body's contacts with residents that also make the residents' committee known.
  static func contactShare(of body: Body, _ kind: ActorKind, _ forms: LawForms) -> Double {
    switch kind {
    case .residentsCommittee: 1
    case .workStation, .serviceStation:
      forms.crossAppointment == .copiedContacts ? (body.crossAppointed > 0 ? 1 : 0) : body.crossAppointed
    default: 0
    }
  }

  /// Bodies of neighbourhoods work off their queues.
  static func workOffQueues(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    // Their work calls on professionals whom the neighbourhoods of a subdistrict share.
    for n in world.neighbourhoods(inTurn: .work) {
      for kind in [
        ActorKind.residentsCommittee, .workStation, .serviceStation, .propertyCompany, .contractors,
      ] {
        guard let body = world.structure[kind, n] else { continue }
        work(&world, world.slots.slot(kind, n), body, n..<(n + 1), p)
      }
    }
  }

  /// So do the offices of the subdistricts.
  static func workOffOffices(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    for (s, subdistrict) in world.places.subdistricts.enumerated() {
      guard let body = world.structure[.subdistrictOffice, s] else { continue }
      work(&world, world.slots.slot(.subdistrictOffice, s), body, subdistrict.neighbourhoods, p)
    }
  }

  /// Bodies without queues of their own serve the neighbourhoods' projects: the Party branch its own, hubs those of
  /// the block, bodies of the subdistrict all of them in equal parts.
  static func helpProjects(_ world: inout Reach<Self>) {
    let turns = world.neighbourhoods(inTurn: .help)
    for n in turns {
      for helper in world.neighbourhoods[n].nearby.helpers {
        help(&world, helper.slot, n, among: helper.among)
      }
    }
    for n in turns {
      for helper in world.neighbourhoods[n].nearby.helpers {
        relay(&world, helper.slot, n, among: helper.among)
      }
    }
  }

  /// Bodies without queues of their own relay and check for the share of their hours that is set for it.
  private static func relay(_ world: inout Reach<Self>, _ slot: Int, _ n: Int, among: Int) {
    guard let body = world.structure.body(slot: slot) else { return }
    _ = world.payUpTo(
      .time, Int64(Double(body.staffMinutes) * body.hours.relaying / Double(among)), from: slot,
      to: world.slots.slot(.doneWork), for: .administration)
  }

  private static func help(_ world: inout Reach<Self>, _ slot: Int, _ n: Int, among: Int) {
    guard let body = world.structure.body(slot: slot) else { return }
    let works = publicWorks(world, world.slots.slot(.residentsCommittee, n), n)
    let own = min(
      Double(body.staffMinutes) * body.hours.serving / Double(among),
      Double(world.ledger.balance(.time, slot)))
    let minutes = min(own, works)
    if minutes >= 1 {
      _ = Coproduction.serve(&world.coproduction, slot, n..<(n + 1), minutes: minutes, works: works)
    }
  }

  /// Minutes that a body keeps for brokering this week: no more than there are quarrels that it may mediate.
  private static func reserve(_ world: borrowing Reach<Self>, _ slot: Int, _ places: Range<Int>) -> Double {
    var quarrels = 0
    for n in places where Contest.mediators(world.contest, n).contains(slot) {
      quarrels += world.neighbourhoods[n].conflicts.count
    }
    return min(world.actors[slot].brokering, Double(quarrels) * world.conditions[.mediationMinutes])
  }

  /// - Parameter places: the neighbourhoods that the body is for.
  private static func work(
    _ world: inout Reach<Self>, _ slot: Int, _ body: Body, _ places: Range<Int>, _ p: Parameters
  ) {
    let kind = world.slots.kinds[slot]
    let n = places.lowerBound
    // Cross-appointed people lose some of their time in changing between bodies.
    let switching = 1 - p[.switchingCost] * body.crossAppointed
    // Time for brokering that nothing calls for serves.
    world.write.actors[slot].brokering = reserve(world, slot, places)
    let minutes = Double(world.ledger.balance(.time, slot)) - world.actors[slot].brokering
    let capacity = max(0, minutes) * (kind == .workStation || kind == .serviceStation ? switching : 1)
    if kind == .residentsCommittee { world.write.tally.add(.committeeMinutes, n, Double(body.staffMinutes)) }
    let queueMinutes = world.actors[slot].queue.reduce(0.0) {
      $0 + DemandProfile.table[Int(world.demands[$1].kind.rawValue)].serviceMinutes
    }
    let works = publicWorks(world, slot, n)
    let share = taskShare(
      body: body, tasks: world.actors[slot].taskBacklog, service: queueMinutes + works, capacity: capacity)
    var taskMinutes = min(world.actors[slot].taskBacklog, capacity * share)
    var left = capacity - taskMinutes
    let service = Coproduction.serve(
      &world.coproduction, slot, places, minutes: min(left, queueMinutes + works), works: works)
    left -= service
    // What residents do not take goes to the tasks.
    let more = min(world.actors[slot].taskBacklog - taskMinutes, left)
    taskMinutes += max(0, more)
    world.write.actors[slot].taskBacklog -= taskMinutes
    let done = world.slots.slot(.doneWork)
    _ = world.payUpTo(.time, Int64(taskMinutes), from: slot, to: done, for: .administration)
    world.count(.tasksDone, over: places, taskMinutes)
    if kind == .residentsCommittee { world.write.tally.add(.committeeAdministrativeMinutes, n, taskMinutes) }
    // Tasks that are overdue are reported as done.
    let overdue = max(0, world.actors[slot].taskBacklog - world.conditions[.taskPatience] * max(capacity, 1))
    world.write.actors[slot].taskBacklog -= overdue
    world.count(.tasksFormal, over: places, overdue)
    if world.slots.kinds[slot].level == .neighbourhood && taskMinutes + overdue > 0 {
      let share = taskMinutes / (taskMinutes + overdue)
      world.write.neighbourhoods[n].tasksDone +=
        (share - world.neighbourhoods[n].tasksDone) / Double(Calendar.weeksPerQuarter)
    }
    closeOnPaper(
      &world, slot, body, backlogWeeks: queueMinutes / max(capacity * (1 - share), Calendar.minutesPerHour), p
    )
  }

  /// Minutes of staff that the projects decided by this body still need.
  private static func publicWorks(_ world: borrowing Reach<Self>, _ slot: Int, _ n: Int) -> Double {
    guard world.slots.kinds[slot] == .residentsCommittee else { return 0 }
    return world.neighbourhoods[n].projects.reduce(0.0) { $0 + Double(max(0, $1.staffNeed - $1.staff)) }
  }

  private static func closeOnPaper(
    _ world: inout Reach<Self>, _ slot: Int, _ body: Body, backlogWeeks: Double, _ p: Parameters
  ) {
    let chance = formalClosing(body: body, backlogWeeks: backlogWeeks, p)
    let draws = world.random.stream(.formalClosing, week: world.week)
    let limit = Int(world.conditions[.matterPatience])
    let ahead = Int(p[.answerAhead])
    let fresh = Int(p[.freshWeeks])
    var kept: [Int32] = []
    // What was promised an answer soon goes before the rest.
    var promised: [Int32] = []
    for id in world.actors[slot].queue {
      let d = world.demands[id]
      if d.answerBy >= 0 && Int(d.answerBy) == world.week {
        // The promised answer is due, and nothing has been done.
        Trust.disappointMeanwhile(&world.trust, d, by: d.addressed)
      }
      if Int(d.answerBy) > world.week && Int(d.answerBy) <= world.week + ahead {
        promised.append(id)
      } else if world.week - Int(d.registered) < fresh {
        kept.append(id)
      } else if !d.isTracked && draws.happens(chance, Int(d.key)) {
        Closing.close(&world.closing, id, as: .formallyClosed)
      } else if world.week - Int(d.registered) > limit {
        Closing.close(&world.closing, id, as: .lapsed)
      } else {
        kept.append(id)
      }
    }
    world.write.actors[slot].queue = promised + kept
  }
}
