/// 领导体系 (1+3, 1+2): who convenes and instructs whom across line departments and territory.
struct LeadershipSystem: Mechanism {
  static let description = MechanismDescription(
    id: "leadershipSystem", chinese: "1+3、1+2领导体系, 三级联动",
    summary:
      "Creates the Party bodies that convene units and departments across lines and territory, with hand-over paths between them.",
    source:
      "Huang Xiaochun, on the leadership system of 2004 (1+3) and 2014 (1+2); Ruan Yunqiang (ed.), on linked levels; Huang Jian",
    options: [
      OptionDescription(
        name: "form", kind: .choice(["1+2", "1+3"]), value: .choice("1+2"),
        meaning:
          "1+2 has an administrative Party group that joins the departments; 1+3 leads three lines side by side"
      ),
      OptionDescription(
        name: "staff", kind: .number(0...0.5, unit: "share"), value: .number(0.1),
        meaning: "share of the subdistrict office's staff who work for the new bodies"),
      OptionDescription(
        name: "handover", kind: .number(0...1, unit: "chance"), value: .number(0.85),
        meaning: "chance that a matter handed over between departments and territory arrives, under 1+2"),
      OptionDescription(
        name: "convening", kind: .flag, value: .flag(true),
        meaning: "units of the whole subdistrict can be asked, not only those next door"),
      OptionDescription(
        name: "linkedLevels", kind: .flag, value: .flag(true),
        meaning: "wider matters go up by the same path (三级联动)"),
    ],
    null: [
      "staff": .number(0), "handover": .number(0), "convening": .flag(false), "linkedLevels": .flag(false),
    ])

  private let joinsDepartments: Bool
  private let staff: Double
  private let handover: Double
  private let convening: Bool
  private let linkedLevels: Bool

  init(_ options: Options) {
    joinsDepartments = options.choice("form") == "1+2"
    staff = options.number("staff")
    handover = options.number("handover")
    convening = options.flag("convening")
    linkedLevels = options.flag("linkedLevels")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for s in area.subdistricts where staff > 0 {
      guard var body = structure[.subdistrictOffice, s] else { continue }
      let minutes = Int(Double(body.staffMinutes) * staff)
      body.staffMinutes = 0
      let bodies: [ActorKind] =
        joinsDepartments
        ? [.workingCommittee, .administrativePartyGroup, .communityPartyCommittee]
        : [.workingCommittee, .communityPartyCommittee]
      for kind in bodies {
        structure[kind, s] = body
        structure.moveStaff(
          minutes: minutes / bodies.count, from: structure.slots.slot(.subdistrictOffice, s),
          to: structure.slots.slot(kind, s))
      }
    }
    for n in area.neighbourhoods {
      if joinsDepartments {
        structure.relations[n].handover = max(structure.relations[n].handover, handover)
      }
      if linkedLevels { structure.relations[n].referral = max(structure.relations[n].referral, handover) }
      if convening { structure.information[n].reach = .subdistrict }
    }
  }
}
