/// 一核一站两会, 一会两站: the residents' committee's three roles spread over bodies under one core.
struct OneCoreOneStationTwoCommittees: Mechanism {
  static let about = About(
    id: "oneCoreOneStationTwoCommittees", chinese: "一核一站两会, 一会两站, 居站分离, 议行分设, 交叉任职, 清单准入",
    summary:
      "Splits the residents' committee's administrative, service and self-governing roles over several bodies under one core.",
    source: "Huang Jian, on why residents' committees turn administrative or marginal, and on the way out")

  @Option("一核一站两会 (a work station and a second committee) or 一会两站 (a work station and a service station)")
  var preset = Preset.oneCoreOneStationTwoCommittees
  enum Preset: String, OptionChoice { case oneCoreOneStationTwoCommittees, oneCommitteeTwoStations }
  @Option("one Party core leads all bodies, so that what comes to the wrong one is handed on")
  var core = true
  @Option(
    "share of administrative tasks that moves to the work station, and half that share of the staff",
    in: 0...1, unit: "share", null: 0)
  var stationShare = 0.7
  @Option("a service station takes residents' service demands, and a quarter of the staff", null: .no)
  var serviceStation = Standing.preset
  @Option("a residents' council deliberates beside the committee that carries out", null: .no)
  var secondCommittee = Standing.preset
  @Option("share of the neighbourhood's public matters that the council decides", in: 0...1, unit: "share")
  var councilDecides = 0.5
  @Option("share of the stations' people who also sit in the committee (交叉任职)", in: 0...1, unit: "share")
  var crossAppointment = 0.5
  @Option(
    "share of the tasks handed down that are refused at the door (清单准入; row 24: 140 items became 37)",
    in: 0...1, unit: "share", null: 0)
  var taskList = 0.3

  /// Whether a body stands: as the preset says, or against it.
  enum Standing: String, OptionChoice {
    case preset, yes, no
    fileprivate func stands(ifPreset: Bool) -> Bool { self == .preset ? ifPreset : self == .yes }
  }

  private var hasServiceStation: Bool { serviceStation.stands(ifPreset: preset == .oneCommitteeTwoStations) }
  private var hasSecondCommittee: Bool {
    secondCommittee.stands(ifPreset: preset == .oneCoreOneStationTwoCommittees)
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
      if hasServiceStation {
        structure.split(.serviceStation, from: n, staffMinutes: staff / 4, crossAppointment)
        structure[.serviceStation, n]?.takesServiceDemands = true
        structure[.residentsCommittee, n]?.takesServiceDemands = false
      }
      if hasSecondCommittee {
        structure[platform: .residentsCouncil, n] = Platform(
          meetingsPerYear: 12, residentSeats: 11, unitSeats: 0, staffSeats: 1, overlap: 0, access: .all)
        structure.rights[n].releasedDecisions = max(structure.rights[n].releasedDecisions, councilDecides)
      }
      if stationShare > 0 || hasServiceStation {
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
