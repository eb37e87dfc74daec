import Testing

@testable import Engine

@Suite struct AgendaTests {
  private func platform(_ meetings: Double, joint: Bool = false) -> Platform {
    Platform(
      meetingsPerYear: meetings, residentSeats: 5, unitSeats: 0, staffSeats: 1, overlap: 0, access: .all,
      jointSittings: joint)
  }

  @Test func sittingsAreAsManyAsPromisedAndSpreadEvenly() {
    for meetings in [0.0, 1, 4, 6, 12, 26, 52] {
      for phase in [0, 7, 51] {
        let weeks = (0..<520).filter { Agenda.sits(platform(meetings), phase: phase, week: $0) }
        #expect((weeks.count - Int(meetings * 10)).magnitude <= 1)
        let gaps = zip(weeks, weeks.dropFirst()).map { $1 - $0 }
        if let least = gaps.min(), let most = gaps.max() { #expect(most - least <= 1) }
      }
    }
    #expect((0..<52).allSatisfy { Agenda.sits(platform(99), phase: 3, week: $0) })
  }

  @Test func jointSittingsAreHeldInTheSameWeeks() {
    for week in 0..<104 {
      let sits = (0..<9).map { Agenda.sits(platform(4, joint: true), phase: $0, week: week) }
      #expect(Set(sits).count == 1)
    }
    let apart = (0..<52).filter { Agenda.sits(platform(4), phase: 1, week: $0) }
    #expect(apart != (0..<52).filter { Agenda.sits(platform(4), phase: 8, week: $0) })
  }

  @Test func harderMattersTakeMoreEnergy() {
    let p = Parameters()
    var demand = Demand(
      key: 1, resident: 0, neighbourhood: 0, group: 0, opponents: -1, kind: .parking, scope: .building,
      state: .latent, origin: .voiced, technical: false, departments: 1, salience: 0.5, born: 0, since: 0)
    #expect(Agenda.energy(of: demand, p) == p[.decisionEnergy])
    var last = p[.decisionEnergy]
    for change: (inout Demand) -> Void in [
      { $0.technical = true }, { $0.departments = 3 }, { $0.scope = .block }, { $0.oppositionKnown = true },
    ] {
      change(&demand)
      #expect(Agenda.energy(of: demand, p) > last)
      last = Agenda.energy(of: demand, p)
    }
  }

  /// Matters that wait, all alike but for the origin and weight of some.
  private func waiting(
    _ number: Int, petitions: Set<Int> = [], heavy: Set<Int> = []
  ) -> (ids: [Int32], demands: Demands) {
    var demands = Demands()
    let ids = (0..<number).map { k in
      let id = demands.add(
        Demand(
          key: UInt32(k), resident: 0, neighbourhood: 0, group: 0, opponents: -1, kind: .parking,
          scope: .building, state: .latent, origin: petitions.contains(k) ? .petition : .voiced,
          technical: false, departments: 1, salience: heavy.contains(k) ? 0.9 : 0.5, born: 0, since: 0))
      return id
    }
    return (ids, demands)
  }

  @Test func placesAreKeptForPetitionsAndNeed() {
    let (ids, demands) = waiting(8, petitions: [4, 6], heavy: [5, 7])
    func order(_ reserved: Double, _ need: Double) -> [Int32] {
      Agenda.order(ids, demands, reserved: reserved, byNeed: need)
    }
    #expect(order(0, 0) == ids)
    #expect(order(1, 0) == [4, 6, 0, 1, 2, 3, 5, 7])
    #expect(order(0.5, 0) == [4, 0, 6, 1, 2, 3, 5, 7])
    #expect(order(0, 1) == [5, 7, 0, 1, 2, 3, 4, 6])
    #expect(order(0.5, 0.5) == [4, 5, 6, 7, 0, 1, 2, 3])
  }

  /// However long the list: a petition at its end comes first, and nothing is left out.
  @Test func noMatterIsTooFarDownTheList() {
    let (ids, demands) = waiting(300, petitions: [299], heavy: [298])
    let order = Agenda.order(ids, demands, reserved: 0.5, byNeed: 0.5)
    #expect(order.prefix(3) == [299, 298, 0] && order.sorted() == ids)
  }

  @Test func attendanceRisesWithEfficacyAndFallsWithFatigue() {
    let p = Parameters()
    let levels = stride(from: 0.0, through: 1, by: 0.1)
    let byEfficacy = levels.map { Attendance.chance(efficacy: $0, fatigue: 0.2, publicness: 0.4, p) }
    let byFatigue = levels.map { Attendance.chance(efficacy: 0.5, fatigue: $0, publicness: 0.4, p) }
    #expect(zip(byEfficacy, byEfficacy.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(byFatigue, byFatigue.dropFirst()).allSatisfy { $0 > $1 })
    #expect((byEfficacy + byFatigue).allSatisfy { (0...1).contains($0) })
  }

  /// Whoever sits on several platforms that meet comes once, and is one participant of all of them.
  @Test func nobodyComesTwice() throws {
    var setting = Setting.small([MechanismUse("jointConference"), MechanismUse("communityCommittee")])
    setting.parameters[.attendBase] = 2
    var world = try World(setting, seed: 1, replicate: 0)
    for u in 0..<world.population.units.count { world.population.units.relation[u] = 1 }
    let slots = [ActorKind.jointConference, .communityCommittee].map { world.slots.slot($0, 0) }
    let platforms = slots.compactMap { world.structure.platform(slot: $0) }
    let hosts = world.places.neighbourhoods.indices
    let present = world.with(Attendance.self) {
      Attendance.gather(
        &$0, slots, platforms, offsets: [0, platforms[0].residentSeats], hosts: hosts)
    }
    let residents = present.map(\.resident).filter { $0 >= 0 }
    let units = present.map(\.unit).filter { $0 >= 0 }
    #expect(residents.count > 5 && Set(residents).count == residents.count)
    #expect(units.count > 5 && Set(units).count == units.count)
    #expect(present.contains { $0.unit >= 0 && $0.access == 0b11 })
  }

  @Test func fruitlessSittingsTireAndDecisionsEncourage() throws {
    var world = try World(.small(), seed: 1, replicate: 0)
    let people: [Int32] = [50, 60]
    let attendees = people.enumerated().map {
      Attendance.Attendee(resident: $1, unit: -1, access: 1 << UInt64($0))
    }
    let efficacy = people.map {
      world.population.residents.efficacy[world.classIndex(.associations, Int($0))]
    }
    world.with(Attendance.self) { Attendance.learn(&$0, attendees, choice: 0, decided: true) }
    world.with(Attendance.self) { Attendance.learn(&$0, attendees, choice: 1, decided: false) }
    #expect(world.population.residents.efficacy[world.classIndex(.associations, 50)] > efficacy[0])
    #expect(world.population.residents.efficacy[world.classIndex(.associations, 60)] == efficacy[1])
    #expect(world.population.residents.fatigue[50] == 0 && world.population.residents.fatigue[60] > 0)
  }

  /// A matter whose opposing interest is known is struck off under a full veto, and never without one.
  @Test func aVetoStrikesOffWhatIsOpposed() throws {
    func struckOff(_ veto: Double) throws -> Double {
      var setting = Setting.small([MechanismUse("steeringStyle", options: ["veto": .number(veto)])])
      setting.conditions.values[.contestedShare] = 2
      setting.schedule.observed = 52
      var world = try World(setting, seed: 1, replicate: 0)
      for _ in 0..<56 { world.advance() }
      return world.neighbourhoods.indices.reduce(0) { $0 + world.tally.row($1)[Counter.veto.rawValue] }
    }
    #expect(try struckOff(0) == 0)
    #expect(try struckOff(1) > 0)
  }

  /// Without energy nothing is decided; whatever waits too long lapses.
  @Test func withoutSittingsMattersLapse() throws {
    var setting = Setting.small()
    for id in [ConditionID.committeeMeetings, .assemblyMeetings, .ownersMeetings] {
      setting.conditions.values[id] = 0
    }
    setting.conditions.values[.matterPatience] = 8
    setting.parameters[.takingUp] = 0
    var world = try World(setting, seed: 1, replicate: 0)
    for _ in 0..<40 {
      world.advance()
      for place in world.neighbourhoods {
        #expect(place.projects.allSatisfy { ScopeSet.wide.contains(world.demands[$0.demand].scope) })
        #expect(place.matters.allSatisfy { world.week - Int(world.demands[$0].registered) <= 10 })
      }
    }
    #expect(world.tally.row(0)[Counter.lapsed.rawValue] > 0)
  }
}
