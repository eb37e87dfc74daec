import Testing

@testable import Engine

@Suite struct ThreeAlliancesTests {
  private let kinds: [(name: String, kind: ActorKind)] = [
    ("firms", .firmsAlliance), ("residents", .residentsAlliance), ("windows", .windowsAlliance),
  ]
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("threeAlliances", options: options)
  }

  @Test func eachAllianceStandsWhereItHasSeats() throws {
    for off in kinds {
      let structure = StructureSample.shared.structure([use([off.name: .number(0)])])
      for kind in kinds { #expect((structure[platform: kind.kind, 0] == nil) == (kind.kind == off.kind)) }
    }
    let structure = StructureSample.shared.structure([use()])
    let firms = try #require(structure[platform: .firmsAlliance, 0])
    let windows = try #require(structure[platform: .windowsAlliance, 0])
    let residents = try #require(structure[platform: .residentsAlliance, 3])
    #expect(firms.unitSeats == 12 && firms.unitPool == .firms && firms.residentSeats == 0)
    #expect(windows.unitSeats == 6 && windows.unitPool == .publicService)
    #expect(residents.residentSeats == 9 && residents.unitSeats == 0)
    for platform in [firms, windows, residents] {
      #expect(platform.meetingsPerYear == 6 && platform.decides == 0.3 && platform.entry == 0.3)
    }
  }

  @Test func theStandardForEntryLeavesFewerButReadier() throws {
    var world = try World(.small([use()]), seed: 1, replicate: 0)
    func allowed(_ entry: Double) -> (units: [Int], residents: [UInt32]) {
      var platform = world.structure[platform: .residentsAlliance, 0]!
      platform.entry = entry
      return (
        world.with(Attendance.self) { $0.units(of: 0, in: [], .all, entry: entry) },
        world.with(Attendance.self) { $0.candidates(for: 0, of: platform, in: 0) }
      )
    }
    let all = allowed(0)
    let some = allowed(0.4)
    #expect(some.units.count < all.units.count && some.residents.count < all.residents.count)
    #expect(some.units.allSatisfy { world.population.units.relation[$0] >= 0.4 })
    #expect(some.residents.allSatisfy { world.population.residents.publicness[Int($0)] >= 0.4 })
  }

  /// With a standard that nobody meets nobody sits.
  @Test func aStandardThatNobodyMeetsDoesNothingGood() throws {
    func present(_ entry: Double) throws -> Int {
      var world = try World(.small([use(["entry": .number(entry)])]), seed: 1, replicate: 0)
      let slot = world.slots.slot(.residentsAlliance, 0)
      let platform = try #require(world.structure.platform(slot: slot))
      return world.with(Attendance.self) {
        Attendance.gather(&$0, [slot], [platform], offsets: [0], hosts: 0..<1)
      }.count
    }
    #expect(try present(0) > 0)
    #expect(try present(1) == 0)
  }
}
