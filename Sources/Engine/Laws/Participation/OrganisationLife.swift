/// Organisational learning, birth and death: groups are founded by active residents who can organise, live on what
/// people bring to them, learn by doing and forget by not doing, and dissolve.
enum Associations: ReadsTies, ChangesDemands, ChangesPlaces, ChangesResidents, Counts, Pays, UsesContest,
  UsesContracts
{
  static func run(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    for n in world.neighbourhoods.indices {
      found(&world, n, p)
      live(&world, n, p)
      takeUp(&world, n, p)
    }
  }

  /// Residents who took part this week and can organise may found a group with those they are tied to; it is
  /// harder where there are many groups.
  private static func found(_ world: inout Reach<Self>, _ n: Int, _ p: Parameters) {
    let draws = world.random.stream(.founding, week: world.week)
    let perTenThousand =
      Double(world.neighbourhoods[n].associations.count) * 10_000
      / Double(max(world.places.neighbourhoods[n].residents.count, 1))
    let room = 1 / (1 + perTenThousand / p[.associationsHalf])
    for record in world.neighbourhoods[n].participants {
      let i = Int(record.resident)
      let isAssociated = world.residents.status[i].contains(.associated)
      if world.residents.traits[i].skill != .organising || isAssociated { continue }
      let drive = Double(
        world.residents.publicness[i] * world.residents.identification[i])
      if draws.happens(p[.founding] * drive * room, i) { begin(&world, n, founder: i) }
    }
  }

  /// A new group of a founder and the adults of the neighbourhood among their ties who belong to no other.
  static func begin(_ world: inout Reach<Self>, _ n: Int, founder: Int) {
    var members = [UInt32(founder)]
    world.ties.forEach(of: founder) { other, _ in
      if world.places.neighbourhoods[n].residents.contains(other)
        && world.residents.traits[other].isAdult
        && !world.residents.status[other].contains(.associated)
      {
        members.append(UInt32(other))
      }
    }
    for member in members { world.write.residents.status[Int(member)].insert(.associated) }
    world.write.neighbourhoods[n].associations.append(
      Association(
        key: UInt32(truncatingIfNeeded: mix64(UInt64(founder) &<< 16 ^ UInt64(world.week + 1))) | 1,
        members: members, energy: Float(world.setting.parameters[.groupStart]), practice: 0,
        born: Int32(world.week)))
  }

  private static func live(_ world: inout Reach<Self>, _ n: Int, _ p: Parameters) {
    let keep = Float(FixedMath.weeklyRetention(halfLife: p[.memoryHalfLife]))
    var a = 0
    while a < world.neighbourhoods[n].associations.count {
      let members = Float(world.neighbourhoods[n].associations[a].members.count)
      let mentored = world.neighbourhoods[n].associations[a].mentored
      world.write.neighbourhoods[n].associations[a].energy *= Float(
        1 - p[.associationFading] * (1 - mentored))
      world.write.neighbourhoods[n].associations[a].practice *= keep
      if mentored > 0 {
        let practice = world.neighbourhoods[n].associations[a].practice
        world.write.neighbourhoods[n].associations[a].practice =
          practice + Float(p[.practiceGain] * mentored) * (1 - practice)
      }
      world.write.neighbourhoods[n].associations[a].spareMinutes =
        members * world.neighbourhoods[n].associations[a].energy * Float(world.conditions[.memberMinutes])
        * Float(1 - world.neighbourhoods[n].soldShare)
      let age = world.week - Int(world.neighbourhoods[n].associations[a].born)
      let isOver = world.neighbourhoods[n].associations[a].energy < Float(p[.groupEnd])
      if age == Calendar.weeksPerYear || (isOver && age < Calendar.weeksPerYear) {
        world.write.tally.add(.associationsDueAYear, n)
        if age == Calendar.weeksPerYear && !isOver { world.write.tally.add(.associationsAliveAYear, n) }
      }
      if isOver {
        for member in world.neighbourhoods[n].associations[a].members {
          world.write.residents.status[Int(member)].remove(.associated)
        }
        world.write.neighbourhoods[n].associations.remove(at: a)
      } else {
        a += 1
      }
    }
  }

  /// Somebody came to an activity: it gives the group drive, and the newcomer may stay.
  static func attended(_ world: inout Reach<Self>, _ n: Int, association a: Int, by i: Int) {
    let p = world.setting.parameters
    let energy = world.neighbourhoods[n].associations[a].energy
    world.write.neighbourhoods[n].associations[a].energy = energy + Float(p[.attendanceDrive]) * (1 - energy)
    let members = world.neighbourhoods[n].associations[a].members
    if Double(members.count) < p[.largestGroup] && !world.residents.status[i].contains(.associated) {
      world.write.neighbourhoods[n].associations[a].members.append(UInt32(i))
      world.write.residents.status[i].insert(.associated)
    }
  }

  /// A group with drive takes up a waiting matter that its members can pay for and do themselves.
  private static func takeUp(_ world: inout Reach<Self>, _ n: Int, _ p: Parameters) {
    let draws = world.random.stream(.takingUp, week: world.week)
    let initiative = p[.takingUp] * Contracts.initiative(world.contracts, n)
    for a in world.groups(inTurnOf: n) {
      let group = world.neighbourhoods[n].associations[a]
      let isDriven = draws.happens(initiative * Double(group.energy), Int(group.key))
      if group.isBusy || !(isDriven || group.goesOn) { continue }
      let own = world.conditions[.memberYuan] * Double(group.members.count)
      let means = own + grant(world, n, group)
      guard let index = choose(world, n, group, means: means) else { continue }
      let id = world.write.neighbourhoods[n].matters.remove(at: index)
      let profile = DemandProfile.table[Int(world.demands[id].kind.rawValue)]
      let yuan = Int64(profile.yuan * world.conditions[.ownCost])
      let residents = world.slots.slot(.residents, n)
      let projects = world.slots.slot(.projects, n)
      // What members can pay they pay; a grant pays the rest.
      let granted = max(0, yuan - Int64(own))
      world.pay(.money, yuan - granted, from: world.slots.slot(.market), to: residents, for: .wage)
      world.pay(.money, yuan - granted, from: residents, to: projects, for: .contribution)
      world.pay(
        .money, granted, from: world.slots.slot(.socialOrganisations, n), to: projects, for: .project)
      world.write.tally.add(.ownYuan, n, Double(yuan - granted))
      world.write.tally.add(.governmentYuan, n, Double(granted))
      world.write.demands[id].origin = .association
      world.write.demands[id].holder = Int32(world.slots.slot(.socialOrganisations, n))
      world.write.tally.add(.publicIssues, n)
      world.write.tally.add(.publicIssuesFromBelow, n)
      world.write.tally.add(.decided, n)
      if world.demands[id].opponents >= 0 { Contest.meetOpposition(&world.contest, id) }
      world.write.demands.move(id, to: .inWork, week: world.week)
      world.write.neighbourhoods[n].projects.append(
        Project(
          demand: id, started: Int32(world.week), staffNeed: 0,
          volunteerNeed: Float(profile.volunteerHours * Calendar.minutesPerHour), professionalNeed: 0,
          moneyNeed: Int32(yuan),
          needsSpace: draws.happens(profile.space, Int(group.key), 1), association: group.key))
      world.write.tally.add(.projectsStarted, n)
      world.write.tally.add(.projectsFromBelow, n)
      world.write.neighbourhoods[n].associations[a].isBusy = true
      world.write.neighbourhoods[n].associations[a].goesOn = false
      world.write.neighbourhoods[n].associations[a].lastKind = world.demands[id].kind
    }
  }

  /// The place in the list of the matter that a group takes: the first it can do, or the most pressing; for a team
  /// that goes on, one of the kind it has done, where there is one.
  private static func choose(
    _ world: borrowing Reach<Self>, _ n: Int, _ group: Association, means: Double
  ) -> Int? {
    let style = world.structure.projectStyles[n]
    let draws = world.random.stream(.repeatedProject, week: world.week)
    let byWeight = draws.happens(style.salient, Int(group.key), 1)
    let cost = world.conditions[.ownCost]
    var best: (index: Int, isSame: Bool, salience: Float)?
    for (index, id) in world.neighbourhoods[n].matters.enumerated() {
      let d = world.demands[id]
      if d.technical || DemandProfile.table[Int(d.kind.rawValue)].yuan * cost > means { continue }
      let isSame = group.goesOn && d.kind == group.lastKind
      guard let known = best else {
        best = (index, isSame, d.salience)
        continue
      }
      if isSame != known.isSame {
        if isSame { best = (index, isSame, d.salience) }
      } else if byWeight && d.salience > known.salience {
        best = (index, isSame, d.salience)
      }
    }
    return best?.index
  }

  /// The key of the team that a decided matter is given to: of those that are free the most practised; 0 for none.
  static func team(_ world: inout Reach<Self>, _ n: Int, for d: Demand) -> UInt32 {
    let share = world.structure.projectStyles[n].repeated
    let draws = world.random.stream(.repeatedProject, week: world.week)
    if share == 0 || !draws.happens(share, Int(d.key), 2) { return 0 }
    var best: Int?
    for a in world.groups(inTurnOf: n)
    where !world.neighbourhoods[n].associations[a].isBusy {
      let practice = world.neighbourhoods[n].associations[a].practice
      if best.map({ practice > world.neighbourhoods[n].associations[$0].practice }) ?? true { best = a }
    }
    guard let team = best else { return 0 }
    world.write.neighbourhoods[n].associations[team].isBusy = true
    world.write.neighbourhoods[n].associations[team].lastKind = d.kind
    return world.neighbourhoods[n].associations[team].key
  }

  /// A team goes over what it has done, as far as its members have time: it learns once more, in proportion to the
  /// time that the doing took.
  private static func goOver(_ world: inout Reach<Self>, _ n: Int, _ a: Int, minutes: Float) {
    let wanted = min(
      Float(world.structure.projectStyles[n].feedbackMinutes),
      world.neighbourhoods[n].associations[a].spareMinutes)
    if wanted < 1 || !world.spendMembers(minutes: Double(wanted), of: a, in: n, for: .activity) { return }
    let practice = world.neighbourhoods[n].associations[a].practice
    let part = min(1, wanted / max(minutes, 1))
    world.write.neighbourhoods[n].associations[a].practice =
      practice + lesson(world.setting.parameters) * part * (1 - practice)
  }

  /// What a group learns by a project: as much as by some jobs.
  private static func lesson(_ p: Parameters) -> Float { Float(p[.practiceGain] * p[.practiceJobs]) }

  /// - Parameter minutes: what its people have given to the project.
  static func projectEnded(_ world: inout Reach<Self>, _ n: Int, _ a: Int, success: Bool, minutes: Float = 0)
  {
    let p = world.setting.parameters
    let group = world.neighbourhoods[n].associations[a]
    world.write.neighbourhoods[n].associations[a].isBusy = false
    world.write.neighbourhoods[n].associations[a].practice =
      group.practice + lesson(p) * (1 - group.practice)
    let step = Float(p[.projectDrive])
    world.write.neighbourhoods[n].associations[a].energy =
      success ? group.energy + step * (1 - group.energy) : group.energy * (1 - step)
    goOver(&world, n, a, minutes: minutes)
    world.write.neighbourhoods[n].associations[a].goesOn =
      world.random.stream(.repeatedProject, week: world.week).happens(
        world.structure.projectStyles[n].repeated, Int(group.key))
  }
}
