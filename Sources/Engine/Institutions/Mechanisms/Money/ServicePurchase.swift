/// 政府购买服务, 项目委托: a part of the budget buys work from social organisations.
struct ServicePurchase: Mechanism {
  static let description = MechanismDescription(
    id: "servicePurchase", chinese: "政府购买服务, 项目委托",
    summary:
      "Buys hours of social organisations with a part of the budget, under contracts of a given length.",
    source:
      "Huang Jian, on social organisations that live on government money; Yan Jiawei, on the cost of buying everything",
    options: [
      OptionDescription(
        name: "share", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "part of the committee's budget that buys work"),
      OptionDescription(
        name: "contractWeeks", kind: .count(4...156, unit: "weeks"), value: .number(52),
        meaning: "length of a contract; the next is with others, and what was learnt is lost"),
      OptionDescription(
        name: "agenda", kind: .choice(["government", "residents"]), value: .choice("government"),
        meaning: "whose agenda binds those under contract"),
      OptionDescription(
        name: "dependence", kind: .number(0...1, unit: "0–1"), value: .number(0.7),
        meaning: "how far those under contract follow whoever pays, if government's agenda binds"),
      OptionDescription(
        name: "ownGroups", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of the work that goes to the neighbourhood's own groups"),
    ],
    null: ["share": .number(0)], adds: ["share"], fromBudget: ["share"], needs: [.budget])

  private let share: Double
  private let weeks: Int
  private let dependence: Double
  private let ownGroups: Double

  init(_ options: Options) {
    share = options.number("share")
    weeks = options.count("contractWeeks")
    dependence = options.choice("agenda") == "government" ? options.number("dependence") : 0
    ownGroups = options.number("ownGroups")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if share == 0 { return }
    for n in area.neighbourhoods {
      let yuan = structure.takeFromBudget(of: n, yuanPerYear: structure.budget(of: n) * share)
      structure.services[n].contract = Contract(
        yuanPerYear: yuan, weeks: self.weeks, since: area.from, ownGroups: ownGroups, dependence: dependence)
      // Their hours are bought week by week: without money there are none.
      structure[.contractors, n] = Body(
        staffMinutes: 0, hours: .base, administrativeTasks: 0, takesServiceDemands: false,
        upwardWeight: dependence, downwardWeight: 1 - dependence,
        skill: structure[.residentsCommittee, n]?.skill ?? 0)
    }
  }
}
