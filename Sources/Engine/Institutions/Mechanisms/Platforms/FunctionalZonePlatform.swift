/// 功能区联建: those who build and run a functional zone at one table, under a leading unit.
struct FunctionalZonePlatform: Mechanism {
  static let description = MechanismDescription(
    id: "functionalZonePlatform", chinese: "功能区联建",
    summary:
      "Sets up a platform of a zone's leading unit, the subdistrict, developers, builders and operators for the zone's wider matters.",
    source: "Ruan Yunqiang (ed.), on joint building in functional zones such as the waterfront",
    options: [
      OptionDescription(
        name: "meetingsPerYear", kind: .number(0...52, unit: "sittings a year"), value: .number(6),
        meaning: "sittings"),
      OptionDescription(
        name: "leadingUnit", kind: .flag, value: .flag(true),
        meaning: "one unit leads: it has a seat, and those who search for offers know it"),
      OptionDescription(
        name: "officeSeats", kind: .count(0...10, unit: "seats"), value: .number(2),
        meaning: "seats of the subdistrict office"),
      OptionDescription(
        name: "developers", kind: .count(0...20, unit: "seats"), value: .number(2),
        meaning: "seats of developers; where they sit, parking may be decided"),
      OptionDescription(
        name: "builders", kind: .count(0...20, unit: "seats"), value: .number(3),
        meaning: "seats of builders; where they sit, safety may be decided"),
      OptionDescription(
        name: "operators", kind: .count(0...20, unit: "seats"), value: .number(3),
        meaning: "seats of operators; where they sit, jobs may be decided"),
      OptionDescription(
        name: "decisions", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of the zone's wider matters of these kinds that it decides"),
    ],
    null: ["meetingsPerYear": .number(0), "leadingUnit": .flag(false)])

  private let meetingsPerYear: Double
  private let leadingUnit: Bool
  private let officeSeats: Int
  private let unitSeats: Int
  private let access: MatterSet
  private let decisions: Double

  init(_ options: Options) {
    meetingsPerYear = options.number("meetingsPerYear")
    leadingUnit = options.flag("leadingUnit")
    officeSeats = options.count("officeSeats")
    decisions = options.number("decisions")
    var seats = leadingUnit ? 1 : 0
    var access = MatterSet(.environment)
    for (name, kind) in [
      ("developers", DemandKind.parking), ("builders", .safety), ("operators", .jobsLegal),
    ] {
      seats += options.count(name)
      if options.count(name) > 0 { access.insert(MatterSet(kind)) }
    }
    unitSeats = seats
    self.access = access
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for s in area.subdistricts {
      let all = record.places.subdistricts[s].neighbourhoods
      let zone = area.neighbourhoods.filter { all.contains($0) }
      if meetingsPerYear > 0 {
        structure[platform: .functionalZone, s] = Platform(
          meetingsPerYear: meetingsPerYear, residentSeats: 0, unitSeats: unitSeats, staffSeats: officeSeats,
          overlap: 0, access: access, scopes: .wide, decides: decisions, unitPool: .firms, area: zone)
      }
      if leadingUnit {
        for n in zone {
          structure.relations[n].presidents.append(
            RotatingSeats(
              kind: .functionalZone, holders: 1, atATime: 1, termWeeks: 52, pool: .firms, area: zone))
        }
      }
    }
  }
}
