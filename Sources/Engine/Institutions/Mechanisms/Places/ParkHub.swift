/// 虹梅庭, 滨江建设者之家: a meeting place in a business park or at a building site.
struct ParkHub: Mechanism {
  static let about = About(
    id: "parkHub", chinese: "虹梅庭, 滨江建设者之家, 梧桐space",
    summary:
      "Opens a hub where people work, in each block: firms and social organisations meet, offers are put on a list, groups find rooms.",
    source: "Ruan Yunqiang (ed.), on Hongmei Court in a business park and the builders' home on the river")

  @Option("a park is there for firms and their people, a building site for those who work on it")
  var site = Site.park
  enum Site: String, OptionChoice { case park, buildingSite }
  @Option("rooms × hours", in: 0...400, unit: "room-hours a week", null: 0)
  var roomHours = 60.0
  @Option("opening hours", in: 0...112, unit: "hours a week")
  var openHours = 60.0
  @Option("share of the subdistrict office's staff who work in the hubs", in: 0...0.5, unit: "share", null: 0)
  var staff = 0.05
  @Option(
    "share of the hub's hours spent on bringing people together; the rest serves", in: 0...1, unit: "share")
  var brokering = 0.6
  @Option("share of visitors who are asked to take part where they live", in: 0...1, unit: "share")
  var asks = 0.2
  @Option(
    "share of units' offers that the hub puts on a list, for the whole block", in: 0...1, unit: "share",
    null: 0)
  var offersListed = 0.3
  @Option(
    "rooms for groups' meetings, in each neighbourhood of the block", in: 0...100, unit: "room-hours a week",
    null: 0)
  var incubationRooms = 6.0

  private var guests: Guests { site == .park ? [.workers, .units] : .workers }
  private var roomMinutes: Int { Int(roomHours * 60) }

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
        structure.support[n].roomMinutes += Int(incubationRooms * 60)
        if offersListed > 0 { structure.information[n].list(offersListed, reach: .block) }
      }
    }
  }
}
