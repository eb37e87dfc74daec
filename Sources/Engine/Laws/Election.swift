/// Election of the residents' committees: who truly votes, and what is reported.
///
/// A logit of age, membership, identification, origin and free time; those who stay away are reached for a proxy
/// vote as far as the committee spends its hours on relaying, so reports and participation part.
enum Election {
  static let cycle = 156
  static let firstWeek = 104

  static func isDue(week: Int) -> Bool { week >= firstWeek && (week - firstWeek) % cycle == 0 }

  static func run(_ world: inout World) {
    if !isDue(week: world.week) { return }
    let p = world.setting.parameters
    let draws = world.random.stream(.voting, week: world.week)
    for n in world.neighbourhoods.indices {
      var voters = 0.0
      var votes = 0.0
      for i in world.places.neighbourhoods[n].residents {
        let traits = world.population.residents.traits[i]
        if !traits.isAdult { continue }
        voters += 1
        let u =
          p[.voteBase] + p[.voteAge] * Double(traits.age.rawValue - 1)
          + (traits.isMember ? p[.voteMember] : 0)
          + p[.voteIdentification] * Double(world.population.residents.identification[i])
          + p[.voteTime] * Double(world.population.residents.freeHours[i]) / 40 - (traits.isMigrant ? 0.5 : 0)
        if draws.happens(FixedMath.logistic(u), i) { votes += 1 }
      }
      let relaying = world.structure[.residentsCommittee, n]?.hours.relaying ?? 0
      world.tally.add(.voters, n, voters)
      world.tally.add(.votesTrue, n, votes)
      world.tally.add(.votesOfficial, n, votes + (voters - votes) * min(1, p[.proxyVotes] * relaying))
    }
  }
}
