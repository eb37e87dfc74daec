/// Public works: projects gather staff, volunteers, professionals and room until they have what they need or their
/// time is over; what comes of them is co-production.
enum Projects: ReadsDemands, ChangesBodies, ChangesPlaces, Counts, Pays, UsesAssociations, UsesClosing,
  UsesContest, UsesLending, UsesUnitRelations
{
  static func run(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    for n in world.neighbourhoods(inTurn: .projects) { advance(&world, n, p) }
  }

  private static func advance(_ world: inout Reach<Self>, _ n: Int, _ p: Parameters) {
    var k = 0
    while k < world.neighbourhoods[n].projects.count {
      let project = world.neighbourhoods[n].projects[k]
      let missing = Double(project.professionalNeed - project.professionals)
      if missing > 0 {
        let got = world.spendProfessional(
          minutes: min(missing, world.conditions[.professionalWeek]), on: project.demand, isPublic: true)
        world.write.neighbourhoods[n].projects[k].professionals += Float(got)
      }
      let hasRoom =
        !project.needsSpace || world.useRoom(minutes: Int64(world.conditions[.roomMinutes]), in: n)
      world.write.neighbourhoods[n].projects[k].isStalled = !hasRoom
      if !hasRoom { collide(&world, n, k) }
      countBinding(&world, n, k)
      let weeks = world.week - Int(project.started)
      let deadline = world.conditions[.projectWeeks] * world.structure.projectRules[n].deadline
      if isComplete(world.neighbourhoods[n].projects[k]) || Double(weeks) >= deadline {
        finish(&world, n, k, p)
      } else {
        k += 1
      }
    }
  }

  private static func isComplete(_ project: Project) -> Bool {
    project.staff >= project.staffNeed && project.volunteers >= project.volunteerNeed
      && project.professionals >= project.professionalNeed
  }

  /// Two projects want the same room: work is lost, and those concerned may fall out.
  private static func collide(_ world: inout Reach<Self>, _ n: Int, _ k: Int) {
    let p = world.setting.parameters
    world.write.tally.add(.waitSpace, n)
    let project = world.neighbourhoods[n].projects[k]
    // The week's room and the hands that came for it.
    world.write.tally.add(.effortLost, n, world.conditions[.roomMinutes] / Calendar.minutesPerHour)
    if project.collided { return }
    world.write.neighbourhoods[n].projects[k].collided = true
    guard
      let other = world.neighbourhoods[n].projects.firstIndex(where: {
        $0.needsSpace && $0.demand != project.demand
      })
    else { return }
    let d = world.demands[project.demand]
    let rival = world.demands[world.neighbourhoods[n].projects[other].demand]
    if world.random.stream(.collision, week: world.week).happens(p[.conflictChance], Int(d.key)) {
      Contest.open(&world.contest, sides: (d.group, rival.group), key: d.key ^ 0x5bd1_e995, suppressed: false)
    }
  }

  /// What a project still lacks most is what holds it up.
  private static func countBinding(_ world: inout Reach<Self>, _ n: Int, _ k: Int) {
    let project = world.neighbourhoods[n].projects[k]
    func lack(_ got: Float, _ need: Float) -> Float { need > 0 ? max(0, 1 - got / need) : 0 }
    let staff = lack(project.staff, project.staffNeed)
    let volunteers = lack(project.volunteers, project.volunteerNeed)
    let professionals = lack(project.professionals, project.professionalNeed)
    let most = max(staff, max(volunteers, professionals))
    if most <= 0 { return }
    world.write.tally.add(
      most == staff ? .waitStaff : most == volunteers ? .waitVolunteers : .waitProfessionals, n)
  }

  private static func finish(_ world: inout Reach<Self>, _ n: Int, _ k: Int, _ p: Parameters) {
    let project = world.write.neighbourhoods[n].projects.remove(at: k)
    func share(_ got: Float, _ need: Float) -> Double { need > 0 ? Double(min(1, got / need)) : 1 }
    let d = world.demands[project.demand]
    let carrier = world.neighbourhoods[n].associations.firstIndex { $0.key == project.association }
    let practice = carrier.map { Double(world.neighbourhoods[n].associations[$0].practice) } ?? 0
    let q = Coproduction.quality(
      // What a group does by itself it does without staff.
      staff: project.staffNeed > 0 ? share(project.staff, project.staffNeed) : 0,
      volunteers: min(
        1, share(project.volunteers, project.volunteerNeed) * (1 + p[.teamPractice] * practice)),
      professionals: share(project.professionals, project.professionalNeed), technical: d.technical,
      weights: Coproduction.weights(p))
    let u = world.random.stream(.projectOutcome, week: world.week).uniform(Int(d.key))
    let projects = world.slots.slot(.projects, n)
    world.pay(.money, Int64(project.moneyNeed), from: projects, to: world.slots.slot(.market), for: .spending)
    world.write.tally.add(.spentYuan, n, Double(project.moneyNeed))
    let isSolved = u < q
    let isPartly = !isSolved && u < q + p[.partialProject] * (1 - q)
    // A promise is due, and its money accounted for, when the project is over.
    world.write.tally.add(.promises, n)
    world.write.tally.add(.publicSpent, n, Double(project.publicMoney))
    if isSolved || isPartly {
      world.write.tally.add(.promisesKept, n)
      world.write.tally.add(.publicSpentAsDecided, n, Double(project.publicMoney))
    }
    if isSolved
      && (d.kind == .propertyRepair || d.kind == .environment || d.kind == .safety || d.kind == .parking)
    {
      world.write.neighbourhoods[n].condition +=
        (1 - world.neighbourhoods[n].condition) * world.conditions[.restoration]
        * (d.scope == .building ? world.conditions[.buildingRestoration] : 1)
    }
    if project.unit >= 0 {
      UnitRelations.experience(
        &world.unitRelations, unit: Int(project.unit), success: isSolved || isPartly, weight: 1)
    }
    if let carrier {
      Associations.projectEnded(
        &world.associations, n, carrier, success: isSolved, minutes: project.volunteers)
    }
    let body = world.structure[.residentsCommittee, n]
    let reports = world.random.stream(.formalClosing, week: world.week).happens(
      (body?.upwardWeight ?? Body.evenWeight) * p[.projectReporting], Int(d.key), 1)
    Closing.close(
      &world.closing, project.demand,
      as: isSolved ? .resolved : isPartly ? .partlyResolved : reports ? .formallyClosed : .lapsed)
  }
}
