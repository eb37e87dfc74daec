/// 赋权, 收放有度: public money and decisions released to residents and platforms, at a chosen pace.
struct Empowerment: Mechanism {
  static let description = MechanismDescription(
    id: "empowerment", chinese: "赋权, 收放有度",
    summary:
      "Releases a share of public money and of public decisions to residents and platforms, by level and schedule.",
    source: "Huang Xiaochun, on empowerment as what keeps self-governance from idling",
    options: [
      OptionDescription(
        name: "money", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of the public money that residents or platforms allocate"),
      OptionDescription(
        name: "decisions", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of public matters that residents or platforms decide"),
      OptionDescription(
        name: "level", kind: .choice(["both", "neighbourhood", "subdistrict"]), value: .choice("both"),
        meaning: "whose matters: the neighbourhood's, those of blocks and the subdistrict, or both"),
      OptionDescription(
        name: "rampWeeks", kind: .count(0...260, unit: "weeks"), value: .number(26),
        meaning: "weeks over which the release grows from nothing to its full share"),
    ],
    null: ["money": .number(0), "decisions": .number(0)])

  private let money: Double
  private let decisions: Double
  private let local: Bool
  private let wide: Bool
  private let rampWeeks: Int

  init(_ options: Options) {
    money = options.number("money")
    decisions = options.number("decisions")
    local = options.choice("level") != "subdistrict"
    wide = options.choice("level") != "neighbourhood"
    rampWeeks = options.count("rampWeeks")
  }

  var settlingWeeks: Int { rampWeeks }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let pace = rampWeeks == 0 ? 1 : min(1, Double(weeks + 1) / Double(rampWeeks))
    if local {
      for n in area.neighbourhoods {
        structure.rights[n].release(money: money * pace, decisions: decisions * pace)
      }
    }
    if wide {
      for s in area.subdistricts { structure.wideRights[s].release(money: 0, decisions: decisions * pace) }
    }
  }
}
