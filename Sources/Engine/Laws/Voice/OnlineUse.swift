/// A channel used from home: who uses it, how much effort it saves, who answers, how far news goes.
enum OnlineUse: ReadsResidents, Counts, Pays {
  /// The part of the effort of voicing that the channel saves a resident; nil for those who do not use it.
  static func ease(_ world: borrowing Reach<Self>, resident i: Int, _ n: Int) -> Double? {
    guard let channel = world.structure.channels[n] else { return nil }
    // Somebody is a user or is not, for the whole run.
    let isUser = world.random.stream(.onlineUse).happens(
      channel.reach[band(world.residents.traits[i].age)], i)
    return isUser ? channel.ease : nil
  }

  /// The place of an age band in the reach of a channel.
  static func band(_ age: Traits.AgeBand) -> Int {
    switch age {
    case .under18, .from18, .from30: 0
    case .from50: 1
    case .from60, .from70: 2
    }
  }

  /// Somebody answers a post, if somebody is charged with it and has the time.
  static func answer(_ world: inout Reach<Self>, _ n: Int) -> Bool {
    guard let channel = world.structure.channels[n] else { return false }
    switch channel.answeredBy {
    case .committee:
      let slot = world.slots.slot(.residentsCommittee, n)
      let minutes = Int64(channel.minutes)
      if world.ledger.balance(.time, slot) < minutes { return false }
      world.write.tally.add(.spentMinutes, n, Double(minutes))
      return world.pay(.time, minutes, from: slot, to: world.slots.slot(.doneWork), for: .service)
    case .volunteers: return world.spendMembers(minutes: Double(channel.minutes), in: n, for: .service)
    case .nobody: return false
    }
  }

  /// How much further news of a public matter goes, as a share of its usual reach.
  static func newsGain(_ world: borrowing Reach<Self>, _ n: Int) -> Double {
    guard let channel = world.structure.channels[n] else { return 0 }
    return channel.news * channel.reach.reduce(0, +) / Double(max(channel.reach.count, 1))
  }
}
