import Testing

@testable import Engine

@Suite struct HonourBoardTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("honourBoard", options: options)
  }

  @Test func itMakesKnownWhatItSays() {
    let structure = StructureSample.shared.structure([
      use(["acts": .number(0.1), "audience": .choice("subdistrict"), "units": .number(0)])
    ])
    for recognition in structure.recognition {
      #expect(recognition == Recognition(acts: 0.1, audience: .subdistrict, residentsVote: 0.5, units: 0))
    }
  }

  /// A world of one week in which all adults of neighbourhood 0 in a range took part.
  private func honoured(_ options: [String: OptionValue], acts: Int) throws -> World {
    var world = try World(.small([use(options)]), seed: 1, replicate: 0)
    let adults = world.places.neighbourhoods[0].residents.filter {
      world.population.residents.traits[$0].isAdult
    }
    world.neighbourhoods[0].participants = adults.prefix(acts).map {
      ParticipationRecord(resident: UInt32($0), target: -1)
    }
    Renown.run(&world)
    return world
  }

  private let all: [String: OptionValue] = ["acts": .number(1)]

  @Test func thoseWithoutATieSeeTheActForAQuarter() throws {
    var world = try honoured(all, acts: 1)
    let person = Int(world.neighbourhoods[0].participants[0].resident)
    let seen = world.neighbourhoods[0].seen
    #expect(!seen.isEmpty && seen.allSatisfy { $0.until == 13 && Int($0.by) != person })
    for act in seen {
      #expect(world.population.residents.traits[Int(act.by)].isAdult)
      world.population.ties.forEach(of: Int(act.by)) { other, _ in #expect(other != person) }
    }
    world.neighbourhoods[0].participants = []
    world.week = 13
    Renown.run(&world)
    #expect(world.neighbourhoods[0].seen.isEmpty)
  }

  @Test func audiencesAreWhereTheyLive() throws {
    let near = try honoured(all.merging(["audience": .choice("group")]) { $1 }, acts: 1)
    let person = Int(near.neighbourhoods[0].participants[0].resident)
    let group = near.places.groups[near.group(of: person, in: 0)].residents
    #expect(near.neighbourhoods[0].seen.allSatisfy { group.contains(Int($0.by)) })
    let wide = try honoured(all.merging(["audience": .choice("subdistrict")]) { $1 }, acts: 20)
    #expect(wide.neighbourhoods.allSatisfy { !$0.seen.isEmpty })
  }

  /// Superiors choose members and representatives, residents those who know many.
  @Test func whoVotesDecidesWhoIsHonoured() throws {
    func chosen(_ vote: Double) throws -> (members: Int, ties: Int) {
      let options: [String: OptionValue] = ["acts": .number(0.05), "residentsVote": .number(vote)]
      let before = try World(.small(), seed: 1, replicate: 0)
      let world = try honoured(options, acts: 400)
      var result = (members: 0, ties: 0)
      for record in world.neighbourhoods[0].participants {
        let i = Int(record.resident)
        let index = world.classIndex(.associations, i)
        if world.population.residents.efficacy[index] == before.population.residents.efficacy[index] {
          continue
        }
        let known =
          world.population.residents.traits[i].isRegisteredMember
          || world.neighbourhoods[0].candidates.contains(record.resident)
        result.members += known ? 1 : 0
        result.ties += world.population.ties.degree(of: i)
      }
      return result
    }
    let superiors = try chosen(0)
    let residents = try chosen(1)
    #expect(superiors.members > residents.members && residents.ties > superiors.ties)
  }

  @Test func aBoardDoesNothingGoodWhereNobodyActs() throws {
    let before = try World(.small(), seed: 1, replicate: 0).fingerprint()
    let world = try honoured(all, acts: 0)
    #expect(world.fingerprint() == before && world.neighbourhoods.allSatisfy { $0.seen.isEmpty })
    #expect(world.neighbourhoods.allSatisfy { $0.news.success == .zero })
    #expect(try honoured(all, acts: 5).fingerprint() != before)
  }
}
