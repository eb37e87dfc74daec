/// 自下而上评价: residents judge the work of the bodies that serve them, and something hangs on it.
struct ResidentEvaluation: Mechanism {
  static let description = MechanismDescription(
    id: "residentEvaluation", chinese: "自下而上评价",
    summary:
      "Moves the judgement of bodies' work from superiors to residents, and lets part of the committee's budget hang on it.",
    source:
      "Huang Xiaochun and Ruan Yunqiang (ed.), on evaluation from below by awareness, participation and satisfaction",
    options: [
      OptionDescription(
        name: "weight", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "part of the superiors' weight in the judgement that passes to residents"),
      OptionDescription(
        name: "bodies", kind: .choice(["neighbourhood", "both"]), value: .choice("neighbourhood"),
        meaning: "who is judged: committee and stations, or the subdistrict office as well"),
      OptionDescription(
        name: "budget", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "share of the committee's money that is paid according to residents' judgement"),
      OptionDescription(
        name: "judgedBy", kind: .choice(["solved", "trust"]), value: .choice("solved"),
        meaning: "demands truly solved in the last quarter, or mean trust in the committee"),
    ],
    null: ["weight": .number(0), "budget": .number(0)])

  private let weight: Double
  private let both: Bool
  private let budget: Double
  private let basis: Evaluation.Basis

  init(_ options: Options) {
    weight = options.number("weight")
    both = options.choice("bodies") == "both"
    budget = options.number("budget")
    basis = options.choice("judgedBy") == "solved" ? .solved : .trust
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      for kind in [ActorKind.residentsCommittee, .workStation, .serviceStation] {
        structure[kind, n]?.judge(byResidents: weight)
      }
      if budget > 0 {
        structure.evaluations[n] = Evaluation(budgetShare: budget, basis: basis)
      }
    }
    if both {
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
