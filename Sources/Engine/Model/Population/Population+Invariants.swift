extension Population {
  /// What must hold of every population; each broken rule is told once, with its first example.
  /// For tests: it costs more than building the population.
  public func check() -> [String] {
    var found: [String] = []
    checkPlaces(&found)
    checkTraits(&found)
    checkStates(&found)
    checkTies(&found)
    checkUnits(&found)
    return found
  }

  private func checkPlaces(_ found: inout [String]) {
    func tiles(_ ranges: [Range<Int>], _ whole: Range<Int>, _ what: String) {
      var end = whole.lowerBound
      for range in ranges {
        if range.lowerBound != end || range.isEmpty { return found.append("\(what) do not tile") }
        end = range.upperBound
      }
      if end != whole.upperBound { found.append("\(what) end at \(end) instead of \(whole.upperBound)") }
    }
    tiles(places.subdistricts.map(\.residents), 0..<residents.count, "residents of subdistricts")
    tiles(places.subdistricts.map(\.blocks), 0..<places.blocks.count, "blocks of subdistricts")
    tiles(
      places.subdistricts.map(\.neighbourhoods), 0..<places.neighbourhoods.count,
      "neighbourhoods of subdistricts")
    tiles(places.blocks.map(\.neighbourhoods), 0..<places.neighbourhoods.count, "neighbourhoods of blocks")
    tiles(places.neighbourhoods.map(\.residents), 0..<residents.count, "residents of neighbourhoods")
    tiles(places.neighbourhoods.map(\.groups), 0..<places.groups.count, "groups of neighbourhoods")
    tiles(places.groups.map(\.residents), 0..<residents.count, "residents of groups")
    for (index, block) in places.blocks.enumerated() {
      for neighbourhood in block.neighbourhoods
      where places.neighbourhoods[neighbourhood].block != index
        || places.neighbourhoods[neighbourhood].subdistrict != block.subdistrict
      {
        return found.append("neighbourhood \(neighbourhood) is not in block \(index)")
      }
    }
    for (index, group) in places.groups.enumerated() {
      let groups = places.neighbourhoods[group.neighbourhood].groups
      if !groups.contains(index) { return found.append("group \(index) is not in its neighbourhood") }
      for resident in group.residents where Int(residents.group[resident]) != index - groups.lowerBound {
        return found.append("resident \(resident) is not in group \(index)")
      }
    }
    for place in places.neighbourhoods where place.committeeMembers < 0 || place.communityWorkers < 1 {
      return found.append("neighbourhood \(place.name) has no staff")
    }
  }

  private func checkTraits(_ found: inout [String]) {
    for resident in 0..<residents.count {
      let trait = residents.traits[resident]
      let works = trait.occupation == .employed
      if !trait.isAdult && (trait.occupation != .other || trait.isMember || trait.skill != .none) {
        return found.append("child \(resident) works, is a member or has a skill")
      }
      if trait.isInServiceMember && !works {
        return found.append("in-service member \(resident) does not work")
      }
      if residents.unit[resident] < -1 || Int(residents.unit[resident]) >= units.count
        || (residents.unit[resident] >= 0 && !works)
      {
        return found.append("resident \(resident) has an impossible workplace")
      }
      if residents.freeHours[resident] > 112 {
        return found.append("resident \(resident) has no time to sleep")
      }
    }
  }

  private func checkStates(_ found: inout [String]) {
    func unit(_ column: borrowing Column<Float>, _ what: String) {
      for index in 0..<column.count where !(column[index] >= 0 && column[index] <= 1) {
        return found.append("\(what) \(column[index]) at \(index)")
      }
    }
    unit(residents.publicness, "publicness")
    unit(residents.identification, "identification")
    unit(residents.trust, "trust")
    unit(residents.efficacy, "efficacy")
    unit(residents.fatigue, "fatigue")
    unit(residents.grievance, "grievance")
    unit(residents.expectation, "expectation")
    unit(residents.opinion, "opinion")
    unit(units.relation, "relation of unit")
    for resident in 0..<residents.count where !residents.readiness[resident].isFinite {
      return found.append("readiness of \(resident) is not finite")
    }
  }

  private func checkTies(_ found: inout [String]) {
    if let broken = ties.firstAsymmetry() { found.append(broken) }
    if ties.residents != residents.count { found.append("ties of \(ties.residents) residents") }
  }

  private func checkUnits(_ found: inout [String]) {
    var next = 0
    for (index, subdistrict) in places.subdistricts.enumerated() {
      if subdistrict.units.lowerBound != next { return found.append("units of subdistricts do not tile") }
      next = subdistrict.units.upperBound
      for unit in subdistrict.units {
        let place = Int(units.neighbourhood[unit])
        if !subdistrict.neighbourhoods.contains(place) {
          return found.append("unit \(unit) is not in subdistrict \(index)")
        }
        if units.employees[unit] < 1 || units.money[unit] < 0 || units.professionalMinutes[unit] < 0
          || units.roomMinutes[unit] < 0
        {
          return found.append("unit \(unit) has negative resources or nobody")
        }
      }
    }
    if next != units.count { found.append("units end at \(next) instead of \(units.count)") }
  }
}

extension Ties {
  /// The first tie that is to oneself, double, one-sided or unequal, or free place with strength; nil if none.
  func firstAsymmetry() -> String? {
    for a in 0..<residents {
      for place in places(of: a) {
        let end = other[place]
        if end == Self.none {
          if strength[place] != 0 { return "free place of \(a) has strength \(strength[place])" }
          continue
        }
        let b = Int(end)
        if b == a || b >= residents { return "tie of \(a) to \(b)" }
        if strength[place] == 0 { return "tie of \(a) to \(b) has no strength" }
        if strength(b, a) != strength[place] { return "tie of \(a) to \(b) is not equal on both sides" }
        for second in place + 1..<places(of: a).upperBound where other[second] == end {
          return "two ties of \(a) to \(b)"
        }
      }
    }
    return nil
  }
}
