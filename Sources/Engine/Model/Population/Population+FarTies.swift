extension Ties {
  /// Ties between people who work at the same unit and live in different neighbourhoods: a configuration
  /// model within each unit.
  mutating func addColleagues(
    _ people: borrowing Residents, _ places: Places, density: Double, _ random: RandomSource
  ) {
    // Residents sorted by unit by counting; `starts` runs up to one place beyond the last unit.
    var units = 0
    for resident in 0..<people.count { units = max(units, Int(people.unit[resident]) + 1) }
    if units == 0 { return }
    let home = Self.homes(places)
    var starts = [Int32](repeating: 0, count: units + 1)
    let draws = random.stream(.workTies)
    for resident in 0..<people.count where people.unit[resident] >= 0 {
      starts[Int(people.unit[resident]) + 1] += Int32(stubs(of: resident, home, places, density, draws))
    }
    for unit in 0..<units { starts[unit + 1] += starts[unit] }
    var stubs = [UInt32](repeating: 0, count: Int(starts[units]))
    var next = starts
    for resident in 0..<people.count where people.unit[resident] >= 0 {
      let unit = Int(people.unit[resident])
      for _ in 0..<self.stubs(of: resident, home, places, density, draws) {
        stubs[Int(next[unit])] = UInt32(resident)
        next[unit] += 1
      }
    }
    let order = draws.substream(-1)
    for unit in 0..<units {
      let range = Int(starts[unit])..<Int(starts[unit + 1])
      var last = range.upperBound - 1
      while last > range.lowerBound {
        stubs.swapAt(last, range.lowerBound + order.index(below: last - range.lowerBound + 1, last))
        last -= 1
      }
      var index = range.lowerBound + 1
      while index < range.upperBound {
        let (a, b) = (Int(stubs[index - 1]), Int(stubs[index]))
        if home[a] != home[b] {
          _ = add(a, b, strength: UInt8(60 + order.index(below: 140, index, 1)), limit: Self.slots)
        }
        index += 2
      }
    }
  }

  private func stubs(
    of resident: Int, _ home: [Int32], _ places: Places, _ density: Double, _ draws: RandomStream
  ) -> Int {
    let place = places.neighbourhoods[Int(home[resident])]
    return draws.substream(place.key).rounded(
      Profiles.workTies * density, resident - place.residents.lowerBound)
  }

  /// Ties of adults beyond the neighbourhood, in the subdistrict or anywhere; Party members have more.
  mutating func addFar(
    _ people: borrowing Residents, _ places: Places, density: Double, _ random: RandomSource
  ) {
    for place in places.neighbourhoods {
      let draws = random.stream(.farTies).substream(place.key)
      let near = places.subdistricts[place.subdistrict].residents
      for resident in place.residents where people.traits[resident].isAdult {
        let local = resident - place.residents.lowerBound
        let mean = Profiles.farTies * density
        let number = draws.rounded(
          people.traits[resident].isMember ? mean * Profiles.farTiesMembers : mean, local)
        for attempt in 0..<number {
          let count = 1 + 4 * attempt
          let far = draws.uniform(local, count) < Profiles.farTiesBeyondSubdistrict
          let range = far ? 0..<people.count : near
          let end = range.lowerBound + draws.index(below: range.count, local, count + 1)
          if place.residents.contains(end) || !people.traits[end].isAdult { continue }
          let strength = UInt8(16 + draws.index(below: 100, local, count + 2))
          _ = add(resident, end, strength: strength, limit: Self.slots)
        }
      }
    }
  }

  /// Neighbourhood of each resident.
  private static func homes(_ places: Places) -> [Int32] {
    var homes: [Int32] = []
    homes.reserveCapacity(places.residents)
    for (index, place) in places.neighbourhoods.enumerated() {
      homes.append(contentsOf: repeatElement(Int32(index), count: place.residents.count))
    }
    return homes
  }
}
