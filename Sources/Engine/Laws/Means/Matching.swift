/// Matching: decided matters look for the means they need, offers for somebody who needs them.
///
/// Searchers sample offers one by one; each look costs broker's time and sees only what information reaches
/// (after block 12 of the search literature: score by nearness and relation, less the cost of looking).
enum Matching: ChangesDemands, ChangesPlaces, ChangesUnits, Counts, Pays, UsesAssociations, UsesClosing,
  UsesLending, UsesPromises, UsesPurses
{
  static func run(_ world: inout Reach<Self>) {
    let limit = Int(world.conditions[.fundingPatience])
    for n in world.neighbourhoods(inTurn: .matching) {
      let waiting = world.neighbourhoods[n].decided
      if waiting.isEmpty { continue }
      var left: [Int32] = []
      for id in waiting {
        if fund(&world, id, n) { continue }
        if world.week - Int(world.demands[id].since) > limit {
          world.write.tally.add(.promises, n)
          Closing.close(&world.closing, id, as: .lapsed)
        } else {
          world.write.tally.add(.waitMoney, n)
          left.append(id)
        }
      }
      world.write.neighbourhoods[n].decided = left
    }
  }

  /// Pays for a matter out of the money its decider controls and what units give; starts its project.
  /// - Returns: whether it is paid for.
  private static func fund(_ world: inout Reach<Self>, _ id: Int32, _ n: Int) -> Bool {
    let d = world.demands[id]
    let profile = DemandProfile.table[Int(d.kind.rawValue)]
    let size = scale(of: d, world.conditions)
    let need = Int64(profile.yuan * size * (1 - Lending.thingsLent(world.lending, d)))
    let means = Purses.means(&world.purses, for: id, in: n, need: need)
    if means.yuan < need && means.awaitsApproval { return false }
    let crowd = Lending.crowd(world.lending, d, n, missing: need - means.yuan)
    let missing = need - means.yuan - crowd
    let gift = missing > 0 ? search(&world, id, n, missing: missing) : Gift()
    // What was found is kept by those who offered it.
    if gift.yuan < missing { return false }
    let own = Purses.spend(&world.purses, means, in: n)
    let projects = world.slots.slot(.projects, n)
    let market = world.slots.slot(.market)
    if crowd > 0 {
      let residents = world.slots.slot(.residents, n)
      world.pay(.money, crowd, from: market, to: residents, for: .wage)
      world.pay(.money, crowd, from: residents, to: projects, for: .contribution)
    }
    if gift.yuan > 0 {
      let units = world.slots.slot(.units, n)
      world.pay(.money, gift.yuan, from: market, to: units, for: .contribution)
      world.pay(.money, gift.yuan, from: units, to: projects, for: .contribution)
      world.write.units.money[gift.unit] -= Int32(gift.yuan)
    }
    let government = means.yuan - own
    world.write.tally.add(.ownYuan, n, Double(need - government))
    world.write.tally.add(.governmentYuan, n, Double(government))
    start(&world, id, n, money: need, publicMoney: government, gift: gift, size: size)
    return true
  }

  /// How large a matter is: 1 for one of a neighbourhood that is as pressing as most.
  private static func scale(of d: Demand, _ c: Conditions) -> Double {
    let beyond = Double(d.scope.rawValue) - Double(Scope.neighbourhood.rawValue)
    let reach = beyond < 0 ? c[.buildingSize] : 1 + c[.wideSize] * beyond
    return reach * (1 - c[.pressingSize] / 2 + c[.pressingSize] * Double(d.salience))
  }

  /// What a unit gives.
  struct Gift {
    var yuan: Int64 = 0
    var unit = -1
  }

  /// Brokers look for a unit that gives what is missing.
  private static func search(_ world: inout Reach<Self>, _ id: Int32, _ n: Int, missing: Int64) -> Gift {
    let p = world.setting.parameters
    let units = reachable(world, n)
    if units.isEmpty { return Gift() }
    let draws = world.random.stream(.search, week: world.week).substream(Int(world.demands[id].key))
    let listed = world.structure.information[n].offersListed
    let presidents = world.neighbourhoods[n].presidents
    if world.setting.forms.matching == .sampling {
      for (k, u) in presidents.enumerated() {
        let chance = p[.willingness] * Double(world.units.relation[u])
        if draws.happens(chance, 5, k) && Int64(world.units.money[u]) >= missing {
          return Gift(yuan: missing, unit: u)
        }
      }
    }
    // Units that stand by the neighbourhood, seat holders and partners are known anyway; every other look costs time.
    let pairs = world.structure.relations[n].pairs
    let seats = Int(world.structure.relations[n].unitSeats.rounded())
    let agreements = world.structure.services[n].agreements
    let acquainted = pairs.count + seats
    let known = acquainted + (agreements.areKnown ? agreements.number : 0)
    var looks = known
    let most = known + Int(world.conditions[.looksPerMatter])
    while looks < most && world.spendBrokering(minutes: world.conditions[.lookMinutes], in: n) {
      looks += 1
    }
    if world.setting.forms.matching == .saturating {
      let information = p[.unlistedInformation] + listed
      let found = 1 - FixedMath.exp(-information * Double(looks + presidents.count) * p[.willingness])
      let u = units.lowerBound + draws.index(below: units.count, 0)
      let gives = Int64(world.units.money[u])
      return draws.happens(found, 1) && gives >= missing ? Gift(yuan: missing, unit: u) : Gift()
    }
    let entries = Int(world.conditions[.listEntries])
    for look in 0..<looks {
      let onList = draws.happens(listed, 2, look)
      // A list is read several entries at a time.
      for entry in 0..<(onList ? entries : 1) {
        let u =
          look < pairs.count
          ? pairs[look].unit
          : look < acquainted
            ? units.lowerBound
              + world.random.stream(.unitSeats).index(below: units.count, n, look - pairs.count)
            : look < known
              ? Promises.partner(world.promises, n, look - acquainted) ?? units.lowerBound
              : units.lowerBound + draws.index(below: units.count, 3, look * entries + entry)
        let relation = Double(world.units.relation[u])
        if draws.happens(p[.willingness] * relation, 4, look * entries + entry)
          && Int64(world.units.money[u]) >= missing
        {
          return Gift(yuan: missing, unit: u)
        }
      }
    }
    return Gift()
  }

  private static func reachable(_ world: borrowing Reach<Self>, _ n: Int) -> Range<Int> {
    let s = world.places.subdistricts[world.places.neighbourhoods[n].subdistrict]
    return switch world.structure.information[n].reach {
    case .subdistrict: s.units
    case .block: world.unitRange(world.places.blocks[world.places.neighbourhoods[n].block].neighbourhoods)
    case .neighbourhood: world.unitRange(n..<(n + 1))
    }
  }

  private static func start(
    _ world: inout Reach<Self>, _ id: Int32, _ n: Int, money: Int64, publicMoney: Int64, gift: Gift,
    size: Double
  ) {
    let d = world.demands[id]
    let profile = DemandProfile.table[Int(d.kind.rawValue)]
    let draw = world.random.stream(.projectSpace, week: world.week)
    let room = Double(1 + Float(world.conditions[.accommodationCost]) * d.accommodated)
    world.write.demands.move(id, to: .inWork, week: world.week)
    world.write.neighbourhoods[n].projects.append(
      Project(
        demand: id, started: Int32(world.week),
        staffNeed: Float(profile.serviceMinutes * world.conditions[.publicWork] * size * room),
        volunteerNeed: Float(profile.volunteerHours * Calendar.minutesPerHour * size * room),
        professionalNeed: d.technical ? Float(profile.professionalHours * Calendar.minutesPerHour * size) : 0,
        moneyNeed: Int32(money), publicMoney: Int32(publicMoney),
        unitMoney: Int32(gift.yuan),
        needsSpace: draw.happens(profile.space, Int(d.key)),
        association: Associations.team(&world.associations, n, for: d), unit: Int32(gift.unit)))
    world.write.tally.add(.projectsStarted, n)
    if gift.unit >= 0 {
      world.write.tally.add(.offersMatched, n)
      world.write.tally.add(.offers, n)
    }
  }
}
