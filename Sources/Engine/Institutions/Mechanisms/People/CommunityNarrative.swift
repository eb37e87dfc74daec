/// 价值引领, 社区叙事: messages that are sent, by whom, to whom, and how near they are brought to residents' own view.
struct CommunityNarrative: Mechanism {
  static let about = About(
    id: "narrative", chinese: "价值引领, 社区叙事",
    summary: "Has a body of the neighbourhood send messages of a given position, translated or not.",
    source:
      "Huang Xiaochun, on leading by values; Yan Jiawei, on turning a grand narrative into a community's own")

  @Option("messages into each neighbourhood", in: 0...52, unit: "messages a year", null: 0)
  var perYear = 12.0
  @Option("who makes and sends them: the Party branch, the residents' committee, residents' groups")
  var sender = Message.Sender.core
  @Option("to whom: all residents, Party members, those under 50")
  var audience = Message.Audience.all
  @Option("share of the audience that sees one", in: 0...1, unit: "share")
  var reach = 0.3
  @Option("where they stand on the scale of opinion", in: 0...1, unit: "0–1")
  var position = 0.9
  @Option("part of the distance to a reader's own view that is bridged in telling", in: 0...1, unit: "share")
  var translated = 0.5
  @Option("the sender's time that one takes", in: 15...1_200, unit: "minutes")
  var minutes = 120

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if perYear == 0 { return }
    let message = Message(
      perYear: perYear, sender: sender, audience: audience, reach: reach, position: position,
      translated: translated, minutes: minutes)
    for n in area.neighbourhoods { structure.messages[n].append(message) }
  }
}
