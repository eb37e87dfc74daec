/// 社区委员会: a platform of residents' and units' representatives for public matters.
struct CommunityCommittee: Mechanism {
  static let description = MechanismDescription(
    id: "communityCommittee", chinese: "社区委员会",
    summary:
      "Sets up a platform of residents' and units' representatives in each subdistrict, with rights over wider matters.",
    source: "Huang Xiaochun, on co-governance platforms of the 2014 reform",
    options: [
      OptionDescription(
        name: "meetingsPerYear", kind: .number(0...52, unit: "sittings a year"), value: .number(6),
        meaning: "sittings (row 30: no source; 2–12)"),
      OptionDescription(
        name: "residentSeats", kind: .count(0...60, unit: "seats"), value: .number(25),
        meaning: "seats of residents"),
      OptionDescription(
        name: "unitSeats", kind: .count(0...60, unit: "seats"), value: .number(10),
        meaning: "seats of resident units"),
      OptionDescription(
        name: "overlap", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of seats held by people who also sit on other platforms"),
      OptionDescription(
        name: "decisions", kind: .number(0...1, unit: "share"), value: .number(0.4),
        meaning: "share of the matters of blocks and the subdistrict that platforms decide"),
    ],
    null: ["meetingsPerYear": .number(0), "decisions": .number(0)])

  private let platform: Platform
  private let decisions: Double

  init(_ options: Options) {
    platform = Platform(
      meetingsPerYear: options.number("meetingsPerYear"), residentSeats: options.count("residentSeats"),
      unitSeats: options.count("unitSeats"), staffSeats: 2, overlap: options.number("overlap"), access: .all)
    decisions = options.number("decisions")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for s in area.subdistricts {
      if platform.meetingsPerYear > 0 { structure[platform: .communityCommittee, s] = platform }
      structure.wideRights[s].releasedDecisions = max(structure.wideRights[s].releasedDecisions, decisions)
    }
  }
}
