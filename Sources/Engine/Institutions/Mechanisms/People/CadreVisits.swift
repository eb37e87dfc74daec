/// 走访, 组团式联系, 民情信息库: cadres call at homes every quarter, and what they hear is kept or is not.
struct CadreVisits: Mechanism {
  static let description = MechanismDescription(
    id: "visits", chinese: "走访, 组团式联系, 民情信息库",
    summary:
      "Has cadres call at homes in every neighbourhood each quarter, and says whether what they hear is recorded, tracked and answered.",
    source:
      "Ruan Yunqiang (ed.), on visits to every neighbourhood and the book of residents' concerns in Xuhui",
    options: [
      OptionDescription(
        name: "homes", kind: .number(0...600, unit: "homes per neighbourhood and quarter"),
        value: .number(60), meaning: "homes called at"),
      OptionDescription(
        name: "minutes", kind: .count(5...120, unit: "minutes"), value: .number(30),
        meaning: "staff time that a home takes"),
      OptionDescription(
        name: "who", kind: .choice(["office", "committee", "branch"]), value: .choice("office"),
        meaning: "whose staff goes: the subdistrict office's, the residents' committee's, the Party branch's"),
      OptionDescription(
        name: "recorded", kind: .number(0...1, unit: "share"), value: .number(0.8),
        meaning: "share of the needs heard that are written down and registered"),
      OptionDescription(
        name: "tracked", kind: .number(0...1, unit: "share"), value: .number(0.8),
        meaning: "share of the recorded that cannot be closed on paper"),
      OptionDescription(
        name: "answerWeeks", kind: .count(1...26, unit: "weeks"), value: .number(8),
        meaning: "weeks within which an answer is promised"),
    ],
    null: ["homes": .number(0)])

  private let visits: HomeVisits

  init(_ options: Options) {
    visits = HomeVisits(
      perQuarter: options.number("homes"), minutes: options.count("minutes"),
      visitor: options.choice("who") == "office"
        ? .office : options.choice("who") == "committee" ? .committee : .branch,
      recorded: options.number("recorded"), tracked: options.number("tracked"),
      answerWeeks: options.count("answerWeeks"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if visits.perQuarter == 0 { return }
    for n in area.neighbourhoods { structure.homeVisits[n] = visits }
  }
}
