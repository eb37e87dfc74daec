extension Population {
  /// What of a population anybody could look up.
  /// - Parameter lots: of the neighbourhoods.
  func publicRecord(lots: [Double]) -> PublicRecord {
    var members = [Int](repeating: 0, count: places.neighbourhoods.count)
    for (n, place) in places.neighbourhoods.enumerated() {
      for i in place.residents where residents.traits[i].isRegisteredMember { members[n] += 1 }
    }
    var units = [Int](repeating: 0, count: places.neighbourhoods.count)
    for u in 0..<self.units.count { units[Int(self.units.neighbourhood[u])] += 1 }
    let organs = places.subdistricts.map { place in
      place.units.filter { self.units.kind[$0] == .organ }
    }
    return PublicRecord(places: places, members: members, units: units, organs: organs, lots: lots)
  }

  /// Yuan that each unit could give in a quarter.
  func unitMoney() -> [Int32] {
    var money: [Int32] = []
    for u in 0..<units.count { money.append(units.money[u]) }
    return money
  }
}
