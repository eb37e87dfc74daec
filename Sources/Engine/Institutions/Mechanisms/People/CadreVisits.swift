/// 走访, 组团式联系, 民情信息库: cadres call at homes every quarter, and what they hear is kept or is not.
struct CadreVisits: Mechanism {
  static let about = About(
    id: "visits", chinese: "走访, 组团式联系, 民情信息库",
    summary:
      "Has cadres call at homes in every neighbourhood each quarter, and says whether what they hear is recorded, tracked and answered.",
    source:
      "Ruan Yunqiang (ed.), on visits to every neighbourhood and the book of residents' concerns in Xuhui")

  @Option("homes called at", in: 0...600, unit: "homes per neighbourhood and quarter", null: 0)
  var homes = 60.0
  @Option("staff time that a home takes", in: 5...120, unit: "minutes")
  var minutes = 30
  @Option("whose staff goes: the subdistrict office's, the residents' committee's, the Party branch's")
  var who = HomeVisits.Visitor.office
  @Option("share of the needs heard that are written down and registered", in: 0...1, unit: "share")
  var recorded = 0.8
  @Option("share of the recorded that cannot be closed on paper", in: 0...1, unit: "share")
  var tracked = 0.8
  @Option("weeks within which an answer is promised", in: 1...26, unit: "weeks")
  var answerWeeks = 8

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if homes == 0 { return }
    let visits = HomeVisits(
      perQuarter: homes, minutes: minutes, visitor: who, recorded: recorded, tracked: tracked,
      answerWeeks: answerWeeks)
    for n in area.neighbourhoods { structure.homeVisits[n] = visits }
  }
}
