/// Who gives professional knowledge to a demand.
extension Reach
where L: ReadsDemands, L: ChangesBodies, L: ChangesPlaces, L: Counts, L: Pays, L: UsesLending {
  /// Professionals' minutes for a demand: what units lend to the neighbourhood, then a body that may be called on
  /// for it, then the subdistrict's pool, then residents of the trade who are on a list.
  /// - Parameter isPublic: they go into a public matter.
  mutating func spendProfessional(minutes: Double, on id: Int32, isPublic: Bool) -> Double {
    let d = demands[id]
    let n = Int(d.neighbourhood)
    let wanted = Int64(minutes)
    let done = slots.slot(.doneWork)
    let purpose = isPublic ? Purpose.project : .service
    let lent = payUpTo(.time, wanted, from: slots.slot(.units, n), to: done, for: purpose)
    let called = callSupport(minutes: wanted - lent, for: d, isPublic: isPublic)
    let pool = slots.slot(.professionals, places.neighbourhoods[n].subdistrict)
    let pooled = payUpTo(.time, wanted - lent - called, from: pool, to: done, for: purpose)
    let shared = Lending.giveSkill(
      &self.lending, minutes: wanted - lent - called - pooled, for: d, n, isPublic: isPublic)
    write.tally.add(.spentMinutes, n, Double(lent + pooled))
    if isPublic {
      write.tally.add(.lentMinutes, n, Double(lent))
      write.tally.add(.publicStaffMinutes, n, Double(pooled))
    }
    return Double(lent + called + pooled + shared)
  }
}

extension Reach where L: ChangesBodies, L: ChangesPlaces, L: Counts, L: Pays {
  /// The body of professionals that a demand's kind and holder may call on; with practice its hours go further.
  /// - Returns: what its work is worth, in minutes of the pool's.
  private mutating func callSupport(minutes wanted: Int64, for d: Demand, isPublic: Bool) -> Int64 {
    let n = Int(d.neighbourhood)
    guard wanted > 0, let support = structure.services[n].support, support.matters.contains(d.kind) else {
      return 0
    }
    let holder = slots.kinds[Int(d.holder)]
    let isOwners = holder == .ownersCommittee || holder == .propertyCompany
    if isOwners ? !support.ownersCall : !support.committeesCall { return 0 }
    let slot = slots.slot(.propertySupport, places.neighbourhoods[n].subdistrict)
    let worth = 1 + setting.parameters[.practiceWorth] * actors[slot].practice
    let enough = Int64((Double(wanted) / worth).rounded(.up))
    if ledger.balance(.time, slot) < enough {
      buySupport(minutes: enough - ledger.balance(.time, slot), support, slot, n, isPublic: isPublic)
    }
    let spent = payUpTo(
      .time, enough, from: slot, to: slots.slot(.doneWork), for: isPublic ? .project : .service)
    if spent == 0 { return 0 }
    write.tally.add(.spentMinutes, n, Double(spent))
    if isPublic { write.tally.add(.publicStaffMinutes, n, Double(spent)) }
    write.actors[slot].practice += (1 - actors[slot].practice) * setting.parameters[.practiceGain]
    return min(wanted, Int64(Double(spent) * worth))
  }
}

extension Reach where L: ChangesPlaces, L: Counts, L: Pays {
  /// Owners buy more of its hours out of their maintenance fund, as far as that and the agreed hours go.
  private mutating func buySupport(
    minutes: Int64, _ support: Support, _ slot: Int, _ n: Int, isPublic: Bool
  ) {
    let owners = slots.slot(.ownersCommittee, n)
    let payable = Int64(
      Double(ledger.balance(.money, owners)) * Calendar.minutesPerHour / conditions[.hourPrice])
    let agreed = Int64(support.boughtMinutes) - neighbourhoods[n].boughtMinutes
    let bought = min(minutes, payable, agreed)
    if bought <= 0 { return }
    let yuan = min(
      ledger.balance(.money, owners),
      Int64((Double(bought) * conditions[.hourPrice] / Calendar.minutesPerHour).rounded(.up)))
    write.neighbourhoods[n].boughtMinutes += bought
    pay(.money, yuan, from: owners, to: slots.slot(.market), for: .spending)
    pay(.time, bought, from: slots.slot(.nature), to: slot, for: .working)
    write.tally.add(.spentYuan, n, Double(yuan))
    if isPublic { write.tally.add(.ownYuan, n, Double(yuan)) }
  }
}
