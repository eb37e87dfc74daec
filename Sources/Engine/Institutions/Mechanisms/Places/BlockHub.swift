/// 街区睦邻中心: a place and a small body for a block, near enough to walk to.
struct BlockHub: Mechanism {
  static let about = About(
    id: "blockHub", chinese: "街区睦邻中心",
    summary:
      "Opens a hub in each block: rooms, hours, pooled staff of the mass organisations, and a standing path to the subdistrict.",
    source:
      "Huang Xiaochun, on blocks (街区), neighbourhood centres (睦邻中心) and pooled mass organisations (群团集约)")

  @Option("rooms × hours that groups and projects can use", in: 0...400, unit: "room-hours a week", null: 0)
  var roomHours = 120.0
  @Option("opening hours", in: 0...112, unit: "hours a week")
  var openHours = 60.0
  @Option(
    "share of the subdistrict's mass organisations' staff who work in the hubs", in: 0...1, unit: "share",
    null: 0)
  var pooledStaff = 0.8
  @Option("share of the hub's hours spent on brokering; the rest serves", in: 0...1, unit: "share")
  var brokering = 0.5
  @Option(
    "chance that a wider matter reaches the subdistrict's platforms through the hub", in: 0...1,
    unit: "chance", null: 0)
  var referral = 0.9

  private var roomMinutes: Int { Int(roomHours * 60) }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let places = record.places
    // What the mass organisations have before the first hub takes its part.
    let mass = places.subdistricts.indices.map { structure[.massOrganisations, $0]?.staffMinutes ?? 0 }
    for b in area.blocks {
      let block = places.blocks[b]
      let hub = structure.slots.slot(.blockHub, b)
      if pooledStaff > 0 {
        let blocks = places.subdistricts[block.subdistrict].blocks.count
        structure[.blockHub, b] = Body(
          staffMinutes: 0, hours: HourShares(relaying: 0, brokering: brokering, serving: 1 - brokering),
          administrativeTasks: 0, takesServiceDemands: false, upwardWeight: 0.5, downwardWeight: 0.5,
          skill: structure[.massOrganisations, block.subdistrict]?.skill ?? 0)
        structure.moveStaff(
          minutes: Int(Double(mass[block.subdistrict]) * pooledStaff / Double(blocks)),
          from: structure.slots.slot(.massOrganisations, block.subdistrict), to: hub)
      }
      if roomMinutes > 0 {
        let centre = places.centre(of: block.neighbourhoods)
        structure.venues.append(
          Venue(
            x: centre.x, y: centre.y, roomMinutes: roomMinutes, openHours: openHours,
            serves: Array(block.neighbourhoods), operatorSlot: hub))
      }
      for n in block.neighbourhoods {
        structure.relations[n].referral = max(structure.relations[n].referral, referral)
      }
    }
  }
}
