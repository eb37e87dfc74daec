import Testing

@testable import Engine

@Suite struct LeadershipSystemTests {
  private let sample = StructureSample.shared
  private let bodies: [ActorKind] = [
    .workingCommittee, .administrativePartyGroup, .communityPartyCommittee,
  ]

  @Test func theAdministrativeGroupJoinsTheDepartments() throws {
    let structure = sample.structure([MechanismUse("leadershipSystem", places: .named(["S"]))])
    let before = try #require(sample.base[.subdistrictOffice, 0])
    let each = Int(Double(before.staffMinutes) * 0.1) / 3
    for kind in bodies {
      #expect(structure[kind, 0]?.staffMinutes == each && structure[kind, 1] == nil)
      #expect(structure[kind, 0]?.hours == before.hours)
    }
    #expect(structure[.subdistrictOffice, 0]?.staffMinutes == before.staffMinutes - 3 * each)
    for n in 0..<4 {
      #expect(structure.relations[n].handover == (n < 2 ? 0.85 : 0.5))
      #expect(structure.relations[n].referral == (n < 2 ? 0.85 : 0.5))
      #expect(structure.information[n].reach == (n < 2 ? .subdistrict : .neighbourhood))
    }
  }

  /// Three lines side by side have a path upwards, but no table at which departments meet.
  @Test func threeLinesSideBySideHandNothingOver() {
    let structure = sample.structure([
      MechanismUse("leadershipSystem", options: ["form": .choice("1+3"), "convening": .flag(false)])
    ])
    #expect(structure[.administrativePartyGroup, 0] == nil)
    #expect(structure[.workingCommittee, 0] == structure[.communityPartyCommittee, 0])
    #expect(structure.relations[0].handover == 0.5 && structure.relations[0].referral == 0.85)
    #expect(structure.information == sample.base.information)
  }

  private func leadership(_ options: [String: OptionValue]) -> Setting {
    .small([MechanismUse("leadershipSystem", options: options)], [.crossDepartmentShare: 3])
  }

  /// What concerns several departments is on its way for a shorter time.
  @Test func aTableOfDepartmentsShortensTheWay() throws {
    let sure = try leadership(["handover": .number(1)]).world(after: 30).count(.referred)
    let apart = try leadership(["handover": .number(0)]).world(after: 30).count(.referred)
    #expect(sure > 0 && 3 * sure < 2 * apart)
  }

  /// Bodies that take half of the office's people and keep no better path help nothing: fewer cross-department
  /// needs are met, and the office's queue is longer.
  @Test func aTableWithoutPathsDoesNothingGood() throws {
    var setting = leadership([
      "staff": .number(0.5), "handover": .number(0), "convening": .flag(false),
      "linkedLevels": .flag(false),
    ])
    setting.conditions.values[.officeStaff] = 3
    func waiting(_ setting: Setting) throws -> (queue: Int, resolved: Double) {
      let world = try setting.world(after: 40)
      return (world.actors[world.slots.slot(.subdistrictOffice, 0)].queue.count, world.counted(.resolved))
    }
    let with = try waiting(setting)
    setting.mechanisms = []
    let without = try waiting(setting)
    #expect(with.queue > without.queue)
    #expect(with.resolved <= without.resolved)
  }
}
