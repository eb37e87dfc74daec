/// 弄管会: self-government of lanes, with members who decide and volunteers who can be asked.
struct LaneCommittees: Mechanism {
  static let about = About(
    id: "laneCommittees", chinese: "弄管会",
    summary:
      "Sets up committees of lanes that decide matters of single buildings, and whose members go round and ask volunteers.",
    source:
      "Ruan Yunqiang (ed.), on lane committees in Hunan Road (74 committees, 358 members, 795 volunteers)")

  @Option("members of a lane's committee (row 55)", in: 0...15, unit: "persons", null: 0)
  var membersPerLane = 4.8
  @Option("volunteers whom they can ask (row 55)", in: 0...40, unit: "persons")
  var volunteersPerLane = 10.7
  @Option("size of a lane (assumption)", in: 50...2_000, unit: "households")
  var householdsPerLane = 170
  @Option("sittings of each lane's committee, all in the same week", in: 0...52, unit: "sittings a year")
  var meetingsPerYear = 12.0
  @Option("share of the matters of single buildings that they decide", in: 0...1, unit: "share")
  var decisions = 0.6

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if membersPerLane == 0 { return }
    for n in area.neighbourhoods {
      let lanes = max(
        1, Int(Double(record.places.neighbourhoods[n].households) / Double(householdsPerLane) + 0.5))
      structure.relations[n].callers = Callers(members: membersPerLane, volunteers: volunteersPerLane)
      if meetingsPerYear == 0 { continue }
      structure[platform: .laneCommittees, n] = Platform(
        meetingsPerYear: meetingsPerYear, residentSeats: Int(Double(lanes) * membersPerLane + 0.5),
        unitSeats: 0, staffSeats: 0, overlap: 0, access: .all, scopes: .building, agendaPlaces: lanes,
        decides: decisions)
    }
  }
}
