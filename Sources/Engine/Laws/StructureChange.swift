/// Structure, conditions and shocks of the week take effect, with all that follows from them.
enum StructureChange: ReadsResidents, ChangesBodies, ChangesDemands, ChangesPlaces, ChangesStructure,
  ChangesUnits, UsesLending, UsesPurses
{
  static func run(_ world: inout Reach<Self>) {
    var isChanged = world.schedule.changes(at: world.week)
    for change in world.setting.conditions.changes where change.week == world.week {
      world.write.conditions.values[change.condition] = change.value
      isChanged = true
    }
    world.write.load = 1
    for shock in world.setting.conditions.shocks
    where shock.week <= world.week && world.week < shock.week + shock.weeks {
      world.write.load *= shock.load
    }
    if !isChanged {
      world.takeTurns()
      return
    }
    world.write.structure = world.schedule.structure(at: world.week, conditions: world.conditions)
    world.lookAround()
    world.registerBranches()
    world.lookForKnownPeople()
    world.findDutyHolders()
    world.takeTurns(isNew: true)
    handOver(&world)
    Purses.align(&world.purses)
    Lending.list(&world.lending)
  }

  /// What bodies that are no more leave behind goes to those that took over.
  private static func handOver(_ world: inout Reach<Self>) {
    for slot in 0..<world.slots.count {
      if world.structure.platform(slot: slot) == nil {
        world.write.actors[slot].energy = 0
        world.write.actors[slot].required = 0
      }
      if world.structure.body(slot: slot) != nil || world.slots.kinds[slot].level != .neighbourhood {
        continue
      }
      let n = world.slots.place(slot)
      let committee = world.slots.slot(.residentsCommittee, n)
      if slot == committee { continue }
      for id in world.actors[slot].queue {
        let heir = world.slots.slot(
          Registration.serviceBody(world.structure, n, world.demands[id].kind), n)
        world.write.demands[id].holder = Int32(heir)
        world.write.actors[heir].queue.append(id)
      }
      world.write.actors[slot].queue.removeAll()
      world.write.actors[committee].taskBacklog += world.actors[slot].taskBacklog
      world.write.actors[slot].taskBacklog = 0
    }
  }
}
