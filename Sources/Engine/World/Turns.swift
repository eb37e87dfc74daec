/// Where several draw on what they share: who is asked first.
///
/// What is shared may run out in a week. So it is asked for in an order that is drawn anew every week and for every
/// occasion: nobody is first or last for good, and what somebody's number in a table is plays no part. What has to
/// be assigned for longer goes by lots, drawn once for a run.
enum Turn: Int {
  case work, help, relief
  case sittings, visits, rounds, matching, asking, promoting, duties, owners, joining, branches, projects
  case quarrels, exchange, agreements, venues, guests, unitsVisiting, groups, teams, funds, remainders
  case voice, platforms, programmes
}

extension World {
  /// The week's numbers for one occasion.
  func turns(_ turn: Turn) -> RandomStream {
    random.stream(.turns, week: week).substream(turn.rawValue)
  }

  /// All neighbourhoods, in the week's order for an occasion.
  func neighbourhoods(inTurn turn: Turn) -> [Int] { inTurn(neighbourhoods.indices, turn) }

  /// Some neighbourhoods, in the week's order for an occasion.
  func inTurn(_ some: some Sequence<Int>, _ turn: Turn) -> [Int] {
    let draws = turns(turn)
    return some.map { (draws.bits(places.neighbourhoods[$0].key), $0) }.sorted(by: <).map(\.1)
  }

  /// The groups of a neighbourhood, by their places in its list, beginning with another one every week.
  func groups(inTurnOf n: Int) -> [Int] {
    let count = neighbourhoods[n].associations.count
    if count < 2 { return Array(0..<count) }
    let first = turns(.groups).index(below: count, places.neighbourhoods[n].key)
    return (0..<count).map { (first + $0) % count }
  }

  /// Counts what concerns several neighbourhoods alike in equal parts in each, so that the parts add up exactly: what
  /// cannot be divided goes to one that is drawn.
  mutating func count(_ counter: Counter, over hosts: Range<Int>, _ amount: Double = 1) {
    if hosts.count < 2 { return tally.add(counter, hosts.lowerBound, amount) }
    let part = (amount / Double(hosts.count) * Tally.grains).rounded(.down) / Tally.grains
    for n in hosts { tally.add(counter, n, part) }
    let rest = turns(.remainders).index(below: hosts.count, hosts.lowerBound, counter.rawValue)
    tally.add(counter, hosts.lowerBound + rest, amount - part * Double(hosts.count))
  }

  /// All venues, in the week's order for an occasion.
  func venues(inTurn turn: Turn) -> [Int] {
    structure.venues.indices.inTurn(turns(turn)) {
      structure.venues[$0].operatorSlot << 16 + structure.venues[$0].number
    }
  }

  /// Some neighbourhoods, in the order of their lots.
  func byLot(_ some: some Sequence<Int>) -> [Int] { some.sorted { lots[$0] < lots[$1] } }

  /// Some bodies, in the order of their lots.
  func byLot(slots some: some Sequence<Int>) -> [Int] { some.inTurn(random.lots(of: .bodies)) { $0 } }
}
