/// 自下而上评价: residents judge the work of the bodies that serve them, and something depends on it.
struct ResidentEvaluation: Mechanism {
  static let about = About(
    id: "residentEvaluation", chinese: "自下而上评价",
    summary:
      "Moves the judgement of bodies' work from superiors to residents, and lets part of the committee's budget depend on it.",
    source:
      "Huang Xiaochun and Ruan Yunqiang (ed.), on evaluation from below by awareness, participation and satisfaction"
  )

  @Option(
    "part of the superiors' weight in the judgement that passes to residents", in: 0...1, unit: "share",
    null: 0)
  var weight = 0.5
  @Option("who is judged: committee and stations, or the subdistrict office as well")
  var bodies = Bodies.neighbourhood
  enum Bodies: String, OptionChoice { case neighbourhood, both }
  @Option(
    "share of the committee's money that is paid according to residents' judgement", in: 0...1, unit: "share",
    null: 0)
  var budget = 0.2
  @Option("demands truly solved in the last quarter, or mean trust in the committee")
  var judgedBy = Evaluation.Basis.solved

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      for kind in [ActorKind.residentsCommittee, .workStation, .serviceStation] {
        structure[kind, n]?.judge(byResidents: weight)
      }
      if budget > 0 {
        structure.evaluations[n] = Evaluation(budgetShare: budget, basis: judgedBy)
      }
    }
    if bodies == .both {
      for s in area.subdistricts { structure[.subdistrictOffice, s]?.judge(byResidents: weight) }
    }
  }
}

extension Body {
  /// Passes part of the superiors' weight in the judgement of its work to residents.
  mutating func judge(byResidents share: Double) {
    let passed = upwardWeight * share
    upwardWeight -= passed
    downwardWeight += passed
  }
}
