/// 小网格大党建, 力量下沉: staff of the subdistrict office stationed in grids, where the work waits.
struct GridStaffing: Mechanism {
  static let description = MechanismDescription(
    id: "gridStaffing", chinese: "小网格大党建, 力量下沉",
    summary:
      "Stations part of the subdistrict office's staff in grids of neighbourhoods, to take waiting work off the committees.",
    source: "Ruan Yunqiang (ed.), on small grids and forces sent down in Xuhui",
    options: [
      OptionDescription(
        name: "share", kind: .number(0...1, unit: "share"), value: .number(0.4),
        meaning: "share of the subdistrict office's staff who work in grids"),
      OptionDescription(
        name: "neighbourhoodsPerGrid", kind: .count(1...12, unit: "neighbourhoods"), value: .number(3),
        meaning: "neighbourhoods of a block whom the same people serve"),
      OptionDescription(
        name: "serves", kind: .choice(["both", "residents", "tasks"]), value: .choice("both"),
        meaning: "whose queue: residents' demands, administrative tasks, or both as they press"),
      OptionDescription(
        name: "brokering", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of their hours for asking and mediating; the rest goes to the queues"),
    ],
    null: ["share": .number(0)])

  private let share: Double
  private let together: Int
  private let hours: HourShares

  init(_ options: Options) {
    share = options.number("share")
    together = options.count("neighbourhoodsPerGrid")
    let brokering = options.number("brokering")
    let rest = 1 - brokering
    hours =
      switch options.choice("serves") {
      case "residents": HourShares(relaying: 0, brokering: brokering, serving: rest)
      case "tasks": HourShares(relaying: rest, brokering: brokering, serving: 0)
      default: HourShares(relaying: rest / 2, brokering: brokering, serving: rest / 2)
      }
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if share == 0 { return }
    let places = record.places
    // What the office has before the first grid takes its part.
    let office = places.subdistricts.indices.map { structure[.subdistrictOffice, $0]?.staffMinutes ?? 0 }
    for b in area.blocks {
      let block = places.blocks[b]
      guard let sender = structure[.subdistrictOffice, block.subdistrict] else { continue }
      let served = area.neighbourhoods.filter { block.neighbourhoods.contains($0) }
      structure[.gridTeam, b] = Body(
        staffMinutes: 0, hours: hours, administrativeTasks: 0, takesServiceDemands: false,
        upwardWeight: sender.upwardWeight, downwardWeight: sender.downwardWeight, skill: sender.skill,
        relief: Relief(serves: served, together: together))
      let part = Double(served.count) / Double(places.subdistricts[block.subdistrict].neighbourhoods.count)
      structure.moveStaff(
        minutes: Int(Double(office[block.subdistrict]) * share * part),
        from: structure.slots.slot(.subdistrictOffice, block.subdistrict),
        to: structure.slots.slot(.gridTeam, b))
    }
  }
}
