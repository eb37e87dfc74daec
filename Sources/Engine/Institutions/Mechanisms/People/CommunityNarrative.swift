/// 价值引领, 社区叙事: messages that are sent, by whom, to whom, and how near they are brought to residents' own view.
struct CommunityNarrative: Mechanism {
  static let description = MechanismDescription(
    id: "narrative", chinese: "价值引领, 社区叙事",
    summary: "Has a body of the neighbourhood send messages of a given position, translated or not.",
    source:
      "Huang Xiaochun, on leading by values; Yan Jiawei, on turning a grand narrative into a community's own",
    options: [
      OptionDescription(
        name: "perYear", kind: .number(0...52, unit: "messages a year"), value: .number(12),
        meaning: "messages into each neighbourhood"),
      OptionDescription(
        name: "sender", kind: .choice(["core", "committee", "groups"]), value: .choice("core"),
        meaning: "who makes and sends them: the Party branch, the residents' committee, residents' groups"),
      OptionDescription(
        name: "audience", kind: .choice(["all", "members", "young"]), value: .choice("all"),
        meaning: "to whom: all residents, Party members, those under 50"),
      OptionDescription(
        name: "reach", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of the audience that sees one"),
      OptionDescription(
        name: "position", kind: .number(0...1, unit: "0–1"), value: .number(0.9),
        meaning: "where they stand on the scale of opinion"),
      OptionDescription(
        name: "translated", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "part of the distance to a reader's own view that is bridged in telling"),
      OptionDescription(
        name: "minutes", kind: .count(15...1_200, unit: "minutes"), value: .number(120),
        meaning: "the sender's time that one takes"),
    ],
    null: ["perYear": .number(0)])

  private let message: Message

  init(_ options: Options) {
    message = Message(
      perYear: options.number("perYear"),
      sender: options.choice("sender") == "core"
        ? .core : options.choice("sender") == "committee" ? .committee : .groups,
      audience: options.choice("audience") == "all"
        ? .all : options.choice("audience") == "members" ? .members : .young,
      reach: options.number("reach"), position: options.number("position"),
      translated: options.number("translated"), minutes: options.count("minutes"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if message.perYear == 0 { return }
    for n in area.neighbourhoods { structure.messages[n].append(message) }
  }
}
