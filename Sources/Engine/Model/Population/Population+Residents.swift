/// Apportionment by which the residents of one neighbourhood are drawn: the profile of its kind, brought to what
/// its row and the conditions say. Index 0 stands for locals, 1 for migrants.
struct NeighbourhoodProfile {
  let migrants: Double
  /// Cumulative shares of the age bands but the last.
  let ages: [SIMD8<Double>]
  let renters: [Double]

  init(row: City.Neighbourhood, conditions: Conditions) {
    let kind = Profiles.kinds[Int(row.kind.rawValue)]
    let migrants = min(0.98, (row.shareMigrants ?? kind.migrants) * conditions[.migrants])
    self.migrants = migrants

    func meeting(_ total: Double?, _ local: Double, _ migrant: Double) -> [Double] {
      guard let total else { return [local, migrant] }
      let factor = Apportionment.oddsFactor(
        total: total, groups: [(1 - migrants, local), (migrants, migrant)])
      return [Apportionment.scaleOdds(local, by: factor), Apportionment.scaleOdds(migrant, by: factor)]
    }

    let factor = conditions[.renters]
    renters = meeting(
      row.shareRenters.map { min(1, $0 * factor) }, min(0.98, kind.renters.local * factor),
      min(0.98, kind.renters.migrant * factor))

    let bands = [Profiles.agesOfLocals, Profiles.agesOfMigrants]
    let old = bands.map { $0[4] + $0[5] }
    let wanted = meeting(row.share60plus, old[0] * kind.old, old[1])
    ages = bands.indices.map { origin in
      var cumulative = SIMD8<Double>(repeating: 2)
      var sum = 0.0
      for band in 0..<5 {
        let scale = band < 4 ? (1 - wanted[origin]) / (1 - old[origin]) : wanted[origin] / old[origin]
        sum += bands[origin][band] * scale
        cumulative[band] = sum
      }
      return cumulative
    }
  }
}

extension Residents {
  /// Draws who the residents are: origin by kind of neighbourhood, age by origin (and kind, among locals),
  /// occupation by age and origin, tenure by kind and origin, free hours by occupation, age and origin.
  /// Party membership, skills, workplaces and states follow.
  ///
  /// Each trait is a function of the neighbourhood's key and the resident's place in it, so that adding,
  /// removing or moving other neighbourhoods of a table changes nobody here.
  mutating func drawTraits(_ plan: Places.Plan, conditions: Conditions, random: RandomSource) {
    for (index, place) in plan.places.neighbourhoods.enumerated() {
      let profile = NeighbourhoodProfile(row: plan.rows[index], conditions: conditions)
      let origins = random.stream(.origin).substream(place.key)
      let ages = random.stream(.age).substream(place.key)
      let occupations = random.stream(.occupation).substream(place.key)
      let tenures = random.stream(.tenure).substream(place.key)
      let hours = random.stream(.freeHours).substream(place.key)
      let retired = [Profiles.retiredLocals, Profiles.retiredMigrants]
      let employed = zip([Profiles.employedLocals, Profiles.employedMigrants], retired).map {
        shares, retired in
        zip(shares, retired).map { min($0 * conditions[.employed], 1 - $1) }
      }
      for resident in place.residents {
        let local = resident - place.residents.lowerBound
        let migrant = origins.happens(profile.migrants, local)
        let origin = migrant ? 1 : 0
        let u = ages.uniform(local)
        let below = profile.ages[origin] .<= SIMD8(repeating: u)
        var band = 0
        while band < 5 && below[band] { band += 1 }
        let occupation: Traits.Occupation
        let share = occupations.uniform(local)
        if share < retired[origin][band] {
          occupation = .retired
        } else if share < retired[origin][band] + employed[origin][band] {
          occupation = .employed
        } else {
          occupation = .other
        }
        let age = Traits.AgeBand.allCases[band]
        traits[resident] = Traits(
          age: age, occupation: occupation, owner: !tenures.happens(profile.renters[origin], local),
          migrant: migrant, registeredMember: false, inServiceMember: false, skill: .none)
        let free = Self.hours(age: age, occupation: occupation, migrant: migrant)
        freeHours[resident] = UInt8(hours.triangular(free.range, mode: free.mode, local) + 0.5)
      }
      for group in place.groups {
        for resident in plan.places.groups[group].residents {
          self.group[resident] = UInt16(group - place.groups.lowerBound)
        }
      }
    }
  }

  private static func hours(age: Traits.AgeBand, occupation: Traits.Occupation, migrant: Bool)
    -> Profiles.Hours
  {
    switch occupation {
    case .employed: migrant ? Profiles.hoursEmployedMigrants : Profiles.hoursEmployed
    case .retired: age == .from70 ? Profiles.hoursRetiredOver70 : Profiles.hoursRetired
    case .other: age == .under18 ? Profiles.hoursChildren : Profiles.hoursOther
    }
  }
}
