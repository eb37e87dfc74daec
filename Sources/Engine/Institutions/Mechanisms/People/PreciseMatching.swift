/// 精准对接, 资源清单, 需求清单: what offers and needs are visible to whom.
struct PreciseMatching: Mechanism {
  static let about = About(
    id: "preciseMatching", chinese: "精准对接, 资源清单, 需求清单",
    summary: "Puts units' offers and residents' needs on lists that searchers and agendas can see.",
    source:
      "Huang Xiaochun, on matching resources and demands; Ruan Yunqiang (ed.), on lists of resources and needs"
  )

  @Option("share of units' offers on an open list (资源清单)", in: 0...1, unit: "share", null: 0)
  var offersListed = 0.6
  @Option(
    "share of needs nobody voiced that a survey brings to light in a year (需求清单)", in: 0...1,
    unit: "share a year", null: 0)
  var needsSurveyed = 0.3
  @Option(
    "share of agenda places given to the greatest need instead of the first comer", in: 0...1, unit: "share",
    null: Information().agendaFollowsNeed)
  var agendaFollowsNeed = 0.6
  @Option("how far a search for offers looks", null: .neighbourhood)
  var reach = Reach.block
  enum Reach: String, OptionChoice {
    case neighbourhood, block, subdistrict
    fileprivate var ofSearch: Information.Reach {
      switch self {
      case .neighbourhood: .neighbourhood
      case .block: .block
      case .subdistrict: .subdistrict
      }
    }
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let reach = reach.ofSearch
    for n in area.neighbourhoods {
      structure.information[n].offersListed = max(structure.information[n].offersListed, offersListed)
      structure.information[n].needsSurveyed = max(structure.information[n].needsSurveyed, needsSurveyed)
      structure.information[n].agendaFollowsNeed = max(
        structure.information[n].agendaFollowsNeed, agendaFollowsNeed)
      if reach.rawValue > structure.information[n].reach.rawValue { structure.information[n].reach = reach }
    }
  }
}
