import Testing

@testable import Engine

@Suite struct BlockHubTests {
  private let sample = StructureSample.shared

  @Test func aBlockGetsAVenueAndPooledStaff() throws {
    // Every neighbourhood is a block of its own, two of them in each subdistrict.
    let structure = sample.structure([MechanismUse("blockHub", places: .named(["C"]))])
    let mass = try #require(sample.base[.massOrganisations, 1]?.staffMinutes)
    let hub = try #require(structure[.blockHub, 2])
    #expect(hub.staffMinutes == Int(Double(mass) * 0.8 / 2) && hub.hours.relaying == 0)
    #expect(hub.hours.brokering == 0.5 && hub.hours.serving == 0.5)
    #expect(structure[.massOrganisations, 1]?.staffMinutes == mass - hub.staffMinutes)
    let venue = try #require(structure.venues.first)
    let place = sample.record.places.neighbourhoods[2]
    #expect(structure.venues.count == 1 && venue.serves == [2])
    #expect(venue.roomMinutes == 120 * 60 && venue.openHours == 60)
    #expect(venue.x == place.x && venue.y == place.y)
    #expect(structure.relations[2].referral == 0.9 && structure.relations[3].referral == 0.5)
  }

  @Test func withoutRoomsThereIsNoVenueAndWithoutStaffNoBody() {
    let rooms = sample.structure([MechanismUse("blockHub", options: ["pooledStaff": .number(0)])])
    #expect(rooms.venues.count == 4 && rooms[.blockHub, 0] == nil)
    let staff = sample.structure([MechanismUse("blockHub", options: ["roomHours": .number(0)])])
    #expect(staff.venues.isEmpty && staff[.blockHub, 0] != nil)
  }

  private func hub(_ options: [String: OptionValue]) -> [MechanismUse] {
    [MechanismUse("blockHub", options: options)]
  }

  /// Where the committee has no room, projects find one in the hub, and less work is lost.
  @Test func roomsOfAHubSpareCollisions() throws {
    let setting = { (use: [MechanismUse]) in
      Setting.small(use, [.roomHours: 0, .committeeMeetings: 52, .committeeBudget: 1_000_000])
    }
    let lost = try [[], hub(["pooledStaff": .number(0)])].map {
      try setting($0).world(after: 40).counted(.waitSpace)
    }
    #expect(lost[0] > 0 && lost[1] < lost[0] / 2)
  }

  /// Rooms behind closed doors, where there are rooms enough and no staff comes: nothing that is measured moves.
  @Test func aHubThatNobodyNeedsDoesNothingGood() throws {
    let closed = hub(["openHours": .number(0), "pooledStaff": .number(0), "referral": .number(0)])
    let bits = try [[], closed].map { try Setting.small($0, [.roomHours: 400]).measureBits() }
    #expect(bits[0] == bits[1])
  }
}
