/// 小联勤: committee, property, police and owners' committee go round the neighbourhood together.
struct JointDuty: Mechanism {
  static let description = MechanismDescription(
    id: "jointDuty", chinese: "小联勤",
    summary:
      "Has committee, property company, police and owners' committee make rounds together, on which daily matters are handed over.",
    source: "Ruan Yunqiang (ed.), on joint duty in the neighbourhoods of Xuhui",
    options: [
      OptionDescription(
        name: "roundsPerMonth", kind: .number(0...20, unit: "rounds a month"), value: .number(4),
        meaning: "rounds in each neighbourhood"),
      OptionDescription(
        name: "minutes", kind: .count(15...240, unit: "minutes"), value: .number(60),
        meaning: "time that a round takes of each body that comes"),
      OptionDescription(
        name: "handover", kind: .number(0...1, unit: "chance"), value: .number(0.9),
        meaning: "chance that a daily matter under way between bodies is handed over on a round"),
      OptionDescription(
        name: "handoverWeeks", kind: .count(0...3, unit: "weeks"), value: .number(0),
        meaning: "weeks that it takes from there"),
      OptionDescription(
        name: "noticed", kind: .number(0...0.2, unit: "chance an hour"), value: .number(0.02),
        meaning: "chance that an hour's round sees a daily need nobody voiced"),
    ],
    null: ["roundsPerMonth": .number(0)])

  /// Repairs, parking, environment, safety and quarrels: what can be seen on a round.
  private static let dailyMatters: MatterSet = [
    MatterSet(.propertyRepair), MatterSet(.parking), MatterSet(.environment), MatterSet(.safety),
    MatterSet(.neighbourDispute),
  ]

  private let round: JointRound

  init(_ options: Options) {
    round = JointRound(
      perYear: options.number("roundsPerMonth") * 12, minutes: options.count("minutes"),
      kinds: Self.dailyMatters, handover: options.number("handover"),
      handoverWeeks: options.count("handoverWeeks"), noticed: options.number("noticed"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if round.perYear == 0 { return }
    for n in area.neighbourhoods { structure.rounds[n] = round }
  }
}
