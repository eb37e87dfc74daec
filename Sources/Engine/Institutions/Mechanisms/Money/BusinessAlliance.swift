/// 商圈党建联盟, 共建协议: agreements between firms and neighbourhoods.
struct BusinessAlliance: Mechanism {
  static let description = MechanismDescription(
    id: "businessAlliance", chinese: "商圈党建联盟, 共建协议",
    summary:
      "Binds firms of the subdistrict to neighbourhoods by agreements: standing ties and promised resources.",
    source: "Yin Lu, on alliances of business districts and agreements on building the community together",
    options: [
      OptionDescription(
        name: "agreements", kind: .count(0...20, unit: "per neighbourhood"), value: .number(2),
        meaning: "agreements that a neighbourhood has with firms"),
      OptionDescription(
        name: "yuan", kind: .number(0...50_000, unit: "yuan a year"), value: .number(2_000),
        meaning: "money that each firm promises"),
      OptionDescription(
        name: "hours", kind: .number(0...500, unit: "hours a year"), value: .number(24),
        meaning: "time of its people that each firm promises"),
      OptionDescription(
        name: "standingTies", kind: .flag, value: .flag(true),
        meaning: "whoever searches for offers asks these firms first, at no cost"),
    ],
    null: ["agreements": .number(0)])

  private let agreements: Agreements

  init(_ options: Options) {
    agreements = Agreements(
      number: options.count("agreements"), yuan: options.number("yuan"),
      minutes: options.number("hours") * 60,
      areKnown: options.flag("standingTies"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if agreements.number == 0 { return }
    for n in area.neighbourhoods {
      structure.services[n].agreements = agreements
      if agreements.yuan > 0 {
        // A purse for what is given: no public money goes into it.
        structure.funds[n].append(
          Fund(yuanPerYear: 0, controller: .anyone, kind: .agreements, since: area.from))
      }
    }
  }
}
