/// Mobilisation: requests travel along ties from those who took part, and from brokers with time to ask.
enum Mobilisation: ReadsDemands, ReadsTies, ReadsVenues, ChangesPlaces, ChangesResidents, Pays, UsesAttendance
{
  static func run(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    let draws = world.random.stream(.asking, week: world.week)
    for n in world.neighbourhoods(inTurn: .asking) {
      for record in world.neighbourhoods[n].participants {
        let i = Int(record.resident)
        var slot = 0
        for tie in world.ties.places(of: i) where world.ties.other[tie] != Ties.none {
          if draws.happens(p[.asksPerTie], i, slot) { world.ask(Int(world.ties.other[tie])) }
          slot += 1
        }
      }
      promote(&world, n)
      goRound(&world, n)
      let occasions = world.occasions(in: n)
      if occasions <= 0 { continue }
      // Brokers ask people they can name: candidates for posts first, then neighbours of those.
      let wanted = Int(occasions * world.conditions[.asksPerOccasion])
      var asked = 0
      let minutes = world.conditions[.askMinutes]
      while asked < wanted, let broker = world.broker(spending: minutes, in: n) {
        ask(&world, n, draws, asked, by: broker)
        asked += 1
      }
    }
  }

  /// Those of a lane whose task it is go round, if they will, and ask its volunteers to come to what concerns it.
  private static func goRound(_ world: inout Reach<Self>, _ n: Int) {
    let callers = world.structure.relations[n].callers
    if callers.members == 0 { return }
    let draws = world.random.stream(.callers, week: world.week)
    for project in world.neighbourhoods[n].projects where project.wantsHands {
      let d = world.demands[project.demand]
      if d.scope != .building { continue }
      let range = world.places.groups[Int(d.group)].residents
      // Who they are is drawn once for the run.
      let people = world.random.stream(.callers).substream(Int(d.group))
      let members = people.rounded(callers.members, 0)
      let volunteers = people.rounded(callers.volunteers, 1)
      for member in 0..<members {
        let i = range.lowerBound + people.index(below: range.count, 2, member)
        let goes = draws.happens(Attendance.chance(of: i, world.attendance), i, Int(d.key))
        if !goes || !world.residents.traits[i].isAdult { continue }
        for volunteer in stride(from: member, to: volunteers, by: members) {
          let other = range.lowerBound + people.index(below: range.count, 3, volunteer)
          world.ask(other)
          world.spendResidentsTime(Int64(world.conditions[.askMinutes]), n, for: .activity)
        }
      }
    }
  }

  /// A new project is made known building group by building group, as far as its carriers have time, or brokers
  /// where nobody carries it: everybody there has heard of it.
  private static func promote(_ world: inout Reach<Self>, _ n: Int) {
    let share = world.structure.projectStyles[n].promotion
    if share == 0 { return }
    let draws = world.random.stream(.promotion, week: world.week)
    let minutes = world.conditions[.askMinutes]
    for k in world.neighbourhoods[n].projects.indices {
      let project = world.neighbourhoods[n].projects[k]
      if project.isPromoted || !project.wantsHands { continue }
      world.write.neighbourhoods[n].projects[k].isPromoted = true
      let carrier = world.neighbourhoods[n].associations.firstIndex { $0.key == project.association }
      let key = Int(world.demands[project.demand].key)
      // Whoever makes it known may run out of time: which building group is first is drawn.
      let turn = world.turns(.promoting).substream(key)
      let groups = world.places.neighbourhoods[n].groups.filter { draws.happens(share, key, $0) }
      for group in groups.inTurn(turn, by: { $0 }) {
        let isPaid =
          carrier.map { world.spendMembers(minutes: minutes, of: $0, in: n, for: .brokering) }
          ?? world.spendBrokering(minutes: minutes, in: n)
        if !isPaid { break }
        for i in world.places.groups[group].residents {
          world.ask(i)
        }
      }
    }
  }

  private static func ask(
    _ world: inout Reach<Self>, _ n: Int, _ draws: RandomStream, _ count: Int, by broker: Int
  ) {
    let range = world.places.neighbourhoods[n].residents
    let candidates = world.neighbourhoods[n].candidates
    // Lists of members name people whom the committee does not know.
    let named = world.structure.relations[n].namedMembers
    let met = world.neighbourhoods[n].known
    let known = named > 0 ? met + (1 - met) * named : met
    let key = range.lowerBound
    var i = range.lowerBound + draws.index(below: range.count, key, 100 + count * 3)
    // Whom the committee does not know is reached through somebody it does.
    if !draws.happens(known, key, 101 + count * 3) && !candidates.isEmpty
      && !world.isFamiliar(i, in: n, broker)
    {
      let contact = Int(candidates[draws.index(below: candidates.count, key, 102 + count * 3)])
      i = world.ties.any(of: contact, draws.uniform(key, 100_000 + count)) ?? contact
    }
    world.ask(i)
  }
}

extension Reach where L: ChangesResidents {
  /// Somebody is asked to come this week, and may register as a volunteer, which costs less than coming.
  mutating func ask(_ i: Int) {
    write.residents.status[i].insert(.asked)
    if residents.status[i].contains(.volunteer) || !residents.traits[i].isAdult {
      return
    }
    // One number a week: who is asked twice does not register twice as easily.
    if random.stream(.registering, week: week).happens(parameters[.registering], i) {
      write.residents.status[i].insert(.volunteer)
    }
  }
}
