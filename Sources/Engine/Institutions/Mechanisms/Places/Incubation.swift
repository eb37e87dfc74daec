/// 社会组织孵化, 三社联动: rooms, small grants and mentors for self-organised groups.
struct Incubation: Mechanism {
  static let description = MechanismDescription(
    id: "incubation", chinese: "社会组织孵化, 枢纽型社会组织, 三社联动",
    summary:
      "Gives self-organised groups rooms to meet in, small grants out of the budget, and the hours of mentors and social workers.",
    source:
      "Huang Xiaochun and Ruan Yunqiang (ed.), on hatching social organisations; Huang Jian, on targeted groups and the linkage of community, organisations and social workers; Yin Lu",
    options: [
      OptionDescription(
        name: "rooms", kind: .number(0...200, unit: "room-hours a neighbourhood and week"), value: .number(9),
        meaning: "rooms for groups' meetings"),
      OptionDescription(
        name: "grants", kind: .number(0...200_000, unit: "yuan per neighbourhood and year"),
        value: .number(15_000), meaning: "small grants, out of the residents' committee's budget"),
      OptionDescription(
        name: "largestGrant", kind: .number(500...50_000, unit: "yuan"), value: .number(5_000),
        meaning: "the most one project of a group may get"),
      OptionDescription(
        name: "mentors", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "share of the subdistrict's professionals who are mentors of groups"),
      OptionDescription(
        name: "socialWorkers", kind: .number(0...0.5, unit: "share"), value: .number(0.05),
        meaning:
          "share of the residents' committee's staff who work with groups, as linked social workers (三社联动)"),
      OptionDescription(
        name: "targets", kind: .choice(["all", "old", "young", "migrants"]), value: .choice("all"),
        meaning: "support is for groups at least half of whose members are of this kind"),
    ],
    null: [
      "rooms": .number(0), "grants": .number(0), "mentors": .number(0), "socialWorkers": .number(0),
    ], fromBudget: ["grants"])

  private let roomMinutes: Int
  private let grants: Double
  private let largestGrant: Double
  private let mentors: Double
  private let socialWorkers: Double
  private let targets: GroupSupport.Targets

  init(_ options: Options) {
    roomMinutes = Int(options.number("rooms") * 60)
    grants = options.number("grants")
    largestGrant = options.number("largestGrant")
    mentors = options.number("mentors")
    socialWorkers = options.number("socialWorkers")
    targets =
      switch options.choice("targets") {
      case "old": .old
      case "young": .young
      case "migrants": .migrants
      default: .all
      }
  }

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
