/// 区域化党建联席会议: a standing conference of the units' and Party organisations' representatives.
struct JointConference: Mechanism {
  static let description = MechanismDescription(
    id: "jointConference", chinese: "区域化党建联席会议",
    summary: "Sets up a platform of units' and Party organisations' representatives in each subdistrict.",
    source: "Huang Xiaochun, on the platforms of regional Party-building and why they idle",
    options: [
      OptionDescription(
        name: "meetingsPerYear", kind: .number(0...52, unit: "sittings a year"), value: .number(4),
        meaning: "sittings (row 30: no source; 2–12)"),
      OptionDescription(
        name: "unitSeats", kind: .count(0...60, unit: "seats"), value: .number(20),
        meaning: "seats of resident units"),
      OptionDescription(
        name: "memberSeats", kind: .count(0...60, unit: "seats"), value: .number(10),
        meaning: "seats of neighbourhoods' Party representatives"),
      OptionDescription(
        name: "overlap", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of seats held by people who also sit on other platforms"),
    ],
    null: ["meetingsPerYear": .number(0)])

  private let platform: Platform

  init(_ options: Options) {
    platform = Platform(
      meetingsPerYear: options.number("meetingsPerYear"), residentSeats: options.count("memberSeats"),
      unitSeats: options.count("unitSeats"), staffSeats: 2, overlap: options.number("overlap"), access: .all)
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if platform.meetingsPerYear == 0 { return }
    for s in area.subdistricts { structure[platform: .jointConference, s] = platform }
  }
}
