extension Population {
  /// What of a population anybody could look up.
  func publicRecord(_ random: RandomSource) -> PublicRecord {
    var members = [Int](repeating: 0, count: places.neighbourhoods.count)
    for (n, place) in places.neighbourhoods.enumerated() {
      for i in place.residents where residents.traits[i].isRegisteredMember { members[n] += 1 }
    }
    return PublicRecord(places: places, members: members, units: units, random)
  }

  /// Yuan that each unit could give in a quarter.
  func unitMoney() -> [Int32] {
    var money: [Int32] = []
    for u in 0..<units.count { money.append(units.money[u]) }
    return money
  }
}

extension PublicRecord {
  /// - Parameter members: registered Party members by neighbourhood.
  init(places: Places, members: [Int], units all: borrowing Units, _ random: RandomSource) {
    var numbers = [Int](repeating: 0, count: places.neighbourhoods.count)
    for u in 0..<all.count { numbers[Int(all.neighbourhood[u])] += 1 }
    let lots = random.lots(of: .organs)
    let organs = places.subdistricts.map { place in
      place.units.filter { all.kind[$0] == .organ }.inTurn(lots) { $0 }
    }
    self.init(places: places, members: members, units: numbers, organs: organs, lots: places.lots(random))
  }
}
