extension Purses {
  /// Money that may go to a decided matter now.
  struct Means {
    struct Part {
      var account: Int
      /// Index of the fund it comes from; −1 for money without terms.
      var fund: Int
      var yuan: Int64
    }
    var parts: [Part] = []
    /// Some fund that might pay has not approved it yet.
    var awaitsApproval = false
    var yuan: Int64 { parts.reduce(0) { $0 + $1.yuan } }
  }

  /// Where the money for a matter may come from: first the purses that fit it, in the order of the funds, then
  /// the money without terms of whoever decided it.
  static func means(_ world: inout Reach<Self>, for id: Int32, in n: Int, need: Int64) -> Means {
    let d = world.demands[id]
    let decider = world.slots.kinds[Int(d.holder)]
    let isWide = ScopeSet.wide.contains(d.scope)
    let byResidents = decidesForResidents(decider) && world.structure.releasesMoney(n, for: d.kind)
    var means = Means()
    for (k, fund) in world.structure.funds[n].enumerated()
    where fund.kind != .budget && fund.matters.contains(d.kind) && (!isWide || fund.isPooled) {
      let fits =
        switch fund.controller {
        case .residents: byResidents && decider != .ownersCommittee
        case .committee: !byResidents && decider != .ownersCommittee
        default: true
        }
      if !fits { continue }
      if world.week - Int(d.since) < fund.approvalWeeks {
        means.awaitsApproval = true
        continue
      }
      let account = account(of: fund, world, n)
      let there =
        fund.isPooled ? world.ledger.balance(.money, account) : world.neighbourhoods[n].purses[k].yuan
      // Several funds may draw on one pool.
      let claimed = means.parts.reduce(0) { $1.account == account && fund.isPooled ? $0 + $1.yuan : $0 }
      let most = min(there - claimed, Int64(fund.largestProject ?? 1e12), need - means.yuan)
      if most > 0 && agree(&world, fund.controller, to: d, n) {
        means.parts.append(Means.Part(account: account, fund: k, yuan: most))
      }
    }
    addGeneral(world, &means, decider, isWide: isWide, byResidents: byResidents, n, need)
    return means
  }

  /// Money without terms: the owners' maintenance fund for what owners decide, the subdistrict office's for wide
  /// matters, else released money or the committee's.
  private static func addGeneral(
    _ world: borrowing Reach<Self>, _ means: inout Means, _ decider: ActorKind, isWide: Bool,
    byResidents: Bool,
    _ n: Int, _ need: Int64
  ) {
    let isFree = byResidents && decider != .ownersCommittee && !isWide
    let account =
      decider == .ownersCommittee
      ? world.slots.slot(.ownersCommittee, n)
      : isWide
        ? world.slots.slot(.subdistrictOffice, world.places.neighbourhoods[n].subdistrict)
        : world.slots.slot(isFree ? .releasedFund : .residentsCommittee, n)
    let there = isFree ? world.releasedYuan(n) : world.ledger.balance(.money, account)
    let most = min(there, need - means.yuan)
    if most > 0 { means.parts.append(Means.Part(account: account, fund: -1, yuan: most)) }
  }

  private static func account(of fund: Fund, _ world: borrowing Reach<Self>, _ n: Int) -> Int {
    fund.isPooled
      ? world.slots.slot(.communityFund, world.places.neighbourhoods[n].subdistrict)
      : world.slots.slot(.releasedFund, n)
  }

  private static func decidesForResidents(_ kind: ActorKind) -> Bool {
    kind != .residentsCommittee && kind != .subdistrictOffice && kind != .generalBranch
  }

  /// A body that controls a fund without deciding the matter looks at it first, if it has the time; members agree
  /// to what weighs on people.
  private static func agree(
    _ world: inout Reach<Self>, _ controller: Fund.Controller, to d: Demand, _ n: Int
  ) -> Bool {
    if controller == .members {
      return world.random.stream(.fundConsent).happens(Double(d.salience), Int(d.key))
    }
    guard let body = controller.lookingBody else { return true }
    let place = body.level == .subdistrict ? world.places.neighbourhoods[n].subdistrict : n
    return world.spendBrokering(
      minutes: world.conditions[.lookMinutes], of: world.slots.slot(body, place), for: .brokering)
  }

  /// Pays a project out of its means.
  /// - Returns: the part of it that is not government money.
  static func spend(_ world: inout Reach<Self>, _ means: Means, in n: Int) -> Int64 {
    let projects = world.slots.slot(.projects, n)
    var own: Int64 = 0
    for part in means.parts {
      if part.fund < 0 {
        if world.slots.kinds[part.account] == .ownersCommittee { own += part.yuan }
      } else if world.structure.funds[n][part.fund].isPooled {
        let balance = world.ledger.balance(.money, part.account)
        let share = ownPart(world.actors[part.account].ownYuan, of: balance, in: part.yuan)
        world.write.actors[part.account].ownYuan -= share
        own += share
      } else {
        let purse = world.neighbourhoods[n].purses[part.fund]
        let share = ownPart(purse.ownYuan, of: purse.yuan, in: part.yuan)
        world.write.neighbourhoods[n].purses[part.fund].yuan -= part.yuan
        world.write.neighbourhoods[n].purses[part.fund].ownYuan -= share
        own += share
      }
      world.pay(.money, part.yuan, from: part.account, to: projects, for: .project)
    }
    return own
  }

  /// How much of what is taken is own money, where money of all origins is mixed.
  private static func ownPart(_ own: Int64, of balance: Int64, in taken: Int64) -> Int64 {
    balance > 0 ? own * taken / balance : 0
  }
}
