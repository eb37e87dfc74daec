/// 弄管会: self-government of lanes, with members who decide and volunteers who can be asked.
struct LaneCommittees: Mechanism {
  static let description = MechanismDescription(
    id: "laneCommittees", chinese: "弄管会",
    summary:
      "Sets up committees of lanes that decide matters of single buildings, and whose members go round and ask volunteers.",
    source:
      "Ruan Yunqiang (ed.), on lane committees in Hunan Road (74 committees, 358 members, 795 volunteers)",
    options: [
      OptionDescription(
        name: "membersPerLane", kind: .number(0...15, unit: "persons"), value: .number(4.8),
        meaning: "members of a lane's committee (row 55)"),
      OptionDescription(
        name: "volunteersPerLane", kind: .number(0...40, unit: "persons"), value: .number(10.7),
        meaning: "volunteers whom they can ask (row 55)"),
      OptionDescription(
        name: "householdsPerLane", kind: .count(50...2_000, unit: "households"), value: .number(170),
        meaning: "size of a lane (assumption)"),
      OptionDescription(
        name: "meetingsPerYear", kind: .number(0...52, unit: "sittings a year"), value: .number(12),
        meaning: "sittings of each lane's committee, all in the same week"),
      OptionDescription(
        name: "decisions", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of the matters of single buildings that they decide"),
    ],
    null: ["membersPerLane": .number(0)])

  private let callers: Callers
  private let householdsPerLane: Double
  private let meetingsPerYear: Double
  private let decisions: Double

  init(_ options: Options) {
    callers = Callers(
      members: options.number("membersPerLane"), volunteers: options.number("volunteersPerLane"))
    householdsPerLane = options.number("householdsPerLane")
    meetingsPerYear = options.number("meetingsPerYear")
    decisions = options.number("decisions")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if callers.members == 0 { return }
    for n in area.neighbourhoods {
      let lanes = max(1, Int(Double(record.places.neighbourhoods[n].households) / householdsPerLane + 0.5))
      structure.relations[n].callers = callers
      if meetingsPerYear == 0 { continue }
      structure[platform: .laneCommittees, n] = Platform(
        meetingsPerYear: meetingsPerYear, residentSeats: Int(Double(lanes) * callers.members + 0.5),
        unitSeats: 0, staffSeats: 0, overlap: 0, access: .all, scopes: .building, agendaPlaces: lanes,
        decides: decisions)
    }
  }
}
