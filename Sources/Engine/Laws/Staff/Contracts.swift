/// Contracts: hours of social organisations are bought with public money; they take over what waits at the body
/// that serves residents, and tasks as far as they follow whoever pays.
///
/// Who works under a contract is under the same law of attention as every other body (``Attention``). What they
/// learn by doing is lost when the contract is renewed with others.
enum Contracts: ChangesBodies, ChangesDemands, ChangesPlaces, Counts, Pays {
  /// Pays for the week's work: money goes out, and as many minutes come in as it buys.
  static func buy(_ world: inout Reach<Self>) {
    let nature = world.slots.slot(.nature)
    for n in world.neighbourhoods.indices {
      world.write.neighbourhoods[n].soldShare = 0
      guard let contract = world.structure.services[n].contract else { continue }
      let slot = world.slots.slot(.contractors, n)
      let yuan = Calendar.weekly(contract.yuanPerYear, world.week)
      let minutes = Double(yuan) * Calendar.minutesPerHour / world.conditions[.hourPrice]
      world.pay(.money, yuan, from: world.slots.slot(.treasury), to: slot, for: .budget)
      world.pay(.money, yuan, from: slot, to: world.slots.slot(.market), for: .spending)
      world.pay(.time, Int64(minutes), from: nature, to: slot, for: .working)
      world.write.tally.add(.spentYuan, n, Double(yuan))
      let age = world.week - contract.since
      if age > 0 && age % contract.weeks == 0 { world.write.actors[slot].practice = 0 }
      sell(&world, n, minutes: minutes * contract.ownGroups)
    }
  }

  /// Groups of the neighbourhood sell a part of their members' hours, and learn by it.
  private static func sell(_ world: inout Reach<Self>, _ n: Int, minutes: Double) {
    if minutes <= 0 { return }
    let perMember = world.conditions[.memberMinutes]
    let all = world.neighbourhoods[n].associations.reduce(0.0) {
      $0 + Double($1.members.count) * Double($1.energy) * perMember
    }
    if all <= 0 { return }
    let share = min(1, minutes / all)
    world.write.neighbourhoods[n].soldShare = share
    let gain = Float(world.setting.parameters[.practiceGain] * share)
    for a in world.neighbourhoods[n].associations.indices {
      let practice = world.neighbourhoods[n].associations[a].practice
      world.write.neighbourhoods[n].associations[a].practice = practice + gain * (1 - practice)
    }
  }

  /// Chance that a group takes up a matter of its own, against what it would be without contracts: members under
  /// contract follow whoever pays.
  static func initiative(_ world: borrowing Reach<Self>, _ n: Int) -> Double {
    let sold = world.neighbourhoods[n].soldShare
    return sold > 0 ? 1 - sold * (world.structure.services[n].contract?.dependence ?? 0) : 1
  }

  /// Those under contract take over as much as they can do this week.
  static func takeOver(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods.indices {
      guard world.structure.services[n].contract != nil, let body = world.structure[.contractors, n] else {
        continue
      }
      let slot = world.slots.slot(.contractors, n)
      let committee = world.slots.slot(.residentsCommittee, n)
      let serving = world.slots.slot(Registration.serviceBody(world.structure, n, .elderCare), n)
      let capacity = Double(world.ledger.balance(.time, slot))
      let waiting = minutes(world, world.actors[serving].queue)
      let share = Attention.taskShare(
        body: body, tasks: world.actors[committee].taskBacklog, service: waiting, capacity: capacity)
      let tasks = min(
        world.actors[committee].taskBacklog, max(0, capacity * share - world.actors[slot].taskBacklog))
      world.write.actors[committee].taskBacklog -= tasks
      world.write.actors[slot].taskBacklog += tasks
      var room = capacity * (1 - share) - minutes(world, world.actors[slot].queue)
      var taken = 0
      for id in world.actors[serving].queue {
        if room <= 0 { break }
        room -= DemandProfile.table[Int(world.demands[id].kind.rawValue)].serviceMinutes
        world.write.demands[id].holder = Int32(slot)
        world.write.actors[slot].queue.append(id)
        taken += 1
      }
      world.write.actors[serving].queue.removeFirst(taken)
    }
  }

  private static func minutes(_ world: borrowing Reach<Self>, _ queue: [Int32]) -> Double {
    queue.reduce(0.0) {
      $0 + DemandProfile.table[Int(world.demands[$1].kind.rawValue)].serviceMinutes
        - Double(world.demands[$1].worked)
    }
  }
}
