/// 小网格大党建, 力量下沉: staff of the subdistrict office stationed in grids, where the work waits.
struct GridStaffing: Mechanism {
  static let about = About(
    id: "gridStaffing", chinese: "小网格大党建, 力量下沉",
    summary:
      "Stations part of the subdistrict office's staff in grids of neighbourhoods, to take waiting work off the committees.",
    source: "Ruan Yunqiang (ed.), on small grids and forces sent down in Xuhui")

  @Option("share of the subdistrict office's staff who work in grids", in: 0...1, unit: "share", null: 0)
  var share = 0.4
  @Option("neighbourhoods of a block whom the same people serve", in: 1...12, unit: "neighbourhoods")
  var neighbourhoodsPerGrid = 3
  @Option("whose queue: residents' demands, administrative tasks, or both as they press")
  var serves = Serves.both
  enum Serves: String, OptionChoice { case both, residents, tasks }
  @Option(
    "share of their hours for asking and mediating; the rest goes to the queues", in: 0...1, unit: "share")
  var brokering = 0.3

  private var hours: HourShares {
    let rest = 1 - brokering
    return switch serves {
    case .both: HourShares(relaying: rest / 2, brokering: brokering, serving: rest / 2)
    case .residents: HourShares(relaying: 0, brokering: brokering, serving: rest)
    case .tasks: HourShares(relaying: rest, brokering: brokering, serving: 0)
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
        relief: Relief(serves: served, together: neighbourhoodsPerGrid))
      let part = Double(served.count) / Double(places.subdistricts[block.subdistrict].neighbourhoods.count)
      structure.moveStaff(
        minutes: Int(Double(office[block.subdistrict]) * share * part),
        from: structure.slots.slot(.subdistrictOffice, block.subdistrict),
        to: structure.slots.slot(.gridTeam, b))
    }
  }
}
