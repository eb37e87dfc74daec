/// A project with an owner: hours of the residents' committee that are its own, for work on it and for chasing what
/// it lacks most. They are taken from the committee's other work.
enum ProjectOwners: ReadsDemands, ChangesBodies, ChangesPlaces, ChangesResidents, Counts, Pays, UsesLending {
  static func run(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods(inTurn: .owners) where world.structure.projectRules[n].ownerMinutes > 0 {
      let rules = world.structure.projectRules[n]
      let chase = Int(Double(rules.ownerMinutes) * rules.followUp)
      // What a group does by itself has no owner in the committee.
      for k in world.neighbourhoods[n].projects.indices
      where world.neighbourhoods[n].projects[k].association == 0 {
        work(&world, n, k, minutes: rules.ownerMinutes - chase)
        follow(&world, n, k, minutes: chase)
      }
    }
  }

  /// Share of a need that is still missing.
  private static func lack(_ got: Float, _ need: Float) -> Float { need > 0 ? max(0, 1 - got / need) : 0 }

  /// The owner's own work: staff that the project needs.
  private static func work(_ world: inout Reach<Self>, _ n: Int, _ k: Int, minutes: Int) {
    let project = world.neighbourhoods[n].projects[k]
    let missing = Int(max(0, project.staffNeed - project.staff))
    let done = spend(&world, n, minutes: min(minutes, missing), for: .project)
    world.write.neighbourhoods[n].projects[k].staff += Float(done)
    world.write.tally.add(.publicStaffMinutes, n, Double(done))
  }

  /// Goes after the input that is furthest behind: asks people, calls professionals, or lends a hand.
  private static func follow(_ world: inout Reach<Self>, _ n: Int, _ k: Int, minutes: Int) {
    let project = world.neighbourhoods[n].projects[k]
    let staff = lack(project.staff, project.staffNeed)
    let volunteers = project.isStalled ? 0 : lack(project.volunteers, project.volunteerNeed)
    let professionals = lack(project.professionals, project.professionalNeed)
    let most = max(staff, max(volunteers, professionals))
    if most <= 0 { return }
    if most == volunteers {
      ask(&world, n, world.demands[project.demand], minutes: minutes)
    } else if most == professionals {
      let missing = Int(project.professionalNeed - project.professionals)
      let called = spend(&world, n, minutes: min(minutes, missing), for: .brokering)
      let got = world.spendProfessional(minutes: Double(called), on: project.demand, isPublic: true)
      world.write.neighbourhoods[n].projects[k].professionals += Float(got)
    } else {
      work(&world, n, k, minutes: minutes)
    }
  }

  /// Asks people whom the matter concerns.
  private static func ask(_ world: inout Reach<Self>, _ n: Int, _ d: Demand, minutes: Int) {
    let draws = world.random.stream(.projectOwner, week: world.week)
    let cost = Int(world.conditions[.askMinutes])
    let range =
      d.scope == .building
      ? world.places.groups[Int(d.group)].residents : world.places.neighbourhoods[n].residents
    for k in 0..<(minutes / max(cost, 1)) where spend(&world, n, minutes: cost, for: .brokering) == cost {
      let i = range.lowerBound + draws.index(below: range.count, Int(d.key), k)
      world.ask(i)
    }
  }

  /// Minutes of the residents' committee, as far as it has them.
  private static func spend(_ world: inout Reach<Self>, _ n: Int, minutes: Int, for purpose: Purpose) -> Int {
    let committee = world.slots.slot(.residentsCommittee, n)
    let spent = world.payUpTo(
      .time, Int64(minutes), from: committee, to: world.slots.slot(.doneWork), for: purpose)
    world.write.tally.add(.spentMinutes, n, Double(spent))
    return Int(spent)
  }
}
