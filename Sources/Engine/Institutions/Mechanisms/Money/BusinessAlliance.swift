/// 商圈党建联盟, 共建协议: agreements between firms and neighbourhoods.
struct BusinessAlliance: Mechanism {
  static let about = About(
    id: "businessAlliance", chinese: "商圈党建联盟, 共建协议",
    summary:
      "Binds firms of the subdistrict to neighbourhoods by agreements: standing ties and promised resources.",
    source: "Yin Lu, on alliances of business districts and agreements on building the community together")

  @Option("agreements that a neighbourhood has with firms", in: 0...20, unit: "per neighbourhood", null: 0)
  var agreements = 2
  @Option("money that each firm promises", in: 0...50_000, unit: "yuan a year")
  var yuan = 2_000.0
  @Option("time of its people that each firm promises", in: 0...500, unit: "hours a year")
  var hours = 24.0
  @Option("whoever searches for offers asks these firms first, at no cost")
  var standingTies = true

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if agreements == 0 { return }
    let all = Agreements(number: agreements, yuan: yuan, minutes: hours * 60, areKnown: standingTies)
    for n in area.neighbourhoods {
      structure.services[n].agreements = all
      if yuan > 0 {
        // A purse for what is given: no public money goes into it.
        structure.funds[n].append(
          Fund(yuanPerYear: 0, controller: .anyone, kind: .agreements, since: area.from))
      }
    }
  }
}
