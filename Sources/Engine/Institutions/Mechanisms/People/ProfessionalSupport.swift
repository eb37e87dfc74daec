/// 专业引领, 新家园: professionals with fields of their own, whom committees and owners may call on.
struct ProfessionalSupport: Mechanism {
  static let about = About(
    id: "professionalSupport", chinese: "专业引领, 新家园",
    summary:
      "Makes a body of professionals in each subdistrict, and says for what and by whom it may be called on.",
    source:
      "Huang Xiaochun, on professional leadership and the New Home association for property matters in Hongkou"
  )

  @Option(
    "hours of the body, as far as the subdistrict's professionals have them", in: 0...100,
    unit: "hours per 10,000 residents and week", null: 0)
  var hours = 9.0
  @Option(
    "part of the hours that owners may buy out of their maintenance fund; the rest is moved", in: 0...1,
    unit: "share", role: .adds)
  var ownersShare = 0.0
  @Option("who may call: residents' committees, or owners' committees and property companies")
  var calledBy = CalledBy.both
  enum CalledBy: String, OptionChoice { case both, committees, owners }
  @Option("repairs, environment and safety")
  var property = true
  @Option("disputes, jobs and law")
  var law = true
  @Option("parking")
  var parking = true
  @Option("care for the old and for children")
  var care = false

  private var matters: MatterSet {
    var matters: MatterSet = []
    if property {
      matters.formUnion([MatterSet(.propertyRepair), MatterSet(.environment), MatterSet(.safety)])
    }
    if law { matters.formUnion([MatterSet(.neighbourDispute), MatterSet(.jobsLegal)]) }
    if parking { matters.formUnion(MatterSet(.parking)) }
    if care { matters.formUnion([MatterSet(.elderCare), MatterSet(.children)]) }
    return matters
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let matters = matters
    if hours == 0 || matters.isEmpty { return }
    var minutes = [Double](repeating: 0, count: record.places.subdistricts.count)
    for n in area.neighbourhoods {
      let place = record.places.neighbourhoods[n]
      let own = hours * 60 * Double(place.residents.count) / 10_000
      minutes[place.subdistrict] += own * (1 - ownersShare)
      structure.services[n].support = Support(
        matters: matters, committeesCall: calledBy != .owners, ownersCall: calledBy != .committees,
        boughtMinutes: own * ownersShare)
    }
    for s in area.subdistricts {
      structure[.propertySupport, s] = Body(
        staffMinutes: 0, hours: HourShares(relaying: 0, brokering: 0, serving: 1), administrativeTasks: 0,
        takesServiceDemands: false, upwardWeight: 0.5, downwardWeight: 0.5, skill: 1)
      structure.moveStaff(
        minutes: Int(minutes[s]), from: structure.slots.slot(.professionals, s),
        to: structure.slots.slot(.propertySupport, s))
    }
  }
}
