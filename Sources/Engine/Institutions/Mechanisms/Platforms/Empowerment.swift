/// 赋权, 收放有度: public money and decisions released to residents and platforms, at a chosen pace.
struct Empowerment: Mechanism {
  static let about = About(
    id: "empowerment", chinese: "赋权, 收放有度",
    summary:
      "Releases a share of public money and of public decisions to residents and platforms, by level and schedule.",
    source: "Huang Xiaochun, on empowerment as what keeps self-governance from idling")

  @Option("share of the public money that residents or platforms allocate", in: 0...1, unit: "share", null: 0)
  var money = 0.6
  @Option("share of public matters that residents or platforms decide", in: 0...1, unit: "share", null: 0)
  var decisions = 0.6
  @Option("whose matters: the neighbourhood's, those of blocks and the subdistrict, or both")
  var level = Level.both
  enum Level: String, OptionChoice { case both, neighbourhood, subdistrict }
  @Option("weeks over which the release grows from nothing to its full share", in: 0...260, unit: "weeks")
  var rampWeeks = 26

  var settlingWeeks: Int { rampWeeks }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let pace = rampWeeks == 0 ? 1 : min(1, Double(weeks + 1) / Double(rampWeeks))
    if level != .subdistrict {
      for n in area.neighbourhoods {
        structure.rights[n].release(money: money * pace, decisions: decisions * pace)
      }
    }
    if level != .neighbourhood {
      for s in area.subdistricts { structure.wideRights[s].release(money: 0, decisions: decisions * pace) }
    }
  }
}
