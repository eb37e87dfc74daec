import Testing

@testable import Engine

@Suite struct MicroWishesTests {
  @Test func pledgesAddUpOverMembersAndUnits() {
    let sample = StructureSample.shared
    let board = sample.structure([MechanismUse("microWishes")]).services[1].board
    #expect(board?.posted == 0.3 && board?.weeks == 4)
    #expect(board?.membersMinutes == 6.0 * 60 / 52 * Double(sample.record.members[1]))
    #expect(board?.unitsMinutes == 12.0 * 60 / 52 * Double(sample.record.units[1]))
    let members = sample.structure([
      MechanismUse("microWishes", options: ["takenUpBy": .choice("members")])
    ])
    #expect(members.services[1].board?.unitsMinutes == 0)
    #expect(members.services[1].board?.membersMinutes == board?.membersMinutes)
  }

  private func world(_ options: [String: OptionValue], relation: Float? = nil) throws -> World {
    let usual: [String: OptionValue] = ["posted": .number(1)]
    let use = MechanismUse("microWishes", options: usual.merging(options) { _, new in new })
    var setting = Setting.small([use])
    if relation != nil { setting.parameters[.willingness] = 1 }
    var world = try World(setting, seed: 3, replicate: 1)
    for _ in 0..<30 {
      if let relation { world.setRelations(relation) }
      world.advance()
    }
    return world
  }

  /// Members' time goes to wishes; technical needs and public matters are not on the board.
  @Test func membersTakeUpWishes() throws {
    let world = try world(["takenUpBy": .choice("members"), "memberHours": .number(100)])
    #expect(world.neighbourhoods.contains { !$0.pledging.isEmpty })
    #expect(world.flow(.time, .service, from: .residents, to: .doneWork) > 0)
    #expect(world.counted(.resolved13Service) > 0)
    for place in world.neighbourhoods {
      for id in place.wishes {
        #expect(!world.demands[id].technical && !world.demands[id].isPublic)
        #expect(world.demands[id].state == .registered)
      }
    }
  }

  @Test func unitsHelpWhenTheyAreNear() throws {
    let options: [String: OptionValue] = ["takenUpBy": .choice("units"), "unitHours": .number(500)]
    #expect(try world(options, relation: 0.6).flow(.time, .service, from: .units, to: .doneWork) > 0)
    #expect(try world(options, relation: 0).flow(.time, .service, from: .units, to: .doneWork) == 0)
  }

  /// A board that nobody has pledged time for only makes needs wait.
  @Test func aBoardWithoutPledgesDoesNothingGood() throws {
    func served(_ mechanisms: [MechanismUse]) throws -> Double {
      let result = try Simulation.run(.small(mechanisms), seed: 3, replicate: 1)
      return result.measures[Measure.index("responsiveness_service")]
    }
    let empty = MechanismUse(
      "microWishes",
      options: [
        "posted": .number(1), "memberHours": .number(0), "unitHours": .number(0), "boardWeeks": .number(26),
      ])
    #expect(try served([]) > 0.1)
    #expect(try served([empty]) < served([]) / 2)
  }
}
