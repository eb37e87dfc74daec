/// 自治金: standing public money on whose use a neighbourhood decides.
struct AutonomyFund: Mechanism {
  static let about = About(
    id: "autonomyFund", chinese: "自治金",
    summary: "Gives every neighbourhood standing public money for projects, and says who decides on it.",
    source: "Huang Xiaochun, on the fund as the support of a lasting production of public matters",
    needs: [.budget { (fund: AutonomyFund) in fund.newMoney }])

  @Option(
    "money of the fund (rows 44–45: 10,000–20,000 a project, about four projects)", in: 0...500_000,
    unit: "yuan per neighbourhood and year", null: 0, role: .fromBudget)
  var yuan = 60_000.0
  @Option(
    "part that comes on top; the rest is taken from the committee's budget", in: 0...1, unit: "share",
    role: .adds)
  var newMoney = 0.0
  @Option("the most one project may get", in: 1_000...500_000, unit: "yuan")
  var largestProject = 20_000.0
  @Option("whose decision it takes to spend it")
  var decidedBy = DecidedBy.residents
  enum DecidedBy: String, OptionChoice { case residents, committee }
  @Option("paid every week, or three years' money at the start and every third year after it")
  var rhythm = Fund.Rhythm.steady
  @Option("weeks from decision to payment", in: 0...26, unit: "weeks")
  var approvalWeeks = 4

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if yuan == 0 { return }
    let fund = Fund(
      yuanPerYear: yuan, controller: decidedBy == .residents ? .residents : .committee,
      kind: .selfGovernance, since: area.from, rhythm: rhythm, largestProject: largestProject,
      approvalWeeks: approvalWeeks)
    for n in area.neighbourhoods { structure.add(fund, to: n, newMoney: newMoney) }
  }
}
