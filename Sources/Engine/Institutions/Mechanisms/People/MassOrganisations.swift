/// 党建带群建: trade union, youth league and women's federation, where their people work and how they are led.
struct MassOrganisations: Mechanism {
  static let about = About(
    id: "massOrganisations", chinese: "党建带群建, 工青妇",
    summary:
      "Stations the mass organisations' staff in neighbourhoods or blocks, opens their lists of members, and says whether they are led or guided.",
    source: "Huang Xiaochun, on pooled mass organisations; Ruan Yunqiang (ed.); Yin Lu")

  @Option(
    "share of their staff who work in the places below; the rest stays in the subdistrict", in: 0...1,
    unit: "share", null: 0)
  var stationed = 0.1
  @Option("where they are stationed")
  var place = Place.neighbourhoods
  enum Place: String, OptionChoice { case neighbourhoods, blocks }
  @Option(
    "share of residents who are on their lists, so that brokers can name and ask them", in: 0...1,
    unit: "share", null: 0)
  var members = 0.2
  @Option(
    "hours for relaying and checking tasks: led (the three weights are divided by their sum)", in: 0...1,
    unit: "weight", null: HourShares.base.relaying)
  var relaying = 0.2
  @Option(
    "hours for asking, mediating and finding who could help: guided", in: 0...1, unit: "weight",
    null: HourShares.base.brokering)
  var brokering = 0.5
  @Option("hours for doing the work themselves", in: 0...1, unit: "weight", null: HourShares.base.serving)
  var serving = 0.3

  private var hours: HourShares {
    HourShares(relaying: relaying, brokering: brokering, serving: serving)
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let hours = hours
    for s in area.subdistricts { structure[.massOrganisations, s]?.hours = hours }
    if stationed > 0 && place == .blocks {
      for b in area.blocks {
        let s = record.places.blocks[b].subdistrict
        station(&structure, .gridCentre, b, s, among: record.places.subdistricts[s].blocks.count)
      }
    }
    for n in area.neighbourhoods {
      let s = record.places.neighbourhoods[n].subdistrict
      if stationed > 0 && place == .neighbourhoods {
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
