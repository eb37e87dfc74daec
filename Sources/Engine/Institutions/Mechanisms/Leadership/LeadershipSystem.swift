/// 领导体系 (1+3, 1+2): who convenes and instructs whom across line departments and territory.
struct LeadershipSystem: Mechanism {
  static let about = About(
    id: "leadershipSystem", chinese: "1+3、1+2领导体系, 三级联动",
    summary:
      "Creates the Party bodies that convene units and departments across lines and territory, with hand-over paths between them.",
    source:
      "Huang Xiaochun, on the leadership system of 2004 (1+3) and 2014 (1+2); Ruan Yunqiang (ed.), on linked levels; Huang Jian"
  )

  @Option(
    "1+2 has an administrative Party group that joins the departments; 1+3 leads three lines side by side")
  var form = Form.onePlusTwo
  enum Form: String, OptionChoice {
    case onePlusTwo = "1+2"
    case onePlusThree = "1+3"
  }
  @Option(
    "share of the subdistrict office's staff who work for the new bodies", in: 0...0.5, unit: "share", null: 0
  )
  var staff = 0.1
  @Option(
    "chance that a matter handed over between departments and territory arrives, under 1+2", in: 0...1,
    unit: "chance", null: 0)
  var handover = 0.85
  @Option("units of the whole subdistrict can be asked, not only those next door", null: false)
  var convening = true
  @Option("wider matters go up by the same path (三级联动)", null: false)
  var linkedLevels = true

  private var joinsDepartments: Bool { form == .onePlusTwo }

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
