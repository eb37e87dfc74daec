/// 行政化–社会化, 软引领: what cadres and Party units do with their hours, and what they may strike off.
struct SteeringStyle: Mechanism {
  static let about = About(
    id: "steeringStyle", chinese: "行政化–社会化, 志愿组织化, 软引领",
    summary:
      "Says how cadres' and Party units' hours are spent (relaying, brokering, doing the work) and what they may veto.",
    source:
      "Huang Xiaochun, on embedded soft guidance; Ruan Yunqiang (ed.), on administrative command; Yan Jiawei, on leading as volunteers do"
  )

  @Option(
    "hours for relaying and checking tasks (the three weights are divided by their sum)", in: 0...1,
    unit: "weight", null: HourShares.base.relaying)
  var relaying = 0.2
  @Option(
    "hours for asking, mediating and finding who could help", in: 0...1, unit: "weight",
    null: HourShares.base.brokering)
  var brokering = 0.5
  @Option("hours for doing the work themselves", in: 0...1, unit: "weight", null: HourShares.base.serving)
  var serving = 0.3
  @Option(
    "share of matters with known opposing interests that are struck off", in: 0...1, unit: "share", null: 0)
  var veto = 0.0
  @Option("whose cadres")
  var level = Level.both
  enum Level: String, OptionChoice { case both, neighbourhood, subdistrict }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let hours = HourShares(relaying: relaying, brokering: brokering, serving: serving)
    if level != .subdistrict {
      for n in area.neighbourhoods {
        for kind in [ActorKind.residentsCommittee, .generalBranch, .workStation, .serviceStation] {
          structure[kind, n]?.hours = hours
        }
        structure.rights[n].veto = max(structure.rights[n].veto, veto)
      }
    }
    if level != .neighbourhood {
      for s in area.subdistricts {
        for kind in [
          ActorKind.subdistrictOffice, .workingCommittee, .administrativePartyGroup, .communityPartyCommittee,
        ] {
          structure[kind, s]?.hours = hours
        }
        structure.wideRights[s].veto = max(structure.wideRights[s].veto, veto)
      }
    }
  }
}
