/// Renown: acts that are made known give those who did them confidence, and are seen by people who would not have
/// heard of them.
///
/// Social influence (the threshold law) over another channel than ties; who is seen active by people who know it
/// anyway moves nobody.
enum Renown {
  /// Weeks for which an act is seen, as long as those of one's ties.
  static let weeks = 13

  static func run(_ world: inout World) {
    for n in world.neighbourhoods.indices {
      if !world.neighbourhoods[n].seen.isEmpty {
        let week = world.week
        world.neighbourhoods[n].seen.removeAll { Int($0.until) <= week }
      }
      let recognition = world.structure.recognition[n]
      if recognition.acts > 0 { honourResidents(&world, n, recognition) }
      if recognition.units > 0 { honourUnits(&world, n, recognition.units) }
    }
  }

  /// Somebody hears that a resident is active, if they do not see it anyway.
  static func show(_ world: inout World, _ person: Int, to other: Int) {
    if other == person || !world.population.residents.traits[other].isAdult { return }
    var isTied = false
    world.population.ties.forEach(of: other) { neighbour, _ in isTied = isTied || neighbour == person }
    if isTied { return }
    world.neighbourhoods[Int(world.homes[other])].seen.append(
      SeenAct(by: UInt32(other), until: Int32(world.week + weeks)))
  }

  /// Of this week's acts a share is chosen: by superiors, who know members and representatives, or by residents, who
  /// know those with many ties.
  private static func honourResidents(_ world: inout World, _ n: Int, _ recognition: Recognition) {
    var left = world.neighbourhoods[n].participants.map { Int($0.resident) }
    let key = world.places.neighbourhoods[n].residents.lowerBound
    let draws = world.random.stream(.recognitionChoice, week: world.week)
    let number = min(left.count, draws.rounded(recognition.acts * Double(left.count), key))
    for k in 0..<number {
      let byResidents = draws.happens(recognition.residentsVote, key, k + 1)
      var best = 0
      var most = -1.0
      for (index, i) in left.enumerated() {
        let score = renown(world, n, i, byResidents: byResidents) + draws.uniform(i, -1)
        if score > most { (best, most) = (index, score) }
      }
      let person = left.remove(at: best)
      let efficacy = world.classIndex(.associations, person)
      world.population.residents.efficacy[efficacy] +=
        Float(world.setting.parameters[.experienceGain]) * (1 - world.population.residents.efficacy[efficacy])
      tell(&world, n, person, recognition.audience)
    }
    if number > 0 && recognition.audience != .group {
      // The week's names are one piece of news, of the weight of a building's matter.
      world.neighbourhoods[n].news.success[Residents.BodyClass.associations.rawValue] +=
        Float(world.setting.parameters[.newsReach] * 0.3)
    }
  }

  /// How well somebody is known to those who choose.
  private static func renown(_ world: borrowing World, _ n: Int, _ i: Int, byResidents: Bool) -> Double {
    if byResidents { return Double(world.population.ties.degree(of: i)) }
    return (world.population.residents.traits[i].isRegisteredMember ? 1 : 0)
      + (world.neighbourhoods[n].candidates.contains(UInt32(i)) ? 1 : 0)
  }

  /// An act is told: face to face in a building group; beyond it to as many as the news of a neighbourhood
  /// reaches, who may live anywhere in the audience.
  private static func tell(_ world: inout World, _ n: Int, _ person: Int, _ audience: Audience) {
    let p = world.setting.parameters
    let draws = world.random.stream(.recognitionAudience, week: world.week)
    let own = world.places.neighbourhoods[n]
    let range: Range<Int>
    let mean: Double
    switch audience {
    case .group:
      range = world.places.groups[world.group(of: person, in: n)].residents
      mean = p[.meetingChance] * Double(range.count)
    case .neighbourhood:
      range = own.residents
      mean = p[.newsReach] * Double(own.residents.count)
    case .subdistrict:
      range = world.places.subdistricts[own.subdistrict].residents
      mean = p[.newsReach] * Double(own.residents.count)
    }
    if range.isEmpty { return }
    for k in 0..<draws.poisson(mean: mean, person) {
      show(&world, person, to: range.lowerBound + draws.index(below: range.count, person, 10 + k))
    }
  }

  /// Units whose gift of this week is made known come nearer, as after a sitting that decided.
  private static func honourUnits(_ world: inout World, _ n: Int, _ share: Double) {
    let draws = world.random.stream(.recognitionChoice, week: world.week)
    for project in world.neighbourhoods[n].projects
    where project.unit >= 0 && Int(project.started) == world.week {
      if draws.happens(share, Int(world.demands[project.demand].key), -2) {
        UnitRelations.experience(&world, unit: Int(project.unit), success: true, weight: 0.3)
      }
    }
  }
}
