/// Structure, conditions and shocks of the week take effect, with all that follows from them.
enum StructureChange {
  static func run(_ world: inout World) {
    var isChanged = world.schedule.changes(at: world.week)
    for change in world.setting.conditions.changes where change.week == world.week {
      world.conditions.values[change.condition] = change.value
      isChanged = true
    }
    world.load = 1
    for shock in world.setting.conditions.shocks
    where shock.week <= world.week && world.week < shock.week + shock.weeks {
      world.load *= shock.load
    }
    if !isChanged {
      world.takeTurns()
      return
    }
    world.structure = world.schedule.structure(at: world.week, conditions: world.conditions)
    world.lookAround()
    world.registerBranches()
    world.lookForKnownPeople()
    world.findDutyHolders()
    world.takeTurns(isNew: true)
    handOver(&world)
    Purses.align(&world)
    Lending.list(&world)
  }

  /// What bodies that are no more leave behind goes to those that took over.
  private static func handOver(_ world: inout World) {
    for slot in 0..<world.slots.count {
      if world.structure.platform(slot: slot) == nil {
        world.actors[slot].energy = 0
        world.actors[slot].required = 0
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
        world.demands[id].holder = Int32(heir)
        world.actors[heir].queue.append(id)
      }
      world.actors[slot].queue.removeAll()
      world.actors[committee].taskBacklog += world.actors[slot].taskBacklog
      world.actors[slot].taskBacklog = 0
    }
  }
}
