import Testing

@testable import Engine

@Suite struct DeliberationTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("deliberation", options: options)
  }

  @Test func mattersOfLivelihoodNeedHearings() throws {
    let structure = StructureSample.shared.structure([use()])
    let hearing = try #require(structure.rights[0].hearings.first)
    #expect(hearing.rounds == 2 && hearing.minutes == 120 && hearing.quorum == 0.3 && hearing.decides == 1)
    #expect(structure.rights[0].hearing(for: .sample(.elderCare, .building)) == hearing)
    #expect(structure.rights[0].hearing(for: .sample(.cultureSport, .building)) == nil)
    let all = StructureSample.shared.structure([use(["matters": .choice("all")])])
    #expect(all.rights[0].hearing(for: .sample(.cultureSport, .building)) != nil)
  }

  @Test func ofTwoHearingsTheLongerHolds() {
    var rights = Rights()
    for rounds in [1, 4, 2] {
      rights.hearings.append(Hearing(kinds: .all, rounds: rounds, minutes: 60, quorum: 0))
    }
    #expect(rights.hearing(for: .sample(.safety, .building))?.rounds == 4)
  }

  private func world(_ options: [String: OptionValue], brokering: Double, weeks: Int) throws -> World {
    let hours = MechanismUse(
      "steeringStyle",
      options: ["relaying": .number(0), "brokering": .number(brokering), "serving": .number(1 - brokering)])
    var setting = Setting.smallWithoutTakingUp([
      use(options.merging(["matters": .choice("all")]) { a, _ in a }), hours,
    ])
    setting.forms.mediation = .residents
    setting.conditions.values[.contestedShare] = 2
    var world = try World(setting, seed: 1, replicate: 0)
    for _ in 0..<weeks { world.advance() }
    return world
  }

  /// Those who come find opposed interests and make room; those who are heard decide without a sitting.
  @Test func hearingsFindOpposedInterestsAndDecide() throws {
    let world = try world(["quorum": .number(0.1)], brokering: 0.5, weeks: 30)
    let decided = world.demands.rows.filter {
      ScopeSet.local.contains($0.scope) && ($0.state == .resourced || $0.state == .inWork)
    }
    #expect(!decided.isEmpty && decided.allSatisfy { $0.heard == 2 })
    #expect(decided.contains { $0.oppositionKnown && $0.accommodated > 0 })
    #expect(decided.allSatisfy { $0.accommodated >= 0 && $0.accommodated <= 1 })
    let isByThem = decided.allSatisfy { world.slots.kinds[Int($0.holder)] == .residentsAssembly }
    #expect(isByThem)
  }

  /// With nobody who has the time to chair, no hearing is held, and what needs one is never decided.
  @Test func withoutAChairItDoesNothingGood() throws {
    let world = try world(["quorum": .number(0)], brokering: 0, weeks: 30)
    let decided = world.localDecided
    let isHeard = world.demands.rows.contains { $0.heard > 0 }
    let waits = world.neighbourhoods.contains { $0.matters.count > 10 }
    #expect(decided == 0 && !isHeard && waits)
  }
}
