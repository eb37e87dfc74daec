/// Contest and mediation: matters whose solution costs somebody else, and rooms that two want at once, become
/// conflicts between building groups; they spread, are mediated as far as both sides trust who does it, are
/// silenced by authority and may come up again, or escalate.
enum Contest: ReadsTies, ChangesDemands, ChangesPlaces, ChangesResidents, Counts, Pays, UsesEscalation,
  UsesTrust
{
  /// People drawn anew each week who stand for all of a building group: the more, the steadier and the slower.
  static let sampleSize = 8

  /// Room is made for opposing interests before a decision, if somebody whom they trust has the time to hear them.
  static func makeRoom(_ world: inout Reach<Self>, _ id: Int32) {
    let d = world.demands[id]
    // What a hearing has settled is not heard again.
    if d.accommodated > 0 { return }
    let n = Int(d.neighbourhood)
    guard
      let broker = findBroker(
        &world, n, minutes: world.conditions[.hearingMinutes], sides: (Int(d.group), Int(d.opponents)))
    else { return }
    world.write.demands[id].accommodated = Float(min(1, broker.trust * broker.craft))
  }

  /// A matter is decided that costs somebody: a conflict opens unless room was made.
  static func meetOpposition(_ world: inout Reach<Self>, _ id: Int32) {
    let d = world.demands[id]
    let chance = world.setting.parameters[.conflictChance] * (1 - Double(d.accommodated))
    if world.random.stream(.opposition, week: world.week).happens(chance, Int(d.key)) {
      open(&world, id, suppressed: false)
    }
  }

  static func open(_ world: inout Reach<Self>, _ id: Int32, suppressed: Bool) {
    let d = world.demands[id]
    open(&world, sides: (d.group, d.opponents), key: d.key, suppressed: suppressed)
  }

  static func open(_ world: inout Reach<Self>, sides: (Int32, Int32), key: UInt32, suppressed: Bool) {
    let n = world.places.groups[Int(sides.0)].neighbourhood
    world.write.neighbourhoods[n].conflicts.append(
      Conflict(
        key: key, sideA: sides.0, sideB: sides.1, intensity: Float(world.setting.conditions[.conflictStart]),
        opened: Int32(world.week), suppressed: suppressed))
    if !suppressed { world.write.tally.add(.conflictsOpened, n) }
  }

  static func run(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods(inTurn: .quarrels) where !world.neighbourhoods[n].conflicts.isEmpty {
      spreadAndSilence(&world, n)
      mediate(&world, n)
      hurt(&world, n)
    }
  }

  /// Open conflicts draw more people in; silenced ones cool and may come up again.
  private static func spreadAndSilence(_ world: inout Reach<Self>, _ n: Int) {
    let p = world.setting.parameters
    let draws = world.random.stream(.silencing, week: world.week)
    let keepers = world.keepers(in: n)
    for c in world.neighbourhoods[n].conflicts.indices {
      let intensity = world.neighbourhoods[n].conflicts[c].intensity
      let isSuppressed = world.neighbourhoods[n].conflicts[c].suppressed
      // What may not be spoken of draws nobody new in; without anybody who works on it a quarrel slowly cools.
      let spread = isSuppressed ? 0 : Float(p[.conflictSpread])
      world.write.neighbourhoods[n].conflicts[c].intensity +=
        spread * intensity * (1 - intensity) - Float(p[.conflictCooling]) * intensity
      let key = Int(world.neighbourhoods[n].conflicts[c].key)
      if isSuppressed {
        // What was silenced lives on underground, and may come up again.
        if draws.happens(p[.resurfacing], key, 1) {
          world.write.neighbourhoods[n].conflicts[c].suppressed = false
        }
      } else {
        let chance = p[.silencing] * keepers / (1 + Double(world.neighbourhoods[n].conflicts.count))
        if draws.happens(min(chance, 1), key) { world.write.neighbourhoods[n].conflicts[c].suppressed = true }
        world.write.tally.add(.conflictWeeks, n)
      }
    }
  }

  /// Somebody chairs a hearing: how far the less trusting side trusts them; nil where nobody has the time.
  static func chair(_ world: inout Reach<Self>, _ n: Int, minutes: Double, sides: (Int, Int)) -> Double? {
    findBroker(&world, n, minutes: minutes, sides: sides)?.trust
  }

  private struct Broker {
    var trust: Double
    /// Skill of its people against the usual; 1 for residents.
    var craft = 1.0
    var trustClass: Residents.BodyClass
  }

  /// Slots of the bodies that are asked to mediate in a neighbourhood, in the order in which they are asked.
  static func mediators(_ world: borrowing Reach<Self>, _ n: Int) -> [Int] {
    world.setting.forms.mediation == .organisations
      ? world.neighbourhoods[n].nearby.mediators : [world.slots.slot(.residentsCommittee, n)]
  }

  /// The first near by who has the minutes: Party units, residents' committee, bodies of the block, social
  /// organisations with members on both sides; with the trust of the less trusting side.
  private static func findBroker(
    _ world: inout Reach<Self>, _ n: Int, minutes: Double, sides: (Int, Int)
  ) -> Broker? {
    let form = world.setting.forms.mediation
    for slot in mediators(world, n) where world.spendBrokering(minutes: minutes, of: slot, for: .mediation) {
      guard let bodies = world.slots.kinds[slot].trustClass else { continue }
      if bodies == .committee {
        world.write.neighbourhoods[n].contacts += world.conditions[.contactsPerQuarrel]
      }
      return Broker(
        trust: world.trust(of: sides, in: bodies), craft: world.craft(of: slot), trustClass: bodies)
    }
    if form == .organisations {
      let groups = (world.places.groups[sides.0].residents, world.places.groups[sides.1].residents)
      for a in world.groups(inTurnOf: n)
      where Double(world.neighbourhoods[n].associations[a].spareMinutes) >= minutes {
        let members = world.neighbourhoods[n].associations[a].members
        if members.contains(where: { groups.0.contains(Int($0)) })
          && members.contains(where: { groups.1.contains(Int($0)) })
        {
          world.write.neighbourhoods[n].associations[a].spareMinutes -= Float(minutes)
          world.spendResidentsTime(Int64(minutes), n, for: .mediation)
          return Broker(trust: world.trust(of: sides, in: .associations), trustClass: .associations)
        }
      }
    }
    return nil
  }

  private static func mediate(_ world: inout Reach<Self>, _ n: Int) {
    let p = world.setting.parameters
    let draws = world.random.stream(.mediation, week: world.week)
    var c = 0
    while c < world.neighbourhoods[n].conflicts.count {
      let conflict = world.neighbourhoods[n].conflicts[c]
      let sides = (Int(conflict.sideA), Int(conflict.sideB))
      var hazard = 0.0
      var helper: Residents.BodyClass?
      // Who is silenced is not talked to.
      if !conflict.suppressed {
        let bridges = world.bridges(sides, draws, Int(conflict.key))
        hazard = p[.mediation] * bridges
        if let broker = findBroker(&world, n, minutes: world.conditions[.mediationMinutes], sides: sides) {
          let calm = Double(1 - Float(p[.heatedMediation]) * conflict.intensity)
          hazard = 1 - (1 - hazard) * (1 - min(1, p[.mediation] * broker.trust * calm * broker.craft))
          helper = broker.trustClass
        }
      }
      let isOver = conflict.intensity < Float(p[.conflictEnd])
      if isOver || draws.happens(hazard, Int(conflict.key), 9) {
        if !conflict.suppressed {
          world.write.tally.add(.conflictsClosed, n)
          world.write.tally.add(.conflictLengths, n, Double(world.week - Int(conflict.opened)))
        }
        if let helper, !isOver { thank(&world, sides, helper) }
        world.write.neighbourhoods[n].conflicts.remove(at: c)
      } else {
        c += 1
      }
    }
  }

  /// Both sides trust those who settled it.
  private static func thank(_ world: inout Reach<Self>, _ sides: (Int, Int), _ helper: Residents.BodyClass) {
    for side in [sides.0, sides.1] {
      for i in world.sample(ofGroup: side, world.random.stream(.involved, week: world.week)) {
        Trust.reward(
          &world.trust, resident: i, by: helper, weight: world.setting.parameters[.minorExperience])
      }
    }
  }

  /// Those drawn in grieve, and some of them go to hotline or petition.
  private static func hurt(_ world: inout Reach<Self>, _ n: Int) {
    let p = world.setting.parameters
    for conflict in world.neighbourhoods[n].conflicts {
      for side in [Int(conflict.sideA), Int(conflict.sideB)] {
        let group = world.places.groups[side].residents
        let heat = Double(conflict.intensity)
        let drawnIn = heat * Double(group.count)
        let sample = world.sample(ofGroup: side, world.random.stream(.involved, week: world.week))
        if sample.isEmpty { continue }
        // Each of the sample stands for its share of those drawn in.
        let weight = min(1, drawnIn / Double(sample.count))
        for i in sample {
          world.write.residents.grieve(i, by: p[.grievanceGain] * heat * weight)
          if world.random.stream(.conflictEscalation, week: world.week).happens(heat * weight, i)
            && Escalation.escalates(&world.escalation, resident: i, neighbourhood: n)
          {
            world.write.tally.add(.escalations, n)
            Trust.disappoint(&world.trust, resident: i, by: .government, weight: p[.minorExperience])
          }
        }
      }
    }
  }
}

extension Reach {
  /// Skill of a body's staff against the usual skill of staff.
  func craft(of slot: Int) -> Double {
    let usual = conditions[.staffSkill]
    guard usual > 0, let body = structure.body(slot: slot) else { return 1 }
    return body.skill / usual
  }
}
