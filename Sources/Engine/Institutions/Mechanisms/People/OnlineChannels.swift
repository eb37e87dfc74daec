/// 党建+互联网, 微信, 青年云平台: a channel to the committee that takes little effort, for those who use it.
struct OnlineChannels: Mechanism {
  static let description = MechanismDescription(
    id: "onlineChannels", chinese: "党建+互联网, 微信, 青年云平台",
    summary:
      "Opens a channel of little effort to the residents' committee and says who uses it, who answers, and how far news goes.",
    source:
      "Ruan Yunqiang (ed.), on the youth cloud platform of Xuhui; Huang Jian, on the internet in Party-building",
    options: [
      OptionDescription(
        name: "reachYoung", kind: .number(0...1, unit: "share"), value: .number(0.8),
        meaning: "share of residents under 50 who use it"),
      OptionDescription(
        name: "reachOld", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of residents of 60 and over; those between stand half-way"),
      OptionDescription(
        name: "ease", kind: .number(0...1, unit: "share"), value: .number(0.4),
        meaning: "part of the effort of voicing a need that it saves"),
      OptionDescription(
        name: "news", kind: .number(0...2, unit: "share"), value: .number(0.5),
        meaning: "how much further news of public matters goes if everybody uses it"),
      OptionDescription(
        name: "answeredBy", kind: .choice(["committee", "volunteers", "nobody"]), value: .choice("committee"),
        meaning: "who is charged with answering posts"),
      OptionDescription(
        name: "minutes", kind: .count(1...60, unit: "minutes"), value: .number(10),
        meaning: "time that answering a post takes"),
    ],
    null: ["reachYoung": .number(0), "reachOld": .number(0)])

  private let channel: OnlineChannel

  init(_ options: Options) {
    let young = options.number("reachYoung")
    let old = options.number("reachOld")
    channel = OnlineChannel(
      reach: [young, (young + old) / 2, old], ease: options.number("ease"), news: options.number("news"),
      answeredBy: options.choice("answeredBy") == "committee"
        ? .committee : options.choice("answeredBy") == "volunteers" ? .volunteers : .nobody,
      minutes: options.count("minutes"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if channel.reach.allSatisfy({ $0 == 0 }) { return }
    for n in area.neighbourhoods { structure.channels[n] = channel }
  }
}
