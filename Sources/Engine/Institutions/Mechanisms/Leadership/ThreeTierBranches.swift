/// 总支–支部–小组: Party units down to the parts and the buildings of a neighbourhood.
struct ThreeTierBranches: Mechanism {
  static let about = About(
    id: "threeTierBranches", chinese: "总支–支部–小组, 楼组党小组, 一核多堡, 支部进楼道",
    summary:
      "Splits the neighbourhood's general branch into units for its parts and buildings, whose leaders and members owe hours for asking and mediating.",
    source:
      "Huang Xiaochun, on Party groups in building groups (楼组党小组); Huang Jian, on one core with many forts (一核多堡) and branches in stairwells (支部进楼道)",
    needs: [.members])

  @Option(
    "1 the neighbourhood alone, 2 its parts, 3 its buildings as well", in: 1...3, unit: "tiers", null: 1)
  var depth = 3
  @Option(
    "registered members of one unit of the lowest tier (row 38: about 26 a branch, some in groups)",
    in: 3...50, unit: "members")
  var membersPerUnit = 8
  @Option("time that a unit's leader owes, sittings included", in: 0...20, unit: "hours a month")
  var leaderHours = 8.0
  @Option(
    "sittings of two hours that leaders attend with each other and with the branch above", in: 0...4,
    unit: "sittings a month")
  var meetings = 1.0
  @Option(
    "time that every registered member owes for asking and mediating", in: 0...10, unit: "hours a month")
  var memberHours = 1.0

  /// Building groups in a part of a neighbourhood, and lowest units under one branch above them.
  private static let groupsPerPart = 6
  private static let unitsPerBranch = 5

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if depth == 1 { return }
    let leaderMinutes = leaderHours * 60
    let meetingMinutes = meetings * 120
    // Sittings are part of what a leader owes.
    let sitting = min(leaderMinutes, meetingMinutes)
    for n in area.neighbourhoods where record.members[n] > 0 {
      structure.note(.leaders, asked: meetingMinutes, got: sitting)
      let members = record.members[n]
      let groups = record.places.neighbourhoods[n].groups.count
      let room = depth == 2 ? groups / Self.groupsPerPart : groups
      let units = max(1, min(members / membersPerUnit, room))
      let leaders = depth == 2 ? units : units + max(1, units / Self.unitsPerBranch)
      let branch = structure[.generalBranch, n]
      structure[.partyUnits, n] = Body(
        staffMinutes: 0, hours: HourShares(relaying: 0, brokering: 1, serving: 0), administrativeTasks: 0,
        takesServiceDemands: false, upwardWeight: branch?.upwardWeight ?? 0.5,
        downwardWeight: branch?.downwardWeight ?? 0.5, skill: branch?.skill ?? 0,
        knownGroups: min(1, Double(units) / Double(max(groups, 1))))
      let led = min(1, Double(leaders) / Double(members))
      structure.duties[n] += [
        Duty(
          holders: .registeredMembers, share: led, minutesPerMonth: leaderMinutes - sitting,
          work: .brokering),
        Duty(
          holders: .registeredMembers, share: led, minutesPerMonth: sitting, work: .meeting),
        Duty(
          holders: .registeredMembers, share: 1, minutesPerMonth: memberHours * 60, work: .brokering),
      ]
    }
  }
}
