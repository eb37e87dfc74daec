/// 楼宇党建, 金色纽带: Party organisations where people work, with a room and ways into the community.
struct TowerPartyBuilding: Mechanism {
  static let about = About(
    id: "towerPartyBuilding", chinese: "楼宇党建, 金色纽带",
    summary:
      "Sets up Party organisations in office towers: a body that brokers, a room for those who work there, and projects of the units' organisations.",
    source: "Huang Xiaochun, on Party-building in towers and the golden ribbon of Lujiazui")

  @Option(
    "where a subdistrict has no office tower, neighbourhoods with so many units count as one", in: 1...100,
    unit: "units")
  var units = 1
  @Option("share of the subdistrict office's staff who work in towers", in: 0...0.5, unit: "share", null: 0)
  var staff = 0.05
  @Option("share of their hours for asking and finding; the rest serves", in: 0...1, unit: "share")
  var brokering = 0.6
  @Option("rooms × hours in one tower", in: 0...200, unit: "room-hours a week", null: 0)
  var roomHours = 30.0
  @Option("opening hours", in: 0...112, unit: "hours a week")
  var openHours = 50.0
  @Option("share of visitors who are asked to take part where they live", in: 0...1, unit: "share")
  var asks = 0.3
  @Option(
    "hours that each unit with a Party organisation is to give to projects there", in: 0...200,
    unit: "hours a year", null: 0)
  var projects = 12.0

  private var roomMinutes: Int { Int(roomHours * 60) }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods where record.isTower(n, smallest: units) {
      let place = record.places.neighbourhoods[n]
      let tower = structure.slots.slot(.towerParty, n)
      if staff > 0 {
        let hours = HourShares(relaying: 0, brokering: brokering, serving: 1 - brokering)
        structure.open(.towerParty, n, hours: hours)
        let towers = record.towers(of: place.subdistrict, smallest: units)
        structure.station(
          staff / Double(towers), of: structure.slots.slot(.subdistrictOffice, place.subdistrict), at: tower)
      }
      if roomMinutes > 0 {
        structure.venues.append(
          Venue(
            x: place.x, y: place.y, roomMinutes: roomMinutes, openHours: openHours, serves: [n],
            operatorSlot: tower, guests: .workers, asks: asks))
      }
      structure.branches[n].hours = max(structure.branches[n].hours, projects)
    }
  }
}
