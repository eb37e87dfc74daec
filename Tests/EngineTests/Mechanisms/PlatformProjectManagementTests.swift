import Testing

@testable import Engine

@Suite struct PlatformProjectManagementTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("platformProjectManagement", options: options)
  }

  @Test func decisionsHaveOwnersDeadlinesAndFollowUp() {
    let structure = StructureSample.shared.structure([use()])
    #expect(structure.projectRules[1] == ProjectRules(ownerMinutes: 120, followUp: 0.5, deadline: 0.8))
    #expect(structure.information[1].agendaFollowsNeed == 0.5)
    let listed = MechanismUse("preciseMatching", options: ["agendaFollowsNeed": .number(0.9)])
    #expect(StructureSample.shared.structure([listed, use()]).information[1].agendaFollowsNeed == 0.9)
  }

  /// A world in the middle of a week, with one project that lacks everything.
  private func world(_ rules: ProjectRules) throws -> World {
    var world = try World(.small(), seed: 1, replicate: 0)
    world.run(Phase.all[0])
    world.structure.projectRules[0] = rules
    let id = world.demands.add(.sample(.environment, .building))
    world.neighbourhoods[0].projects = [
      Project(
        demand: id, started: 0, staffNeed: 5_000, volunteerNeed: 0, professionalNeed: 0, moneyNeed: 0,
        needsSpace: false)
    ]
    return world
  }

  @Test func theOwnersHoursAreTheCommittees() throws {
    var world = try world(ProjectRules(ownerMinutes: 300))
    let committee = world.slots.slot(.residentsCommittee, 0)
    let before = world.ledger.balance(.time, committee)
    world.with(ProjectOwners.self) { ProjectOwners.run(&$0) }
    #expect(world.neighbourhoods[0].projects[0].staff == 300)
    #expect(world.ledger.balance(.time, committee) == before - 300)
  }

  @Test func followUpAsksWhereHandsAreMissing() throws {
    var world = try world(ProjectRules(ownerMinutes: 400, followUp: 0.5))
    world.neighbourhoods[0].projects[0].volunteerNeed = 1_000
    world.neighbourhoods[0].projects[0].staff = 1_000
    let committee = world.slots.slot(.residentsCommittee, 0)
    let before = world.ledger.balance(.time, committee)
    world.with(ProjectOwners.self) { ProjectOwners.run(&$0) }
    let group = world.places.groups[0].residents
    let asked = group.count { world.population.residents.status[$0].contains(.asked) }
    // Two hundred minutes are ten asks; some fall on the same resident.
    #expect(asked > 5 && asked <= 10)
    #expect(world.neighbourhoods[0].projects[0].staff == 1_200)
    #expect(world.ledger.balance(.time, committee) == before - 400)
  }

  /// A deadline that is too short ends a project before it has what it needs.
  @Test func aDeadlineTooShortDoesNothingGood() throws {
    func staffAtTheEnd(deadline: Double) throws -> Float {
      var world = try world(ProjectRules(ownerMinutes: 300, deadline: deadline))
      world.neighbourhoods[0].projects[0].staffNeed = 3_000
      var staff: Float = 0
      while !world.neighbourhoods[0].projects.isEmpty && world.week < 60 {
        world.with(ProjectOwners.self) { ProjectOwners.run(&$0) }
        staff = world.neighbourhoods[0].projects[0].staff
        world.with(Projects.self) { Projects.run(&$0) }
        world.endWeek()
      }
      return staff
    }
    // Thirty weeks are usual; three are a tenth of them.
    #expect(try staffAtTheEnd(deadline: 0.1) == 1_200)
    #expect(try staffAtTheEnd(deadline: 1) == 3_000)
  }
}
