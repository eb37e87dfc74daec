import Testing

@testable import Engine

@Suite struct NewVillagersTests {
  private let use = MechanismUse("newVillagers")

  @Test func theBranchIsMadeOfHoursThatAreThere() throws {
    let sample = StructureSample.shared
    let structure = sample.structure([use])
    let branch = try #require(structure[.newVillagersBranch, 1])
    let before = try #require(sample.base[.generalBranch, 1])
    #expect(branch.staffMinutes == before.staffMinutes / 4)
    #expect(structure[.generalBranch, 1]?.staffMinutes == before.staffMinutes - branch.staffMinutes)
    #expect(branch.hours == HourShares(relaying: 0, brokering: 0.5, serving: 0.5))
    let committee = try #require(structure[platform: .newVillagersCommittee, 1])
    #expect(committee.pool == .migrants && committee.mattersOf == .migrants && committee.residentSeats == 9)
    #expect(committee.meetingsPerYear == 6 && committee.decides == 0.5)
    #expect(structure.information[1].channelForMigrants == 0.6)
  }

  /// The committee takes what migrants raise, and nothing else.
  @Test func itTakesMigrantsMattersOnly() throws {
    var world = try World(.small([use]), seed: 1, replicate: 0)
    let committee = try #require(world.structure[platform: .newVillagersCommittee, 0])
    for i in 0..<200 {
      let isMigrant = world.population.residents.traits[i].isMigrant
      let takes = world.with(Agenda.self) { $0.takes(committee, .sample(.safety, .building, resident: i)) }
      #expect(takes == isMigrant)
    }
  }

  /// The channel is worth as much of knowing a member as there is of it.
  @Test func theChannelOpensTheWayToPartyUnits() {
    let p = Parameters()
    func core(_ channel: Double, knows: Bool = false) -> Double {
      let situation = Voice.Situation(
        efficacy: .zero, trust: .zero, grievance: 0, publicness: 0, ties: 0, known: 0, knowsMember: knows,
        channel: channel, mayPetition: false, salience: 0.5)
      return Voice.utilities(situation, p)[2]
    }
    #expect((core(0.5) - core(0) - 0.5 * p[.accessWeight]).magnitude < 1e-12)
    #expect(core(1) == core(0, knows: true) && core(1, knows: true) == core(0, knows: true))
  }

  /// Where nobody is a migrant nobody sits, nothing comes before the committee, and the old branch has fewer hours.
  @Test func withoutMigrantsItDoesNothingGood() throws {
    var setting = Setting.smallWithoutTakingUp([use])
    setting.conditions.values[.migrants] = 0
    var world = try World(setting, seed: 1, replicate: 0)
    let slot = world.slots.slot(.newVillagersCommittee, 0)
    let platform = try #require(world.structure.platform(slot: slot))
    let present = world.with(Attendance.self) {
      Attendance.gather(&$0, [slot], [platform], offsets: [0], hosts: 0..<1)
    }
    let weeks = world.weeksWithMatters(before: slot, weeks: 40)
    #expect(present.isEmpty && weeks == 0)
    let base = try World(.small(), seed: 1, replicate: 0)
    #expect(
      world.structure[.generalBranch, 0]!.staffMinutes < base.structure[.generalBranch, 0]!.staffMinutes)
  }
}
