extension City {
  /// Refuses what no world can be made of.
  func validate() throws(SimulationError) {
    if subdistricts.isEmpty { throw Self.impossible("city \(name) has no subdistrict") }
    var keys: [(key: Int, name: String)] = []
    for subdistrict in subdistricts {
      try subdistrict.validate()
      let key = Places.key(subdistrict.district, subdistrict.name)
      keys.append((key, "subdistrict \(subdistrict.name) in district \(subdistrict.district)"))
      for row in subdistrict.neighbourhoods {
        keys.append(
          (Places.key(within: key, row.name), "neighbourhood \(row.name) in subdistrict \(subdistrict.name)"))
      }
    }
    keys.sort { $0.key < $1.key }
    for index in keys.indices.dropFirst() where keys[index].key == keys[index - 1].key {
      throw Self.impossible("\(keys[index].name) is listed twice")
    }
    // Summed step by step: a sum of absurd figures must be refused, not trap.
    var total = 0
    for subdistrict in subdistricts {
      if subdistrict.neighbourhoods.isEmpty { total += subdistrict.residents }
      for row in subdistrict.neighbourhoods { total += row.residents }
      if total > 1_000_000_000 {
        throw Self.impossible("city \(name) has more than a thousand million residents")
      }
    }
  }

  static func impossible(_ reason: String) -> SimulationError {
    SimulationError(stage: .population, reason: reason)
  }
}

extension City.Subdistrict {
  /// Most residents of one place, far above any real one.
  private static let most = 50_000_000

  fileprivate func validate() throws(SimulationError) {
    let place = "subdistrict \(name)"
    if neighbourhoods.isEmpty {
      if residents < 1 { throw City.impossible("\(place) has no residents") }
      if let committees {
        if committees < 1 { throw City.impossible("\(place) has \(committees) residents' committees") }
        if committees > residents {
          throw City.impossible(
            "\(place) has more residents' committees (\(committees)) than residents (\(residents))")
        }
      }
    }
    if neighbourhoods.isEmpty, residents / (committees ?? 1 + residents / 10_000) > City.Neighbourhood.most {
      throw City.impossible(
        "\(place) has more than \(City.Neighbourhood.most) residents per residents' committee")
    }
    if residents > Self.most { throw City.impossible("\(place) has more than \(Self.most) residents") }
    var total = residents
    if !neighbourhoods.isEmpty {
      total = 0
      for row in neighbourhoods {
        try row.validate()
        total += row.residents
      }
    }
    if !x.isFinite || !y.isFinite { throw City.impossible("\(place) has no finite coordinates") }
    if let area, !(area > 0 && area.isFinite) { throw City.impossible("\(place) has an area of \(area) km²") }
    for (number, what) in [
      (committeeMembers, "committee members"), (registeredMembers, "registered Party members"),
      (inServiceMembers, "in-service Party members"), (units, "units"),
      (unitPartyOrganisations, "Party organisations of units"),
    ] {
      guard let number else { continue }
      if number < 0 { throw City.impossible("\(place) has \(number) \(what)") }
      if number > total && what != "Party organisations of units" {
        throw City.impossible("\(place) has more \(what) (\(number)) than residents (\(total))")
      }
    }
    if let inServiceMembers, let registeredMembers, inServiceMembers > registeredMembers {
      throw City.impossible("\(place) has more in-service than registered Party members")
    }
    if let unitPartyOrganisations, let units, unitPartyOrganisations > units {
      throw City.impossible("\(place) has more Party organisations of units than units")
    }
  }
}

extension City.Neighbourhood {
  /// Most residents of one neighbourhood: building groups are counted in 16 bits.
  fileprivate static let most = 2_000_000

  fileprivate func validate() throws(SimulationError) {
    let place = "neighbourhood \(name)"
    if residents < 1 { throw City.impossible("\(place) has no residents") }
    if residents > Self.most { throw City.impossible("\(place) has more than \(Self.most) residents") }
    if let households, households < 1 || households > residents {
      throw City.impossible("\(place) has \(households) households for \(residents) residents")
    }
    for (share, what) in [
      (share60plus, "60 and above"), (shareRenters, "renters"), (shareMigrants, "migrants"),
      (shareMembers, "Party members"),
    ] {
      if let share, !(share >= 0 && share <= 1) {
        throw City.impossible("\(place): share of \(what) is \(share)")
      }
    }
    for coordinate in [x, y] {
      if let coordinate, !coordinate.isFinite { throw City.impossible("\(place) has no finite coordinates") }
    }
  }
}
