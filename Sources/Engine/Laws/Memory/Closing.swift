/// The end of a demand: what it was closed as, what is counted, and who hears of it.
enum Closing: ChangesDemands, ChangesPlaces, ChangesResidents, Counts, UsesEscalation, UsesOnlineUse,
  UsesTrust
{
  static func close(_ world: inout Reach<Self>, _ id: Int32, as state: Demand.State) {
    let p = world.setting.parameters
    var outcome = state
    let d = world.demands[id]
    let n = Int(d.neighbourhood)
    let i = Int(d.resident)
    // A private need is thanked or blamed on whom its owner turned to, a public matter on who decided it.
    let holder = d.holder >= 0 ? world.slots.kinds[Int(d.holder)].trustClass : nil
    let bodies = d.isPublic ? holder ?? d.addressed : d.addressed
    let success: Double = state == .resolved ? 1 : state == .partlyResolved ? p[.partialSuccess] : 0
    if d.registered >= 0 {
      if success > 0 {
        Trust.reward(&world.trust, resident: i, by: bodies, weight: success)
      } else {
        let pressing = Float(p[.pressingBlame])
        Trust.disappoint(
          &world.trust, resident: i, by: bodies, weight: Double(1 - pressing + pressing * d.salience))
        if Escalation.escalates(&world.escalation, resident: i, neighbourhood: n) { outcome = .escalated }
      }
      if d.isPublic {
        let reach =
          p[.newsReach] * (d.scope == .building ? p[.buildingNews] : 1)
          * (1 + OnlineUse.newsGain(world.onlineUse, n))
        if success > 0 {
          world.write.neighbourhoods[n].news.success[bodies.rawValue] += Float(reach * success)
        } else {
          world.write.neighbourhoods[n].news.failure[bodies.rawValue] += Float(reach)
        }
      }
      count(&world, d, outcome)
    } else if state == .lapsed {
      // Never registered: no body is blamed.
      world.write.residents.grieve(i, by: p[.grievanceGain] * Double(d.salience))
    }
    if outcome == .escalated { world.write.tally.add(.escalations, n) }
    world.write.demands.move(id, to: outcome, week: world.week)
    remember(&world, id, solved: success == 1)
  }

  private static func count(_ world: inout Reach<Self>, _ d: Demand, _ outcome: Demand.State) {
    let n = Int(d.neighbourhood)
    let weeks = world.week - Int(d.registered)
    let (closed, soon): (Counter, Counter) =
      d.technical
      ? (.closedTechnical, .resolved13Technical)
      : d.isPublic ? (.closedPublic, .resolved13Public) : (.closedService, .resolved13Service)
    world.write.tally.add(.closed, n)
    world.write.neighbourhoods[n].closedThisQuarter += 1
    if outcome == .resolved { world.write.neighbourhoods[n].solvedThisQuarter += 1 }
    world.write.tally.add(closed, n)
    switch outcome {
    case .resolved:
      world.write.tally.add(.resolved, n)
      world.write.tally.addResolution(weeks: weeks, n)
      if weeks <= Calendar.weeksPerQuarter {
        world.write.tally.add(.resolved13, n)
        world.write.tally.add(soon, n)
      }
      if weeks <= Calendar.weeksPerYear / 2 { world.write.tally.add(.resolved26, n) }
      if weeks <= Calendar.weeksPerYear { world.write.tally.add(.resolved52, n) }
    case .lapsed: world.write.tally.add(.lapsed, n)
    default: break
    }
    if outcome.isReportedDone { world.write.tally.add(.reportedDone, n) }
  }

  /// Unsolved demands come back after a while, or are forgotten like solved ones.
  private static func remember(_ world: inout Reach<Self>, _ id: Int32, solved: Bool) {
    if !solved {
      let draw = world.random.stream(.comeback, week: world.week)
      let weeks = draw.waitingWeeks(
        hazard: world.conditions[.comeback], limit: TimingWheel.span, Int(world.demands[id].key))
      if weeks < TimingWheel.span {
        world.wake(id, in: weeks)
        return
      }
    }
    world.write.demands.release(id)
  }
}
