/// 新村民党支部与管理委员会: migrants' own Party branch and committee, with a channel into the neighbourhood.
struct NewVillagers: Mechanism {
  static let description = MechanismDescription(
    id: "newVillagers", chinese: "新村民党支部, 新村民管理委员会",
    summary:
      "Gives migrants a Party branch, a self-managing committee for what they raise, and a channel into the neighbourhood.",
    source: "Huang Xiaochun, on migrants' self-management through Party networks in Jiangqiao",
    options: [
      OptionDescription(
        name: "branchStaff", kind: .number(0...0.5, unit: "share"), value: .number(0.25),
        meaning: "share of the general branch's hours that moves to the new branch"),
      OptionDescription(
        name: "brokering", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of the new branch's hours for asking and mediating; the rest serves"),
      OptionDescription(
        name: "seats", kind: .count(0...40, unit: "seats"), value: .number(9),
        meaning: "seats of migrants on their committee"),
      OptionDescription(
        name: "meetingsPerYear", kind: .number(0...26, unit: "sittings a year"), value: .number(6),
        meaning: "sittings of the committee"),
      OptionDescription(
        name: "decisions", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of the local matters raised by migrants that it decides"),
      OptionDescription(
        name: "channel", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of migrants with somebody of their own to bring a need to the Party units"),
    ],
    null: ["branchStaff": .number(0), "meetingsPerYear": .number(0), "channel": .number(0)])

  private let branchStaff: Double
  private let hours: HourShares
  private let committee: Platform
  private let channel: Double

  init(_ options: Options) {
    branchStaff = options.number("branchStaff")
    let brokering = options.number("brokering")
    hours = HourShares(relaying: 0, brokering: brokering, serving: 1 - brokering)
    committee = Platform(
      meetingsPerYear: options.number("meetingsPerYear"), residentSeats: options.count("seats"), unitSeats: 0,
      staffSeats: 0, overlap: 0, access: .all, decides: options.number("decisions"), pool: .migrants,
      mattersOf: .migrants)
    channel = options.number("channel")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      if branchStaff > 0, var branch = structure[.generalBranch, n] {
        let minutes = Int(Double(branch.staffMinutes) * branchStaff)
        branch.staffMinutes = 0
        branch.hours = hours
        structure[.newVillagersBranch, n] = branch
        structure.moveStaff(
          minutes: minutes, from: structure.slots.slot(.generalBranch, n),
          to: structure.slots.slot(.newVillagersBranch, n))
      }
      if committee.meetingsPerYear > 0 { structure[platform: .newVillagersCommittee, n] = committee }
      structure.information[n].channelForMigrants = max(structure.information[n].channelForMigrants, channel)
    }
  }
}
