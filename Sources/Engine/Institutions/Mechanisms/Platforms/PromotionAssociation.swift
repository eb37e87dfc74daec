/// 区域党建促进会: an association of units and Party organisations, with special committees and presidents in turn.
struct PromotionAssociation: Mechanism {
  static let about = About(
    id: "promotionAssociation", chinese: "区域党建促进会, 专委会, 轮值会长, 双会长",
    summary:
      "Sets up an association of units and Party organisations on up to three linked levels, with special committees and rotating presidents.",
    source: "Ruan Yunqiang (ed.), on the promotion associations of regional Party-building in Xuhui")

  @Option(
    "1 the subdistrict; 2 its neighbourhoods too; 3 the district too, and so its departments", in: 1...3,
    unit: "levels", null: 1)
  var levels = 2
  @Option("chance that a matter passes between linked levels", in: 0...1, unit: "chance")
  var link = 0.8
  @Option("sittings of the whole association (no source; 2–12)", in: 0...24, unit: "sittings a year", null: 0)
  var meetingsPerYear = 4.0
  @Option("seats of resident units", in: 0...60, unit: "seats")
  var unitSeats = 20
  @Option("seats of Party members from the neighbourhoods", in: 0...60, unit: "seats")
  var memberSeats = 10
  @Option("share of seats held by people who also sit on other platforms", in: 0...1, unit: "share")
  var overlap = 0.5
  @Option(
    "share of the matters of blocks and the subdistrict that its charter lets it decide", in: 0...1,
    unit: "share")
  var decisions = 0.3
  @Option(
    "special committees, each for a field of its own and with its part of the seats", in: 0...8,
    unit: "committees", null: 0)
  var committees = 4
  @Option("sittings of each special committee", in: 0...24, unit: "sittings a year")
  var committeeMeetings = 4.0
  @Option("units whose leaders preside in turn", in: 0...12, unit: "units", null: 0)
  var presidents = 3
  @Option("length of a president's term", in: 4...156, unit: "weeks")
  var termWeeks = 52
  @Option("two preside at a time instead of one")
  var doublePresidents = true

  /// The fields of special committees, in the order in which committees are set up: two kinds of matters each.
  static let fields: [MatterSet] = [
    [MatterSet(.environment), MatterSet(.safety)], [MatterSet(.elderCare), MatterSet(.children)],
    [MatterSet(.cultureSport), MatterSet(.neighbourDispute)], [MatterSet(.jobsLegal), MatterSet(.parking)],
    [MatterSet(.propertyRepair), MatterSet(.administrativeService)],
  ]

  private var plenary: Platform {
    Platform(
      meetingsPerYear: meetingsPerYear, residentSeats: memberSeats, unitSeats: unitSeats, staffSeats: 2,
      overlap: overlap, access: .all, decides: decisions, pool: .members)
  }
  private var rotation: RotatingSeats {
    RotatingSeats(
      kind: .promotionAssociation, holders: presidents, atATime: doublePresidents ? 2 : 1,
      termWeeks: termWeeks)
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for s in area.subdistricts {
      if meetingsPerYear > 0 { structure[platform: .promotionAssociation, s] = plenary }
      if committees > 0 && committeeMeetings > 0 {
        structure[platform: .specialCommittees, s] = specialCommittees
      }
    }
    for n in area.neighbourhoods {
      if presidents > 0 { structure.relations[n].presidents.append(rotation) }
      if levels >= 2 { structure.relations[n].referral = max(structure.relations[n].referral, link) }
      if levels >= 3 { structure.relations[n].handover = max(structure.relations[n].handover, link) }
    }
  }

  /// All special committees as one platform: at each sitting one of them sits, with its part of the association's
  /// people; what does not fit into the weeks of a year sits at the same time.
  private var specialCommittees: Platform {
    var platform = plenary
    let sittings = committeeMeetings * Double(committees)
    let sideBySide = max(1, sittings / 52)
    platform.meetingsPerYear = min(sittings, 52)
    func part(_ seats: Int) -> Int { Int(Double(seats) / Double(committees) * sideBySide + 0.999) }
    platform.unitSeats = part(unitSeats)
    platform.residentSeats = part(memberSeats)
    platform.staffSeats = 1
    platform.overlap = 1
    platform.agendaPlaces = Int(4 * sideBySide)
    platform.access = Self.fields.prefix(committees).reduce(into: []) { $0.formUnion($1) }
    platform.refers = true
    return platform
  }
}
