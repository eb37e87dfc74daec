/// 精准对接, 资源清单, 需求清单: what offers and needs are visible to whom.
struct PreciseMatching: Mechanism {
  static let description = MechanismDescription(
    id: "preciseMatching", chinese: "精准对接, 资源清单, 需求清单",
    summary: "Puts units' offers and residents' needs on lists that searchers and agendas can see.",
    source:
      "Huang Xiaochun, on matching resources and demands; Ruan Yunqiang (ed.), on lists of resources and needs",
    options: [
      OptionDescription(
        name: "offersListed", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of units' offers on an open list (资源清单)"),
      OptionDescription(
        name: "needsSurveyed", kind: .number(0...1, unit: "share a year"), value: .number(0.3),
        meaning: "share of needs nobody voiced that a survey brings to light in a year (需求清单)"),
      OptionDescription(
        name: "agendaFollowsNeed", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of agenda places given to the greatest need instead of the first comer"),
      OptionDescription(
        name: "reach", kind: .choice(["neighbourhood", "block", "subdistrict"]), value: .choice("block"),
        meaning: "how far a search for offers looks"),
    ],
    null: [
      "offersListed": .number(0), "needsSurveyed": .number(0),
      "agendaFollowsNeed": .number(Information().agendaFollowsNeed), "reach": .choice("neighbourhood"),
    ])

  private let offersListed: Double
  private let needsSurveyed: Double
  private let agendaFollowsNeed: Double
  private let reach: Information.Reach

  init(_ options: Options) {
    offersListed = options.number("offersListed")
    needsSurveyed = options.number("needsSurveyed")
    agendaFollowsNeed = options.number("agendaFollowsNeed")
    reach =
      switch options.choice("reach") {
      case "subdistrict": .subdistrict
      case "block": .block
      default: .neighbourhood
      }
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      structure.information[n].offersListed = max(structure.information[n].offersListed, offersListed)
      structure.information[n].needsSurveyed = max(structure.information[n].needsSurveyed, needsSurveyed)
      structure.information[n].agendaFollowsNeed = max(
        structure.information[n].agendaFollowsNeed, agendaFollowsNeed)
      if reach.rawValue > structure.information[n].reach.rawValue { structure.information[n].reach = reach }
    }
  }
}
