/// Purses: public money arrives, units and residents give to the funds that ask them, and every earmarked fund
/// keeps a purse of its own, which pays only for what it is for and on its own terms.
enum Purses: ReadsDemands, ReadsResidents, ChangesBodies, ChangesPlaces, ChangesUnits, Pays {
  /// Budgets and funds are paid, in whole yuan that add up to the year's sum.
  static func pay(_ world: inout Reach<Self>) {
    let treasury = world.slots.slot(.treasury)
    for n in world.neighbourhoods.indices {
      let released = world.structure.rights[n].releasedMoney
      for (k, fund) in world.structure.funds[n].enumerated() {
        if fund.kind == .wages {
          payWages(&world, instalment(fund, week: world.week), n)
          continue
        }
        let amount = withheld(instalment(fund, week: world.week), fund, world, n)
        if amount == 0 { continue }
        // Of what residents do not control anyway, the released part has no terms.
        let isTheirs = fund.controller == .residents || fund.controller == .anyone
        let free = isTheirs ? 0 : Int64(Double(amount) * released)
        world.pay(.money, free, from: treasury, to: world.slots.slot(.releasedFund, n), for: .budget)
        if fund.kind == .budget {
          let committee = world.slots.slot(.residentsCommittee, n)
          world.pay(.money, amount - free, from: treasury, to: committee, for: .budget)
        } else {
          put(&world, amount - free, isOwn: false, from: treasury, n, k, for: .budget)
        }
      }
    }
  }

  /// Money that is bound to wages goes through the committee to its staff.
  private static func payWages(_ world: inout Reach<Self>, _ amount: Int64, _ n: Int) {
    let committee = world.slots.slot(.residentsCommittee, n)
    world.pay(.money, amount, from: world.slots.slot(.treasury), to: committee, for: .budget)
    world.pay(.money, amount, from: committee, to: world.slots.slot(.market), for: .wage)
  }

  /// What is paid of a committee's money where it hangs on tasks done or on residents' judgement; the rest stays in
  /// the treasury.
  private static func withheld(_ amount: Int64, _ fund: Fund, _ world: borrowing Reach<Self>, _ n: Int)
    -> Int64
  {
    let withholding = world.conditions[.withholding]
    let judged = world.structure.evaluations[n].budgetShare
    if (withholding == 0 && judged == 0) || fund.controller != .committee { return amount }
    return Int64(
      Double(amount) * (1 - withholding * (1 - world.neighbourhoods[n].tasksDone))
        * (1 - judged * (1 - world.neighbourhoods[n].judgement)))
  }

  /// What a fund is paid in a week.
  static func instalment(_ fund: Fund, week: Int) -> Int64 {
    switch fund.rhythm {
    case .steady: Calendar.weekly(fund.yuanPerYear, week)
    case .oneOff:
      (week - fund.since) % (Fund.oneOffYears * Calendar.weeksPerYear) == 0
        ? Int64(fund.yuanPerYear * Double(Fund.oneOffYears)) : 0
    }
  }

  /// Money comes into the k-th fund of a neighbourhood.
  private static func put(
    _ world: inout Reach<Self>, _ yuan: Int64, isOwn: Bool, from giver: Int, _ n: Int, _ k: Int,
    for purpose: Purpose
  ) {
    if yuan <= 0 { return }
    if world.structure.funds[n][k].isPooled {
      let pool = world.slots.slot(.communityFund, world.places.neighbourhoods[n].subdistrict)
      world.pay(.money, yuan, from: giver, to: pool, for: purpose)
      if isOwn { world.write.actors[pool].ownYuan += yuan }
    } else {
      world.pay(.money, yuan, from: giver, to: world.slots.slot(.releasedFund, n), for: purpose)
      world.write.neighbourhoods[n].purses[k].yuan += yuan
      if isOwn { world.write.neighbourhoods[n].purses[k].ownYuan += yuan }
    }
  }

  /// Residents' or units' own money comes into the fund of a kind.
  static func give(_ world: inout Reach<Self>, _ yuan: Int64, from giver: Int, to kind: Fund.Kind, _ n: Int) {
    guard let k = world.structure.funds[n].firstIndex(where: { $0.kind == kind }) else { return }
    put(&world, yuan, isOwn: true, from: giver, n, k, for: .contribution)
  }

  // MARK: Asking

  /// Every quarter funds that live on gifts ask for them: units give as far as they are willing, near and have
  /// the money, residents as far as they identify with the community.
  static func collect(_ world: inout Reach<Self>) {
    let market = world.slots.slot(.market)
    for n in world.neighbourhoods(inTurn: .funds) {
      for (k, fund) in world.structure.funds[n].enumerated() {
        if fund.askedOfUnits > 0 {
          collectFromUnits(&world, n, k, fund.askedOfUnits / Calendar.quartersPerYear)
        }
        if fund.askedOfResidents > 0 {
          let identification = world.meanIdentification(n)
          let given = Int64(fund.askedOfResidents / Calendar.quartersPerYear * identification)
          let residents = world.slots.slot(.residents, n)
          world.pay(.money, given, from: market, to: residents, for: .wage)
          put(&world, given, isOwn: true, from: residents, n, k, for: .contribution)
        }
      }
    }
  }

  private static func collectFromUnits(_ world: inout Reach<Self>, _ n: Int, _ k: Int, _ asked: Double) {
    let range = world.unitRange(n..<(n + 1))
    if range.isEmpty { return }
    let draws = world.random.stream(.fundGiving, week: world.week)
    let account = world.slots.slot(.units, n)
    let willingness = world.setting.parameters[.willingness]
    for u in range {
      let relation = Double(world.units.relation[u])
      if !draws.happens(willingness * relation, u, world.structure.funds[n][k].kind.rawValue) { continue }
      let given = min(Int64(asked / Double(range.count)), Int64(world.units.money[u]))
      if given <= 0 { continue }
      world.write.units.money[u] -= Int32(given)
      world.pay(.money, given, from: world.slots.slot(.market), to: account, for: .contribution)
      put(&world, given, isOwn: true, from: account, n, k, for: .contribution)
    }
  }

  // MARK: Beginning and end

  /// After a change of structure: purses go with their funds; what is left of funds that are no more, and released
  /// money where nothing is released any longer, goes to the residents' committee.
  static func align(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods.indices {
      var old = world.neighbourhoods[n].purses
      world.write.neighbourhoods[n].purses = world.structure.funds[n].map { fund in
        if let k = old.firstIndex(where: { $0.kind == fund.kind && $0.since == fund.since }) {
          return old.remove(at: k)
        }
        return Purse(kind: fund.kind, since: fund.since)
      }
      let left = old.reduce(0) { $0 + $1.yuan }
      let account = world.slots.slot(.releasedFund, n)
      let free = world.structure.rights[n].releasedMoney > 0 ? 0 : world.releasedYuan(n) - left
      world.pay(
        .money, left + free, from: account, to: world.slots.slot(.residentsCommittee, n), for: .refund)
    }
    for s in world.places.subdistricts.indices { closePool(&world, s) }
  }

  /// A pool into which no neighbourhood pays any more is shared out in equal parts; lots decide who has a yuan more.
  private static func closePool(_ world: inout Reach<Self>, _ s: Int) {
    let pool = world.slots.slot(.communityFund, s)
    let members = world.places.subdistricts[s].neighbourhoods
    let all = world.ledger.balance(.money, pool)
    if all == 0 || members.contains(where: { world.structure.funds[$0].contains { $0.isPooled } }) { return }
    let count = Int64(members.count)
    for (k, n) in world.byLot(members).enumerated() {
      let part = all / count + (Int64(k) < all % count ? 1 : 0)
      world.pay(.money, part, from: pool, to: world.slots.slot(.residentsCommittee, n), for: .refund)
    }
    world.write.actors[pool].ownYuan = 0
  }
}

extension Reach where L: ReadsBooks, L: ReadsPlaces {
  /// Released money of a neighbourhood that is in no purse.
  func releasedYuan(_ n: Int) -> Int64 {
    ledger.balance(.money, slots.slot(.releasedFund, n))
      - neighbourhoods[n].purses.reduce(0) { $0 + $1.yuan }
  }
}

extension Reach where L: ReadsResidents {
  /// Mean over the adults of a neighbourhood.
  func meanIdentification(_ n: Int) -> Double {
    var sum = 0.0
    var adults = 0.0
    for i in places.neighbourhoods[n].residents where residents.traits[i].isAdult {
      sum += Double(residents.identification[i])
      adults += 1
    }
    return adults > 0 ? sum / adults : 0
  }
}
