import Testing

@testable import Engine

@Suite struct OneCoreOneStationTwoCommitteesTests {
  private let sample = StructureSample.shared
  private let id = "oneCoreOneStationTwoCommittees"

  @Test func aStationAndACouncilStandBesideTheCommittee() throws {
    let structure = sample.structure([MechanismUse(id, places: .named(["B"]))])
    let before = try #require(sample.base[.residentsCommittee, 1])
    let committee = try #require(structure[.residentsCommittee, 1])
    let station = try #require(structure[.workStation, 1])
    #expect(station.staffMinutes == Int(Double(before.staffMinutes) * 0.7 / 2))
    #expect(committee.staffMinutes == before.staffMinutes - station.staffMinutes)
    #expect(station.administrativeTasks == 0.7 && (committee.administrativeTasks - 0.3).magnitude < 1e-12)
    #expect(station.refusedTasks == 0.3 && committee.refusedTasks == 0.3)
    #expect(station.crossAppointed == 0.5 && station.hours == before.hours)
    #expect(structure[.serviceStation, 1] == nil && committee.takesServiceDemands)
    let council = try #require(structure[platform: .residentsCouncil, 1])
    #expect(council.residentSeats == 11 && council.staffSeats == 1 && council.meetingsPerYear == 12)
    #expect(structure.rights[1].releasedDecisions == 0.5 && structure.relations[1].internalHandover == 0.95)
    #expect(structure[platform: .residentsCouncil, 0] == nil && structure.rights[0] == sample.base.rights[0])
  }

  @Test func theOtherPresetHasTwoStationsAndNoCouncil() throws {
    let structure = sample.structure([
      MechanismUse(id, options: ["preset": .choice("oneCommitteeTwoStations"), "core": .flag(false)])
    ])
    let before = try #require(sample.base[.residentsCommittee, 0])
    let station = try #require(structure[.serviceStation, 0])
    #expect(station.takesServiceDemands && station.staffMinutes == before.staffMinutes / 4)
    #expect(structure[.residentsCommittee, 0]?.takesServiceDemands == false)
    #expect(structure[platform: .residentsCouncil, 0] == nil)
    // A border without a core is as hard to cross as that between departments.
    #expect(structure.relations[0].internalHandover == sample.base.relations[0].handover)
  }

  private func use(_ options: [String: OptionValue]) -> [MechanismUse] {
    [MechanismUse(id, options: options)]
  }

  /// With one core a need that came to the wrong body is worked on at once.
  @Test func oneCoreSparesNeedsTheWayBetweenBodies() throws {
    func underWay(_ core: Bool) throws -> Int {
      let use = use(["preset": .choice("oneCommitteeTwoStations"), "core": .flag(core)])
      return try Setting.small(use, [.handover: 0, .crossDepartmentShare: 0]).world(after: 20).count(
        .referred)
    }
    #expect(try underWay(false) > 2 * underWay(true))
  }

  @Test func tasksRefusedAtTheDoorAreNotWorkedOn() throws {
    func administration(_ list: Double) throws -> Int64 {
      let world = try Setting.small(use(["taskList": .number(list)])).world(after: 20)
      return [ActorKind.residentsCommittee, .workStation].reduce(0) {
        $0 + world.flow(.time, .administration, from: $1, to: .doneWork)
      }
    }
    #expect(try administration(1) == 0 && administration(0) > administration(0.6))
  }

  /// A committee that has given away tasks and services, and nobody of whom sits in the stations, is met by fewer:
  /// it grows marginal.
  @Test func aCommitteeWithoutTasksDoesNothingGoodForItsStanding() throws {
    let apart = use([
      "stationShare": .number(1), "serviceStation": .choice("yes"), "crossAppointment": .number(0),
      "taskList": .number(0),
    ])
    let standing = try [[], apart].map { try Setting.small($0).measures()("committee_standing") }
    #expect(standing[1] < 0.8 * standing[0])
  }
}
