/// Duties: who owes time where they live is called once in four weeks, and comes as far as their own state lets
/// them and somebody looks.
///
/// The attendance of volunteers, raised by follow-up; what is kept is the holder's own time, and tires.
enum Duties: ChangesBodies, ChangesPlaces, ChangesResidents, Counts, Pays, UsesRenown {
  /// Chance that a duty that is due is kept.
  static func chance(attendance: Double, followUp: Double) -> Double {
    attendance + followUp * (1 - attendance)
  }

  /// Chance that a holder comes of their own accord.
  private static func attendance(_ world: borrowing Reach<Self>, _ i: Int) -> Double {
    Attendance.chance(
      efficacy: Double(world.residents.efficacy[world.classIndex(.core, i)]),
      fatigue: Double(world.residents.fatigue[i]),
      publicness: Double(world.residents.publicness[i]), world.setting.parameters)
  }

  static func run(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods.indices {
      for (k, duty) in world.structure.duties[n].enumerated() { call(&world, n, k, duty) }
    }
  }

  private static func call(_ world: inout Reach<Self>, _ n: Int, _ k: Int, _ duty: Duty) {
    let owed = Calendar.fourWeekly(duty.minutesPerMonth)
    if owed < 1 { return }
    let count = world.structure.dutyCounts[n]
    let isCounted = count.counts(duty.work)
    let followUp = max(duty.followUp, isCounted ? count.followUp : 0)
    let draws = world.random.stream(.dutyKept, week: world.week).substream(k)
    let people = world.neighbourhoods[n].members
    let due = world.neighbourhoods[n].dutyHolders[k].filter {
      (Int($0) + world.week) % Calendar.weeksPerMonth == 0
    }
    // Hands may be wanted no longer before everybody has come: who comes first is drawn.
    for person in due.inTurn(world.turns(.duties), by: { Int($0) }) {
      let i = Int(person)
      // Whoever comes because somebody looks needs not be asked how they feel about it.
      let u = draws.uniform(i)
      if u >= followUp && u >= chance(attendance: attendance(world, i), followUp: followUp) {
        continue
      }
      // Nobody gives more than the free time of four weeks.
      let free =
        Double(world.residents.freeHours[i]) * Double(Calendar.weeksPerMonth)
        * Calendar.minutesPerHour
      if !keep(&world, n, i, duty.work, minutes: Int64(min(owed, free))) { continue }
      if isCounted && draws.happens(count.madeKnown, i, 1) {
        // One fellow member hears of it.
        let fellow = Int(people[draws.index(below: people.count, i, 2)])
        let group = world.group(of: fellow, in: n)
        let neighbours = Double(world.places.groups[group].residents.count)
        Renown.tell(&world.renown, n, groups: group..<(group + 1), share: 1 / neighbours)
      }
    }
  }

  /// Does the work.
  /// - Returns: whether there was anything to do.
  private static func keep(_ world: inout Reach<Self>, _ n: Int, _ i: Int, _ work: Duty.Work, minutes: Int64)
    -> Bool
  {
    if minutes < 1 { return false }
    let isProfessional = world.residents.traits[i].skill == .professional
    switch work {
    case .brokering:
      let own = world.structure[.partyUnits, n] != nil
      let slot = world.slots.slot(own ? .partyUnits : .generalBranch, n)
      world.giveTime(minutes, n, to: slot)
      world.write.actors[slot].brokering += Double(minutes)
    case .profession where isProfessional:
      // To where those who need a professional look first.
      world.giveTime(minutes, n, to: world.slots.slot(.units, n))
    case .hands, .profession:
      guard let k = world.neighbourhoods[n].projects.firstIndex(where: { $0.wantsHands }) else {
        return false
      }
      world.write.neighbourhoods[n].projects[k].take(Float(minutes), isProfessional: isProfessional)
      world.spendResidentsTime(minutes, n, for: .project)
      world.write.tally.add(.ownMinutes, n, Double(minutes))
      world.write.tally.add(.effort, n, Double(minutes) / Calendar.minutesPerHour)
    case .meeting:
      world.spendResidentsTime(minutes, n, for: .meeting)
    }
    // An hour tires as much as an act of one's own.
    let fatigue = world.residents.fatigue[i]
    let step = Float(
      world.setting.parameters[.fatigueGain] * min(1, Double(minutes) / Calendar.minutesPerHour))
    world.write.residents.fatigue[i] = fatigue + step * (1 - fatigue)
    return true
  }
}

extension Duty.Holders {
  func include(_ traits: Traits) -> Bool {
    switch self {
    case .registeredMembers: traits.isRegisteredMember
    case .inServiceMembers: traits.isInServiceMember
    }
  }
}

extension Reach where L: ReadsResidents, L: ChangesPlaces {
  /// Finds who holds each duty, after a change of structure: the same people as long as its share stays.
  mutating func findDutyHolders() {
    let chosen = random.stream(.dutyHolders)
    for n in neighbourhoods.indices {
      write.neighbourhoods[n].dutyHolders = structure.duties[n].map { duty in
        neighbourhoods[n].members.filter {
          duty.holders.include(residents.traits[Int($0)])
            && chosen.happens(duty.share, Int($0), duty.holders.rawValue)
        }
      }
    }
  }
}
