/// 街区睦邻中心: a place and a small body for a block, near enough to walk to.
struct BlockHub: Mechanism {
  static let description = MechanismDescription(
    id: "blockHub", chinese: "街区睦邻中心",
    summary:
      "Opens a hub in each block: rooms, hours, pooled staff of the mass organisations, and a standing path to the subdistrict.",
    source:
      "Huang Xiaochun, on blocks (街区), neighbourhood centres (睦邻中心) and pooled mass organisations (群团集约)",
    options: [
      OptionDescription(
        name: "roomHours", kind: .number(0...400, unit: "room-hours a week"), value: .number(120),
        meaning: "rooms × hours that groups and projects can use"),
      OptionDescription(
        name: "openHours", kind: .number(0...112, unit: "hours a week"), value: .number(60),
        meaning: "opening hours"),
      OptionDescription(
        name: "pooledStaff", kind: .number(0...1, unit: "share"), value: .number(0.8),
        meaning: "share of the subdistrict's mass organisations' staff who work in the hubs"),
      OptionDescription(
        name: "brokering", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of the hub's hours spent on brokering; the rest serves"),
      OptionDescription(
        name: "referral", kind: .number(0...1, unit: "chance"), value: .number(0.9),
        meaning: "chance that a wider matter reaches the subdistrict's platforms through the hub"),
    ],
    null: ["roomHours": .number(0), "pooledStaff": .number(0), "referral": .number(0)])

  private let roomMinutes: Int
  private let openHours: Double
  private let pooledStaff: Double
  private let brokering: Double
  private let referral: Double

  init(_ options: Options) {
    roomMinutes = Int(options.number("roomHours") * 60)
    openHours = options.number("openHours")
    pooledStaff = options.number("pooledStaff")
    brokering = options.number("brokering")
    referral = options.number("referral")
  }

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
