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
    world.with(Renown.self) { Renown.run(&$0) }
    return world
  }

  private let all: [String: OptionValue] = ["acts": .number(1)]

  @Test func whatNeighboursHearFadesOverAQuarter() throws {
    var world = try honoured(all.merging(["audience": .choice("group")]) { $1 }, acts: 1)
    let person = Int(world.neighbourhoods[0].participants[0].resident)
    let own = world.group(of: person, in: 0) - world.places.neighbourhoods[0].groups.lowerBound
    let told = Float(world.parameters[.meetingChance])
    for (g, heard) in world.neighbourhoods[0].heardOf.enumerated() { #expect(heard == (g == own ? told : 0)) }
    #expect(world.neighbourhoods[1].heardOf.isEmpty && world.neighbourhoods[0].news.success == .zero)
    world.neighbourhoods[0].participants = []
    for _ in 0..<13 { world.with(Renown.self) { Renown.run(&$0) } }
    let left = world.neighbourhoods[0].heardOf[own]
    #expect(left < 0.4 * told && left > 0.3 * told)
    for _ in 0..<100 { world.with(Renown.self) { Renown.run(&$0) } }
    #expect(world.neighbourhoods[0].heardOf.isEmpty)
  }

  /// Names of people one does not know are news: all of it in one neighbourhood, or shared out.
  @Test func strangersNamesAreNews() throws {
    func news(_ audience: String) throws -> [Float] {
      let world = try honoured(all.merging(["audience": .choice(audience)]) { $1 }, acts: 5)
      #expect(world.neighbourhoods.allSatisfy { $0.heardOf.isEmpty })
      return world.neighbourhoods.map { $0.news.success[Residents.BodyClass.associations.rawValue] }
    }
    let near = try news("neighbourhood")
    let wide = try news("subdistrict")
    #expect(near[0] > 0 && near[1] == 0 && near[2] == 0)
    #expect(wide.allSatisfy { ($0 - near[0] / 3).magnitude < 1e-7 })
  }

  /// Whoever has heard of active people comes as if they were ties.
  @Test func havingHeardCountsAsActiveTies() {
    let weights = Participation.Weights(Parameters())
    func utility(ties: Float, heard: Float) -> Float {
      Participation.utility(
        readiness: 0, asked: 0, activeTies: ties / 8, identification: 0.5, publicness: 0.5, efficacy: 0.5,
        fatigue: 0, weights) + weights.influence(of: heard)
    }
    #expect((utility(ties: 3, heard: 0) - utility(ties: 0, heard: 3)).magnitude < 1e-5)
    #expect(utility(ties: 0, heard: 8) == utility(ties: 0, heard: 80))
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
    #expect(world.fingerprint() == before && world.neighbourhoods.allSatisfy { $0.heardOf.isEmpty })
    #expect(world.neighbourhoods.allSatisfy { $0.news.success == .zero })
    #expect(try honoured(all, acts: 5).fingerprint() != before)
  }
}
