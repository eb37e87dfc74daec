/// 社区工作者职业化: how many community workers there are, how they are trained, paid and put to work.
struct CommunityWorkers: Mechanism {
  static let description = MechanismDescription(
    id: "communityWorkers", chinese: "社区工作者职业化, 协同作战",
    summary:
      "Changes community workers' number, training, pay, teams over a block, and which tasks from above they may be given.",
    source:
      "Ruan Yunqiang (ed.), on a profession of community workers (社区工作者职业化) and on working together (协同作战); Huang Jian",
    options: [
      OptionDescription(
        name: "added", kind: .number(0...2, unit: "factor"), value: .number(0),
        meaning: "further workers, as a multiple of those employed; paid from outside"),
      OptionDescription(
        name: "training", kind: .number(0...200, unit: "hours a year"), value: .number(40),
        meaning: "courses of each worker, in working time"),
      OptionDescription(
        name: "pay", kind: .number(0...1, unit: "share"), value: .number(0.05),
        meaning: "pay above the usual, taken out of the committee's budget as far as that goes"),
      OptionDescription(
        name: "teams", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "their working time that goes where the block needs it most; the rest is single-handed"),
      OptionDescription(
        name: "tasks", kind: .number(0...1, unit: "share"), value: .number(0.8),
        meaning: "administrative tasks handed down that they may be given"),
    ],
    null: [
      "added": .number(0), "training": .number(0), "pay": .number(0), "teams": .number(0),
      "tasks": .number(1),
    ], adds: ["added"], fromBudget: ["pay"])

  private let added: Double
  private let training: Double
  private let pay: Double
  private let teams: Double
  private let tasks: Double

  init(_ options: Options) {
    added = options.number("added")
    training = options.number("training")
    pay = options.number("pay")
    teams = options.number("teams")
    tasks = options.number("tasks")
  }

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
