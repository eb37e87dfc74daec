/// 行政化–社会化, 软引领: what cadres and Party units do with their hours, and what they may strike off.
struct SteeringStyle: Mechanism {
  static let description = MechanismDescription(
    id: "steeringStyle", chinese: "行政化–社会化, 志愿组织化, 软引领",
    summary:
      "Says how cadres' and Party units' hours are spent (relaying, brokering, doing the work) and what they may veto.",
    source:
      "Huang Xiaochun, on embedded soft guidance; Ruan Yunqiang (ed.), on administrative command; Yan Jiawei, on leading as volunteers do",
    options: [
      OptionDescription(
        name: "relaying", kind: .number(0...1, unit: "weight"), value: .number(0.2),
        meaning: "hours for relaying and checking tasks (the three weights are divided by their sum)"),
      OptionDescription(
        name: "brokering", kind: .number(0...1, unit: "weight"), value: .number(0.5),
        meaning: "hours for asking, mediating and finding who could help"),
      OptionDescription(
        name: "serving", kind: .number(0...1, unit: "weight"), value: .number(0.3),
        meaning: "hours for doing the work themselves"),
      OptionDescription(
        name: "veto", kind: .number(0...1, unit: "share"), value: .number(0),
        meaning: "share of matters with known opposing interests that are struck off"),
      OptionDescription(
        name: "level", kind: .choice(["both", "neighbourhood", "subdistrict"]), value: .choice("both"),
        meaning: "whose cadres"),
    ],
    null: [
      "relaying": .number(HourShares.base.relaying), "brokering": .number(HourShares.base.brokering),
      "serving": .number(HourShares.base.serving), "veto": .number(0),
    ])

  private let hours: HourShares
  private let veto: Double
  private let local: Bool
  private let wide: Bool

  init(_ options: Options) {
    hours = HourShares(
      relaying: options.number("relaying"), brokering: options.number("brokering"),
      serving: options.number("serving"))
    veto = options.number("veto")
    local = options.choice("level") != "subdistrict"
    wide = options.choice("level") != "neighbourhood"
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if local {
      for n in area.neighbourhoods {
        for kind in [ActorKind.residentsCommittee, .generalBranch, .workStation, .serviceStation] {
          structure[kind, n]?.hours = hours
        }
        structure.rights[n].veto = max(structure.rights[n].veto, veto)
      }
    }
    if wide {
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
