/// 社会组织孵化, 三社联动: rooms, small grants and mentors for self-organised groups.
struct Incubation: Mechanism {
  static let about = About(
    id: "incubation", chinese: "社会组织孵化, 枢纽型社会组织, 三社联动",
    summary:
      "Gives self-organised groups rooms to meet in, small grants out of the budget, and the hours of mentors and social workers.",
    source:
      "Huang Xiaochun and Ruan Yunqiang (ed.), on hatching social organisations; Huang Jian, on targeted groups and the linkage of community, organisations and social workers; Yin Lu"
  )

  @Option("rooms for groups' meetings", in: 0...200, unit: "room-hours a neighbourhood and week", null: 0)
  var rooms = 9.0
  @Option(
    "small grants, out of the residents' committee's budget", in: 0...200_000,
    unit: "yuan per neighbourhood and year", null: 0, role: .fromBudget)
  var grants = 15_000.0
  @Option("the most one project of a group may get", in: 500...50_000, unit: "yuan")
  var largestGrant = 5_000.0
  @Option(
    "share of the subdistrict's professionals who are mentors of groups", in: 0...1, unit: "share", null: 0)
  var mentors = 0.2
  @Option(
    "share of the residents' committee's staff who work with groups, as linked social workers (三社联动)",
    in: 0...0.5, unit: "share", null: 0)
  var socialWorkers = 0.05
  @Option("support is for groups at least half of whose members are of this kind")
  var targets = GroupSupport.Targets.all

  private var roomMinutes: Int { Int(rooms * 60) }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if roomMinutes == 0 && grants == 0 && mentors == 0 && socialWorkers == 0 { return }
    for n in area.neighbourhoods {
      let s = record.places.neighbourhoods[n].subdistrict
      structure.support[n].targets = targets
      structure.support[n].roomMinutes += roomMinutes
      structure.support[n].grantYuanPerYear += structure.takeFromBudget(of: n, yuanPerYear: grants)
      structure.support[n].largestGrant = largestGrant
      if mentors == 0 && socialWorkers == 0 { continue }
      structure.open(
        .socialOrganisations, n, hours: HourShares(relaying: 0, brokering: 0, serving: 1))
      let organisations = structure.slots.slot(.socialOrganisations, n)
      let all = record.places.subdistricts[s].neighbourhoods.count
      structure.station(
        mentors / Double(all), of: structure.slots.slot(.professionals, s), at: organisations)
      structure.station(
        socialWorkers, of: structure.slots.slot(.residentsCommittee, n), at: organisations)
    }
  }
}
