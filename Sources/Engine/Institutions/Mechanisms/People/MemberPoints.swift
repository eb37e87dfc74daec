/// 党员积分制: members' hours are counted and made known to their unit.
struct MemberPoints: Mechanism {
  static let description = MechanismDescription(
    id: "memberPoints", chinese: "党员积分制",
    summary:
      "Counts the hours that members owe, by type, and makes them known to their unit; duties it does not make.",
    source: "Ruan Yunqiang (ed.), on points for members (党员积分制)",
    options: [
      OptionDescription(
        name: "followUp", kind: .number(0...1, unit: "share"), value: .number(0.4),
        meaning: "how far somebody looks whether counted work was done"),
      OptionDescription(
        name: "counted", kind: .choice(["all", "hands", "brokering"]), value: .choice("all"),
        meaning: "which hours give points: all, work in projects and professions, or asking and sittings"),
      OptionDescription(
        name: "madeKnown", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "counted hours that another member hears of"),
      OptionDescription(
        name: "bookkeeping", kind: .number(0...30, unit: "minutes per member and month"), value: .number(3),
        meaning: "time of the branch's staff that counting takes, where there is something to count"),
    ],
    null: ["followUp": .number(0), "madeKnown": .number(0)],
    needs: [
      Need(
        "duties of members whose hours it counts (doubleRegistration: hands and professions; threeTierBranches: asking and sittings)"
      ) { options, structure, area, _ in
        let counting = count(options)
        return area.neighbourhoods.contains { n in
          structure.duties[n].contains { counting.counts($0.work) }
        }
      }
    ])

  private let count: DutyCount
  private let bookkeeping: Double

  private static func count(_ options: Options) -> DutyCount {
    let counted: DutyCount.Counted =
      switch options.choice("counted") {
      case "hands": .hands
      case "brokering": .brokering
      default: .all
      }
    return DutyCount(
      followUp: options.number("followUp"), counted: counted, madeKnown: options.number("madeKnown"))
  }

  init(_ options: Options) {
    count = Self.count(options)
    bookkeeping = options.number("bookkeeping")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if count.followUp == 0 && count.madeKnown == 0 { return }
    for n in area.neighbourhoods {
      structure.dutyCounts[n] = count
      if structure.duties[n].contains(where: { count.counts($0.work) }) {
        structure.occupy(.generalBranch, n, minutes: bookkeeping * Double(record.members[n]) * 12 / 52)
      }
    }
  }
}
