/// 居民议事会, 党员代表议事会: councils that deliberate and decide, and hear those concerned before they do.
struct ResidentsCouncils: Mechanism {
  static let description = MechanismDescription(
    id: "residentsCouncils", chinese: "居民议事会, 党员代表议事会, 绿主妇议事会, 船长俱乐部",
    summary:
      "Sets up a deliberating council in each neighbourhood: who sits, what it may decide, and the hearings it must hold.",
    source: "Ruan Yunqiang (ed.), on councils of residents and of members' representatives; Huang Jian",
    options: [
      OptionDescription(
        name: "who", kind: .choice(["residents", "members", "mixed", "renters"]),
        value: .choice("residents"),
        meaning: "from whom seats are filled: everybody, Party members, half and half, or those who rent"),
      OptionDescription(
        name: "seats", kind: .count(0...60, unit: "seats"), value: .number(15), meaning: "seats of residents"),
      OptionDescription(
        name: "meetingsPerYear", kind: .number(0...52, unit: "sittings a year"), value: .number(12),
        meaning: "sittings (no source)"),
      OptionDescription(
        name: "decisions", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of the neighbourhood's matters that it decides"),
      OptionDescription(
        name: "hearings", kind: .count(0...8, unit: "rounds"), value: .number(1),
        meaning: "rounds of hearing that such a matter needs first (row 31: 8 for a large renovation)"),
      OptionDescription(
        name: "quorum", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of those invited who must come for a round to count"),
    ],
    null: ["meetingsPerYear": .number(0)])

  private let kind: ActorKind
  private let council: Platform
  private let hearing: Hearing

  init(_ options: Options) {
    let who = options.choice("who")
    kind = who == "members" ? .membersCouncil : .residentsCouncil
    council = Platform(
      meetingsPerYear: options.number("meetingsPerYear"), residentSeats: options.count("seats"), unitSeats: 0,
      staffSeats: 1, overlap: 0, access: .all, decides: options.number("decisions"),
      pool: who == "residents" ? .everybody : who == "renters" ? .renters : .members,
      poolShare: who == "mixed" ? 0.5 : 1)
    // A round is as long as a sitting.
    hearing = Hearing(
      kinds: .all, rounds: options.count("hearings"), minutes: 120, quorum: options.number("quorum"),
      share: options.number("decisions"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if council.meetingsPerYear == 0 { return }
    for n in area.neighbourhoods {
      structure[platform: kind, n] = council
      if hearing.rounds > 0 && hearing.share > 0 { structure.rights[n].hearings.append(hearing) }
    }
  }
}
