/// 党员积分制: members' hours are counted and made known to their unit.
struct MemberPoints: Mechanism {
  static let about = About(
    id: "memberPoints", chinese: "党员积分制",
    summary:
      "Counts the hours that members owe, by type, and makes them known to their unit; duties it does not make.",
    source: "Ruan Yunqiang (ed.), on points for members (党员积分制)",
    needs: [
      Need(
        "duties of members whose hours it counts (doubleRegistration: hands and professions; threeTierBranches: asking and sittings)"
      ) { (points: MemberPoints, structure, area, _) in
        let count = points.count
        return area.neighbourhoods.contains { n in
          structure.duties[n].contains { count.counts($0.work) }
        }
      }
    ])

  @Option("how far somebody looks whether counted work was done", in: 0...1, unit: "share", null: 0)
  var followUp = 0.4
  @Option("which hours give points: all, work in projects and professions, or asking and sittings")
  var counted = DutyCount.Counted.all
  @Option("counted hours that another member hears of", in: 0...1, unit: "share", null: 0)
  var madeKnown = 0.5
  @Option(
    "time of the branch's staff that counting takes, where there is something to count", in: 0...30,
    unit: "minutes per member and month")
  var bookkeeping = 3.0

  private var count: DutyCount { DutyCount(followUp: followUp, counted: counted, madeKnown: madeKnown) }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if followUp == 0 && madeKnown == 0 { return }
    let count = count
    for n in area.neighbourhoods {
      structure.dutyCounts[n] = count
      if structure.duties[n].contains(where: { count.counts($0.work) }) {
        structure.occupy(.generalBranch, n, minutes: bookkeeping * Double(record.members[n]) * 12 / 52)
      }
    }
  }
}
