extension Places {
  /// Places with the rows they were made of, in the order of ``Places/neighbourhoods``.
  struct Plan {
    var places: Places
    var rows: [City.Neighbourhood]
    /// Subdistricts in the order of ``Places/subdistricts``.
    var subdistricts: [City.Subdistrict]
  }

  /// A number that stands for names in random draws: the same names give the same number everywhere.
  static func key(_ names: String...) -> Int { names.reduce(0x5eed) { key(within: $0, $1) } }

  static func key(within outer: Int, _ name: String) -> Int {
    var hash = mix64(UInt64(bitPattern: Int64(outer)) &+ 0x9e37_79b9_7f4a_7c15)
    for byte in name.utf8 { hash = mix64(hash ^ UInt64(byte)) &+ 0x9e37_79b9_7f4a_7c15 }
    return Int(truncatingIfNeeded: hash)
  }

  /// Lays out a city: named neighbourhoods as they are, others drawn; then blocks and building groups.
  /// Residents are ranges: sorted by subdistrict, block, neighbourhood and group. Units are placed later.
  ///
  /// Places stand in an order of their own (``City/inOrderOfNames``): every index of the world, and so every result,
  /// is the same in whatever order the rows of a table stand.
  static func plan(city: City, conditions: Conditions, random: RandomSource) throws(SimulationError) -> Plan {
    try city.validate()
    let city = city.inOrderOfNames
    var plan = Plan(places: Places(), rows: [], subdistricts: city.subdistricts)
    for subdistrict in city.subdistricts { plan.add(subdistrict, conditions: conditions, random: random) }
    return plan
  }

  /// Number of residents of all places.
  var residents: Int { subdistricts.last?.residents.upperBound ?? 0 }
}

extension Places.Plan {
  fileprivate mutating func add(_ subdistrict: City.Subdistrict, conditions: Conditions, random: RandomSource)
  {
    let key = Places.key(subdistrict.district, subdistrict.name)
    let index = places.subdistricts.count
    let firstBlock = places.blocks.count
    let firstNeighbourhood = places.neighbourhoods.count
    let firstResident = places.residents
    var next = firstResident
    for block in subdistrict.inBlocks(subdistrict.sites(key: key, random: random)) {
      let first = places.neighbourhoods.count
      for site in block.sites {
        add(
          site, subdistrict: index, residents: next..<next + site.row.residents, conditions: conditions,
          random: random)
        next += site.row.residents
      }
      places.blocks.append(
        Places.Block(
          name: block.name, subdistrict: index, neighbourhoods: first..<places.neighbourhoods.count))
    }
    places.subdistricts.append(
      Places.Subdistrict(
        name: subdistrict.name, district: subdistrict.district, x: subdistrict.x, y: subdistrict.y,
        blocks: firstBlock..<places.blocks.count,
        neighbourhoods: firstNeighbourhood..<places.neighbourhoods.count, residents: firstResident..<next,
        units: 0..<0))
    if let total = subdistrict.committeeMembers {
      // Whole members in equal parts; what is left over goes to the largest neighbourhoods, by lot among equals.
      let range = firstNeighbourhood..<places.neighbourhoods.count
      for neighbourhood in range {
        places.neighbourhoods[neighbourhood].committeeMembers = total / range.count
      }
      let lots = places.lots(random)
      let largest = range.sorted {
        (places.neighbourhoods[$1].residents.count, lots[$0])
          < (places.neighbourhoods[$0].residents.count, lots[$1])
      }
      for neighbourhood in largest.prefix(total % range.count) {
        places.neighbourhoods[neighbourhood].committeeMembers += 1
      }
    }
  }

  private mutating func add(
    _ site: City.Subdistrict.Site, subdistrict: Int, residents: Range<Int>, conditions: Conditions,
    random: RandomSource
  ) {
    let profile = Profiles.kinds[Int(site.row.kind.rawValue)]
    let workers = random.stream(.communityWorkers).triangular(
      Profiles.communityWorkers, mode: Profiles.communityWorkersMode, site.key)
    let size = min(1, Double(site.households) / Profiles.households.lowerBound)
    let index = places.neighbourhoods.count
    let firstGroup = places.groups.count
    let groups = max(1, (residents.count + profile.groupSize / 2) / profile.groupSize)
    for group in 0..<groups {
      let start = residents.lowerBound + residents.count * group / groups
      let end = residents.lowerBound + residents.count * (group + 1) / groups
      places.groups.append(Places.Group(neighbourhood: index, residents: start..<end))
    }
    places.neighbourhoods.append(
      Places.Neighbourhood(
        name: site.row.name, kind: site.row.kind, subdistrict: subdistrict, block: places.blocks.count,
        residents: residents, groups: firstGroup..<places.groups.count, households: site.households,
        x: site.x,
        y: site.y, committeeMembers: Profiles.committeeMembers,
        communityWorkers: max(1, Int(workers * size + 0.5)),
        ownersCommittee: profile.ownersCommitteeEligible
          && random.stream(.ownersCommittee).happens(conditions[.ownersCommittees], site.key),
        key: site.key))
    rows.append(site.row)
  }
}
