/// 两新组织, 枢纽型党组织: Party organisations for units that have none, on paper and with something behind them.
struct UnitCoverage: Mechanism {
  static let description = MechanismDescription(
    id: "unitCoverage", chinese: "两新组织, 沿街商铺, 枢纽型党组织, 活动型党支部",
    summary:
      "Gives units without one a Party organisation on paper, and says what hours, money and people stand behind it and what hangs on a push from outside.",
    source: "Ruan Yunqiang (ed.), on coverage of new organisations and whether it takes effect",
    options: [
      OptionDescription(
        name: "coverage", kind: .number(0...1, unit: "share"), value: .number(0.6),
        meaning: "share of units without a Party organisation that have one on paper"),
      OptionDescription(
        name: "hours", kind: .number(0...200, unit: "hours a unit and year"), value: .number(24),
        meaning: "hours of a secretary that are set for activities"),
      OptionDescription(
        name: "pushDependence", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of these hours that are given only when somebody from outside asks for them"),
      OptionDescription(
        name: "staff", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "share of the neighbourhood's Party branch's hours for organisers who go and ask"),
      OptionDescription(
        name: "yuan", kind: .number(0...20_000, unit: "yuan a covered unit and year"), value: .number(500),
        meaning: "money for activities, out of the residents' committee's budget"),
      OptionDescription(
        name: "hubBelow", kind: .count(0...500, unit: "employees"), value: .number(20),
        meaning: "units with fewer employees are served by a hub organisation of the subdistrict"),
      OptionDescription(
        name: "hubStaff", kind: .number(0...0.5, unit: "share"), value: .number(0.05),
        meaning: "share of the subdistrict office's staff who work for the hub organisation"),
    ],
    null: ["coverage": .number(0)], fromBudget: ["yuan"])

  private let coverage: Double
  private let hours: Double
  private let pushDependence: Double
  private let staff: Double
  private let yuan: Double
  private let hubBelow: Int
  private let hubStaff: Double

  init(_ options: Options) {
    coverage = options.number("coverage")
    hours = options.number("hours")
    pushDependence = options.number("pushDependence")
    staff = options.number("staff")
    yuan = options.number("yuan")
    hubBelow = options.count("hubBelow")
    hubStaff = options.number("hubStaff")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if coverage == 0 { return }
    for n in area.neighbourhoods {
      let covered = coverage * Double(record.units[n])
      let activities = hours * 60 / Double(Branches.activityMinutes)
      structure.branches[n] = Branches(
        onPaper: coverage, hours: max(structure.branches[n].hours, hours), pushed: pushDependence,
        yuanPerYear: structure.takeFromBudget(of: n, yuanPerYear: yuan * covered),
        yuanEach: activities > 0 ? yuan / activities : 0, hubBelow: hubBelow)
      structure.open(.unitsParty, n, hours: Self.asking)
      structure.station(
        staff, of: structure.slots.slot(.generalBranch, n), at: structure.slots.slot(.unitsParty, n),
        hours: Self.asking)
    }
    for s in area.subdistricts where hubStaff > 0 {
      structure.open(.hubPartyOrganisation, s, hours: Self.visiting)
      let places = record.places.subdistricts[s].neighbourhoods
      let here = area.neighbourhoods.reduce(0) { $0 + (places.contains($1) ? 1 : 0) }
      structure.station(
        hubStaff * Double(here) / Double(places.count), of: structure.slots.slot(.subdistrictOffice, s),
        at: structure.slots.slot(.hubPartyOrganisation, s))
    }
  }

  /// Organisers only go and ask; a hub's people do the work of its branches.
  private static let asking = HourShares(relaying: 0, brokering: 1, serving: 0)
  private static let visiting = HourShares(relaying: 0, brokering: 0, serving: 1)
}
