/// 党建+互联网, 微信, 青年云平台: a channel to the committee that takes little effort, for those who use it.
struct OnlineChannels: Mechanism {
  static let about = About(
    id: "onlineChannels", chinese: "党建+互联网, 微信, 青年云平台",
    summary:
      "Opens a channel of little effort to the residents' committee and says who uses it, who answers, and how far news goes.",
    source:
      "Ruan Yunqiang (ed.), on the youth cloud platform of Xuhui; Huang Jian, on the internet in Party-building"
  )

  @Option("share of residents under 50 who use it", in: 0...1, unit: "share", null: 0)
  var reachYoung = 0.8
  @Option(
    "share of residents of 60 and over; those between stand half-way", in: 0...1, unit: "share", null: 0)
  var reachOld = 0.3
  @Option("part of the effort of voicing a need that it saves", in: 0...1, unit: "share")
  var ease = 0.4
  @Option("how much further news of public matters goes if everybody uses it", in: 0...2, unit: "share")
  var news = 0.5
  @Option("who is charged with answering posts")
  var answeredBy = OnlineChannel.Answerer.committee
  @Option("time that answering a post takes", in: 1...60, unit: "minutes")
  var minutes = 10

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if reachYoung == 0 && reachOld == 0 { return }
    let channel = OnlineChannel(
      reach: [reachYoung, (reachYoung + reachOld) / 2, reachOld], ease: ease, news: news,
      answeredBy: answeredBy, minutes: minutes)
    for n in area.neighbourhoods { structure.channels[n] = channel }
  }
}
