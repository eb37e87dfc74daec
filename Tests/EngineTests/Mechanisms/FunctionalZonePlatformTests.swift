import Testing

@testable import Engine

@Suite struct FunctionalZonePlatformTests {
  private func use(_ places: PlaceSelection = .all, _ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("functionalZonePlatform", places: places, options: options)
  }

  @Test func itIsForTheMattersOfItsZone() throws {
    let structure = StructureSample.shared.structure([use(.named(["C"]))])
    let platform = try #require(structure[platform: .functionalZone, 1])
    #expect(structure[platform: .functionalZone, 0] == nil)
    #expect(platform.area == [2] && platform.unitPool == .firms && platform.scopes == .wide)
    #expect(platform.unitSeats == 9 && platform.staffSeats == 2 && platform.decides == 0.6)
    #expect(structure.relations[2].presidents.count == 1 && structure.relations[3].presidents.isEmpty)
  }

  @Test func whoSitsThereSaysWhatMayBeDecided() throws {
    let names = ["developers", "builders", "operators"]
    let kinds: [DemandKind] = [.parking, .safety, .jobsLegal]
    for (name, kind) in zip(names, kinds) {
      let structure = StructureSample.shared.structure([use(.all, [name: .number(0)])])
      let platform = try #require(structure[platform: .functionalZone, 0])
      #expect(platform.access.contains(.environment))
      for other in kinds { #expect(platform.access.contains(other) == (other != kind)) }
    }
  }

  @Test func lawsReadTheZone() throws {
    var world = try World(.twoSubdistricts([use(.named(["C"]))]), seed: 1, replicate: 0)
    let platform = try #require(world.structure[platform: .functionalZone, 1])
    let matters: [(Demand, isTaken: Bool)] = [
      (.sample(.safety, .block, n: 2), true), (.sample(.safety, .block, n: 3), false),
      (.sample(.safety, .building, n: 2), false), (.sample(.elderCare, .block, n: 2), false),
    ]
    for (matter, isTaken) in matters {
      let takes = world.with(Agenda.self) { $0.takes(platform, matter) }
      #expect(takes == isTaken, "\(matter.kind) \(matter.scope) \(matter.neighbourhood)")
    }
    let units = world.with(Attendance.self) {
      $0.units(of: 1, in: platform.area, platform.unitPool, entry: 0)
    }
    #expect(!units.isEmpty)
    for u in units {
      #expect(world.population.units.neighbourhood[u] == 2)
      #expect([.firm, .shop].contains(world.population.units.kind[u]))
    }
  }

  /// Without units and without the office nobody comes: what it is given to decide stays before it undecided.
  @Test func withNobodyAtTheTableItDoesNothingGood() throws {
    func undecided(officeSeats: Double) throws -> (before: Int, decided: Bool) {
      var setting = Setting.smallWithoutTakingUp([
        use(
          .all,
          [
            "officeSeats": .number(officeSeats), "decisions": .number(1), "meetingsPerYear": .number(52),
          ])
      ])
      setting.city.subdistricts[0].units = 0
      setting.conditions[.publicNeeds] = 0.006
      var world = try World(setting, seed: 1, replicate: 0)
      let slot = world.slots.slot(.functionalZone, 0)
      var isDecided = false
      var before = 0
      for _ in 0..<60 {
        before += world.weeksWithMatters(before: slot, weeks: 1)
        let decided = world.demands.rows.contains {
          Int($0.holder) == slot && ($0.state == .resourced || $0.state == .inWork)
        }
        isDecided = isDecided || decided
      }
      return (before, isDecided)
    }
    let empty = try undecided(officeSeats: 0)
    #expect(empty.before > 0 && !empty.decided)
    #expect(try undecided(officeSeats: 10).decided)
  }
}
