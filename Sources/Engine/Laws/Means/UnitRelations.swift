/// How near a unit stands to the community: joint action that succeeds moves it from stranger to acquaintance to
/// owner, failure and idleness move it back (Ruan Yunqiang ed.: from strangers to acquaintances to masters).
enum UnitRelations: ChangesPlaces, ChangesUnits, Counts, Pays {
  /// The two steps: below the first a stranger, above the second, as far from 1, an owner.
  static func steps(_ p: Parameters) -> (acquaintance: Float, owner: Float) {
    (Float(p[.relationStep]), Float(1 - p[.relationStep]))
  }

  static func experience(_ world: inout Reach<Self>, unit u: Int, success: Bool, weight: Double) {
    let p = world.setting.parameters
    let relation = world.units.relation[u]
    world.write.units.relation[u] =
      success
      ? relation + Float(p[.experienceGain] * weight) * (1 - relation)
      : relation * Float(1 - p[.failureStep] * p[.experienceGain] * weight)
  }

  /// Every quarter relations fade and units count anew what they could give; what an acquaintance had to give and
  /// nobody took is an offer that met no need. (Those that did are counted when they are taken.)
  static func quarter(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    let keep = Float(
      FixedMath.weeklyRetention(halfLife: p[.attitudeHalfLife] / Double(Calendar.weeksPerQuarter)))
    let acquaintance = steps(p).acquaintance
    for u in 0..<world.units.count {
      let isUntouched = world.unitMoney[u] > 0 && world.units.money[u] == world.unitMoney[u]
      if world.week > 0 && isUntouched && world.units.relation[u] >= acquaintance {
        world.write.tally.add(.offers, Int(world.units.neighbourhood[u]))
      }
      world.write.units.relation[u] *= keep
      world.write.units.money[u] = world.unitMoney[u]
    }
  }

  /// Units come to a place that is there for them. Where its people have time to look for a partner, or a group has
  /// time to talk, something comes of it; else the way was for nothing.
  static func visit(_ world: inout Reach<Self>, _ venue: Venue, _ n: Int, rate: Double) {
    let units = world.unitRange(n..<(n + 1))
    if units.isEmpty { return }
    let draws = world.random.stream(.unitsVisiting, week: world.week).of(venue)
    for k in 0..<draws.poisson(mean: rate * Double(units.count), n) {
      let u = units.lowerBound + draws.index(below: units.count, n, k + 1)
      let minutes = world.conditions[.lookMinutes]
      let isMet =
        world.spendBrokering(minutes: minutes, of: venue.operatorSlot, for: .brokering)
        || meetGroup(&world, venue, minutes: Float(minutes))
      experience(&world, unit: u, success: isMet, weight: world.setting.parameters[.minorExperience])
    }
  }

  private static func meetGroup(_ world: inout Reach<Self>, _ venue: Venue, minutes: Float) -> Bool {
    for n in world.inTurn(venue.serves, .unitsVisiting) {
      for a in world.groups(inTurnOf: n)
      where world.neighbourhoods[n].associations[a].spareMinutes >= minutes {
        world.write.neighbourhoods[n].associations[a].spareMinutes -= minutes
        world.spendResidentsTime(Int64(minutes), n, for: .brokering)
        return true
      }
    }
    return false
  }

  /// Units that are owners of the matter lend rooms and professionals each week; seats on committees bind their
  /// holders to give hours.
  static func lend(_ world: inout Reach<Self>) {
    let owner = steps(world.setting.parameters).owner
    let weeks = Double(Calendar.weeksPerYear)
    for u in 0..<world.units.count where world.units.relation[u] >= owner {
      let n = Int(world.units.neighbourhood[u])
      lend(
        &world, n,
        minutes: Int64(world.units.professionalMinutes[u] / Int32(Calendar.weeksPerQuarter)))
      world.pay(
        .venue, Int64(world.units.roomMinutes[u] / Int32(Calendar.weeksPerQuarter)),
        from: world.slots.slot(.nature),
        to: world.slots.slot(.units, n), for: .contribution)
    }
    for n in world.neighbourhoods.indices {
      let seats = world.structure.relations[n].unitSeats * world.structure.relations[n].unitSeatHours
      if seats > 0 { lend(&world, n, minutes: Int64(seats * Calendar.minutesPerHour / weeks)) }
      keepPromises(&world, n)
    }
  }

  /// A unit that stands by a neighbourhood gives its hours of the week if it is near to it, or is looked after.
  private static func keepPromises(_ world: inout Reach<Self>, _ n: Int) {
    let draws = world.random.stream(.pairHours, week: world.week)
    let followUp = world.structure.relations[n].pairFollowUp
    for pair in world.structure.relations[n].pairs {
      let relation = Double(world.units.relation[pair.unit])
      if draws.happens(relation + followUp * (1 - relation), pair.unit, n) {
        lend(&world, n, minutes: Int64(pair.hours * Calendar.minutesPerHour / Double(Calendar.weeksPerYear)))
      }
    }
  }

  private static func lend(_ world: inout Reach<Self>, _ n: Int, minutes: Int64) {
    world.pay(
      .time, minutes, from: world.slots.slot(.nature), to: world.slots.slot(.units, n), for: .contribution)
  }
}
