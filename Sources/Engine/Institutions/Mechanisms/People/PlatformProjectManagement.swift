/// 项目流程管理, 共建章程: what is decided becomes a project with an owner, hours, a deadline and follow-up.
struct PlatformProjectManagement: Mechanism {
  static let description = MechanismDescription(
    id: "platformProjectManagement", chinese: "项目流程管理, 共建章程",
    summary:
      "Gives every decision an owner with hours, a deadline and follow-up, and lets agendas begin from problems.",
    source:
      "Ruan Yunqiang (ed.), on platforms that stop at scattered activities for want of project management",
    options: [
      OptionDescription(
        name: "ownerHours", kind: .number(0...20, unit: "hours a week"), value: .number(2),
        meaning: "hours of the residents' committee that each project has from its owner"),
      OptionDescription(
        name: "followUp", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "part of these hours for chasing what is missing; the rest is work on the project"),
      OptionDescription(
        name: "deadline", kind: .number(0.1...2, unit: "factor"), value: .number(0.8),
        meaning: "time a project has, as a multiple of the usual"),
      OptionDescription(
        name: "problemLed", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of agenda places that go to the greatest need instead of the first comer"),
    ],
    null: ["ownerHours": .number(0), "deadline": .number(1), "problemLed": .number(0)])

  private let rules: ProjectRules
  private let problemLed: Double

  init(_ options: Options) {
    let minutes = Int(options.number("ownerHours") * 60)
    rules = ProjectRules(
      ownerMinutes: minutes, followUp: minutes > 0 ? options.number("followUp") : 0,
      deadline: options.number("deadline"))
    problemLed = options.number("problemLed")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      structure.projectRules[n] = rules
      structure.information[n].agendaFollowsNeed = max(
        structure.information[n].agendaFollowsNeed, problemLed)
    }
  }
}
