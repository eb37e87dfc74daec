/// Bodies that share staff: minutes for which one has no work go where work waits, at the cost of changing over.
extension Attention {
  static func shareHours(_ world: inout Reach<Self>) {
    for pool in world.structure.pools where pool.share > 0 {
      var spare: [(slot: Int, minutes: Double)] = []
      var short: [(slot: Int, minutes: Double)] = []
      for slot in pool.slots {
        guard let body = world.structure.body(slot: slot) else { continue }
        let free = Double(world.ledger.balance(.time, slot)) - kept(world, slot, body)
        let rest = free - waiting(world, slot)
        if rest > 0 { spare.append((slot, rest * pool.share)) }
        if rest < 0 { short.append((slot, -rest)) }
      }
      let offered = spare.reduce(0) { $0 + $1.minutes }
      let wanted = short.reduce(0) { $0 + $1.minutes }
      let moved = min(offered, wanted)
      if moved < 1 { continue }
      for giver in spare {
        for taker in short {
          let part = moved * (giver.minutes / offered) * (taker.minutes / wanted)
          lend(&world, Int64(part), from: giver.slot, to: taker.slot)
        }
      }
    }
  }

  private static func lend(_ world: inout Reach<Self>, _ minutes: Int64, from giver: Int, to taker: Int) {
    let lent = world.payUpTo(.time, minutes, from: giver, to: taker, for: .working)
    let lost = Int64(Double(lent) * world.setting.parameters[.switchingCost])
    world.pay(.time, lost, from: taker, to: world.slots.slot(.doneWork), for: .administration)
    if world.slots.kinds[taker] == .residentsCommittee {
      world.write.tally.add(.committeeMinutes, world.slots.place(taker), Double(lent))
    }
  }

  /// Minutes that are not for sharing: for brokering, and for relaying where that has no queue.
  private static func kept(_ world: borrowing Reach<Self>, _ slot: Int, _ body: Body) -> Double {
    world.actors[slot].brokering
      + (world.slots.kinds[slot].hasQueue ? 0 : Double(body.staffMinutes) * body.hours.relaying)
  }

  /// Minutes of tasks, demands and public works that wait for a body.
  private static func waiting(_ world: borrowing Reach<Self>, _ slot: Int) -> Double {
    if !world.slots.kinds[slot].hasQueue { return 0 }
    let demands = world.actors[slot].queue.reduce(0.0) {
      $0 + DemandProfile.table[Int(world.demands[$1].kind.rawValue)].serviceMinutes
    }
    return world.actors[slot].taskBacklog + demands
  }
}
