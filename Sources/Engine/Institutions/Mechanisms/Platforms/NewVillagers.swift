/// 新村民党支部与管理委员会: migrants' own Party branch and committee, with a channel into the neighbourhood.
struct NewVillagers: Mechanism {
  static let about = About(
    id: "newVillagers", chinese: "新村民党支部, 新村民管理委员会",
    summary:
      "Gives migrants a Party branch, a self-managing committee for what they raise, and a channel into the neighbourhood.",
    source: "Huang Xiaochun, on migrants' self-management through Party networks in Jiangqiao")

  @Option(
    "share of the general branch's hours that moves to the new branch", in: 0...0.5, unit: "share", null: 0)
  var branchStaff = 0.25
  @Option(
    "share of the new branch's hours for asking and mediating; the rest serves", in: 0...1, unit: "share")
  var brokering = 0.5
  @Option("seats of migrants on their committee", in: 0...40, unit: "seats")
  var seats = 9
  @Option("sittings of the committee", in: 0...26, unit: "sittings a year", null: 0)
  var meetingsPerYear = 6.0
  @Option("share of the local matters raised by migrants that it decides", in: 0...1, unit: "share")
  var decisions = 0.5
  @Option(
    "share of migrants with somebody of their own to bring a need to the Party units", in: 0...1,
    unit: "share", null: 0)
  var channel = 0.6

  private var committee: Platform {
    Platform(
      meetingsPerYear: meetingsPerYear, residentSeats: seats, unitSeats: 0, staffSeats: 0, overlap: 0,
      access: .all, decides: decisions, pool: .migrants, mattersOf: .migrants)
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      if branchStaff > 0, var branch = structure[.generalBranch, n] {
        let minutes = Int(Double(branch.staffMinutes) * branchStaff)
        branch.staffMinutes = 0
        branch.hours = HourShares(relaying: 0, brokering: brokering, serving: 1 - brokering)
        structure[.newVillagersBranch, n] = branch
        structure.moveStaff(
          minutes: minutes, from: structure.slots.slot(.generalBranch, n),
          to: structure.slots.slot(.newVillagersBranch, n))
      }
      if meetingsPerYear > 0 { structure[platform: .newVillagersCommittee, n] = committee }
      structure.information[n].channelForMigrants = max(structure.information[n].channelForMigrants, channel)
    }
  }
}
