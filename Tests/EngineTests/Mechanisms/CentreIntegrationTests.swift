import Testing

@testable import Engine

@Suite struct CentreIntegrationTests {
  private let sample = StructureSample.shared

  private func use(_ options: [String: OptionValue]) -> [MechanismUse] {
    [MechanismUse("centreIntegration", options: options)]
  }
  private let stations = MechanismUse("oneCoreOneStationTwoCommittees")
  private let hub = MechanismUse("blockHub")

  @Test func theCentresOfABlockArePooled() {
    let structure = sample.structure(use(["sharedStaff": .number(0.4), "counter": .flag(false)]))
    #expect(structure.pools.count == 4)
    let pool = structure.pools[2]
    #expect(pool.serves == [2] && pool.share == 0.4 && pool.sharesRooms)
    #expect(pool.slots.contains(sample.slots.slot(.workStation, 2)))
    #expect(pool.slots.contains(sample.slots.slot(.serviceCentre, 1)))
    #expect(!pool.slots.contains(sample.slots.slot(.residentsCommittee, 2)))
  }

  @Test func oneIntakeLosesNothing() {
    let two = MechanismUse(
      "oneCoreOneStationTwoCommittees", options: ["serviceStation": .choice("yes"), "core": .flag(false)])
    let apart = sample.structure([two]).relations[0]
    let half = sample.structure([two] + use(["intake": .number(0.5)])).relations[0]
    let full = sample.structure([two] + use(["intake": .number(1)])).relations[0]
    #expect((half.internalHandover - (1 + apart.internalHandover) / 2).magnitude < 1e-12)
    #expect(full.internalHandover == 1 && full.handoverWeeks == 1 && apart.handoverWeeks > 1)
  }

  @Test func placesKeepTheHoursOfTheLongestOpen() {
    let centres = MechanismUse("serviceCentres", options: ["openHours": .number(30)])
    let structure = sample.structure([hub, centres] + use([:]))
    let point = sample.slots.slot(.neighbourhoodCentre, 0)
    #expect(structure.venues.first { $0.operatorSlot == point }?.openHours == 60)
    // A centre that others use as well keeps its own.
    let centre = sample.slots.slot(.serviceCentre, 0)
    #expect(structure.venues.first { $0.operatorSlot == centre }?.openHours == 30)
  }

  /// A hub's people whom no project needs help where tasks wait, less what changing over costs.
  @Test func hoursGoWhereWorkWaits() throws {
    func lent(_ mechanisms: [MechanismUse]) throws -> Int64 {
      let world = try World.after(12, mechanisms) {
        $0.conditions.values[.massStaff] = 10
        $0.conditions.values[.taskAppetite] = 15
      }
      #expect(world.problems() == [])
      return [ActorKind.workStation, .residentsCommittee].reduce(0) {
        $0 + world.flow(.time, .working, from: .blockHub, to: $1)
      }
    }
    #expect(try lent([stations, hub]) == 0)
    let half = try lent([stations, hub] + use(["sharedStaff": .number(0.5)]))
    let full = try lent([stations, hub] + use(["sharedStaff": .number(1)]))
    #expect(half > 0 && full > half)
  }

  /// Where there are no centres beside the committees there is nothing to join: no minute goes anywhere.
  @Test func integrationOfNothingDoesNothingGood() throws {
    let options: [String: OptionValue] = ["intake": .number(0), "counter": .flag(true)]
    // One neighbourhood a block: a committee has only itself to share with.
    func run(_ mechanisms: [MechanismUse]) throws -> Fingerprint {
      try World.after(20, mechanisms) {
        for n in 0..<3 { $0.city.subdistricts[0].neighbourhoods[n].block = "\(n)" }
      }.fingerprint()
    }
    #expect(try run(use(options)) == run([]))
    #expect(try run([hub] + use(options)) != run([hub]))
  }
}
