/// Wishes: private needs are put on a board, where those who have pledged time see them and may take them up.
///
/// A pledge is kept as a seat is: by perceived efficacy, less fatigue (``Attendance``); a unit helps as far as it
/// is willing and near. What nobody takes up goes to the residents' committee after all, later.
enum Wishes: ReadsUnits, ChangesDemands, ChangesPlaces, ChangesResidents, ChangesTies, Counts, Pays,
  UsesClosing, UsesNarrative, UsesRegistration, UsesUnitRelations
{
  /// Weeks of pledges that may stand open.
  private static let openWeeks = Double(Calendar.weeksPerQuarter)

  /// Puts a need on the board instead of asking its owner whom to turn to.
  static func post(_ world: inout Reach<Self>, _ id: Int32) -> Bool {
    let d = world.demands[id]
    let n = Int(d.neighbourhood)
    guard let board = world.structure.services[n].board, !d.isPublic, !d.technical, d.attempts == 0,
      world.random.stream(.wishes, week: world.week).happens(board.posted, Int(d.key))
    else { return false }
    world.write.demands[id].attempts &+= 1
    world.write.demands.move(id, to: .voiced, week: world.week)
    world.write.tally.add(.voiced, n)
    world.write.demands[id].registered = Int32(world.week)
    world.write.demands[id].holder = Int32(world.slots.slot(.residentsCommittee, n))
    world.write.demands.move(id, to: .registered, week: world.week)
    world.write.neighbourhoods[n].wishes.append(id)
    return true
  }

  static func run(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods.indices {
      let board = world.structure.services[n].board
      if let board {
        let pledged = SIMD2(board.membersMinutes, board.unitsMinutes)
        let open = world.neighbourhoods[n].pledged + pledged
        world.write.neighbourhoods[n].pledged = open.clamped(
          lowerBound: .zero, upperBound: pledged * openWeeks)
      }
      if world.neighbourhoods[n].wishes.isEmpty { continue }
      var left: [Int32] = []
      for id in world.neighbourhoods[n].wishes {
        let waited = world.week - Int(world.demands[id].registered)
        if waited >= board?.weeks ?? 0 {
          giveUp(&world, id)
        } else if !takeUp(&world, id, n) {
          left.append(id)
        }
      }
      world.write.neighbourhoods[n].wishes = left
    }
  }

  /// Nobody has taken it up, or who did could not help: it goes to the committee, with the weeks it has waited.
  private static func giveUp(_ world: inout Reach<Self>, _ id: Int32) {
    let registered = world.demands[id].registered
    Registration.register(&world.registration, id, with: .residentsCommittee)
    world.write.demands[id].registered = registered
  }

  /// A member, else a unit, looks at a wish.
  private static func takeUp(_ world: inout Reach<Self>, _ id: Int32, _ n: Int) -> Bool {
    let p = world.setting.parameters
    let d = world.demands[id]
    let minutes = DemandProfile.table[Int(d.kind.rawValue)].serviceMinutes
    let draws = world.random.stream(.wishes, week: world.week).substream(Int(d.key))
    let members = world.neighbourhoods[n].pledging
    if world.neighbourhoods[n].pledged[0] >= minutes && !members.isEmpty {
      let i = Int(members[draws.index(below: members.count, 0)])
      if i != Int(d.resident) && draws.happens(world.keepsPledge(i), 1) {
        world.write.neighbourhoods[n].pledged[0] -= minutes
        world.spendResidentsTime(Int64(minutes), n, for: .service)
        let fatigue = world.residents.fatigue[i]
        world.write.residents.fatigue[i] = fatigue + Float(p[.fatigueGain]) * (1 - fatigue)
        world.meet(i, Int(d.resident), gain: p[.tieGain])
        finish(&world, id, by: .core, minutes, draws)
        return true
      }
    }
    let units = world.unitRange(n..<(n + 1))
    if world.neighbourhoods[n].pledged[1] >= minutes && !units.isEmpty {
      let u = units.lowerBound + draws.index(below: units.count, 2)
      if draws.happens(p[.willingness] * Double(world.units.relation[u]), 3) {
        world.write.neighbourhoods[n].pledged[1] -= minutes
        let account = world.slots.slot(.units, n)
        world.pay(.time, Int64(minutes), from: world.slots.slot(.nature), to: account, for: .contribution)
        world.pay(.time, Int64(minutes), from: account, to: world.slots.slot(.doneWork), for: .service)
        let isSolved = finish(&world, id, by: .associations, minutes, draws)
        UnitRelations.experience(&world.unitRelations, unit: u, success: isSolved, weight: p[.wishExperience])
        return true
      }
    }
    return false
  }

  @discardableResult
  private static func finish(
    _ world: inout Reach<Self>, _ id: Int32, by bodies: Residents.BodyClass, _ minutes: Double,
    _ draws: RandomStream
  ) -> Bool {
    world.write.tally.add(.spentMinutes, Int(world.demands[id].neighbourhood), minutes)
    let quality = Coproduction.quality(
      staff: 0, volunteers: 1, professionals: 0, technical: false,
      weights: Coproduction.weights(world.setting.parameters))
    if !draws.happens(quality, 4) {
      giveUp(&world, id)
      return false
    }
    world.write.demands[id].addressed = bodies
    Closing.close(&world.closing, id, as: .resolved)
    return true
  }
}

extension Reach where L: ReadsResidents {
  /// Chance that a resident who has promised time keeps the promise this week.
  func keepsPledge(_ i: Int) -> Double {
    Attendance.chance(
      efficacy: Double(residents.efficacy[classIndex(.associations, i)]),
      fatigue: Double(residents.fatigue[i]),
      publicness: Double(residents.publicness[i]), setting.parameters)
  }
}
