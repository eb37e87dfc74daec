/// 小联勤: committee, property, police and owners' committee go round the neighbourhood together.
struct JointDuty: Mechanism {
  static let about = About(
    id: "jointDuty", chinese: "小联勤",
    summary:
      "Has committee, property company, police and owners' committee make rounds together, on which daily matters are handed over.",
    source: "Ruan Yunqiang (ed.), on joint duty in the neighbourhoods of Xuhui")

  @Option("rounds in each neighbourhood", in: 0...20, unit: "rounds a month", null: 0)
  var roundsPerMonth = 4.0
  @Option("time that a round takes of each body that comes", in: 15...240, unit: "minutes")
  var minutes = 60
  @Option(
    "chance that a daily matter under way between bodies is handed over on a round", in: 0...1, unit: "chance"
  )
  var handover = 0.9
  @Option("weeks that it takes from there", in: 0...3, unit: "weeks")
  var handoverWeeks = 0
  @Option("chance that an hour's round sees a daily need nobody voiced", in: 0...0.2, unit: "chance an hour")
  var noticed = 0.02

  /// Repairs, parking, environment, safety and quarrels: what can be seen on a round.
  private static let dailyMatters: MatterSet = [
    MatterSet(.propertyRepair), MatterSet(.parking), MatterSet(.environment), MatterSet(.safety),
    MatterSet(.neighbourDispute),
  ]

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if roundsPerMonth == 0 { return }
    let round = JointRound(
      perYear: roundsPerMonth * 12, minutes: minutes, kinds: Self.dailyMatters, handover: handover,
      handoverWeeks: handoverWeeks, noticed: noticed)
    for n in area.neighbourhoods { structure.rounds[n] = round }
  }
}
