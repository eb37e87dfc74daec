/// 虹梅庭, 滨江建设者之家: a meeting place in a business park or at a building site.
struct ParkHub: Mechanism {
  static let description = MechanismDescription(
    id: "parkHub", chinese: "虹梅庭, 滨江建设者之家, 梧桐space",
    summary:
      "Opens a hub where people work, in each block: firms and social organisations meet, offers are put on a list, groups find rooms.",
    source: "Ruan Yunqiang (ed.), on Hongmei Court in a business park and the builders' home on the river",
    options: [
      OptionDescription(
        name: "site", kind: .choice(["park", "buildingSite"]), value: .choice("park"),
        meaning: "a park is there for firms and their people, a building site for those who work on it"),
      OptionDescription(
        name: "roomHours", kind: .number(0...400, unit: "room-hours a week"), value: .number(60),
        meaning: "rooms × hours"),
      OptionDescription(
        name: "openHours", kind: .number(0...112, unit: "hours a week"), value: .number(60),
        meaning: "opening hours"),
      OptionDescription(
        name: "staff", kind: .number(0...0.5, unit: "share"), value: .number(0.05),
        meaning: "share of the subdistrict office's staff who work in the hubs"),
      OptionDescription(
        name: "brokering", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of the hub's hours spent on bringing people together; the rest serves"),
      OptionDescription(
        name: "asks", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "share of visitors who are asked to take part where they live"),
      OptionDescription(
        name: "offersListed", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of units' offers that the hub puts on a list, for the whole block"),
      OptionDescription(
        name: "incubationRooms", kind: .number(0...100, unit: "room-hours a week"), value: .number(6),
        meaning: "rooms for groups' meetings, in each neighbourhood of the block"),
    ],
    null: [
      "roomHours": .number(0), "staff": .number(0), "offersListed": .number(0), "incubationRooms": .number(0),
    ])

  private let guests: Guests
  private let roomMinutes: Int
  private let openHours: Double
  private let staff: Double
  private let brokering: Double
  private let asks: Double
  private let offersListed: Double
  private let incubationMinutes: Int

  init(_ options: Options) {
    guests = options.choice("site") == "park" ? [.workers, .units] : .workers
    roomMinutes = Int(options.number("roomHours") * 60)
    openHours = options.number("openHours")
    staff = options.number("staff")
    brokering = options.number("brokering")
    asks = options.number("asks")
    offersListed = options.number("offersListed")
    incubationMinutes = Int(options.number("incubationRooms") * 60)
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for b in area.blocks {
      let block = record.places.blocks[b]
      let hub = structure.slots.slot(.parkHub, b)
      if staff > 0 {
        let hours = HourShares(relaying: 0, brokering: brokering, serving: 1 - brokering)
        structure.open(.parkHub, b, hours: hours)
        let blocks = record.places.subdistricts[block.subdistrict].blocks.count
        structure.station(
          staff / Double(blocks), of: structure.slots.slot(.subdistrictOffice, block.subdistrict), at: hub)
      }
      if roomMinutes > 0 {
        let site = record.places.neighbourhoods[record.busiest(of: block.neighbourhoods)]
        structure.venues.append(
          Venue(
            x: site.x, y: site.y, roomMinutes: roomMinutes, openHours: openHours,
            serves: Array(block.neighbourhoods), operatorSlot: hub, guests: guests, asks: asks))
      }
      for n in block.neighbourhoods {
        structure.support[n].roomMinutes += incubationMinutes
        if offersListed > 0 { structure.information[n].list(offersListed, reach: .block) }
      }
    }
  }
}
