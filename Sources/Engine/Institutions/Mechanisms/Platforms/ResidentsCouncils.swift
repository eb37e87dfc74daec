/// 居民议事会, 党员代表议事会: councils that deliberate and decide, and hear those concerned before they do.
struct ResidentsCouncils: Mechanism {
  static let about = About(
    id: "residentsCouncils", chinese: "居民议事会, 党员代表议事会, 绿主妇议事会, 船长俱乐部",
    summary:
      "Sets up a deliberating council in each neighbourhood: who sits, what it may decide, and the hearings it must hold.",
    source: "Ruan Yunqiang (ed.), on councils of residents and of members' representatives; Huang Jian")

  @Option("from whom seats are filled: everybody, Party members, half and half, or those who rent")
  var who = Who.residents
  enum Who: String, OptionChoice { case residents, members, mixed, renters }
  @Option("seats of residents", in: 0...60, unit: "seats")
  var seats = 15
  @Option("sittings (no source)", in: 0...52, unit: "sittings a year", null: 0)
  var meetingsPerYear = 12.0
  @Option("share of the neighbourhood's matters that it decides", in: 0...1, unit: "share")
  var decisions = 0.5
  @Option(
    "rounds of hearing that such a matter needs first (row 31: 8 for a large renovation)", in: 0...8,
    unit: "rounds")
  var hearings = 1
  @Option("share of those invited who must come for a round to count", in: 0...1, unit: "share")
  var quorum = 0.3

  private var pool: SeatPool {
    switch who {
    case .residents: .everybody
    case .members, .mixed: .members
    case .renters: .renters
    }
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if meetingsPerYear == 0 { return }
    let kind = who == .members ? ActorKind.membersCouncil : .residentsCouncil
    let council = Platform(
      meetingsPerYear: meetingsPerYear, residentSeats: seats, unitSeats: 0, staffSeats: 1, overlap: 0,
      access: .all, decides: decisions, pool: pool, poolShare: who == .mixed ? 0.5 : 1)
    // A round is as long as a sitting.
    let hearing = Hearing(kinds: .all, rounds: hearings, minutes: 120, quorum: quorum, share: decisions)
    for n in area.neighbourhoods {
      structure[platform: kind, n] = council
      if hearings > 0 && decisions > 0 { structure.rights[n].hearings.append(hearing) }
    }
  }
}
