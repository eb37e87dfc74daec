/// 两新组织, 枢纽型党组织: Party organisations for units that have none, on paper and with something behind them.
struct UnitCoverage: Mechanism {
  static let about = About(
    id: "unitCoverage", chinese: "两新组织, 沿街商铺, 枢纽型党组织, 活动型党支部",
    summary:
      "Gives units without one a Party organisation on paper, and says what hours, money and people stand behind it and what depends on a push from outside.",
    source: "Ruan Yunqiang (ed.), on coverage of new organisations and whether it takes effect")

  @Option(
    "share of units without a Party organisation that have one on paper", in: 0...1, unit: "share", null: 0)
  var coverage = 0.6
  @Option("hours of a secretary that are set for activities", in: 0...200, unit: "hours a unit and year")
  var hours = 24.0
  @Option(
    "share of these hours that are given only when somebody from outside asks for them", in: 0...1,
    unit: "share")
  var pushDependence = 0.5
  @Option(
    "share of the neighbourhood's Party branch's hours for organisers who go and ask", in: 0...1,
    unit: "share")
  var staff = 0.2
  @Option(
    "money for activities, out of the residents' committee's budget", in: 0...20_000,
    unit: "yuan a covered unit and year", role: .fromBudget)
  var yuan = 500.0
  @Option(
    "units with fewer employees are served by a hub organisation of the subdistrict", in: 0...500,
    unit: "employees")
  var hubBelow = 20
  @Option(
    "share of the subdistrict office's staff who work for the hub organisation", in: 0...0.5, unit: "share")
  var hubStaff = 0.05

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
