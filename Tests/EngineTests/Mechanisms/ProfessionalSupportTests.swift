import Testing

@testable import Engine

@Suite struct ProfessionalSupportTests {
  @Test func hoursAreMovedFromTheSubdistrictsProfessionals() {
    let sample = StructureSample.shared
    let structure = sample.structure([MechanismUse("professionalSupport")])
    for s in 0..<2 {
      let before = sample.base[.professionals, s]!.staffMinutes
      let moved = structure[.propertySupport, s]!.staffMinutes
      let residents = sample.record.places.subdistricts[s].residents.count
      #expect(moved == Int(9 * 60 * Double(residents) / 10_000))
      #expect(structure[.professionals, s]!.staffMinutes == before - moved)
    }
    let support = structure.services[0].support
    #expect(support?.matters.contains(.parking) == true && support?.matters.contains(.elderCare) == false)
    #expect(support?.committeesCall == true && support?.ownersCall == true && support?.boughtMinutes == 0)
  }

  private func world(_ options: [String: OptionValue], owners: Double = 1) throws -> World {
    var setting = Setting.small([MechanismUse("professionalSupport", options: options)])
    setting.conditions.values[.ownersCommittees] = owners
    var world = try World(setting, seed: 3, replicate: 1)
    world.run(Phase.all[0])
    return world
  }

  /// Its hours go to its fields and to those who may call, and to nobody else.
  @Test func itServesItsFieldsAndItsCallers() throws {
    var world = try world(["hours": .number(18), "calledBy": .choice("committees")])
    func worked(_ kind: DemandKind, _ holder: ActorKind) -> Int64 {
      let before = world.flow(.time, .project, from: .propertySupport, to: .doneWork)
      let id = world.addDemand(kind, holder: holder)
      _ = world.with(Coproduction.self) { $0.spendProfessional(minutes: 20, on: id, isPublic: true) }
      return world.flow(.time, .project, from: .propertySupport, to: .doneWork) - before
    }
    #expect(worked(.parking, .residentsCommittee) == 20)
    #expect(worked(.parking, .ownersCommittee) == 0)
    #expect(worked(.elderCare, .residentsCommittee) == 0)
    #expect(world.actors[world.slots.slot(.propertySupport, 0)].practice > 0)
  }

  @Test func ownersBuyOutOfTheirFund() throws {
    var world = try world(["hours": .number(20), "ownersShare": .number(1)])
    let owners = world.slots.slot(.ownersCommittee, 0)
    world.pay(.money, 1_000, from: world.slots.slot(.market), to: owners, for: .contribution)
    let before = world.ledger.balance(.money, owners)
    let id = world.addDemand(.propertyRepair, holder: .ownersCommittee)
    #expect(world.with(Coproduction.self) { $0.spendProfessional(minutes: 60, on: id, isPublic: true) } == 60)
    #expect(before - world.ledger.balance(.money, owners) == 100)
    // Nine hundred residents: 108 minutes a week.
    _ = world.with(Coproduction.self) { $0.spendProfessional(minutes: 600, on: id, isPublic: true) }
    #expect(world.neighbourhoods[0].boughtMinutes == 108)
  }

  /// Where no owners' committee stands, hours that owners should buy are never bought.
  @Test func supportWithoutOwnersDoesNothingGood() throws {
    var setting = Setting.small([
      MechanismUse(
        "professionalSupport",
        options: ["hours": .number(100), "ownersShare": .number(1), "calledBy": .choice("owners")])
    ])
    setting.conditions.values[.ownersCommittees] = 0
    var world = try World(setting, seed: 3, replicate: 1)
    world.advance(weeks: 40)
    #expect(world.flow(.time, .project, from: .professionals, to: .doneWork) > 0)
    for purpose in [Purpose.project, .service] {
      #expect(world.flow(.time, purpose, from: .propertySupport, to: .doneWork) == 0)
    }
  }
}
