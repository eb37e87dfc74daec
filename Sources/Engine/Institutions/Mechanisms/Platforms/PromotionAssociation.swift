/// 区域党建促进会: an association of units and Party organisations, with special committees and presidents in turn.
struct PromotionAssociation: Mechanism {
  static let description = MechanismDescription(
    id: "promotionAssociation", chinese: "区域党建促进会, 专委会, 轮值会长, 双会长",
    summary:
      "Sets up an association of units and Party organisations on up to three linked levels, with special committees and rotating presidents.",
    source: "Ruan Yunqiang (ed.), on the promotion associations of regional Party-building in Xuhui",
    options: [
      OptionDescription(
        name: "levels", kind: .count(1...3, unit: "levels"), value: .number(2),
        meaning: "1 the subdistrict; 2 its neighbourhoods too; 3 the district too, and so its departments"),
      OptionDescription(
        name: "link", kind: .number(0...1, unit: "chance"), value: .number(0.8),
        meaning: "chance that a matter passes between linked levels"),
      OptionDescription(
        name: "meetingsPerYear", kind: .number(0...24, unit: "sittings a year"), value: .number(4),
        meaning: "sittings of the whole association (no source; 2–12)"),
      OptionDescription(
        name: "unitSeats", kind: .count(0...60, unit: "seats"), value: .number(20),
        meaning: "seats of resident units"),
      OptionDescription(
        name: "memberSeats", kind: .count(0...60, unit: "seats"), value: .number(10),
        meaning: "seats of Party members from the neighbourhoods"),
      OptionDescription(
        name: "overlap", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of seats held by people who also sit on other platforms"),
      OptionDescription(
        name: "decisions", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of the matters of blocks and the subdistrict that its charter lets it decide"),
      OptionDescription(
        name: "committees", kind: .count(0...8, unit: "committees"), value: .number(4),
        meaning: "special committees, each for a field of its own and with its part of the seats"),
      OptionDescription(
        name: "committeeMeetings", kind: .number(0...24, unit: "sittings a year"), value: .number(4),
        meaning: "sittings of each special committee"),
      OptionDescription(
        name: "presidents", kind: .count(0...12, unit: "units"), value: .number(3),
        meaning: "units whose leaders preside in turn"),
      OptionDescription(
        name: "termWeeks", kind: .count(4...156, unit: "weeks"), value: .number(52),
        meaning: "length of a president's term"),
      OptionDescription(
        name: "doublePresidents", kind: .flag, value: .flag(true),
        meaning: "two preside at a time instead of one"),
    ],
    null: [
      "levels": .number(1), "meetingsPerYear": .number(0), "committees": .number(0),
      "presidents": .number(0),
    ])

  /// The fields of special committees, in the order in which committees are set up: two kinds of matters each.
  static let fields: [MatterSet] = [
    [MatterSet(.environment), MatterSet(.safety)], [MatterSet(.elderCare), MatterSet(.children)],
    [MatterSet(.cultureSport), MatterSet(.neighbourDispute)], [MatterSet(.jobsLegal), MatterSet(.parking)],
    [MatterSet(.propertyRepair), MatterSet(.administrativeService)],
  ]

  private let levels: Int
  private let link: Double
  private let plenary: Platform
  private let committees: Int
  private let committeeMeetings: Double
  private let presidents: RotatingSeats

  init(_ options: Options) {
    levels = options.count("levels")
    link = options.number("link")
    plenary = Platform(
      meetingsPerYear: options.number("meetingsPerYear"), residentSeats: options.count("memberSeats"),
      unitSeats: options.count("unitSeats"), staffSeats: 2, overlap: options.number("overlap"), access: .all,
      decides: options.number("decisions"), pool: .members)
    committees = options.count("committees")
    committeeMeetings = options.number("committeeMeetings")
    presidents = RotatingSeats(
      kind: .promotionAssociation, holders: options.count("presidents"),
      atATime: options.flag("doublePresidents") ? 2 : 1, termWeeks: options.count("termWeeks"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for s in area.subdistricts {
      if plenary.meetingsPerYear > 0 { structure[platform: .promotionAssociation, s] = plenary }
      if committees > 0 && committeeMeetings > 0 {
        structure[platform: .specialCommittees, s] = specialCommittees
      }
    }
    for n in area.neighbourhoods {
      if presidents.holders > 0 { structure.relations[n].presidents.append(presidents) }
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
    platform.unitSeats = part(plenary.unitSeats)
    platform.residentSeats = part(plenary.residentSeats)
    platform.staffSeats = 1
    platform.overlap = 1
    platform.agendaPlaces = Int(4 * sideBySide)
    platform.access = Self.fields.prefix(committees).reduce(into: []) { $0.formUnion($1) }
    platform.refers = true
    return platform
  }
}
