import Testing

@testable import Engine

@Suite struct ResidentsCouncilsTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("residentsCouncils", options: options)
  }

  @Test func whoSitsIsChosen() throws {
    let rows: [(String, ActorKind, SeatPool, Double)] = [
      ("residents", .residentsCouncil, .everybody, 1), ("members", .membersCouncil, .members, 1),
      ("mixed", .residentsCouncil, .members, 0.5), ("renters", .residentsCouncil, .renters, 1),
    ]
    for (who, kind, pool, share) in rows {
      let structure = StructureSample.shared.structure([use(["who": .choice(who)])])
      let council = try #require(structure[platform: kind, 2])
      #expect(council.pool == pool && council.poolShare == share)
      #expect(council.residentSeats == 15 && council.meetingsPerYear == 12 && council.decides == 0.5)
      let hearing = try #require(structure.rights[2].hearings.first)
      #expect(hearing.rounds == 1 && hearing.quorum == 0.3 && hearing.share == 0.5 && hearing.decides == 0)
    }
  }

  @Test func seatsAreFilledFromThosePeople() throws {
    var world = try World(.small([use(["who": .choice("mixed")])]), seed: 1, replicate: 0)
    let council = try #require(world.structure[platform: .residentsCouncil, 0])
    let kept = world.with(Attendance.self) { $0.candidates(for: 0, of: council, in: 0) }
    let open = world.with(Attendance.self) { $0.candidates(for: 14, of: council, in: 0) }
    #expect(!kept.isEmpty)
    #expect(kept.allSatisfy { world.population.residents.traits[Int($0)].isRegisteredMember })
    #expect(open == world.neighbourhoods[0].candidates)
    #expect(!open.allSatisfy { world.population.residents.traits[Int($0)].isRegisteredMember })
  }

  /// A hearing that must have everybody never counts: what needs it is never decided.
  @Test func aQuorumThatIsNeverMetDoesNothingGood() throws {
    func decided(quorum: Double) throws -> Int {
      let use = use(["decisions": .number(1), "quorum": .number(quorum)])
      var setting = Setting.smallWithoutTakingUp([use])
      setting.parameters[.attendBase] = -1.5
      var world = try World(setting, seed: 1, replicate: 0)
      var most = 0
      for _ in 0..<30 {
        world.advance()
        most = max(most, world.localDecided)
      }
      return most
    }
    #expect(try decided(quorum: 0.2) > 0)
    #expect(try decided(quorum: 1) == 0)
  }
}
