extension Structure {
  /// What stands everywhere before any mechanism: residents' committees with their residents' assembly and
  /// Party branch, and a subdistrict office with its mass organisations and the professionals it can call on.
  static func base(places: Places, slots: ActorSlots, conditions: Conditions) -> Structure {
    var structure = Structure(
      slots: slots, neighbourhoods: places.neighbourhoods.count, subdistricts: places.subdistricts.count)
    let dependence = conditions[.fundingDependence]
    for (n, place) in places.neighbourhoods.enumerated() {
      structure[.residentsCommittee, n] = Body(
        staffMinutes: place.communityWorkers * minutesPerWorkWeek, hours: .base,
        administrativeTasks: 1, takesServiceDemands: true, upwardWeight: dependence,
        downwardWeight: 1 - dependence,
        skill: conditions[.staffSkill])
      structure[.generalBranch, n] = Body(
        staffMinutes: minutesPerWorkWeek, hours: .base, administrativeTasks: 0, takesServiceDemands: false,
        upwardWeight: dependence, downwardWeight: 1 - dependence, skill: conditions[.staffSkill])
      structure[platform: .residentsCommittee, n] = Platform(
        meetingsPerYear: conditions[.committeeMeetings], residentSeats: 0, unitSeats: 0, staffSeats: 5,
        overlap: 0,
        access: .all)
      structure[platform: .residentsAssembly, n] = Platform(
        meetingsPerYear: conditions[.assemblyMeetings], residentSeats: 15, unitSeats: 0, staffSeats: 1,
        overlap: 0, access: .all)
      if place.ownersCommittee {
        structure[platform: .ownersCommittee, n] = Platform(
          meetingsPerYear: conditions[.ownersMeetings], residentSeats: 7, unitSeats: 0, staffSeats: 0,
          overlap: 0,
          access: [MatterSet(.propertyRepair), MatterSet(.parking)])
      }
      structure[.propertyCompany, n] = Body(
        staffMinutes: Int(
          conditions[.propertyStaff] * Double(place.residents.count) / 10_000 * Double(minutesPerWorkWeek)),
        hours: HourShares(relaying: 0, brokering: 0, serving: 1), administrativeTasks: 0,
        takesServiceDemands: false,
        upwardWeight: Body.evenWeight, downwardWeight: Body.evenWeight, skill: conditions[.staffSkill])
      structure.funds[n] = [Fund(yuanPerYear: conditions[.committeeBudget], controller: .committee)]
      structure.relations[n] = Relations(
        handover: conditions[.handover], handoverWeeks: 3, referral: conditions[.handover])
    }
    for (s, place) in places.subdistricts.enumerated() {
      let tenThousands = Double(place.residents.count) / 10_000
      let office = Int(conditions[.officeStaff] * tenThousands * Double(minutesPerWorkWeek))
      structure[.subdistrictOffice, s] = Body(
        staffMinutes: office, hours: .base, administrativeTasks: 0, takesServiceDemands: false,
        upwardWeight: dependence,
        downwardWeight: 1 - dependence, skill: conditions[.staffSkill])
      structure[.massOrganisations, s] = Body(
        staffMinutes: Int(conditions[.massStaff] * tenThousands * Double(minutesPerWorkWeek)), hours: .base,
        administrativeTasks: 0, takesServiceDemands: false, upwardWeight: dependence,
        downwardWeight: 1 - dependence,
        skill: conditions[.staffSkill])
      structure[.professionals, s] = Body(
        staffMinutes: Int(conditions[.professionalHours] * tenThousands * 60),
        hours: HourShares(relaying: 0, brokering: 0, serving: 1), administrativeTasks: 0,
        takesServiceDemands: false,
        upwardWeight: dependence, downwardWeight: 1 - dependence, skill: 1)
      structure[platform: .subdistrictOffice, s] = Platform(
        meetingsPerYear: 52, residentSeats: 0, unitSeats: 0, staffSeats: 8, overlap: 0, access: .all)
    }
    structure.noteEstablishment()
    return structure
  }

  static let minutesPerWorkWeek = Int(Calendar.hoursPerWorkWeek * Calendar.minutesPerHour)
}

extension HourShares {
  /// How hours are spent where no style of steering is set: mostly on what comes from above
  /// (administrative share of committees' work, row 26).
  public static let base = HourShares(relaying: 0.6, brokering: 0.1, serving: 0.3)
}
