/// Renown: acts that are made known give those who did them confidence, and are heard of by people who would not
/// have seen them.
///
/// Among neighbours this is social influence (the threshold law) over another channel than ties: in each building
/// group it is kept how many active people somebody there has heard of on average, which fades over a quarter, as
/// activity of ties does. Names of strangers are news and no more.
enum Renown: ReadsDemands, ReadsTies, ChangesPlaces, ChangesResidents, UsesUnitRelations {
  /// Weeks for which an act is remembered on average, as long as those of one's ties.
  static let weeks = Float(Calendar.weeksPerQuarter)
  /// Below this nobody has heard of anybody: it spares fading what no longer counts.
  static let nothing: Float = 0.001

  static func run(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods.indices { fade(&world, n) }
    for n in world.neighbourhoods.indices {
      let recognition = world.structure.recognition[n]
      if recognition.acts > 0 { honourResidents(&world, n, recognition) }
      if recognition.units > 0 { honourUnits(&world, n, recognition.units) }
    }
  }

  private static func fade(_ world: inout Reach<Self>, _ n: Int) {
    if world.neighbourhoods[n].heardOf.isEmpty { return }
    for g in world.neighbourhoods[n].heardOf.indices {
      world.write.neighbourhoods[n].heardOf[g] *= 1 - 1 / weeks
    }
    if world.neighbourhoods[n].heardOf.allSatisfy({ $0 < nothing }) {
      world.write.neighbourhoods[n].heardOf = []
    }
  }

  /// A share (0–1) of the people of building groups of a neighbourhood hears of one active person more.
  static func tell(_ world: inout Reach<Self>, _ n: Int, groups: Range<Int>, share: Double) {
    let all = world.places.neighbourhoods[n].groups
    if world.neighbourhoods[n].heardOf.isEmpty {
      world.write.neighbourhoods[n].heardOf = Array(repeating: 0, count: all.count)
    }
    for group in groups { world.write.neighbourhoods[n].heardOf[group - all.lowerBound] += Float(share) }
  }

  /// Of this week's acts a share is chosen: by superiors, who know members and representatives, or by residents, who
  /// know those with many ties.
  private static func honourResidents(_ world: inout Reach<Self>, _ n: Int, _ recognition: Recognition) {
    let people = world.neighbourhoods[n].participants.map { Int($0.resident) }
    let key = world.places.neighbourhoods[n].residents.lowerBound
    let draws = world.random.stream(.recognitionChoice, week: world.week)
    let number = min(people.count, draws.rounded(recognition.acts * Double(people.count), key))
    if number == 0 { return }
    let rankings = [true, false].map { byResidents in
      people.indices.map {
        (renown(world, n, people[$0], byResidents: byResidents) + draws.uniform(people[$0], -1), $0)
      }
      .sorted { ($0.0, $1.1) > ($1.0, $0.1) }.map(\.1)
    }
    var isChosen = [Bool](repeating: false, count: people.count)
    for k in 0..<number {
      let ranking = rankings[draws.happens(recognition.residentsVote, key, k + 1) ? 0 : 1]
      guard let index = ranking.first(where: { !isChosen[$0] }) else { break }
      isChosen[index] = true
      let person = people[index]
      let efficacy = world.classIndex(.associations, person)
      world.write.residents.efficacy[efficacy] +=
        Float(world.setting.parameters[.experienceGain]) * (1 - world.residents.efficacy[efficacy])
      if recognition.audience == .group {
        // Neighbours who hear of it have somebody active among them.
        let group = world.group(of: person, in: n)
        tell(&world, n, groups: group..<(group + 1), share: world.setting.parameters[.meetingChance])
      }
    }
    publish(&world, n, recognition.audience)
  }

  /// Beyond the building group the week's names are one piece of news, of the weight of a building's matter, for
  /// people who do not know them.
  private static func publish(_ world: inout Reach<Self>, _ n: Int, _ audience: Audience) {
    let associations = Residents.BodyClass.associations.rawValue
    let p = world.setting.parameters
    let news = Float(p[.newsReach] * p[.buildingNews])
    switch audience {
    case .group: break
    case .neighbourhood: world.write.neighbourhoods[n].news.success[associations] += news
    case .subdistrict:
      let all = world.places.subdistricts[world.places.neighbourhoods[n].subdistrict].neighbourhoods
      for other in all {
        world.write.neighbourhoods[other].news.success[associations] += news / Float(all.count)
      }
    }
  }

  /// How well somebody is known to those who choose.
  private static func renown(_ world: borrowing Reach<Self>, _ n: Int, _ i: Int, byResidents: Bool) -> Double
  {
    if byResidents { return Double(world.ties.degree(of: i)) }
    return (world.residents.traits[i].isRegisteredMember ? 1 : 0)
      + (world.neighbourhoods[n].candidates.contains(UInt32(i)) ? 1 : 0)
  }

  /// Units whose gift of this week is made known come nearer, as after a sitting that decided.
  private static func honourUnits(_ world: inout Reach<Self>, _ n: Int, _ share: Double) {
    let draws = world.random.stream(.recognitionChoice, week: world.week)
    for project in world.neighbourhoods[n].projects
    where project.unit >= 0 && Int(project.started) == world.week {
      if draws.happens(share, Int(world.demands[project.demand].key), -2) {
        UnitRelations.experience(
          &world.unitRelations, unit: Int(project.unit), success: true,
          weight: world.setting.parameters[.minorExperience])
      }
    }
  }
}
