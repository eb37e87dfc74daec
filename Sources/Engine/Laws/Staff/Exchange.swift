/// Practice that travels: committees that meet to exchange what they do learn from the one that does it better.
///
/// Learning from others at the pace of learning by doing (organisational learning): an hour of exchange closes as
/// much of the distance as one finished job closes of what is missing.
enum Exchange: ChangesBodies, Counts, Pays {
  /// Practice after some hours with somebody more practised; nothing is learned from the less practised.
  static func learned(_ own: Double, from other: Double, hours: Double, _ p: Parameters) -> Double {
    own + max(0, other - own) * min(1, p[.practiceGain] * hours)
  }

  static func run(_ world: inout Reach<Self>) {
    if world.week % Calendar.weeksPerMonth != 0 { return }
    for n in world.neighbourhoods(inTurn: .exchange) {
      let partners = world.structure.relations[n].learnsFrom
      if partners.isEmpty { continue }
      let minutes = Int64(
        Calendar.fourWeekly(world.structure.relations[n].exchangeMinutes) / Double(partners.count))
      let own = world.slots.slot(.residentsCommittee, n)
      for partner in partners {
        let other = world.slots.slot(.residentsCommittee, partner)
        let both = min(
          minutes, min(world.ledger.balance(.time, own), world.ledger.balance(.time, other)))
        if both < 1 { continue }
        for (slot, place) in [(own, n), (other, partner)] {
          world.pay(.time, both, from: slot, to: world.slots.slot(.doneWork), for: .meeting)
          world.write.tally.add(.meetingMinutes, place, Double(both))
        }
        world.write.actors[own].practice = learned(
          world.actors[own].practice, from: world.actors[other].practice,
          hours: Double(both) / Calendar.minutesPerHour,
          world.setting.parameters)
      }
    }
  }
}
