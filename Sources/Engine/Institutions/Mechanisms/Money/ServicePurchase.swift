/// 政府购买服务, 项目委托: a part of the budget buys work from social organisations.
struct ServicePurchase: Mechanism {
  static let about = About(
    id: "servicePurchase", chinese: "政府购买服务, 项目委托",
    summary:
      "Buys hours of social organisations with a part of the budget, under contracts of a given length.",
    source:
      "Huang Jian, on social organisations that live on government money; Yan Jiawei, on the cost of buying everything",
    needs: [.budget])

  @Option(
    "part of the committee's budget that buys work", in: 0...1, unit: "share", null: 0,
    role: [.adds, .fromBudget])
  var share = 0.2
  @Option(
    "length of a contract; the next is with others, and what was learnt is lost", in: 4...156, unit: "weeks")
  var contractWeeks = 52
  @Option("whose agenda binds those under contract")
  var agenda = Agenda.government
  enum Agenda: String, OptionChoice { case government, residents }
  @Option(
    "how far those under contract follow whoever pays, if government's agenda binds", in: 0...1, unit: "0–1")
  var dependence = 0.7
  @Option("share of the work that goes to the neighbourhood's own groups", in: 0...1, unit: "share")
  var ownGroups = 0.3

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if share == 0 { return }
    let follows = agenda == .government ? dependence : 0
    for n in area.neighbourhoods {
      let yuan = structure.takeFromBudget(of: n, yuanPerYear: structure.budget(of: n) * share)
      structure.services[n].contract = Contract(
        yuanPerYear: yuan, weeks: contractWeeks, since: area.from, ownGroups: ownGroups, dependence: follows)
      // Their hours are bought week by week: without money there are none.
      structure[.contractors, n] = Body(
        staffMinutes: 0, hours: .base, administrativeTasks: 0, takesServiceDemands: false,
        upwardWeight: follows, downwardWeight: 1 - follows,
        skill: structure[.residentsCommittee, n]?.skill ?? 0)
    }
  }
}
