/// 三联盟: alliances of firms, of residents and of public windows, each under a charter.
struct ThreeAlliances: Mechanism {
  static let about = About(
    id: "threeAlliances", chinese: "三联盟",
    summary:
      "Sets up alliances of firms, of residents and of public windows, with a charter and a standard for entry.",
    source: "Ruan Yunqiang (ed.), on the three alliances of Xujiahui")

  @Option(
    "seats of firms and shops in an alliance of the subdistrict; 0 for no such alliance", in: 0...40,
    unit: "seats", null: 0)
  var firms = 12
  @Option(
    "seats of residents in an alliance of each neighbourhood; 0 for none", in: 0...40, unit: "seats", null: 0)
  var residents = 9
  @Option(
    "seats of schools, hospitals and organs in an alliance of the subdistrict; 0 for none", in: 0...40,
    unit: "seats", null: 0)
  var windows = 6
  @Option("sittings of each that its charter promises", in: 0...24, unit: "sittings a year")
  var meetingsPerYear = 6.0
  @Option("share of the matters before each that its charter lets it decide", in: 0...1, unit: "share")
  var decisions = 0.3
  @Option(
    "entry standard: least relation of a unit, least publicness of a resident", in: 0...1, unit: "standing")
  var entry = 0.3

  /// What an alliance's charter says, before it has seats.
  private var charter: Platform {
    Platform(
      meetingsPerYear: meetingsPerYear, residentSeats: 0, unitSeats: 0, staffSeats: 0, overlap: 0,
      access: .all, decides: decisions, entry: entry)
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if meetingsPerYear == 0 { return }
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
