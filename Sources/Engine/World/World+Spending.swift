/// How laws spend people's time, rooms and money: always through the ledger.
extension World {
  /// Residents give time: it is theirs, and it is done.
  mutating func spendResidentsTime(_ minutes: Int64, _ n: Int, for purpose: Purpose) {
    let residents = slots.slot(.residents, n)
    pay(.time, minutes, from: slots.slot(.nature), to: residents, for: .working)
    pay(.time, minutes, from: residents, to: slots.slot(.doneWork), for: purpose)
  }

  /// Members of a group give time it still has this week; false where it has not.
  mutating func spendMembers(minutes: Double, of association: Int, in n: Int, for purpose: Purpose) -> Bool {
    if Double(neighbourhoods[n].associations[association].spareMinutes) < minutes { return false }
    neighbourhoods[n].associations[association].spareMinutes -= Float(minutes)
    spendResidentsTime(Int64(minutes), n, for: purpose)
    return true
  }

  /// Members of a group that has the time give it; false where none has.
  mutating func spendMembers(minutes: Double, in n: Int, for purpose: Purpose) -> Bool {
    for a in groups(inTurnOf: n) {
      if spendMembers(minutes: minutes, of: a, in: n, for: purpose) { return true }
    }
    return false
  }

  /// Staff of a platform's place sit in it; false where they have no time left.
  mutating func spendStaff(minutes: Int64, of platform: Int) -> Bool {
    let place = slots.place(platform)
    let staff =
      slots.kinds[platform].level == .neighbourhood
      ? slots.slot(.residentsCommittee, place) : slots.slot(.subdistrictOffice, place)
    if ledger.balance(.time, staff) < minutes { return false }
    let hosts =
      slots.kinds[platform].level == .neighbourhood
      ? place..<(place + 1) : places.subdistricts[place].neighbourhoods
    count(.meetingMinutes, over: hosts, Double(minutes))
    return pay(.time, minutes, from: staff, to: slots.slot(.doneWork), for: .meeting)
  }

  /// Some broker of a neighbourhood spends minutes; false where none has them.
  mutating func spendBrokering(minutes: Double, in n: Int) -> Bool {
    broker(spending: minutes, in: n) != nil
  }

  /// The broker of a neighbourhood who spends minutes; nil where none has them.
  mutating func broker(spending minutes: Double, in n: Int) -> Int? {
    for slot in neighbourhoods[n].nearby.brokers where actors[slot].brokering >= minutes {
      if spendBrokering(minutes: minutes, of: slot, for: .brokering) { return slot }
    }
    return nil
  }

  /// A broker spends minutes; false where the broker does not have them.
  mutating func spendBrokering(minutes: Double, of slot: Int, for purpose: Purpose) -> Bool {
    if actors[slot].brokering < minutes || ledger.balance(.time, slot) < Int64(minutes) { return false }
    actors[slot].brokering -= minutes
    return pay(.time, Int64(minutes), from: slot, to: slots.slot(.doneWork), for: purpose)
  }

  /// A room for some minutes: the committee's, that of a venue near by, or one that a unit lends; false where all
  /// are taken.
  mutating func useRoom(minutes: Int64, in n: Int) -> Bool {
    for slot in neighbourhoods[n].nearby.rooms where ledger.balance(.venue, slot) >= minutes {
      return pay(.venue, minutes, from: slot, to: slots.slot(.doneWork), for: .project)
    }
    return false
  }
}

extension World {
  /// Residents give time to a body, which spends it this week or lets it lapse.
  mutating func giveTime(_ minutes: Int64, _ n: Int, to slot: Int) {
    let residents = slots.slot(.residents, n)
    pay(.time, minutes, from: slots.slot(.nature), to: residents, for: .working)
    pay(.time, minutes, from: residents, to: slot, for: .contribution)
  }
}
