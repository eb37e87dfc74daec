extension Units {
  /// How many units each neighbourhood has: the subdistrict's number split by residents and kind, or, where
  /// it is not given, a number that depends on the neighbourhood alone.
  static func numbers(_ plan: Places.Plan, random: RandomSource) -> [Int] {
    var numbers: [Int] = []
    for (index, subdistrict) in plan.places.subdistricts.enumerated() {
      let places = plan.places.neighbourhoods[subdistrict.neighbourhoods]
      let weights = places.map {
        Double($0.residents.count) * Profiles.kinds[Int($0.kind.rawValue)].units
      }
      if let total = plan.subdistricts[index].units {
        let lots = places.map { random.stream(.lots).uniform($0.key) }
        numbers += Apportionment.split(total, by: weights, lots: lots)
      } else {
        numbers += zip(places, weights).map {
          random.stream(.unitNumber).rounded($1 * Profiles.unitsPerResident, $0.key)
        }
      }
    }
    return numbers
  }

  /// Draws the units of all neighbourhoods, in their order, and notes each subdistrict's range in the plan.
  init(_ plan: inout Places.Plan, conditions: Conditions, random: RandomSource) throws(SimulationError) {
    let numbers = Self.numbers(plan, random: random)
    self.init(count: numbers.reduce(0, +))
    var next = 0
    for index in plan.places.subdistricts.indices {
      let first = next
      for neighbourhood in plan.places.subdistricts[index].neighbourhoods {
        let key = plan.places.neighbourhoods[neighbourhood].key
        for local in 0..<numbers[neighbourhood] {
          draw(next, in: neighbourhood, key: key, local, random)
          next += 1
        }
      }
      plan.places.subdistricts[index].units = first..<next
      try drawOrganisations(plan, subdistrict: index, factor: conditions[.organised], random: random)
    }
    var local = 0
    for unit in 0..<count {
      local = unit > 0 && neighbourhood[unit] == neighbourhood[unit - 1] ? local + 1 : 0
      let key = plan.places.neighbourhoods[Int(neighbourhood[unit])].key
      let draws = random.stream(.unitRelation).substream(key)
      relation[unit] = Float(
        organised[unit]
          ? draws.triangular(Profiles.relationOrganised, mode: Profiles.relationOrganisedMode, local)
          : draws.triangular(Profiles.relation, mode: Profiles.relationMode, local))
    }
  }

  /// Kind, employees and resources of one unit, the `local`-th of its neighbourhood.
  private mutating func draw(_ unit: Int, in place: Int, key: Int, _ local: Int, _ random: RandomSource) {
    let row = random.stream(.unitKind).substream(key).weighted(Profiles.units.map(\.share), local) ?? 0
    let profile = Profiles.units[row]
    let sizes = random.stream(.unitSize).substream(key)
    let factors = random.stream(.unitResources).substream(key)
    let people = Double(Int(sizes.triangular(profile.employees, mode: profile.employeesMode, local) + 0.5))
    kind[unit] = profile.kind
    neighbourhood[unit] = Int32(place)
    employees[unit] = Int32(people)
    func amount(_ mean: Double, _ count: Int) -> Int32 {
      Int32(mean * factors.triangular(Profiles.resourceFactor, mode: 1, local, count) + 0.5)
    }
    money[unit] = amount(profile.money * people, 0)
    professionalMinutes[unit] = amount(profile.professionalMinutes * people, 1)
    roomMinutes[unit] = amount(profile.roomMinutes, 2)
  }

  /// Draws which units of a subdistrict have a Party organisation: an exact number where one is given.
  /// - Parameter factor: on the chances of units and on the number.
  private mutating func drawOrganisations(
    _ plan: Places.Plan, subdistrict: Int, factor: Double, random: RandomSource
  ) throws(SimulationError) {
    let range = plan.places.subdistricts[subdistrict].units
    var uniforms: [Double] = []
    var local = 0
    for unit in range {
      local = unit > range.lowerBound && neighbourhood[unit] == neighbourhood[unit - 1] ? local + 1 : 0
      let key = plan.places.neighbourhoods[Int(neighbourhood[unit])].key
      uniforms.append(random.stream(.unitOrganised).substream(key).uniform(local))
    }
    let weights = range.map { Profiles.units[Int(kind[$0].rawValue)].organised * factor }
    guard let given = plan.subdistricts[subdistrict].unitPartyOrganisations else {
      for unit in range {
        organised[unit] = uniforms[unit - range.lowerBound] < weights[unit - range.lowerBound]
      }
      return
    }
    // A factor above 1 cannot organise more units than there are.
    let total =
      factor > 1 ? min(Int(Double(given) * factor + 0.5), range.count) : Int(Double(given) * factor + 0.5)
    let found = Apportionment.choose(total, weights: weights, uniforms: uniforms) {
      organised[range.lowerBound + $0] = true
    }
    if !found {
      throw City.impossible(
        "subdistrict \(plan.subdistricts[subdistrict].name) has \(range.count) units "
          + "for \(total) Party organisations")
    }
  }
}
