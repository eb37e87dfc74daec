/// 功能区联建: those who build and run a functional zone at one table, under a leading unit.
struct FunctionalZonePlatform: Mechanism {
  static let about = About(
    id: "functionalZonePlatform", chinese: "功能区联建",
    summary:
      "Sets up a platform of a zone's leading unit, the subdistrict, developers, builders and operators for the zone's wider matters.",
    source: "Ruan Yunqiang (ed.), on joint building in functional zones such as the waterfront")

  @Option("sittings", in: 0...52, unit: "sittings a year", null: 0)
  var meetingsPerYear = 6.0
  @Option("one unit leads: it has a seat, and those who search for offers know it", null: false)
  var leadingUnit = true
  @Option("seats of the subdistrict office", in: 0...10, unit: "seats")
  var officeSeats = 2
  @Option("seats of developers; where they sit, parking may be decided", in: 0...20, unit: "seats")
  var developers = 2
  @Option("seats of builders; where they sit, safety may be decided", in: 0...20, unit: "seats")
  var builders = 3
  @Option("seats of operators; where they sit, jobs may be decided", in: 0...20, unit: "seats")
  var operators = 3
  @Option("share of the zone's wider matters of these kinds that it decides", in: 0...1, unit: "share")
  var decisions = 0.6

  /// Seats, and the kind of matters that their holders bring to the table.
  private var fields: [(seats: Int, kind: DemandKind)] {
    [(developers, .parking), (builders, .safety), (operators, .jobsLegal)]
  }
  private var unitSeats: Int { fields.reduce(leadingUnit ? 1 : 0) { $0 + $1.seats } }
  private var access: MatterSet {
    fields.filter { $0.seats > 0 }.reduce(into: MatterSet(.environment)) { $0.insert(MatterSet($1.kind)) }
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
