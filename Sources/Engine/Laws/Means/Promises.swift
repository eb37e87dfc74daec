/// Promises: firms that have an agreement with a neighbourhood keep it as far as they stand near to it.
enum Promises: ChangesPlaces, ChangesUnits, Counts, Pays, UsesPurses {
  /// Units that are looked at before there is taken to be no firm: a bound on the search, not on what firms do.
  private static let looks = 16

  /// The firm of the k-th agreement of a neighbourhood: some firm of its subdistrict, always the same one.
  static func partner(_ world: borrowing Reach<Self>, _ n: Int, _ k: Int) -> Int? {
    let units = world.places.subdistricts[world.places.neighbourhoods[n].subdistrict].units
    if units.isEmpty { return nil }
    let draws = world.random.stream(.agreements).substream(n)
    for look in 0..<looks {
      let u = units.lowerBound + draws.index(below: units.count, k, look)
      if world.units.kind[u] == .firm { return u }
    }
    return nil
  }

  /// Every quarter each firm keeps its promise with a chance as large as its relation, as far as it has
  /// the money.
  static func quarter(_ world: inout Reach<Self>) {
    let draws = world.random.stream(.agreements, week: world.week)
    for n in world.neighbourhoods(inTurn: .agreements) {
      world.write.neighbourhoods[n].agreementsKept = 0
      let agreements = world.structure.services[n].agreements
      let yuan = Int64(agreements.yuan / Calendar.quartersPerYear)
      for k in 0..<agreements.number {
        guard let u = partner(world, n, k) else { continue }
        world.write.tally.add(.promises, n)
        let relation = Double(world.units.relation[u])
        if !draws.happens(relation, n, k) { continue }
        world.write.neighbourhoods[n].agreementsKept += 1
        let given = min(yuan, Int64(world.units.money[u]))
        if given == yuan { world.write.tally.add(.promisesKept, n) }
        if given <= 0 { continue }
        let account = world.slots.slot(.units, n)
        world.write.units.money[u] -= Int32(given)
        world.pay(.money, given, from: world.slots.slot(.market), to: account, for: .contribution)
        Purses.give(&world.purses, given, from: account, to: .agreements, n)
      }
    }
  }

  /// In the weeks of a quarter in which it is kept, an agreement brings people's time.
  static func lend(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods.indices where world.neighbourhoods[n].agreementsKept > 0 {
      let minutes =
        world.structure.services[n].agreements.minutes * Double(world.neighbourhoods[n].agreementsKept)
        / Double(Calendar.weeksPerYear)
      world.pay(
        .time, Int64(minutes), from: world.slots.slot(.nature), to: world.slots.slot(.units, n),
        for: .contribution)
    }
  }
}
