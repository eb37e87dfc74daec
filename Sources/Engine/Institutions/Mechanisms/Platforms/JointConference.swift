/// 区域化党建联席会议: a standing conference of the units' and Party organisations' representatives.
struct JointConference: Mechanism {
  static let about = About(
    id: "jointConference", chinese: "区域化党建联席会议",
    summary: "Sets up a platform of units' and Party organisations' representatives in each subdistrict.",
    source: "Huang Xiaochun, on the platforms of regional Party-building and why they idle")

  @Option("sittings (row 30: no source; 2–12)", in: 0...52, unit: "sittings a year", null: 0)
  var meetingsPerYear = 4.0
  @Option("seats of resident units", in: 0...60, unit: "seats")
  var unitSeats = 20
  @Option("seats of neighbourhoods' Party representatives", in: 0...60, unit: "seats")
  var memberSeats = 10
  @Option("share of seats held by people who also sit on other platforms", in: 0...1, unit: "share")
  var overlap = 0.5

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if meetingsPerYear == 0 { return }
    let platform = Platform(
      meetingsPerYear: meetingsPerYear, residentSeats: memberSeats, unitSeats: unitSeats, staffSeats: 2,
      overlap: overlap, access: .all)
    for s in area.subdistricts { structure[platform: .jointConference, s] = platform }
  }
}
