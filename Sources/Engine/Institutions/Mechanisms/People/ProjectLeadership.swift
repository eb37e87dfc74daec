/// 项目引领, 活动→项目→品牌: teams that go on from one project to the next, choose what presses, and make it known.
struct ProjectLeadership: Mechanism {
  static let about = About(
    id: "projectLeadership", chinese: "项目引领, 活动→项目→品牌",
    summary:
      "Says whether groups' projects are one-off or carried on by the same team with feedback, what they choose, and how they are made known.",
    source:
      "Huang Xiaochun, on leading by projects that meet residents' concerns; Yan Jiawei, on activities that become projects and brands"
  )

  @Option(
    "a decided matter goes to a team that has done others, and a team goes on when a project is over",
    in: 0...1, unit: "chance", null: 0)
  var repeated = 0.6
  @Option(
    "members' time in which a team goes over what it has done", in: 0...40, unit: "hours a project", null: 0)
  var feedbackHours = 4.0
  @Option(
    "share of matters that agendas and groups choose by how pressing they are instead of as they come",
    in: 0...1, unit: "share", null: 0)
  var salient = 0.7
  @Option("share of building groups in which a new project is made known", in: 0...1, unit: "share", null: 0)
  var promotion = 0.3

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let style = ProjectStyle(
      repeated: repeated, feedbackMinutes: Int(feedbackHours * 60), salient: salient, promotion: promotion)
    for n in area.neighbourhoods {
      structure.projectStyles[n] = style
      structure.information[n].agendaFollowsNeed = max(
        structure.information[n].agendaFollowsNeed, salient)
    }
  }
}
