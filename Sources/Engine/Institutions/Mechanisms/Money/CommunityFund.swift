/// 社区基金(会), 三个一点: one fund to which government, units and residents each give a part.
struct CommunityFund: Mechanism {
  static let description = MechanismDescription(
    id: "communityFund", chinese: "社区基金(会), 三个一点",
    summary:
      "Sets up a fund of government's, units' and residents' parts, and says who allocates it and where.",
    source:
      "Ruan Yunqiang (ed.), on costs borne by three sides in Lingyun (三个一点); Huang Xiaochun; Yan Jiawei, on community foundations",
    options: [
      OptionDescription(
        name: "yuan", kind: .number(0...500_000, unit: "yuan per neighbourhood and year"),
        value: .number(30_000), meaning: "what the fund is meant to take in"),
      OptionDescription(
        name: "government", kind: .number(0...1, unit: "part"), value: .number(1),
        meaning: "government's part, against the other two"),
      OptionDescription(
        name: "units", kind: .number(0...1, unit: "part"), value: .number(1),
        meaning: "part that resident units are asked for"),
      OptionDescription(
        name: "residents", kind: .number(0...1, unit: "part"), value: .number(1),
        meaning: "part that residents are asked for"),
      OptionDescription(
        name: "newMoney", kind: .number(0...1, unit: "share"), value: .number(0),
        meaning: "part of the government's that comes on top; the rest is taken from the committee's budget"),
      OptionDescription(
        name: "allocatedBy", kind: .choice(["residents", "committee", "subdistrict"]),
        value: .choice("residents"), meaning: "whose decision or agreement it takes to spend it"),
      OptionDescription(
        name: "level", kind: .choice(["subdistrict", "neighbourhood"]), value: .choice("subdistrict"),
        meaning: "one purse for the subdistrict, or one in each neighbourhood"),
      OptionDescription(
        name: "largestProject", kind: .number(1_000...500_000, unit: "yuan"), value: .number(30_000),
        meaning: "the most one project may get"),
      OptionDescription(
        name: "approvalWeeks", kind: .count(0...26, unit: "weeks"), value: .number(4),
        meaning: "weeks from decision to payment"),
    ],
    null: ["yuan": .number(0)], adds: ["newMoney"], fromBudget: ["yuan"])

  private let fund: Fund?
  private let newMoney: Double

  init(_ options: Options) {
    newMoney = options.number("newMoney")
    let yuan = options.number("yuan")
    let government = options.number("government")
    let units = options.number("units")
    let residents = options.number("residents")
    let sum = government + units + residents
    let controller: Fund.Controller =
      switch options.choice("allocatedBy") {
      case "residents": .residents
      case "committee": .committee
      default: .office
      }
    fund =
      yuan > 0 && sum > 0
      ? Fund(
        yuanPerYear: yuan * government / sum, controller: controller, kind: .pooled,
        largestProject: options.number("largestProject"), approvalWeeks: options.count("approvalWeeks"),
        askedOfUnits: yuan * units / sum, askedOfResidents: yuan * residents / sum,
        isPooled: options.choice("level") == "subdistrict") : nil
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    guard var fund else { return }
    fund.since = area.from
    for n in area.neighbourhoods { structure.add(fund, to: n, newMoney: newMoney) }
  }
}
