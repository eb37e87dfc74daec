/// 总支–支部–小组: Party units down to the parts and the buildings of a neighbourhood.
struct ThreeTierBranches: Mechanism {
  static let description = MechanismDescription(
    id: "threeTierBranches", chinese: "总支–支部–小组, 楼组党小组, 一核多堡, 支部进楼道",
    summary:
      "Splits the neighbourhood's general branch into units for its parts and buildings, whose leaders and members owe hours for asking and mediating.",
    source:
      "Huang Xiaochun, on Party groups in building groups (楼组党小组); Huang Jian, on one core with many forts (一核多堡) and branches in stairwells (支部进楼道)",
    options: [
      OptionDescription(
        name: "depth", kind: .count(1...3, unit: "tiers"), value: .number(3),
        meaning: "1 the neighbourhood alone, 2 its parts, 3 its buildings as well"),
      OptionDescription(
        name: "membersPerUnit", kind: .count(3...50, unit: "members"), value: .number(8),
        meaning:
          "registered members of one unit of the lowest tier (row 38: about 26 a branch, some in groups)"),
      OptionDescription(
        name: "leaderHours", kind: .number(0...20, unit: "hours a month"), value: .number(8),
        meaning: "time that a unit's leader owes, sittings included"),
      OptionDescription(
        name: "meetings", kind: .number(0...4, unit: "sittings a month"), value: .number(1),
        meaning: "sittings of two hours that leaders attend with each other and with the branch above"),
      OptionDescription(
        name: "memberHours", kind: .number(0...10, unit: "hours a month"), value: .number(1),
        meaning: "time that every registered member owes for asking and mediating"),
    ],
    null: ["depth": .number(1)], needs: [.members])

  private let depth: Int
  private let membersPerUnit: Int
  private let leaderMinutes: Double
  private let meetingMinutes: Double
  private let memberMinutes: Double

  init(_ options: Options) {
    depth = options.count("depth")
    membersPerUnit = options.count("membersPerUnit")
    leaderMinutes = options.number("leaderHours") * 60
    meetingMinutes = options.number("meetings") * 120
    memberMinutes = options.number("memberHours") * 60
  }

  /// Building groups in a part of a neighbourhood, and lowest units under one branch above them.
  private static let groupsPerPart = 6
  private static let unitsPerBranch = 5

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if depth == 1 { return }
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
          holders: .registeredMembers, share: 1, minutesPerMonth: memberMinutes, work: .brokering),
      ]
    }
  }
}
