/// 自治金: standing public money on whose use a neighbourhood decides.
struct AutonomyFund: Mechanism {
  static let description = MechanismDescription(
    id: "autonomyFund", chinese: "自治金",
    summary: "Gives every neighbourhood standing public money for projects, and says who decides on it.",
    source: "Huang Xiaochun, on the fund as the support of a lasting production of public matters",
    options: [
      OptionDescription(
        name: "yuan", kind: .number(0...500_000, unit: "yuan per neighbourhood and year"),
        value: .number(60_000),
        meaning: "money of the fund (rows 44–45: 10,000–20,000 a project, about four projects)"),
      OptionDescription(
        name: "newMoney", kind: .number(0...1, unit: "share"), value: .number(0),
        meaning: "part that comes on top; the rest is taken from the committee's budget"),
      OptionDescription(
        name: "largestProject", kind: .number(1_000...500_000, unit: "yuan"), value: .number(20_000),
        meaning: "the most one project may get"),
      OptionDescription(
        name: "decidedBy", kind: .choice(["residents", "committee"]), value: .choice("residents"),
        meaning: "whose decision it takes to spend it"),
      OptionDescription(
        name: "rhythm", kind: .choice(["steady", "oneOff"]), value: .choice("steady"),
        meaning: "paid every week, or three years' money at the start and every third year after it"),
      OptionDescription(
        name: "approvalWeeks", kind: .count(0...26, unit: "weeks"), value: .number(4),
        meaning: "weeks from decision to payment"),
    ],
    null: ["yuan": .number(0)], adds: ["newMoney"], fromBudget: ["yuan"], needs: [.budget])

  private let fund: Fund
  private let newMoney: Double

  init(_ options: Options) {
    fund = Fund(
      yuanPerYear: options.number("yuan"),
      controller: options.choice("decidedBy") == "residents" ? .residents : .committee,
      kind: .selfGovernance,
      rhythm: options.choice("rhythm") == "steady" ? .steady : .oneOff,
      largestProject: options.number("largestProject"), approvalWeeks: options.count("approvalWeeks"))
    newMoney = options.number("newMoney")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if fund.yuanPerYear == 0 { return }
    var fund = fund
    fund.since = area.from
    for n in area.neighbourhoods { structure.add(fund, to: n, newMoney: newMoney) }
  }
}
