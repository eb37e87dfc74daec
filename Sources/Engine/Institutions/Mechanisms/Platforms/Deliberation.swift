/// 民主协商, 以民主促民生: matters of livelihood are decided by those concerned, in hearings.
struct Deliberation: Mechanism {
  static let description = MechanismDescription(
    id: "deliberation", chinese: "民主协商, 以民主促民生",
    summary:
      "Asks for hearings of those concerned before matters of livelihood are decided, by them or after them.",
    source: "Huang Jian, on democracy for the sake of livelihood",
    options: [
      OptionDescription(
        name: "rounds", kind: .count(0...8, unit: "rounds"), value: .number(2),
        meaning: "rounds of hearing (row 31: 8 for a large renovation)"),
      OptionDescription(
        name: "hours", kind: .number(0.5...4, unit: "hours"), value: .number(2),
        meaning: "length of a round, for everybody in it"),
      OptionDescription(
        name: "quorum", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of those invited who must come for a round to count"),
      OptionDescription(
        name: "decides", kind: .number(0...1, unit: "share"), value: .number(1),
        meaning:
          "share of these matters that those who were heard decide themselves; the rest goes to a sitting"),
      OptionDescription(
        name: "matters", kind: .choice(["livelihood", "all"]), value: .choice("livelihood"),
        meaning: "care, children, repairs, parking and environment; or every local matter"),
    ],
    null: ["rounds": .number(0)])

  /// 民生.
  static let livelihood: MatterSet = [
    MatterSet(.elderCare), MatterSet(.children), MatterSet(.propertyRepair), MatterSet(.parking),
    MatterSet(.environment),
  ]

  private let hearing: Hearing

  init(_ options: Options) {
    hearing = Hearing(
      kinds: options.choice("matters") == "all" ? .all : Self.livelihood, rounds: options.count("rounds"),
      minutes: Int(options.number("hours") * 60), quorum: options.number("quorum"),
      decides: options.number("decides"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if hearing.rounds == 0 { return }
    for n in area.neighbourhoods { structure.rights[n].hearings.append(hearing) }
  }
}
