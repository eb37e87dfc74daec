/// Relief: staff sent among several neighbourhoods takes waiting work off the bodies there.
///
/// Its hours are divided between tasks from above and residents' demands as every body divides its own
/// (``Attention``), and go where most waits. People who serve several neighbourhoods lose time in changing between
/// them, like those who serve several bodies.
enum Relieving: ReadsDemands, ReadsPlaces, ChangesBodies, Counts, Pays, UsesCoproduction {
  /// Hours that are left of an hour for people who go round some neighbourhoods.
  static func left(of minutes: Double, among neighbourhoods: Int, switchingCost: Double) -> Double {
    let others = Double(max(neighbourhoods, 1) - 1)
    return minutes * (1 - switchingCost * others / (others + 1))
  }

  static func run(_ world: inout Reach<Self>) {
    for block in blocksInTurn(world) {
      let slot = world.slots.slot(.gridTeam, block)
      guard let body = world.structure.body(slot: slot), let relief = body.relief else { continue }
      let quarrels = relief.serves.reduce(0) { $0 + world.neighbourhoods[$1].conflicts.count }
      world.write.actors[slot].brokering = min(
        world.actors[slot].brokering, Double(quarrels) * world.conditions[.mediationMinutes])
      let minutes = Double(world.ledger.balance(.time, slot)) - world.actors[slot].brokering
      // Who goes round together is drawn anew every week.
      let serves = world.inTurn(relief.serves, .relief)
      var first = 0
      while first < serves.count {
        let round = serves[first..<min(first + max(relief.together, 1), serves.count)]
        let share = Double(round.count) / Double(serves.count)
        relieve(&world, slot, body, round, minutes: max(0, minutes) * share)
        first += round.count
      }
    }
  }

  /// Blocks in an order drawn anew every week: their teams call on the same professionals.
  private static func blocksInTurn(_ world: borrowing Reach<Self>) -> [Int] {
    let places = world.places
    return places.blocks.indices.inTurn(world.turns(.relief)) {
      places.neighbourhoods[places.blocks[$0].neighbourhoods.lowerBound].key
    }
  }

  /// The bodies of a neighbourhood whose work others can take over.
  private static func relieved(_ world: borrowing Reach<Self>, _ n: Int) -> [Int] {
    [ActorKind.residentsCommittee, .workStation, .serviceStation].filter { world.structure[$0, n] != nil }
      .map { world.slots.slot($0, n) }
  }

  private static func relieve(
    _ world: inout Reach<Self>, _ slot: Int, _ body: Body, _ round: ArraySlice<Int>, minutes: Double
  ) {
    let capacity = left(
      of: minutes, among: round.count, switchingCost: world.setting.parameters[.switchingCost])
    var waiting: [(slot: Int, n: Int, service: Double)] = []
    var tasks = 0.0
    var service = 0.0
    for n in round {
      for other in relieved(world, n) {
        var demands = 0.0
        for id in world.actors[other].queue {
          let d = world.demands[id]
          demands += DemandProfile.table[Int(d.kind.rawValue)].serviceMinutes - Double(d.worked)
        }
        waiting.append((other, n, demands))
        service += demands
        tasks += world.actors[other].taskBacklog
      }
    }
    let share = Attention.taskShare(body: body, tasks: tasks, service: service, capacity: capacity)
    var forTasks = body.hours.relaying > 0 ? min(tasks, capacity * share) : 0
    let forService = body.hours.serving > 0 ? min(service, capacity - forTasks) : 0
    if body.hours.relaying > 0 { forTasks = min(tasks, capacity - forService) }
    let done = world.slots.slot(.doneWork)
    for place in waiting {
      if forService > 0 && place.service > 0 {
        let used = Coproduction.serveQueue(
          &world.coproduction, place.slot, by: slot, minutes: forService * place.service / service)
        let paid = world.payUpTo(.time, Int64(used), from: slot, to: done, for: .service)
        world.write.tally.add(.spentMinutes, place.n, Double(paid))
      }
      if forTasks > 0 {
        let part = forTasks * world.actors[place.slot].taskBacklog / tasks
        world.write.actors[place.slot].taskBacklog -= part
        _ = world.payUpTo(.time, Int64(part), from: slot, to: done, for: .administration)
        world.write.tally.add(.tasksDone, place.n, part)
      }
    }
  }
}
