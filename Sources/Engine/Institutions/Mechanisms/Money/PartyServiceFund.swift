/// 党组织服务群众经费: Party money for serving the masses, in three earmarked parts.
struct PartyServiceFund: Mechanism {
  static let description = MechanismDescription(
    id: "partyServiceFund", chinese: "党组织服务群众经费",
    summary:
      "Gives every neighbourhood money for serving the masses in three earmarked parts, and says whose agreement it takes.",
    source:
      "Huang Xiaochun, on funds that carry the work of Party organisations; service funds of neighbourhoods (rows 42–43)",
    options: [
      OptionDescription(
        name: "yuan", kind: .number(0...500_000, unit: "yuan per neighbourhood and year"),
        value: .number(50_000), meaning: "money of the fund (row 42: about 50,000; row 43: up to 200,000)"),
      OptionDescription(
        name: "newMoney", kind: .number(0...1, unit: "share"), value: .number(0),
        meaning: "part that comes on top; the rest is taken from the committee's budget"),
      OptionDescription(
        name: "hardware", kind: .number(0...1, unit: "part"), value: .number(0.4),
        meaning: "part for repair, parking, environment and safety, against the other two"),
      OptionDescription(
        name: "livelihood", kind: .number(0...1, unit: "part"), value: .number(0.4),
        meaning: "part for care, children, jobs and dealings with offices"),
      OptionDescription(
        name: "values", kind: .number(0...1, unit: "part"), value: .number(0.2),
        meaning: "part for culture and for how neighbours get on"),
      OptionDescription(
        name: "decidedBy", kind: .choice(["branch", "members", "committee"]), value: .choice("branch"),
        meaning:
          "the Party branch or its members agree to any decided matter, or the committee spends it on what it decided"
      ),
      OptionDescription(
        name: "largestProject", kind: .number(1_000...500_000, unit: "yuan"), value: .number(30_000),
        meaning: "the most one project may get out of one part"),
      OptionDescription(
        name: "rhythm", kind: .choice(["steady", "oneOff"]), value: .choice("steady"),
        meaning: "paid every week, or three years' money at the start and every third year after it"),
      OptionDescription(
        name: "approvalWeeks", kind: .count(0...26, unit: "weeks"), value: .number(4),
        meaning: "weeks from decision to payment"),
    ],
    null: ["yuan": .number(0)], adds: ["newMoney"], fromBudget: ["yuan"])

  private let funds: [Fund]
  private let newMoney: Double

  init(_ options: Options) {
    newMoney = options.number("newMoney")
    let parts: [(Fund.Kind, MatterSet, Double)] = [
      (.hardware, .hardware, options.number("hardware")),
      (.livelihood, .livelihood, options.number("livelihood")),
      (.values, .values, options.number("values")),
    ]
    let sum = parts.reduce(0) { $0 + $1.2 }
    let controller: Fund.Controller =
      switch options.choice("decidedBy") {
      case "branch": .branch
      case "members": .members
      default: .committee
      }
    funds = parts.filter { $0.2 > 0 && options.number("yuan") > 0 }.map { kind, matters, part in
      Fund(
        yuanPerYear: options.number("yuan") * part / sum, controller: controller, kind: kind,
        rhythm: options.choice("rhythm") == "steady" ? .steady : .oneOff, matters: matters,
        largestProject: options.number("largestProject"), approvalWeeks: options.count("approvalWeeks"))
    }
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      for var fund in funds {
        fund.since = area.from
        structure.add(fund, to: n, newMoney: newMoney)
      }
    }
  }
}
