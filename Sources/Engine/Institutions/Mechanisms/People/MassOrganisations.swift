/// 党建带群建: trade union, youth league and women's federation, where their people work and how they are led.
struct MassOrganisations: Mechanism {
  static let description = MechanismDescription(
    id: "massOrganisations", chinese: "党建带群建, 工青妇",
    summary:
      "Stations the mass organisations' staff in neighbourhoods or blocks, opens their lists of members, and says whether they are led or guided.",
    source: "Huang Xiaochun, on pooled mass organisations; Ruan Yunqiang (ed.); Yin Lu",
    options: [
      OptionDescription(
        name: "stationed", kind: .number(0...1, unit: "share"), value: .number(0.1),
        meaning: "share of their staff who work in the places below; the rest stays in the subdistrict"),
      OptionDescription(
        name: "place", kind: .choice(["neighbourhoods", "blocks"]), value: .choice("neighbourhoods"),
        meaning: "where they are stationed"),
      OptionDescription(
        name: "members", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "share of residents who are on their lists, so that brokers can name and ask them"),
      OptionDescription(
        name: "relaying", kind: .number(0...1, unit: "weight"), value: .number(0.2),
        meaning: "hours for relaying and checking tasks: led (the three weights are divided by their sum)"),
      OptionDescription(
        name: "brokering", kind: .number(0...1, unit: "weight"), value: .number(0.5),
        meaning: "hours for asking, mediating and finding who could help: guided"),
      OptionDescription(
        name: "serving", kind: .number(0...1, unit: "weight"), value: .number(0.3),
        meaning: "hours for doing the work themselves"),
    ],
    null: [
      "stationed": .number(0), "members": .number(0), "relaying": .number(HourShares.base.relaying),
      "brokering": .number(HourShares.base.brokering), "serving": .number(HourShares.base.serving),
    ])

  private let stationed: Double
  private let inBlocks: Bool
  private let members: Double
  private let hours: HourShares

  init(_ options: Options) {
    stationed = options.number("stationed")
    inBlocks = options.choice("place") == "blocks"
    members = options.number("members")
    hours = HourShares(
      relaying: options.number("relaying"), brokering: options.number("brokering"),
      serving: options.number("serving"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for s in area.subdistricts { structure[.massOrganisations, s]?.hours = hours }
    if stationed > 0 && inBlocks {
      for b in area.blocks {
        let s = record.places.blocks[b].subdistrict
        station(&structure, .gridCentre, b, s, among: record.places.subdistricts[s].blocks.count)
      }
    }
    for n in area.neighbourhoods {
      let s = record.places.neighbourhoods[n].subdistrict
      if stationed > 0 && !inBlocks {
        station(
          &structure, .neighbourhoodCentre, n, s, among: record.places.subdistricts[s].neighbourhoods.count)
      }
      structure.relations[n].namedMembers = max(structure.relations[n].namedMembers, members)
    }
  }

  private func station(_ structure: inout Structure, _ kind: ActorKind, _ place: Int, _ s: Int, among: Int) {
    structure.open(kind, place, hours: hours)
    structure.station(
      stationed / Double(among), of: structure.slots.slot(.massOrganisations, s),
      at: structure.slots.slot(kind, place), hours: hours)
  }
}
