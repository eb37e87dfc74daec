extension Residents {
  /// Draws Party members: those registered in the community, retired or in service, and those registered at
  /// their workplace. Numbers of a subdistrict that are given are met exactly, by a draw without replacement
  /// over the whole subdistrict; there alone does one neighbourhood's luck depend on the others.
  ///
  /// The condition `organised` is a factor on the chances, the shares and the numbers alike.
  mutating func drawMembers(
    _ plan: Places.Plan, conditions: Conditions, random: RandomSource
  ) throws(SimulationError) {
    let organised = conditions[.organised]
    for (index, subdistrict) in plan.places.subdistricts.enumerated() {
      let row = plan.subdistricts[index]
      // Chance of each resident to be a retired and a working member.
      var retired = [Double](repeating: 0, count: subdistrict.residents.count)
      var working = retired
      var uniforms = retired
      let first = subdistrict.residents.lowerBound
      for neighbourhood in subdistrict.neighbourhoods {
        let place = plan.places.neighbourhoods[neighbourhood]
        let draws = random.stream(.membership).substream(place.key)
        var expected = 0.0
        for resident in place.residents {
          let trait = traits[resident]
          let age = Int(trait.age.rawValue)
          uniforms[resident - first] = draws.uniform(resident - place.residents.lowerBound)
          switch trait.occupation {
          case .retired:
            retired[resident - first] =
              Profiles.retiredMembers[age] * (trait.isMigrant ? Profiles.retiredMigrantMembers : 1)
          case .employed:
            working[resident - first] =
              Profiles.employedMembers[age] * (trait.isMigrant ? Profiles.employedMigrantMembers : 1)
          case .other: break
          }
          expected += retired[resident - first] + working[resident - first]
        }
        var factor = organised
        if let share = plan.rows[neighbourhood].shareMembers, expected > 0 {
          factor = share * organised * Double(place.residents.count) / expected
        } else if organised == 1 {
          continue
        }
        for resident in place.residents {
          retired[resident - first] = min(0.95, retired[resident - first] * factor)
          working[resident - first] = min(0.95, working[resident - first] * factor)
        }
      }

      let members = row.registeredMembers.map { Int(Double($0) * organised + 0.5) }
      let inService =
        row.inServiceMembers.map { Int(Double($0) * organised + 0.5) }
        ?? members.map { Int(Double($0) * Profiles.inServiceOfRegistered + 0.5) }
      if let inService {
        try choose(
          inService, working, uniforms, from: first, inService: true, what: "in-service Party members", row)
      }
      if let registered = members {
        // Other adults come in where the retired do not suffice.
        for resident in subdistrict.residents {
          let trait = traits[resident]
          if trait.isAdult && trait.occupation == .other { retired[resident - first] = 1e-9 }
        }
        try choose(
          registered - (inService ?? 0), retired, uniforms, from: first, inService: false,
          what: "registered Party members", row)
      } else {
        for resident in subdistrict.residents where uniforms[resident - first] < retired[resident - first] {
          traits[resident] = traits[resident].registered(inService: false)
        }
      }
      drawMembersAtWork(
        plan, subdistrict: subdistrict, chances: working, registering: inService == nil, random: random)
    }
  }

  private mutating func choose(
    _ number: Int, _ weights: [Double], _ uniforms: [Double], from first: Int, inService: Bool, what: String,
    _ row: City.Subdistrict
  ) throws(SimulationError) {
    let found = Apportionment.choose(number, weights: weights, uniforms: uniforms) { index in
      traits[first + index] = traits[first + index].registered(inService: inService)
    }
    if !found {
      throw City.impossible(
        "subdistrict \(row.name) has too few residents who could be its \(number) \(what)")
    }
  }

  /// Working members who are not among an exact number drawn before: registered at the workplace or, where
  /// no number is given, some of them in the community.
  private mutating func drawMembersAtWork(
    _ plan: Places.Plan, subdistrict: Places.Subdistrict, chances: [Double], registering: Bool,
    random: RandomSource
  ) {
    let first = subdistrict.residents.lowerBound
    let registered = Profiles.registeredOfEmployedMembers
    for neighbourhood in subdistrict.neighbourhoods {
      let place = plan.places.neighbourhoods[neighbourhood]
      let draws = random.stream(.membershipAtWork).substream(place.key)
      for resident in place.residents where chances[resident - first] > 0 && !traits[resident].isMember {
        let u = draws.uniform(resident - place.residents.lowerBound)
        let chance = chances[resident - first]
        if u >= chance { continue }
        if u >= chance * registered {
          traits[resident] = traits[resident].memberAtWork
        } else if registering {
          traits[resident] = traits[resident].registered(inService: true)
        }
      }
    }
  }
}

extension Traits {
  /// The same person as a member registered in the community.
  func registered(inService: Bool) -> Traits {
    Traits(
      age: age, occupation: occupation, owner: isOwner, migrant: isMigrant, registeredMember: true,
      inServiceMember: inService, skill: skill)
  }

  /// The same person as a member registered at the workplace.
  var memberAtWork: Traits {
    Traits(
      age: age, occupation: occupation, owner: isOwner, migrant: isMigrant, registeredMember: false,
      inServiceMember: true, skill: skill)
  }

  func with(skill: Skill) -> Traits {
    Traits(
      age: age, occupation: occupation, owner: isOwner, migrant: isMigrant,
      registeredMember: isRegisteredMember,
      inServiceMember: isInServiceMember, skill: skill)
  }
}
