/// Lending: what residents pay for use, give together, and lend to each other goes into public matters.
enum Lending: ReadsTies, ChangesPlaces, ChangesResidents, Counts, Pays, UsesParticipation, UsesPurses {
  /// Visitors of a neighbourhood pay: a part goes to its projects, the rest is what the place costs.
  static func payFees(_ world: inout Reach<Self>, visits: Int, _ n: Int) {
    let sharing = world.structure.services[n].sharing
    let income = Int64(Double(visits) * sharing.fee)
    if income == 0 { return }
    let residents = world.slots.slot(.residents, n)
    let market = world.slots.slot(.market)
    let returned = Int64(Double(income) * sharing.returned)
    world.pay(.money, income, from: market, to: residents, for: .wage)
    world.pay(.money, income - returned, from: residents, to: market, for: .spending)
    Purses.give(&world.purses, returned, from: residents, to: .returns, n)
  }

  /// Part of a matter's money that things lent by those who identify make needless.
  static func thingsLent(_ world: borrowing Reach<Self>, _ d: Demand) -> Double {
    let things = world.structure.services[Int(d.neighbourhood)].sharing.things
    return things > 0
      ? things * world.meanOfGroup(Int(d.group), world.residents.identification) : 0
  }

  /// What those concerned by a matter give of the money it lacks: those who identify with the community give, each
  /// up to a limit.
  static func crowd(_ world: borrowing Reach<Self>, _ d: Demand, _ n: Int, missing: Int64) -> Int64 {
    let sharing = world.structure.services[n].sharing
    if sharing.crowdfunding == 0 || missing <= 0 { return 0 }
    let concerned =
      d.scope == .building
      ? world.places.groups[Int(d.group)].residents.count : world.places.neighbourhoods[n].residents.count
    let identification = world.meanOfGroup(Int(d.group), world.residents.identification)
    let possible = Double(concerned) * identification * sharing.yuanPerHead
    return Int64(min(Double(missing) * sharing.crowdfunding, possible))
  }

  /// After a change of structure: who is on the list of skills, and who has registered as a member here.
  static func list(_ world: inout Reach<Self>) {
    let draws = world.random.stream(.skillList)
    for n in world.neighbourhoods.indices {
      let services = world.structure.services[n]
      world.write.neighbourhoods[n].skilled.removeAll()
      world.write.neighbourhoods[n].pledging.removeAll()
      if services.sharing.skills == 0 && services.board == nil { continue }
      for i in world.places.neighbourhoods[n].residents {
        let traits = world.residents.traits[i]
        if traits.skill == .professional && draws.happens(services.sharing.skills, i) {
          world.write.neighbourhoods[n].skilled.append(UInt32(i))
        }
        if services.board != nil && traits.isRegisteredMember {
          world.write.neighbourhoods[n].pledging.append(UInt32(i))
        }
      }
    }
  }

  /// Some of the list are asked at one look; those who come give an hour each as long as something is missing.
  static func giveSkill(
    _ world: inout Reach<Self>, minutes wanted: Int64, for d: Demand, _ n: Int, isPublic: Bool
  ) -> Int64 {
    let list = world.neighbourhoods[n].skilled
    if list.isEmpty { return 0 }
    let draws = world.random.stream(.skillList, week: world.week).substream(Int(d.key))
    var given: Int64 = 0
    for look in 0..<Int(world.conditions[.listEntries]) where given < wanted {
      let i = Int(list[draws.index(below: list.count, look)])
      if !draws.happens(Participation.chanceIfAsked(world.participation, resident: i), look, 1) { continue }
      let minutes = min(Int64(Calendar.minutesPerHour), wanted - given)
      given += minutes
      world.spendResidentsTime(minutes, n, for: isPublic ? .project : .service)
      world.write.tally.add(isPublic ? .ownMinutes : .spentMinutes, n, Double(minutes))
      if isPublic { world.markActive(i) }
      let fatigue = world.residents.fatigue[i]
      world.write.residents.fatigue[i] =
        fatigue + Float(world.setting.parameters[.fatigueGain]) * (1 - fatigue)
    }
    return given
  }
}
