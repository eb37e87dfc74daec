/// 微心愿: a board where single needs are seen and taken up.
struct MicroWishes: Mechanism {
  static let about = About(
    id: "microWishes", chinese: "微心愿",
    summary: "Puts private needs on a board where members or units who have pledged time may take them up.",
    source: "Yan Jiawei, on small wishes that members take up")

  @Option(
    "share of private needs without a technical side that are put on the board", in: 0...1, unit: "share",
    null: 0)
  var posted = 0.3
  @Option("who sees the board")
  var takenUpBy = TakenUpBy.both
  enum TakenUpBy: String, OptionChoice { case both, members, units }
  @Option("time that a registered member pledges", in: 0...100, unit: "hours a year")
  var memberHours = 6.0
  @Option("time of its people that a unit pledges", in: 0...500, unit: "hours a year")
  var unitHours = 12.0
  @Option("weeks on the board before the need goes to the residents' committee", in: 1...26, unit: "weeks")
  var boardWeeks = 4

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if posted == 0 { return }
    let memberMinutes = takenUpBy == .units ? 0 : memberHours * 60 / 52
    let unitMinutes = takenUpBy == .members ? 0 : unitHours * 60 / 52
    for n in area.neighbourhoods {
      structure.services[n].board = WishBoard(
        posted: posted, weeks: boardWeeks, membersMinutes: memberMinutes * Double(record.members[n]),
        unitsMinutes: unitMinutes * Double(record.units[n]))
    }
  }
}
