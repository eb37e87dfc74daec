/// Who may hold a seat, whose matters come before a platform, and who presides.
extension Reach where L: ReadsPlaces, L: ReadsResidents {
  /// The residents of a neighbourhood who may hold a seat of a platform, best first.
  func candidates(for seat: Int, of platform: Platform, in n: Int) -> [UInt32] {
    let isKept =
      platform.pool != .everybody && Double(seat) < platform.poolShare * Double(platform.residentSeats)
    let people =
      isKept
      ? neighbourhoods[n].candidatesByPool[platform.pool.rawValue - 1] : neighbourhoods[n].candidates
    if platform.entry == 0 { return people }
    return people.filter { Double(residents.publicness[Int($0)]) >= platform.entry }
  }
}

extension Reach where L: ReadsUnits {
  /// The units of a subdistrict, or of some of its neighbourhoods, that may hold a seat.
  func units(of s: Int, in area: [Int], _ pool: UnitPool, entry: Double) -> [Int] {
    let all = area.isEmpty ? Array(places.subdistricts[s].units) : area.flatMap { unitRange($0..<($0 + 1)) }
    if pool == .all && entry == 0 { return all }
    return all.filter {
      units.kind[$0].belongs(to: pool) && Double(units.relation[$0]) >= entry
    }
  }
}

extension Reach where L: ReadsResidents {
  /// Whether a matter may come before a platform.
  func takes(_ platform: Platform, _ d: Demand) -> Bool {
    platform.access.contains(d.kind) && platform.scopes.contains(d.scope)
      && (platform.area.isEmpty || platform.area.contains(Int(d.neighbourhood)))
      && (platform.mattersOf == .everybody
        || residents.traits[Int(d.resident)].belongs(to: platform.mattersOf))
  }
}

extension Reach where L: ReadsUnits, L: ChangesPlaces {
  /// Where a term has ended, or all seats are new, others preside.
  mutating func takeTurns(isNew: Bool = false) {
    for n in neighbourhoods.indices {
      let isOver = structure.relations[n].presidents.contains { week % max($0.termWeeks, 1) == 0 }
      if isNew || isOver { write.neighbourhoods[n].presidents = presidents(for: n) }
    }
  }
}

extension Reach where L: ReadsUnits {
  /// The units whose leaders now preside over platforms, as known in a neighbourhood.
  func presidents(for n: Int) -> [Int] {
    let s = places.neighbourhoods[n].subdistrict
    var found: [Int] = []
    for seats in structure.relations[n].presidents {
      let range = places.subdistricts[s].units
      // Where any unit may preside, none need be looked for.
      let chosen =
        seats.pool == .all && seats.area.isEmpty ? nil : units(of: s, in: seats.area, seats.pool, entry: 0)
      let number = chosen?.count ?? range.count
      if number == 0 { continue }
      for k in 0..<min(seats.atATime, seats.holders) {
        // Terms are counted from the first week of the run; everybody moves up by one.
        let turn = (week / max(seats.termWeeks, 1) + k) % seats.holders
        let draws = random.stream(.rotatingSeats).substream(seats.kind.rawValue)
        let place = draws.index(below: number, s, turn)
        let u = chosen?[place] ?? range.lowerBound + place
        if !found.contains(u) { found.append(u) }
      }
    }
    return found
  }
}

extension Traits {
  func belongs(to pool: SeatPool) -> Bool {
    switch pool {
    case .everybody: true
    case .members: isRegisteredMember
    case .migrants: isMigrant
    case .renters: !isOwner
    }
  }
}

extension Units.Kind {
  func belongs(to pool: UnitPool) -> Bool {
    switch pool {
    case .all: true
    case .firms: self == .firm || self == .shop
    case .publicService: self == .school || self == .hospital || self == .organ
    }
  }
}
