/// 三联盟: alliances of firms, of residents and of public windows, each under a charter.
struct ThreeAlliances: Mechanism {
  static let description = MechanismDescription(
    id: "threeAlliances", chinese: "三联盟",
    summary:
      "Sets up alliances of firms, of residents and of public windows, with a charter and a standard for entry.",
    source: "Ruan Yunqiang (ed.), on the three alliances of Xujiahui",
    options: [
      OptionDescription(
        name: "firms", kind: .count(0...40, unit: "seats"), value: .number(12),
        meaning: "seats of firms and shops in an alliance of the subdistrict; 0 for no such alliance"),
      OptionDescription(
        name: "residents", kind: .count(0...40, unit: "seats"), value: .number(9),
        meaning: "seats of residents in an alliance of each neighbourhood; 0 for none"),
      OptionDescription(
        name: "windows", kind: .count(0...40, unit: "seats"), value: .number(6),
        meaning: "seats of schools, hospitals and organs in an alliance of the subdistrict; 0 for none"),
      OptionDescription(
        name: "meetingsPerYear", kind: .number(0...24, unit: "sittings a year"), value: .number(6),
        meaning: "sittings of each that its charter promises"),
      OptionDescription(
        name: "decisions", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of the matters before each that its charter lets it decide"),
      OptionDescription(
        name: "entry", kind: .number(0...1, unit: "standing"), value: .number(0.3),
        meaning: "entry standard: least relation of a unit, least publicness of a resident"),
    ],
    null: ["firms": .number(0), "residents": .number(0), "windows": .number(0)])

  private let firms: Int
  private let residents: Int
  private let windows: Int
  private let charter: Platform

  init(_ options: Options) {
    firms = options.count("firms")
    residents = options.count("residents")
    windows = options.count("windows")
    charter = Platform(
      meetingsPerYear: options.number("meetingsPerYear"), residentSeats: 0, unitSeats: 0, staffSeats: 0,
      overlap: 0, access: .all, decides: options.number("decisions"), entry: options.number("entry"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if charter.meetingsPerYear == 0 { return }
    for s in area.subdistricts {
      for (kind, seats, pool) in [
        (ActorKind.firmsAlliance, firms, UnitPool.firms), (.windowsAlliance, windows, .publicService),
      ] where seats > 0 {
        var alliance = charter
        alliance.unitSeats = seats
        alliance.unitPool = pool
        structure[platform: kind, s] = alliance
      }
    }
    for n in area.neighbourhoods where residents > 0 {
      var alliance = charter
      alliance.residentSeats = residents
      structure[platform: .residentsAlliance, n] = alliance
    }
  }
}
