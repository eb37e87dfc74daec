/// 民主协商, 以民主促民生: matters of livelihood are decided by those concerned, in hearings.
struct Deliberation: Mechanism {
  static let about = About(
    id: "deliberation", chinese: "民主协商, 以民主促民生",
    summary:
      "Asks for hearings of those concerned before matters of livelihood are decided, by them or after them.",
    source: "Huang Jian, on democracy for the sake of livelihood")

  @Option("rounds of hearing (row 31: 8 for a large renovation)", in: 0...8, unit: "rounds", null: 0)
  var rounds = 2
  @Option("length of a round, for everybody in it", in: 0.5...4, unit: "hours")
  var hours = 2.0
  @Option("share of those invited who must come for a round to count", in: 0...1, unit: "share")
  var quorum = 0.3
  @Option(
    "share of these matters that those who were heard decide themselves; the rest goes to a sitting",
    in: 0...1, unit: "share")
  var decides = 1.0
  @Option("care, children, repairs, parking and environment; or every local matter")
  var matters = Matters.livelihood
  enum Matters: String, OptionChoice { case livelihood, all }

  /// 民生.
  static let livelihood: MatterSet = [
    MatterSet(.elderCare), MatterSet(.children), MatterSet(.propertyRepair), MatterSet(.parking),
    MatterSet(.environment),
  ]

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if rounds == 0 { return }
    let hearing = Hearing(
      kinds: matters == .all ? .all : Self.livelihood, rounds: rounds, minutes: Int(hours * 60),
      quorum: quorum, decides: decides)
    for n in area.neighbourhoods { structure.rights[n].hearings.append(hearing) }
  }
}
