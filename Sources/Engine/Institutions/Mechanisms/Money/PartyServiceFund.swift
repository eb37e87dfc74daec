/// 党组织服务群众经费: Party money for serving the masses, in three earmarked parts.
struct PartyServiceFund: Mechanism {
  static let about = About(
    id: "partyServiceFund", chinese: "党组织服务群众经费",
    summary:
      "Gives every neighbourhood money for serving the masses in three earmarked parts, and says whose agreement it takes.",
    source:
      "Huang Xiaochun, on funds that carry the work of Party organisations; service funds of neighbourhoods (rows 42–43)"
  )

  @Option(
    "money of the fund (row 42: about 50,000; row 43: up to 200,000)", in: 0...500_000,
    unit: "yuan per neighbourhood and year", null: 0, role: .fromBudget)
  var yuan = 50_000.0
  @Option(
    "part that comes on top; the rest is taken from the committee's budget", in: 0...1, unit: "share",
    role: .adds)
  var newMoney = 0.0
  @Option("part for repair, parking, environment and safety, against the other two", in: 0...1, unit: "part")
  var hardware = 0.4
  @Option("part for care, children, jobs and dealings with offices", in: 0...1, unit: "part")
  var livelihood = 0.4
  @Option("part for culture and for how neighbours get on", in: 0...1, unit: "part")
  var values = 0.2
  @Option(
    "the Party branch or its members agree to any decided matter, or the committee spends it on what it decided"
  )
  var decidedBy = DecidedBy.branch
  enum DecidedBy: String, OptionChoice { case branch, members, committee }
  @Option("the most one project may get out of one part", in: 1_000...500_000, unit: "yuan")
  var largestProject = 30_000.0
  @Option("paid every week, or three years' money at the start and every third year after it")
  var rhythm = Fund.Rhythm.steady
  @Option("weeks from decision to payment", in: 0...26, unit: "weeks")
  var approvalWeeks = 4

  private var controller: Fund.Controller {
    switch decidedBy {
    case .branch: .branch
    case .members: .members
    case .committee: .committee
    }
  }

  private var funds: [Fund] {
    let parts: [(Fund.Kind, MatterSet, Double)] = [
      (.hardware, .hardware, hardware), (.livelihood, .livelihood, livelihood), (.values, .values, values),
    ]
    let sum = parts.reduce(0) { $0 + $1.2 }
    return parts.filter { $0.2 > 0 && yuan > 0 }.map { kind, matters, part in
      Fund(
        yuanPerYear: yuan * part / sum, controller: controller, kind: kind, rhythm: rhythm, matters: matters,
        largestProject: largestProject, approvalWeeks: approvalWeeks)
    }
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let funds = funds
    for n in area.neighbourhoods {
      for var fund in funds {
        fund.since = area.from
        structure.add(fund, to: n, newMoney: newMoney)
      }
    }
  }
}
