/// 结对共建, 结对带教: organs stand by neighbourhoods, secretaries by each other.
struct Pairing: Mechanism {
  static let about = About(
    id: "pairing", chinese: "结对共建, 结对带教",
    summary:
      "Ties organs to neighbourhoods, with hours that they promise, and neighbourhoods' secretaries in pairs.",
    source:
      "Ruan Yunqiang (ed.), on organs and neighbourhoods that build together (结对共建) and on old secretaries who teach new ones (结对带教)"
  )

  @Option(
    "organs of the subdistrict that stand by a neighbourhood", in: 0...5, unit: "organs per neighbourhood",
    null: 0)
  var organs = 1
  @Option(
    "professionals' time that an organ promises in all, in equal parts to its neighbourhoods", in: 0...500,
    unit: "hours a year")
  var hours = 100.0
  @Option(
    "how far somebody looks whether they give it; without, they give as near as they stand", in: 0...1,
    unit: "share")
  var followUp = 0.3
  @Option(
    "time that two secretaries of neighbouring committees spend on teaching each other", in: 0...16,
    unit: "hours a month", null: 0)
  var mentorHours = 4.0

  private var mentorMinutes: Double { mentorHours * 60 }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for s in area.subdistricts {
      let here = record.byLot(
        area.neighbourhoods.filter { record.places.neighbourhoods[$0].subdistrict == s })
      pair(&structure, here, record.organs[s])
      if mentorMinutes == 0 { continue }
      for k in stride(from: 0, to: here.count - 1, by: 2) {
        structure.learn(here[k], from: [here[k + 1]], minutesPerMonth: mentorMinutes)
        structure.learn(here[k + 1], from: [here[k]], minutesPerMonth: mentorMinutes)
      }
    }
  }

  /// Organs go round the neighbourhoods; one that stands by several divides its hours.
  private func pair(_ structure: inout Structure, _ here: [Int], _ all: [Int]) {
    if organs == 0 { return }
    let number = min(organs, all.count)
    var neighbourhoods = [Int](repeating: 0, count: all.count)
    for k in 0..<here.count * number { neighbourhoods[k % all.count] += 1 }
    for (k, n) in here.enumerated() {
      structure.note(.organs, asked: Double(organs), got: Double(number))
      structure.relations[n].pairFollowUp = followUp
      for j in 0..<number {
        let organ = (k * number + j) % all.count
        structure.relations[n].pairs.append(
          Pair(unit: all[organ], hours: hours / Double(neighbourhoods[organ])))
      }
    }
  }
}
