/// Budgets, owners' contributions and what funds are paid, week by week.
enum Budgets: ReadsPlaces, Pays, UsesPurses {
  /// Budgets, in whole yuan that add up to the year's sum.
  static func run(_ world: inout Reach<Self>) {
    let treasury = world.slots.slot(.treasury)
    Purses.pay(&world.purses)
    for n in world.neighbourhoods.indices {
      let grants = world.structure.support[n].grantYuanPerYear
      let allowance = world.structure.branches[n].yuanPerYear
      world.pay(
        .money, Calendar.weekly(grants, world.week), from: treasury,
        to: world.slots.slot(.socialOrganisations, n),
        for: .budget)
      world.pay(
        .money, Calendar.weekly(allowance, world.week), from: treasury, to: world.slots.slot(.unitsParty, n),
        for: .budget)
    }
    // Owners pay into their maintenance fund.
    for n in world.neighbourhoods.indices where world.structure[platform: .ownersCommittee, n] != nil {
      let year = world.conditions[.ownersMoney] * Double(world.places.neighbourhoods[n].residents.count)
      let residents = world.slots.slot(.residents, n)
      let amount = Calendar.weekly(year, world.week)
      world.pay(.money, amount, from: world.slots.slot(.market), to: residents, for: .wage)
      world.pay(
        .money, amount, from: residents, to: world.slots.slot(.ownersCommittee, n), for: .contribution)
    }
    for (s, place) in world.places.subdistricts.enumerated() {
      let year = world.conditions[.officeBudget] * Double(place.residents.count) / 10_000
      world.pay(
        .money, Calendar.weekly(year, world.week), from: treasury,
        to: world.slots.slot(.subdistrictOffice, s),
        for: .budget)
    }
  }
}
