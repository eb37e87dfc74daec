/// 楼宇党建, 金色纽带: Party organisations where people work, with a room and ways into the community.
struct TowerPartyBuilding: Mechanism {
  static let description = MechanismDescription(
    id: "towerPartyBuilding", chinese: "楼宇党建, 金色纽带",
    summary:
      "Sets up Party organisations in office towers: a body that brokers, a room for those who work there, and projects of the units' organisations.",
    source: "Huang Xiaochun, on Party-building in towers and the golden ribbon of Lujiazui",
    options: [
      OptionDescription(
        name: "units", kind: .count(1...100, unit: "units"), value: .number(1),
        meaning: "where a subdistrict has no office tower, neighbourhoods with so many units count as one"),
      OptionDescription(
        name: "staff", kind: .number(0...0.5, unit: "share"), value: .number(0.05),
        meaning: "share of the subdistrict office's staff who work in towers"),
      OptionDescription(
        name: "brokering", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of their hours for asking and finding; the rest serves"),
      OptionDescription(
        name: "roomHours", kind: .number(0...200, unit: "room-hours a week"), value: .number(30),
        meaning: "rooms × hours in one tower"),
      OptionDescription(
        name: "openHours", kind: .number(0...112, unit: "hours a week"), value: .number(50),
        meaning: "opening hours"),
      OptionDescription(
        name: "asks", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of visitors who are asked to take part where they live"),
      OptionDescription(
        name: "projects", kind: .number(0...200, unit: "hours a year"), value: .number(12),
        meaning: "hours that each unit with a Party organisation is to give to projects there"),
    ],
    null: ["staff": .number(0), "roomHours": .number(0), "projects": .number(0)])

  private let units: Int
  private let staff: Double
  private let brokering: Double
  private let roomMinutes: Int
  private let openHours: Double
  private let asks: Double
  private let projects: Double

  init(_ options: Options) {
    units = options.count("units")
    staff = options.number("staff")
    brokering = options.number("brokering")
    roomMinutes = Int(options.number("roomHours") * 60)
    openHours = options.number("openHours")
    asks = options.number("asks")
    projects = options.number("projects")
  }

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
