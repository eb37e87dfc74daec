/// 三中心融合: centres that share staff, rooms and intake instead of standing side by side.
struct CentreIntegration: Mechanism {
  static let about = About(
    id: "centreIntegration", chinese: "三中心融合",
    summary: "Joins the stations and centres of each block: shared people, shared rooms, one intake.",
    source: "Huang Xiaochun and Yan Jiawei, on joining centres for affairs, culture and health")

  @Option(
    "share of the hours for which one centre has no work that go where work waits", in: 0...1, unit: "share",
    null: 0)
  var sharedStaff = 0.6
  @Option("the residents' committees' counters belong to it, not only stations and centres")
  var counter = true
  @Option("rooms are open to all of them, as long as the longest open", null: false)
  var sharedRooms = true
  @Option("how far one intake does away with lost and slow hand-overs", in: 0...1, unit: "share", null: 0)
  var intake = 0.7

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for b in area.blocks {
      if sharedStaff <= 0 && !sharedRooms { continue }
      let served = area.neighbourhoods.filter { record.places.neighbourhoods[$0].block == b }
      let pool = HoursPool(
        serves: served, slots: members(structure, served, b, record.places.blocks[b].subdistrict),
        share: sharedStaff, sharesRooms: sharedRooms)
      structure.pools.append(pool)
      if sharedRooms { openTogether(&structure, pool) }
    }
    for n in area.neighbourhoods where intake > 0 {
      let relations = structure.relations[n]
      structure.relations[n].internalHandover += (1 - relations.internalHandover) * intake
      structure.relations[n].handoverWeeks = max(1, Int(Double(relations.handoverWeeks) * (1 - intake) + 0.5))
    }
  }

  /// The stations and centres of the integrated neighbourhoods of a block, whether or not they stand.
  private func members(_ structure: Structure, _ served: [Int], _ b: Int, _ s: Int) -> [Int] {
    var local: [ActorKind] = [.workStation, .serviceStation, .neighbourhoodCentre]
    if counter { local.append(.residentsCommittee) }
    return served.flatMap { n in local.map { structure.slots.slot($0, n) } }
      + [ActorKind.blockHub, .gridCentre, .parkHub].map { structure.slots.slot($0, b) }
      + [structure.slots.slot(.serviceCentre, s)]
  }

  /// Places that serve only these neighbourhoods keep the hours of the one that is open longest.
  private func openTogether(_ structure: inout Structure, _ pool: HoursPool) {
    let own = structure.venues.indices.filter { index in
      let venue = structure.venues[index]
      return pool.slots.contains(venue.operatorSlot) && venue.serves.allSatisfy(pool.serves.contains)
    }
    let longest = own.reduce(0.0) { max($0, structure.venues[$1].openHours) }
    for index in own { structure.venues[index].openHours = longest }
  }
}
