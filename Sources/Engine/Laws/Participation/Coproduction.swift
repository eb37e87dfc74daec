/// Co-production: what staff, volunteers and professionals make together.
///
/// Each kind of input leaves a part of the job undone; the job fails by the product of those parts. Where the
/// technical level asks for it, professional knowledge cannot be replaced by goodwill.
public enum Coproduction: ChangesBodies, ChangesDemands, ChangesPlaces, Counts, Pays, UsesClosing, UsesLending
{
  /// Chance that a matter is truly solved, from the shares (0–1) of what it needs that came in.
  public static func quality(
    staff: Double, volunteers: Double, professionals: Double, technical: Bool, weights: SIMD3<Double>
  ) -> Double {
    let missing = (1 - weights[0] * staff) * (1 - weights[1] * volunteers)
    if !technical { return 1 - missing * (1 - weights[2]) }
    return (1 - missing * (1 - weights[2])) * professionals
  }

  static func weights(_ p: Parameters) -> SIMD3<Double> {
    SIMD3(repeating: p[.inputEffect])
  }

  /// Staff minutes go to waiting demands, oldest first, and to public works in proportion.
  /// - Parameter places: the neighbourhoods that the body is for; public works are the first one's, and there are
  ///   none where there are several.
  /// - Returns: minutes used.
  static func serve(
    _ world: inout Reach<Self>, _ slot: Int, _ places: Range<Int>, minutes: Double, works: Double
  ) -> Double {
    if minutes <= 0 { return 0 }
    let queueMinutes = world.actors[slot].queue.reduce(0.0) {
      $0 + DemandProfile.table[Int(world.demands[$1].kind.rawValue)].serviceMinutes
        - Double(world.demands[$1].worked)
    }
    let total = queueMinutes + works
    let forWorks = total > 0 ? minutes * works / total : 0
    let queue = places.count > 1 ? world.actors[slot].queue.map { world.demands[$0] } : []
    let used = serveQueue(&world, slot, by: slot, minutes: minutes - forWorks)
    let n = places.lowerBound
    let built = build(&world, n, minutes: forWorks)
    let done = world.slots.slot(.doneWork)
    let service = world.payUpTo(.time, Int64(used), from: slot, to: done, for: .service)
    let project = world.payUpTo(.time, Int64(built), from: slot, to: done, for: .project)
    if places.count > 1 {
      spread(&world, Double(service), of: used, over: queue)
    } else {
      world.write.tally.add(.spentMinutes, n, Double(service + project))
    }
    world.write.tally.add(.publicStaffMinutes, n, Double(project))
    return used + built
  }

  /// Paid minutes are counted where the demands come from that they went to.
  /// - Parameters:
  ///   - used: minutes worked.
  ///   - queue: the demands as they stood before the work, oldest first.
  private static func spread(
    _ world: inout Reach<Self>, _ paid: Double, of used: Double, over queue: [Demand]
  ) {
    var left = used
    for d in queue where left > 0 {
      let part = min(left, DemandProfile.table[Int(d.kind.rawValue)].serviceMinutes - Double(d.worked))
      world.write.tally.add(.spentMinutes, Int(d.neighbourhood), paid * part / used)
      left -= part
    }
  }

  /// Waiting demands of a body, oldest first, by its own staff or another's.
  /// - Returns: minutes used.
  static func serveQueue(_ world: inout Reach<Self>, _ slot: Int, by worker: Int, minutes: Double) -> Double {
    let p = world.setting.parameters
    let weights = weights(p)
    let skill =
      (world.structure.body(slot: worker)?.skill ?? 0) + p[.practiceWorth] * world.actors[worker].practice
    let outcomes = world.random.stream(.serviceOutcome, week: world.week)
    var left = minutes
    var finished = 0
    for id in world.actors[slot].queue {
      if left <= 0 { break }
      let d = world.demands[id]
      let n = Int(d.neighbourhood)
      let need = DemandProfile.table[Int(d.kind.rawValue)].serviceMinutes
      let part = min(left, need - Double(d.worked))
      world.write.demands[id].worked += Float(part)
      left -= part
      // What has been worked is kept in parts of minutes, what is needed in whole ones.
      if Double(world.demands[id].worked).rounded() < need { break }
      finished += 1
      let advice =
        d.technical
        ? world.spendProfessional(minutes: world.conditions[.adviceMinutes], on: id, isPublic: false)
          / world.conditions[.adviceMinutes] : 0
      let q = quality(
        staff: min(1, skill), volunteers: 0, professionals: advice, technical: d.technical, weights: weights)
      if let body = world.structure.body(slot: worker) {
        world.write.neighbourhoods[n].contacts += Attention.contactShare(
          of: body, world.slots.kinds[worker], world.setting.forms)
      }
      finish(&world, id, quality: q, draw: outcomes.uniform(Int(d.key)))
    }
    world.write.actors[slot].queue.removeFirst(finished)
    world.write.actors[worker].practice +=
      (1 - world.actors[worker].practice) * p[.practiceGain] * min(Double(finished), p[.practiceJobs])
    return minutes - left
  }

  /// Staff for the projects of a neighbourhood, oldest first.
  private static func build(_ world: inout Reach<Self>, _ n: Int, minutes: Double) -> Double {
    var left = Float(minutes)
    for k in world.neighbourhoods[n].projects.indices where left > 0 {
      let missing = world.neighbourhoods[n].projects[k].staffNeed - world.neighbourhoods[n].projects[k].staff
      let part = min(left, max(0, missing))
      world.write.neighbourhoods[n].projects[k].staff += part
      left -= part
    }
    return minutes - Double(left)
  }

  private static func finish(_ world: inout Reach<Self>, _ id: Int32, quality q: Double, draw u: Double) {
    let partly = world.setting.parameters[.partialService] * (1 - q)
    Closing.close(
      &world.closing, id, as: u < q ? .resolved : u < q + partly ? .partlyResolved : .formallyClosed)
  }
}
