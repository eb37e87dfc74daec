import Testing

@testable import Engine

@Suite struct ReformPolicyTests {
  private let sample = StructureSample.shared
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("reformPolicy", options: options)
  }

  @Test func platformsAreAddedYearByYear() throws {
    for (week, sittings) in [(0, 6.0), (51, 6), (52, 12), (104, 18)] {
      let added = try #require(sample.structure([use()], week: week)[platform: .addedPlatforms, 0])
      #expect(added.meetingsPerYear == sittings && added.residentSeats == 10 && added.overlap == 0.8)
    }
    let late = try #require(
      sample.structure([use(["addPerYear": .number(6)])], week: 156)[platform: .addedPlatforms, 0])
    // Nineteen platforms: 114 sittings in 52 weeks.
    #expect(late.meetingsPerYear == 52 && late.residentSeats == 22 && late.staffSeats == 4)
  }

  @Test func mergingLeavesOnePlatformWithAllMatters() throws {
    let platforms = [MechanismUse("jointConference"), MechanismUse("communityCommittee")]
    let merge = use(["addPerYear": .number(0), "mergePerYear": .number(2)])
    let structure = sample.structure(platforms + [merge], week: 200)
    let left = try #require(structure[platform: .jointConference, 0])
    #expect(structure[platform: .communityCommittee, 0] == nil)
    // Half the seats of each were shared.
    #expect(left.meetingsPerYear == 6 && left.unitSeats == 25 && left.residentSeats == 23)
    #expect(left.agendaPlaces == 8 && left.access == .all)
    #expect(structure[platform: .subdistrictOffice, 0] == sample.base[platform: .subdistrictOffice, 0])
  }

  @Test func whatIsAddedIsMergedFirst() {
    let both = use(["addPerYear": .number(2), "mergePerYear": .number(2)])
    #expect(sample.structure([both], week: 150) == sample.base)
  }

  /// More platforms with nothing more to decide take people's and staff's time, and decide nothing.
  @Test func addingWithoutMattersDoesNothingGood() throws {
    func outcome(_ uses: [MechanismUse]) throws -> (matters: Int, staff: Double, idle: Double) {
      var world = try World(.smallWithoutTakingUp(uses), seed: 1, replicate: 0)
      let weeks = world.weeksWithMatters(before: world.slots.slot(.addedPlatforms, 0), weeks: 52)
      return (weeks, world.total(.meetingMinutes), world.total(.idleMeetings))
    }
    let added = try outcome([use(["addPerYear": .number(4)])])
    let none = try outcome([])
    #expect(added.matters == 0 && added.staff > none.staff && added.idle > none.idle)
  }
}
