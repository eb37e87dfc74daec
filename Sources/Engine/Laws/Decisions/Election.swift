/// Election of the residents' committees: who truly votes, and what is reported.
///
/// A logit of age, membership, identification, origin and free time; those who stay away are reached for a proxy
/// vote as far as the committee spends its hours on relaying, so reports and participation part.
enum Election: ReadsPlaces, ReadsResidents, Counts {
  /// The term of a committee, and when the first election of a run falls: three years and two.
  static let cycle = 3 * Calendar.weeksPerYear
  static let firstWeek = 2 * Calendar.weeksPerYear

  static func isDue(week: Int) -> Bool { week >= firstWeek && (week - firstWeek) % cycle == 0 }

  /// Counts of the groups that surveys tell apart.
  private static func count(_ world: inout Reach<Self>, _ n: Int, _ traits: Traits, _ comes: Bool) {
    let vote: Double = comes ? 1 : 0
    let age: (Counter, Counter)? =
      switch traits.age {
      case .from18: (.voters18, .votes18)
      case .from50: (.voters50, .votes50)
      case .from70: (.voters70, .votes70)
      default: nil
      }
    if let age {
      world.write.tally.add(age.0, n)
      world.write.tally.add(age.1, n, vote)
    }
    if traits.isMember {
      world.write.tally.add(.votersMembers, n)
      world.write.tally.add(.votesMembers, n, vote)
    }
  }

  static func run(_ world: inout Reach<Self>) {
    if !isDue(week: world.week) { return }
    let p = world.setting.parameters
    let draws = world.random.stream(.voting, week: world.week)
    for n in world.neighbourhoods.indices {
      var voters = 0.0
      var votes = 0.0
      for i in world.places.neighbourhoods[n].residents {
        let traits = world.residents.traits[i]
        if !traits.isAdult { continue }
        voters += 1
        let u =
          p[.voteBase] + p[.voteAge] * Double(traits.age.rawValue - 1).squareRoot()
          + (traits.isMember ? p[.voteMember] : 0)
          + p[.commitmentWeight] * Double(world.residents.identification[i])
          + p[.timeCost] * Double(world.residents.freeHours[i]) / Calendar.hoursPerWorkWeek
          + (traits.isMigrant ? p[.voteMigrant] : 0)
        let comes = draws.happens(FixedMath.logistic(u), i)
        if comes { votes += 1 }
        count(&world, n, traits, comes)
      }
      let relaying = world.structure[.residentsCommittee, n]?.hours.relaying ?? 0
      world.write.tally.add(.voters, n, voters)
      world.write.tally.add(.votesTrue, n, votes)
      world.write.tally.add(.votesOfficial, n, votes + (voters - votes) * min(1, p[.proxyVotes] * relaying))
    }
  }
}
