/// 社区委员会: a platform of residents' and units' representatives for public matters.
struct CommunityCommittee: Mechanism {
  static let about = About(
    id: "communityCommittee", chinese: "社区委员会",
    summary:
      "Sets up a platform of residents' and units' representatives in each subdistrict, with rights over wider matters.",
    source: "Huang Xiaochun, on co-governance platforms of the 2014 reform")

  @Option("sittings (row 30: no source; 2–12)", in: 0...52, unit: "sittings a year", null: 0)
  var meetingsPerYear = 6.0
  @Option("seats of residents", in: 0...60, unit: "seats")
  var residentSeats = 25
  @Option("seats of resident units", in: 0...60, unit: "seats")
  var unitSeats = 10
  @Option("share of seats held by people who also sit on other platforms", in: 0...1, unit: "share")
  var overlap = 0.5
  @Option(
    "share of the matters of blocks and the subdistrict that platforms decide", in: 0...1, unit: "share",
    null: 0)
  var decisions = 0.4

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let platform = Platform(
      meetingsPerYear: meetingsPerYear, residentSeats: residentSeats, unitSeats: unitSeats, staffSeats: 2,
      overlap: overlap, access: .all)
    for s in area.subdistricts {
      if meetingsPerYear > 0 { structure[platform: .communityCommittee, s] = platform }
      structure.wideRights[s].releasedDecisions = max(structure.wideRights[s].releasedDecisions, decisions)
    }
  }
}
