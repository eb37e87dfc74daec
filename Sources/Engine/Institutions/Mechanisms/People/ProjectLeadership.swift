/// 项目引领, 活动→项目→品牌: teams that go on from one project to the next, choose what presses, and make it known.
struct ProjectLeadership: Mechanism {
  static let description = MechanismDescription(
    id: "projectLeadership", chinese: "项目引领, 活动→项目→品牌",
    summary:
      "Says whether groups' projects are one-off or carried on by the same team with feedback, what they choose, and how they are made known.",
    source:
      "Huang Xiaochun, on leading by projects that meet residents' concerns; Yan Jiawei, on activities that become projects and brands",
    options: [
      OptionDescription(
        name: "repeated", kind: .number(0...1, unit: "chance"), value: .number(0.6),
        meaning:
          "a decided matter goes to a team that has done others, and a team goes on when a project is over"),
      OptionDescription(
        name: "feedbackHours", kind: .number(0...40, unit: "hours a project"), value: .number(4),
        meaning: "members' time in which a team goes over what it has done"),
      OptionDescription(
        name: "salient", kind: .number(0...1, unit: "share"), value: .number(0.7),
        meaning:
          "share of matters that agendas and groups choose by how pressing they are instead of as they come"),
      OptionDescription(
        name: "promotion", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of building groups in which a new project is made known"),
    ],
    null: [
      "repeated": .number(0), "feedbackHours": .number(0), "salient": .number(0), "promotion": .number(0),
    ])

  private let style: ProjectStyle

  init(_ options: Options) {
    style = ProjectStyle(
      repeated: options.number("repeated"), feedbackMinutes: Int(options.number("feedbackHours") * 60),
      salient: options.number("salient"), promotion: options.number("promotion"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      structure.projectStyles[n] = style
      structure.information[n].agendaFollowsNeed = max(
        structure.information[n].agendaFollowsNeed, style.salient)
    }
  }
}
