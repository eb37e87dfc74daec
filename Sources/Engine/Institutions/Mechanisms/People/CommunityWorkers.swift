/// 社区工作者职业化: how many community workers there are, how they are trained, paid and put to work.
struct CommunityWorkers: Mechanism {
  static let about = About(
    id: "communityWorkers", chinese: "社区工作者职业化, 协同作战",
    summary:
      "Changes community workers' number, training, pay, teams over a block, and which tasks from above they may be given.",
    source:
      "Ruan Yunqiang (ed.), on a profession of community workers (社区工作者职业化) and on working together (协同作战); Huang Jian"
  )

  @Option(
    "further workers, as a multiple of those employed; paid from outside", in: 0...2, unit: "factor", null: 0,
    role: .adds)
  var added = 0.0
  @Option("courses of each worker, in working time", in: 0...200, unit: "hours a year", null: 0)
  var training = 40.0
  @Option(
    "pay above the usual, taken out of the committee's budget as far as that goes", in: 0...1, unit: "share",
    null: 0, role: .fromBudget)
  var pay = 0.05
  @Option(
    "their working time that goes where the block needs it most; the rest is single-handed", in: 0...1,
    unit: "share", null: 0)
  var teams = 0.3
  @Option("administrative tasks handed down that they may be given", in: 0...1, unit: "share", null: 1)
  var tasks = 0.8

  /// Yuan that a worker costs in a year (assumption).
  static let usualPay = 80_000.0

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      let workers = Double(record.places.neighbourhoods[n].communityWorkers)
      structure[.residentsCommittee, n]?.staffMinutes +=
        Int(added * workers * Double(Structure.minutesPerWorkWeek))
      let wages = Self.usualPay * workers * (1 + added)
      let taken = structure.takeFromBudget(of: n, yuanPerYear: pay * wages)
      if taken > 0 {
        structure.funds[n].append(Fund(yuanPerYear: taken, controller: .committee, kind: .wages))
      }
      for kind in [ActorKind.residentsCommittee, .workStation, .serviceStation] {
        guard var body = structure[kind, n] else { continue }
        body.skill = Training.skill(from: body.skill, hours: training)
        body.payRise = wages > 0 ? taken / wages : 0
        if kind != .serviceStation { body.refusedTasks += (1 - body.refusedTasks) * (1 - tasks) }
        structure[kind, n] = body
        // Courses take the same part of everybody's week.
        structure.occupy(
          kind, n,
          minutes: Double(body.staffMinutes) * training * 60 / 52 / Double(Structure.minutesPerWorkWeek))
      }
      structure.relations[n].pooledStaff = teams
    }
  }
}
