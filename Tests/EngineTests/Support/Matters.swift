@testable import Engine

extension World {
  /// A decided public matter that waits for means, or a need of a household, held by a body.
  mutating func addDemand(
    _ kind: DemandKind, scope: Scope = .neighbourhood, holder: ActorKind, in n: Int = 0, salience: Float = 1,
    technical: Bool = false
  ) -> Int32 {
    let s = places.neighbourhoods[n].subdistrict
    let resident = places.neighbourhoods[n].residents.first {
      population.residents.traits[$0].isAdult && !population.residents.traits[$0].isRegisteredMember
    }!
    let id = demands.add(
      Demand(
        key: 77, resident: Int32(resident), neighbourhood: Int32(n),
        group: Int32(places.neighbourhoods[n].groups.lowerBound), opponents: -1, kind: kind, scope: scope,
        state: .latent, origin: .voiced, technical: technical, departments: 1, salience: salience,
        born: Int32(week), since: Int32(week)))
    if scope.isPublic {
      demands.move(id, to: .resourced, week: week)
      demands[id].registered = Int32(week)
      neighbourhoods[n].decided.append(id)
    }
    demands[id].holder = Int32(slots.slot(holder, holder.level == .subdistrict ? s : n))
    return id
  }

  /// What has flowed from one kind of actors to another since the books were opened.
  func flow(_ resource: Resource, _ purpose: Purpose, from: ActorKind, to: ActorKind = .doneWork) -> Int64 {
    ledger.flow(resource, purpose.rawValue, from: from.rawValue, to: to.rawValue)
  }

  /// Every unit stands as near as this to the community.
  mutating func setRelations(_ relation: Float) {
    for u in 0..<population.units.count { population.units.relation[u] = relation }
  }

  /// A sum over all neighbourhoods.
  func counted(_ counter: Counter) -> Double {
    neighbourhoods.indices.reduce(0) { $0 + tally.row($1)[counter.rawValue] }
  }

  mutating func advance(weeks: Int) { for _ in 0..<weeks { advance() } }
}
