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
        && a.relations[n] == b.relations[n] && a.rounds[n] == b.rounds[n]
        && a.homeVisits[n] == b.homeVisits[n] && a.channels[n] == b.channels[n]
        && a.messages[n] == b.messages[n] && a.evaluations[n] == b.evaluations[n]
        && a.projectStyles[n] == b.projectStyles[n]
    case .wide(let s): return a.wideRights[s] == b.wideRights[s]
    }
  }

  /// Shares outside 0…1, negative amounts; empty where all is sound.
  func problems(_ structure: Structure, _ slots: ActorSlots) -> [String] {
    var shares: [(String, Double)] = []
    var amounts: [(String, Double)] = []
    func add(_ rights: Rights) {
      shares += [
        ("released money", rights.releasedMoney), ("released decisions", rights.releasedDecisions),
        ("veto", rights.veto), ("reserved agenda", rights.reservedAgenda),
      ]
      amounts.append(("signatures", Double(rights.signatures ?? 0)))
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
        amounts.append(("staff", Double(body.staffMinutes)))
        if let relief = body.relief { amounts.append(("grid", Double(relief.together - 1))) }
      }
      if let platform = structure.platform(slot: slot) {
        shares.append(("overlap", platform.overlap))
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
      ]
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
      amounts += structure.funds[n].map { ("fund", $0.yuanPerYear) }
      amounts += [("unit seats", relations.unitSeats), ("hours", relations.unitSeatHours)]
    case .wide(let s): add(structure.wideRights[s])
    }
    return shares.filter { !(0...1).contains($0.1) }.map { "\($0.0): \($0.1)" }
      + amounts.filter { !($0.1 >= 0) }.map { "\($0.0): \($0.1)" }
  }
}
