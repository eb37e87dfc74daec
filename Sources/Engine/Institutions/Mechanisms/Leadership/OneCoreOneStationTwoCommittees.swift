/// 一核一站两会, 一会两站: the residents' committee's three roles spread over bodies under one core.
struct OneCoreOneStationTwoCommittees: Mechanism {
  private static let preset = OptionValue.choice("preset")
  static let description = MechanismDescription(
    id: "oneCoreOneStationTwoCommittees", chinese: "一核一站两会, 一会两站, 居站分离, 议行分设, 交叉任职, 清单准入",
    summary:
      "Splits the residents' committee's administrative, service and self-governing roles over several bodies under one core.",
    source: "Huang Jian, on why residents' committees turn administrative or marginal, and on the way out",
    options: [
      OptionDescription(
        name: "preset", kind: .choice(["oneCoreOneStationTwoCommittees", "oneCommitteeTwoStations"]),
        value: .choice("oneCoreOneStationTwoCommittees"),
        meaning:
          "一核一站两会 (a work station and a second committee) or 一会两站 (a work station and a service station)"),
      OptionDescription(
        name: "core", kind: .flag, value: .flag(true),
        meaning: "one Party core leads all bodies, so that what comes to the wrong one is handed on"),
      OptionDescription(
        name: "stationShare", kind: .number(0...1, unit: "share"), value: .number(0.7),
        meaning:
          "share of administrative tasks that moves to the work station, and half that share of the staff"),
      OptionDescription(
        name: "serviceStation", kind: .choice(["preset", "yes", "no"]), value: preset,
        meaning: "a service station takes residents' service demands, and a quarter of the staff"),
      OptionDescription(
        name: "secondCommittee", kind: .choice(["preset", "yes", "no"]), value: preset,
        meaning: "a residents' council deliberates beside the committee that carries out"),
      OptionDescription(
        name: "councilDecides", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of the neighbourhood's public matters that the council decides"),
      OptionDescription(
        name: "crossAppointment", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of the stations' people who also sit in the committee (交叉任职)"),
      OptionDescription(
        name: "taskList", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning:
          "share of the tasks handed down that are refused at the door (清单准入; row 24: 140 items became 37)"),
    ],
    null: [
      "stationShare": .number(0), "serviceStation": .choice("no"), "secondCommittee": .choice("no"),
      "taskList": .number(0),
    ])

  private let core: Bool
  private let stationShare: Double
  private let serviceStation: Bool
  private let secondCommittee: Bool
  private let councilDecides: Double
  private let crossAppointment: Double
  private let taskList: Double

  init(_ options: Options) {
    let twoStations = options.choice("preset") == "oneCommitteeTwoStations"
    func exists(_ name: String, preset: Bool) -> Bool {
      options.choice(name) == "preset" ? preset : options.choice(name) == "yes"
    }
    core = options.flag("core")
    stationShare = options.number("stationShare")
    serviceStation = exists("serviceStation", preset: twoStations)
    secondCommittee = exists("secondCommittee", preset: !twoStations)
    councilDecides = options.number("councilDecides")
    crossAppointment = options.number("crossAppointment")
    taskList = options.number("taskList")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      let staff = structure[.residentsCommittee, n]?.staffMinutes ?? 0
      if stationShare > 0 {
        structure.split(
          .workStation, from: n, staffMinutes: Int(Double(staff) * stationShare / 2), crossAppointment)
        structure[.workStation, n]?.administrativeTasks = stationShare
        structure[.residentsCommittee, n]?.administrativeTasks = 1 - stationShare
      }
      if serviceStation {
        structure.split(.serviceStation, from: n, staffMinutes: staff / 4, crossAppointment)
        structure[.serviceStation, n]?.takesServiceDemands = true
        structure[.residentsCommittee, n]?.takesServiceDemands = false
      }
      if secondCommittee {
        structure[platform: .residentsCouncil, n] = Platform(
          meetingsPerYear: 12, residentSeats: 11, unitSeats: 0, staffSeats: 1, overlap: 0, access: .all)
        structure.rights[n].releasedDecisions = max(structure.rights[n].releasedDecisions, councilDecides)
      }
      if stationShare > 0 || serviceStation {
        structure.relations[n].internalHandover = core ? 0.95 : structure.relations[n].handover
      }
      structure[.residentsCommittee, n]?.refusedTasks = taskList
      structure[.workStation, n]?.refusedTasks = taskList
    }
  }
}

extension Structure {
  /// Makes a body of its own out of some of the residents' committee's staff.
  mutating func split(_ kind: ActorKind, from n: Int, staffMinutes: Int, _ crossAppointed: Double) {
    guard var body = self[.residentsCommittee, n] else { return }
    body.staffMinutes = 0
    body.administrativeTasks = 0
    body.takesServiceDemands = false
    body.crossAppointed = crossAppointed
    self[kind, n] = body
    moveStaff(minutes: staffMinutes, from: slots.slot(.residentsCommittee, n), to: slots.slot(kind, n))
  }
}
