import Testing

@testable import Engine

@Suite struct OnlineChannelsTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("onlineChannels", options: options)
  }

  @Test func aChannelReachesAgesAsSaid() {
    let structure = StructureSample.shared.structure([
      MechanismUse(
        "onlineChannels", places: .named(["A"]),
        options: ["reachYoung": .number(0.9), "reachOld": .number(0.1), "answeredBy": .choice("volunteers")])
    ])
    let channel = structure.channels[0]!
    #expect(channel.reach.count == 3 && (channel.reach[1] - 0.5).magnitude < 1e-12)
    #expect(channel.answeredBy == .volunteers && channel.minutes == 10 && structure.channels[1] == nil)
    #expect(OnlineUse.band(.from30) == 0 && OnlineUse.band(.from50) == 1 && OnlineUse.band(.from70) == 2)
  }

  @Test func onlyUsersHaveTheChannelAndForGood() throws {
    var world = try World(
      .small([use(["reachYoung": .number(1), "reachOld": .number(0)])]), seed: 1, replicate: 0)
    var before: [Bool] = []
    for i in world.places.neighbourhoods[0].residents {
      let isUser = world.with(OnlineUse.self) { OnlineUse.ease($0, resident: i, 0) } != nil
      before.append(isUser)
      let age = world.population.residents.traits[i].age
      if age == .from18 { #expect(isUser) }
      if age == .from70 { #expect(!isUser) }
    }
    for _ in 0..<3 { world.advance() }
    #expect(
      before
        == world.with(OnlineUse.self) { reach in
          reach.places.neighbourhoods[0].residents.map { OnlineUse.ease(reach, resident: $0, 0) != nil }
        }
    )
  }

  @Test func lessEffortRaisesTheChanceOfTheChannelAlone() {
    func situation(_ ease: Double?) -> Voice.Situation {
      Voice.Situation(
        efficacy: SIMD4(repeating: 0.5), trust: SIMD4(repeating: 0.5), grievance: 0.1, publicness: 0.3,
        ties: 0.5,
        known: 0.3, knowsMember: false, mayPetition: false, salience: 0.5, onlineEase: ease)
    }
    let p = Parameters()
    let online = Voice.Channel.online.rawValue
    let none = Voice.utilities(situation(nil), p)
    #expect(none[online] == -.infinity && Voice.chances(none)[online] == 0)
    let hard = Voice.utilities(situation(0), p)
    let easy = Voice.utilities(situation(0.5), p)
    #expect((easy[online] - hard[online] + 0.5 * p[.voiceBase]).magnitude < 1e-12)
    for k in 0..<6 { #expect(easy[k] == none[k]) }
  }

  private func run(_ options: [String: OptionValue], on: Bool = true, replicate: Int = 0) throws -> RunResult
  {
    var setting = Setting.small(on ? [use(options)] : [])
    setting.conditions.values[.associations] = 0
    setting.parameters[.founding] = 0
    return try Simulation.run(setting, seed: 6, replicate: replicate)
  }

  @Test func answeredPostsAreVoices() throws {
    let with = try run(["ease": .number(0.6)])
    let without = try run([:], on: false)
    let committee = Measure.index("trust_committee")
    #expect(with.measures[committee] > 0)
    #expect(with.fingerprint != without.fingerprint)
  }

  @Test func newsGoesFurtherAsFarAsTheChannelIsUsed() throws {
    let options: [String: OptionValue] = [
      "news": .number(2), "reachYoung": .number(1), "reachOld": .number(0),
    ]
    #expect(try newsGain(.small([use(options)])) == 1)
    #expect(try newsGain(.small()) == 0)
  }

  /// Posts that nobody answers bring no matter to the committee and cost it trust; nor do volunteers help where there
  /// are no groups.
  @Test func aChannelNobodyAnswersDoesNothingGood() throws {
    func trust(_ options: [String: OptionValue], on: Bool = true) throws -> Double {
      let runs = try (0..<16).map { try run(options, on: on, replicate: $0) }
      return runs.reduce(0) { $0 + $1.measures[Measure.index("trust_committee")] } / 16
    }
    let without = try trust([:], on: false)
    for answerer in ["nobody", "volunteers"] {
      let options: [String: OptionValue] = ["answeredBy": .choice(answerer), "news": .number(0)]
      #expect(try trust(options) < without, "\(answerer)")
    }
  }

  private func newsGain(_ setting: Setting) throws -> Double {
    var world = try World(setting, seed: 1, replicate: 0)
    return world.with(OnlineUse.self) { OnlineUse.newsGain($0, 0) }
  }
}
