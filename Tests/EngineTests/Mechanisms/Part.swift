@testable import Engine

/// One part of a structure: what stands at one place, for comparisons place by place.
enum Part: CustomStringConvertible {
  case actor(ActorKind, Int)
  case local(Int)
  case wide(Int)

  static func neighbourhood(_ n: Int) -> [Part] { actors(.neighbourhood, [n]) + [.local(n)] }
  static func block(_ blocks: [Int]) -> [Part] { actors(.block, blocks) }
  static func subdistrict(_ s: Int) -> [Part] { actors(.subdistrict, [s]) + [.wide(s)] }

  static func all(_ places: Places) -> [Part] {
    places.neighbourhoods.indices.flatMap(neighbourhood) + block(Array(places.blocks.indices))
      + places.subdistricts.indices.flatMap(subdistrict)
  }

  private static func actors(_ level: ActorKind.Level, _ places: [Int]) -> [Part] {
    ActorKind.allCases.filter { $0.level == level }.flatMap { kind in places.map { .actor(kind, $0) } }
  }

  var description: String {
    switch self {
    case .actor(let kind, let place): "\(kind) \(place)"
    case .local(let n): "neighbourhood \(n)"
    case .wide(let s): "subdistrict \(s)"
    }
  }

  func isEqual(_ a: Structure, _ b: Structure, _ slots: ActorSlots) -> Bool {
    switch self {
    case .actor(let kind, let place):
      let slot = slots.slot(kind, place)
      return a.body(slot: slot) == b.body(slot: slot) && a.platform(slot: slot) == b.platform(slot: slot)
    case .local(let n):
      return a.rights[n] == b.rights[n] && a.funds[n] == b.funds[n] && a.information[n] == b.information[n]
        && a.relations[n] == b.relations[n] && a.duties[n] == b.duties[n]
        && a.dutyCounts[n] == b.dutyCounts[n] && a.recognition[n] == b.recognition[n]
        && a.known[n] == b.known[n]
        && a.branches[n] == b.branches[n] && a.support[n] == b.support[n]
        && a.projectRules[n] == b.projectRules[n] && a.services[n] == b.services[n]
        && a.rounds[n] == b.rounds[n]
        && a.homeVisits[n] == b.homeVisits[n] && a.channels[n] == b.channels[n]
        && a.messages[n] == b.messages[n] && a.evaluations[n] == b.evaluations[n]
        && a.projectStyles[n] == b.projectStyles[n]
    case .wide(let s): return a.wideRights[s] == b.wideRights[s]
    }
  }

  /// Apportionment outside 0…1, negative amounts; empty where all is sound.
  func problems(_ structure: Structure, _ slots: ActorSlots) -> [String] {
    var shares: [(String, Double)] = []
    var amounts: [(String, Double)] = []
    func add(_ rights: Rights) {
      shares += [
        ("released money", rights.releasedMoney), ("released decisions", rights.releasedDecisions),
        ("veto", rights.veto), ("reserved agenda", rights.reservedAgenda),
      ]
      amounts.append(("signatures", Double(rights.signatures ?? 0)))
      for hearing in rights.hearings {
        shares += [("quorum", hearing.quorum), ("heard", hearing.share), ("decided", hearing.decides)]
        amounts += [("rounds", Double(hearing.rounds - 1)), ("minutes", Double(hearing.minutes - 1))]
      }
    }
    func add(_ services: Services) {
      let sharing = services.sharing
      let agreements = services.agreements
      shares += [
        ("returned", sharing.returned), ("crowdfunding", sharing.crowdfunding), ("skills", sharing.skills),
        ("things", sharing.things), ("posted", services.board?.posted ?? 0),
        ("own groups", services.contract?.ownGroups ?? 0),
        ("dependence", services.contract?.dependence ?? 0),
      ]
      amounts += [
        ("fee", sharing.fee), ("per head", sharing.yuanPerHead), ("agreements", Double(agreements.number)),
        ("promised yuan", agreements.yuan), ("promised minutes", agreements.minutes),
        ("contract", services.contract?.yuanPerYear ?? 0),
        ("contract weeks", Double((services.contract?.weeks ?? 1) - 1)),
        ("members' pledge", services.board?.membersMinutes ?? 0),
        ("units' pledge", services.board?.unitsMinutes ?? 0),
        ("bought", services.support?.boughtMinutes ?? 0),
      ]
    }
    switch self {
    case .actor(let kind, let place):
      let slot = slots.slot(kind, place)
      if let body = structure.body(slot: slot) {
        shares += [
          ("tasks", body.administrativeTasks), ("demands", body.takesServiceDemands ? 1 : 0),
          ("refused", body.refusedTasks), ("upward", body.upwardWeight), ("downward", body.downwardWeight),
          ("cross-appointed", body.crossAppointed), ("skill", body.skill),
          ("hours", (body.hours.relaying + body.hours.brokering + body.hours.serving - 1).magnitude * 1e9),
        ]
        shares.append(("known groups", body.knownGroups))
        amounts += [
          ("staff", Double(body.staffMinutes)), ("overhead", body.overheadMinutes),
          ("pay", body.payRise), ("time left", Double(body.staffMinutes) - body.overheadMinutes),
        ]
        if let relief = body.relief { amounts.append(("grid", Double(relief.together - 1))) }
      }
      if let platform = structure.platform(slot: slot) {
        shares += [
          ("overlap", platform.overlap), ("decides", platform.decides), ("entry", platform.entry),
          ("pool", platform.poolShare),
        ]
        amounts += [
          ("meetings", platform.meetingsPerYear), ("residents' seats", Double(platform.residentSeats)),
          ("units' seats", Double(platform.unitSeats)), ("places", Double(platform.agendaPlaces - 1)),
        ]
      }
    case .local(let n):
      add(structure.rights[n])
      let information = structure.information[n]
      let relations = structure.relations[n]
      shares += [
        ("listed", information.offersListed), ("surveyed", information.needsSurveyed),
        ("follows need", information.agendaFollowsNeed), ("handover", relations.handover),
        ("referral", relations.referral), ("internal handover", relations.internalHandover),
        ("channel", information.channelForMigrants), ("follow-up", structure.projectRules[n].followUp),
      ]
      let count = structure.dutyCounts[n]
      let recognition = structure.recognition[n]
      let known = structure.known[n]
      shares += [
        ("follow-up", count.followUp), ("made known", count.madeKnown), ("acts", recognition.acts),
        ("vote", recognition.residentsVote), ("units", recognition.units), ("members", known.members),
        ("volunteers", known.leadVolunteers), ("in service", known.inService), ("leaders", known.leaders),
        ("pairs", relations.pairFollowUp), ("pooled", relations.pooledStaff),
      ]
      shares += structure.duties[n].flatMap { [("duty", $0.share), ("duty followed up", $0.followUp)] }
      amounts += structure.duties[n].map { ("duty", $0.minutesPerMonth) }
      amounts += relations.pairs.map { ("pair", $0.hours) }
      amounts += [
        ("exchange", relations.exchangeMinutes),
        ("learns from itself", relations.learnsFrom.contains(n) ? -1 : 0),
      ]
      for fund in structure.funds[n] {
        amounts += [
          ("fund", fund.yuanPerYear), ("asked of units", fund.askedOfUnits),
          ("asked of residents", fund.askedOfResidents), ("approval", Double(fund.approvalWeeks)),
        ]
      }
      add(structure.services[n])
      if let round = structure.rounds[n] {
        shares += [("handed over", round.handover), ("noticed", round.noticed)]
        amounts += [
          ("rounds", round.perYear), ("minutes", Double(round.minutes)),
          ("weeks", Double(round.handoverWeeks)),
        ]
      }
      if let visits = structure.homeVisits[n] {
        shares += [("recorded", visits.recorded), ("tracked", visits.tracked)]
        amounts += [("homes", visits.perQuarter), ("answer", Double(visits.answerWeeks))]
      }
      if let channel = structure.channels[n] {
        shares += channel.reach.map { ("reach", $0) } + [("ease", channel.ease)]
        amounts += [("news", channel.news), ("places", Double(3 - channel.reach.count))]
      }
      for message in structure.messages[n] {
        shares += [
          ("seen", message.reach), ("position", message.position), ("translated", message.translated),
        ]
        amounts += [("messages", message.perYear), ("minutes", Double(message.minutes))]
      }
      let style = structure.projectStyles[n]
      shares += [
        ("budget", structure.evaluations[n].budgetShare), ("repeated", style.repeated),
        ("salient", style.salient), ("promotion", style.promotion),
      ]
      amounts.append(("feedback", Double(style.feedbackMinutes)))
      amounts += [("unit seats", relations.unitSeats), ("hours", relations.unitSeatHours)]
      let branches = structure.branches[n]
      let support = structure.support[n]
      shares += [
        ("named", relations.namedMembers), ("on paper", branches.onPaper), ("pushed", branches.pushed),
      ]
      amounts += [
        ("branches' hours", branches.hours), ("branches' money", branches.yuanPerYear),
        ("rooms", Double(support.roomMinutes)), ("grants", support.grantYuanPerYear),
      ]
      amounts += [
        ("members of lanes", relations.callers.members), ("volunteers", relations.callers.volunteers),
        ("owner's minutes", Double(structure.projectRules[n].ownerMinutes)),
        ("deadline", structure.projectRules[n].deadline),
      ]
      amounts += relations.presidents.flatMap {
        [("presidents", Double(min($0.holders, $0.atATime) - 1)), ("term", Double($0.termWeeks - 1))]
      }
    case .wide(let s): add(structure.wideRights[s])
    }
    return shares.filter { !(0...1).contains($0.1) }.map { "\($0.0): \($0.1)" }
      + amounts.filter { !($0.1 >= 0) }.map { "\($0.0): \($0.1)" }
  }
}
