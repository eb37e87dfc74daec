/// 微心愿: a board where single needs are seen and taken up.
struct MicroWishes: Mechanism {
  static let description = MechanismDescription(
    id: "microWishes", chinese: "微心愿",
    summary: "Puts private needs on a board where members or units who have pledged time may take them up.",
    source: "Yan Jiawei, on small wishes that members take up",
    options: [
      OptionDescription(
        name: "posted", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "share of private needs without a technical side that are put on the board"),
      OptionDescription(
        name: "takenUpBy", kind: .choice(["both", "members", "units"]), value: .choice("both"),
        meaning: "who sees the board"),
      OptionDescription(
        name: "memberHours", kind: .number(0...100, unit: "hours a year"), value: .number(6),
        meaning: "time that a registered member pledges"),
      OptionDescription(
        name: "unitHours", kind: .number(0...500, unit: "hours a year"), value: .number(12),
        meaning: "time of its people that a unit pledges"),
      OptionDescription(
        name: "boardWeeks", kind: .count(1...26, unit: "weeks"), value: .number(4),
        meaning: "weeks on the board before the need goes to the residents' committee"),
    ],
    null: ["posted": .number(0)])

  private let posted: Double
  private let memberMinutes: Double
  private let unitMinutes: Double
  private let weeks: Int

  init(_ options: Options) {
    posted = options.number("posted")
    let who = options.choice("takenUpBy")
    memberMinutes = who == "units" ? 0 : options.number("memberHours") * 60 / 52
    unitMinutes = who == "members" ? 0 : options.number("unitHours") * 60 / 52
    weeks = options.count("boardWeeks")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if posted == 0 { return }
    for n in area.neighbourhoods {
      structure.services[n].board = WishBoard(
        posted: posted, weeks: self.weeks, membersMinutes: memberMinutes * Double(record.members[n]),
        unitsMinutes: unitMinutes * Double(record.units[n]))
    }
  }
}
