extension Residents {
  /// Draws skills, readiness and states at week 0, after members are known. Grievance and fatigue begin at 0.
  ///
  /// Readiness, on the logit scale of participation:
  /// `readinessSpread` × `heterogeneity` × N(0, 1) − `timeCost` × max(0, 1 − free hours / 40)
  /// + `renterReadiness` for renters. Effects of membership and age come through publicness, identification,
  /// being asked and free hours, not from here.
  mutating func drawState(
    _ plan: Places.Plan, parameters: Parameters, conditions: Conditions, random: RandomSource
  ) {
    let spread = parameters[.readinessSpread] * conditions[.heterogeneity]
    let timeCost = parameters[.timeCost]
    let renterReadiness = parameters[.renterReadiness]
    for place in plan.places.neighbourhoods {
      let skills = random.stream(.skill).substream(place.key)
      let dispositions = random.stream(.readiness).substream(place.key)
      for resident in place.residents {
        let local = resident - place.residents.lowerBound
        traits[resident] = traits[resident].with(
          skill: Self.skill(of: traits[resident], u: skills.uniform(local)))
        let time = max(0, 1 - Double(freeHours[resident]) / Calendar.hoursPerWorkWeek)
        let tenure = traits[resident].isOwner ? 0 : renterReadiness
        readiness[resident] = Float(spread * dispositions.normal(local) - timeCost * time + tenure)
      }
      let draws = random.stream(.initialState).substream(place.key)
      Self.fill(&publicness, traits, Profiles.publicness, place, draws, 0)
      Self.fill(&identification, traits, Profiles.identification, place, draws, 1)
      Self.fill(&expectation, traits, Profiles.expectation, place, draws, 2)
      Self.fill(&opinion, traits, Profiles.opinion, place, draws, 3, spread: conditions[.heterogeneity])
      for body in BodyClass.allCases {
        // Half of the variance is a person's trust or efficacy in general, half concerns the class of bodies.
        Self.fill(
          &trust, traits, Profiles.trust[body.rawValue], place, draws, 6 + body.rawValue, of: body, general: 4
        )
        Self.fill(
          &efficacy, traits, Profiles.efficacy[body.rawValue], place, draws, 10 + body.rawValue, of: body,
          general: 5)
      }
    }
  }

  private static func skill(of trait: Traits, u: Double) -> Traits.Skill {
    if !trait.isAdult { return .none }
    let organising = trait.isMember ? Profiles.organisingMembers : Profiles.organising
    if u < organising { return .organising }
    let professional =
      switch trait.occupation {
      case .employed: Profiles.professionalEmployed
      case .retired: Profiles.professionalRetired
      case .other: Profiles.professionalOther
      }
    return u < organising + professional ? .professional : .none
  }

  /// Fills one state of a neighbourhood's residents with bell-shaped draws, cut off at 0 and 1.
  private static func fill(
    _ column: inout Column<Float>, _ traits: borrowing Column<Traits>, _ initial: Profiles.Initial,
    _ place: Places.Neighbourhood,
    _ draws: RandomStream, _ count: Int, of body: BodyClass = .committee, general: Int? = nil,
    spread: Double = 1
  ) {
    // States by class of bodies stand side by side for each resident; the others have one place each.
    let stride = column.count / traits.count
    let offset = body.rawValue
    let deviation = initial.deviation * spread
    for resident in place.residents {
      let trait = traits[resident]
      let local = resident - place.residents.lowerBound
      var value = draws.bell(local, count)
      if let general { value = (value + draws.bell(local, general)) * 0.7071067811865476 }
      value = initial.mean + deviation * value
      value += trait.occupation == .retired ? initial.retired : 0
      value += trait.isOwner ? initial.owner : 0
      value += trait.isMigrant ? initial.migrant : 0
      value += trait.isMember ? initial.member : 0
      column[resident * stride + offset] = Float(max(0, min(1, value)))
    }
  }
}
