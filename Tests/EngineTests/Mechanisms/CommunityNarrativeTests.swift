import Testing

@testable import Engine

@Suite struct CommunityNarrativeTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("narrative", options: ["perYear": .number(52)].merging(options) { $1 })
  }

  @Test func messagesAreStructure() {
    let structure = StructureSample.shared.structure([
      MechanismUse(
        "narrative", places: .named(["C"]),
        options: ["sender": .choice("groups"), "audience": .choice("young"), "position": .number(0.7)])
    ])
    #expect(structure.messages[0].isEmpty)
    #expect(
      structure.messages[2] == [
        Message(
          perYear: 12, sender: .groups, audience: .young, reach: 0.3, position: 0.7, translated: 0.5,
          minutes: 120)
      ])
  }

  /// A reader is a partner who alone moves: with full trust and no translation as in an encounter.
  @Test func aMessageIsAnEncounterWithOneWhoDoesNotMove() {
    func read(_ x: Double, translated: Double = 0, trust: Double = 1) -> Double {
      Narrative.reading(x, message: 0.9, translated: translated, trust: trust, rate: 0.3, confidence: 0.3)
    }
    #expect(read(0.7) == Narrative.encounter(0.7, 0.9, rate: 0.3, confidence: 0.3).0)
    #expect(read(0.5) == 0.5)
    #expect(read(0.5, translated: 0.5) > 0.5)
    #expect(read(0.5, translated: 1) == 0.5)
    #expect(read(0.7, trust: 0) == 0.7 && read(0.7, trust: 0.5) < read(0.7))
  }

  /// Opinions after a year of messages, without any other encounter.
  private func opinions(_ mechanisms: [MechanismUse], member: Bool? = nil, weeks: Int = 20) throws -> [Float]
  {
    var setting = Setting.small(mechanisms)
    setting.parameters[.meetingChance] = 0
    setting.parameters[.everydayMeetings] = 0
    setting.parameters[.asksPerTie] = 0
    setting.conditions.values[.heterogeneity] = 0.2
    setting.parameters[.joinBase] = -9
    setting.parameters[.selfHelp] = 0
    var world = try World(setting, seed: 9, replicate: 0)
    for _ in 0..<weeks { world.advance() }
    return (0..<world.population.residents.count).filter {
      member == nil || world.population.residents.traits[$0].isMember == member
    }.map { world.population.residents.opinion[$0] }
  }

  @Test func messagesMoveTheirAudienceAndNobodyElse() throws {
    let options: [String: OptionValue] = [
      "audience": .choice("members"), "position": .number(1), "translated": .number(0.5), "reach": .number(1),
    ]
    #expect(try opinions([use(options)], member: true) != opinions([], member: true))
    #expect(try opinions([use(options)], member: false) == opinions([], member: false))
  }

  @Test func aMessageTakesItsSendersTime() throws {
    func spent(_ minutes: Double, _ sender: String) throws -> [Float] {
      try opinions([use(["minutes": .number(minutes), "sender": .choice(sender)])], weeks: 3)
    }
    // A branch of one person has the time; groups' members have not.
    #expect(try spent(1_200, "core") != opinions([], weeks: 3))
    #expect(try spent(1_200, "groups") == opinions([], weeks: 3))
  }

  /// Too far from what residents think, an untranslated message is not heard by anybody, whatever it cost.
  @Test func aMessageTooFarAwayDoesNothingGood() throws {
    var setting = Setting.small([
      use(["position": .number(1), "translated": .number(0), "reach": .number(1)])
    ])
    setting.parameters[.confidence] = 0.05
    setting.conditions.values[.heterogeneity] = 0
    var world = try World(setting, seed: 9, replicate: 0)
    let before = (0..<world.population.residents.count).map { world.population.residents.opinion[$0] }
    #expect(before.allSatisfy { $0 < 0.95 })
    for phase in Phase.all.prefix(5) { world.run(phase) }
    let start = world.ledger.balance(.time, world.slots.slot(.generalBranch, 0))
    world.with(Narrative.self) { Narrative.send(&$0) }
    #expect(world.ledger.balance(.time, world.slots.slot(.generalBranch, 0)) == start - 120)
    #expect(before == (0..<world.population.residents.count).map { world.population.residents.opinion[$0] })
  }
}
