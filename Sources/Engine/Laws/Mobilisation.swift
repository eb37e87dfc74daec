/// Mobilisation: requests travel along ties from those who took part, and from brokers with time to ask.
enum Mobilisation {
  static func run(_ world: inout World) {
    let p = world.setting.parameters
    let draws = world.random.stream(.asking, week: world.week)
    for n in world.neighbourhoodsInTurn {
      for record in world.neighbourhoods[n].participants {
        let i = Int(record.resident)
        var slot = 0
        world.population.ties.forEach(of: i) { other, _ in
          if draws.happens(p[.asksPerTie], i, slot) {
            world.population.residents.status[other].insert(.asked)
          }
          slot += 1
        }
      }
      promote(&world, n)
      let occasions = world.occasions(in: n)
      if occasions <= 0 { continue }
      // Brokers ask people they can name: candidates for posts first, then neighbours of those.
      let wanted = Int(occasions * world.conditions[.asksPerOccasion])
      var asked = 0
      while asked < wanted && world.spendBrokering(minutes: world.conditions[.askMinutes], in: n) {
        ask(&world, n, draws, asked)
        asked += 1
      }
    }
  }

  /// A new project is made known building group by building group, as far as its carriers have time, or brokers
  /// where nobody carries it: everybody there has heard of it.
  private static func promote(_ world: inout World, _ n: Int) {
    let share = world.structure.projectStyles[n].promotion
    if share == 0 { return }
    let draws = world.random.stream(.promotion, week: world.week)
    let minutes = world.conditions[.askMinutes]
    for k in world.neighbourhoods[n].projects.indices {
      let project = world.neighbourhoods[n].projects[k]
      if project.isPromoted || !project.wantsHands { continue }
      world.neighbourhoods[n].projects[k].isPromoted = true
      let carrier = world.neighbourhoods[n].associations.firstIndex { $0.key == project.association }
      let key = Int(world.demands[project.demand].key)
      for group in world.places.neighbourhoods[n].groups where draws.happens(share, key, group) {
        let isPaid =
          carrier.map { world.spendMembers(minutes: minutes, of: $0, in: n, for: .brokering) }
          ?? world.spendBrokering(minutes: minutes, in: n)
        if !isPaid { break }
        for i in world.places.groups[group].residents {
          world.population.residents.status[i].insert(.asked)
        }
      }
    }
  }

  private static func ask(_ world: inout World, _ n: Int, _ draws: RandomStream, _ count: Int) {
    let range = world.places.neighbourhoods[n].residents
    let candidates = world.neighbourhoods[n].candidates
    let known = world.neighbourhoods[n].known
    let key = range.lowerBound
    var i = range.lowerBound + draws.index(below: range.count, key, 100 + count * 3)
    // Whom the committee does not know is reached through somebody it does.
    if !draws.happens(known, key, 101 + count * 3) && !candidates.isEmpty {
      let contact = Int(candidates[draws.index(below: candidates.count, key, 102 + count * 3)])
      i = world.population.ties.any(of: contact, draws.uniform(key, 100_000 + count)) ?? contact
    }
    world.population.residents.status[i].insert(.asked)
  }
}
