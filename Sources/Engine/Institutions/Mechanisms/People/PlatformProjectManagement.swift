/// 项目流程管理, 共建章程: what is decided becomes a project with an owner, hours, a deadline and follow-up.
struct PlatformProjectManagement: Mechanism {
  static let about = About(
    id: "platformProjectManagement", chinese: "项目流程管理, 共建章程",
    summary:
      "Gives every decision an owner with hours, a deadline and follow-up, and lets agendas begin from problems.",
    source:
      "Ruan Yunqiang (ed.), on platforms that stop at scattered activities for want of project management")

  @Option(
    "hours of the residents' committee that each project has from its owner", in: 0...20,
    unit: "hours a week", null: 0)
  var ownerHours = 2.0
  @Option(
    "part of these hours for chasing what is missing; the rest is work on the project", in: 0...1,
    unit: "share")
  var followUp = 0.5
  @Option("time a project has, as a multiple of the usual", in: 0.1...2, unit: "factor", null: 1)
  var deadline = 0.8
  @Option(
    "share of agenda places that go to the greatest need instead of the first comer", in: 0...1,
    unit: "share", null: 0)
  var problemLed = 0.5

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let minutes = Int(ownerHours * 60)
    let rules = ProjectRules(
      ownerMinutes: minutes, followUp: minutes > 0 ? followUp : 0, deadline: deadline)
    for n in area.neighbourhoods {
      structure.projectRules[n] = rules
      structure.information[n].agendaFollowsNeed = max(
        structure.information[n].agendaFollowsNeed, problemLed)
    }
  }
}
