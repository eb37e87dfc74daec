/// 专业引领, 新家园: professionals with fields of their own, whom committees and owners may call on.
struct ProfessionalSupport: Mechanism {
  static let description = MechanismDescription(
    id: "professionalSupport", chinese: "专业引领, 新家园",
    summary:
      "Makes a body of professionals in each subdistrict, and says for what and by whom it may be called on.",
    source:
      "Huang Xiaochun, on professional leadership and the New Home association for property matters in Hongkou",
    options: [
      OptionDescription(
        name: "hours", kind: .number(0...100, unit: "hours per 10,000 residents and week"), value: .number(9),
        meaning: "hours of the body, as far as the subdistrict's professionals have them"),
      OptionDescription(
        name: "ownersShare", kind: .number(0...1, unit: "share"), value: .number(0),
        meaning: "part of the hours that owners may buy out of their maintenance fund; the rest is moved"),
      OptionDescription(
        name: "calledBy", kind: .choice(["both", "committees", "owners"]), value: .choice("both"),
        meaning: "who may call: residents' committees, or owners' committees and property companies"),
      OptionDescription(
        name: "property", kind: .flag, value: .flag(true), meaning: "repairs, environment and safety"),
      OptionDescription(name: "law", kind: .flag, value: .flag(true), meaning: "disputes, jobs and law"),
      OptionDescription(name: "parking", kind: .flag, value: .flag(true), meaning: "parking"),
      OptionDescription(
        name: "care", kind: .flag, value: .flag(false), meaning: "care for the old and for children"),
    ],
    null: ["hours": .number(0)], adds: ["ownersShare"])

  private let hours: Double
  private let ownersShare: Double
  private let committeesCall: Bool
  private let ownersCall: Bool
  private let matters: MatterSet

  init(_ options: Options) {
    hours = options.number("hours")
    ownersShare = options.number("ownersShare")
    committeesCall = options.choice("calledBy") != "owners"
    ownersCall = options.choice("calledBy") != "committees"
    var matters: MatterSet = []
    if options.flag("property") {
      matters.formUnion([MatterSet(.propertyRepair), MatterSet(.environment), MatterSet(.safety)])
    }
    if options.flag("law") { matters.formUnion([MatterSet(.neighbourDispute), MatterSet(.jobsLegal)]) }
    if options.flag("parking") { matters.formUnion(MatterSet(.parking)) }
    if options.flag("care") { matters.formUnion([MatterSet(.elderCare), MatterSet(.children)]) }
    self.matters = matters
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if hours == 0 || matters.isEmpty { return }
    var minutes = [Double](repeating: 0, count: record.places.subdistricts.count)
    for n in area.neighbourhoods {
      let place = record.places.neighbourhoods[n]
      let own = hours * 60 * Double(place.residents.count) / 10_000
      minutes[place.subdistrict] += own * (1 - ownersShare)
      structure.services[n].support = Support(
        matters: matters, committeesCall: committeesCall, ownersCall: ownersCall,
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
