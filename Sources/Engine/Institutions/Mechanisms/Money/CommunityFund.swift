/// 社区基金(会), 三个一点: one fund to which government, units and residents each give a part.
struct CommunityFund: Mechanism {
  static let about = About(
    id: "communityFund", chinese: "社区基金(会), 三个一点",
    summary:
      "Sets up a fund of government's, units' and residents' parts, and says who allocates it and where.",
    source:
      "Ruan Yunqiang (ed.), on costs borne by three sides in Lingyun (三个一点); Huang Xiaochun; Yan Jiawei, on community foundations"
  )

  @Option(
    "what the fund is meant to take in", in: 0...500_000, unit: "yuan per neighbourhood and year", null: 0,
    role: .fromBudget)
  var yuan = 30_000.0
  @Option("government's part, against the other two", in: 0...1, unit: "part")
  var government = 1.0
  @Option("part that resident units are asked for", in: 0...1, unit: "part")
  var units = 1.0
  @Option("part that residents are asked for", in: 0...1, unit: "part")
  var residents = 1.0
  @Option(
    "part of the government's that comes on top; the rest is taken from the committee's budget", in: 0...1,
    unit: "share", role: .adds)
  var newMoney = 0.0
  @Option("whose decision or agreement it takes to spend it")
  var allocatedBy = AllocatedBy.residents
  enum AllocatedBy: String, OptionChoice { case residents, committee, subdistrict }
  @Option("one purse for the subdistrict, or one in each neighbourhood")
  var level = Level.subdistrict
  enum Level: String, OptionChoice { case subdistrict, neighbourhood }
  @Option("the most one project may get", in: 1_000...500_000, unit: "yuan")
  var largestProject = 30_000.0
  @Option("weeks from decision to payment", in: 0...26, unit: "weeks")
  var approvalWeeks = 4

  private var controller: Fund.Controller {
    switch allocatedBy {
    case .residents: .residents
    case .committee: .committee
    case .subdistrict: .office
    }
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let sum = government + units + residents
    if yuan == 0 || sum == 0 { return }
    let fund = Fund(
      yuanPerYear: yuan * government / sum, controller: controller, kind: .pooled, since: area.from,
      largestProject: largestProject, approvalWeeks: approvalWeeks,
      askedOfUnits: yuan * units / sum, askedOfResidents: yuan * residents / sum,
      isPooled: level == .subdistrict)
    for n in area.neighbourhoods { structure.add(fund, to: n, newMoney: newMoney) }
  }
}
