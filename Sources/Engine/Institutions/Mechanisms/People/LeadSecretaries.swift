/// 班长工程, 领头羊: secretaries who are chosen, trained, known, exchange what they do, and have successors.
struct LeadSecretaries: Mechanism {
  static let about = About(
    id: "leadSecretaries", chinese: "班长工程, 领头羊, 书记入编, 书记工作室, 后备",
    summary:
      "Gives neighbourhoods secretaries with skill, hours and standing: selection, training, exchange among them, studios, successors in reserve.",
    source:
      "Huang Xiaochun, on talent leadership (人才引领); Ruan Yunqiang (ed.), on the project of squad leaders (班长工程), secretaries on the payroll (书记入编), studios (书记工作室) and reserves (后备)"
  )

  @Option(
    "how far the skill of those chosen is above the usual, of what is missing to full skill", in: 0...1,
    unit: "share", null: 0)
  var selection = 0.2
  @Option(
    "courses, in working time; skill grows with the hours that a secretary has had", in: 0...300,
    unit: "hours a year", null: 0)
  var training = 60.0
  @Option("part of their hours of relaying that becomes brokering", in: 0...1, unit: "share", null: 0)
  var freed = 0.3
  @Option("building groups to which the secretary is a known face", in: 0...1, unit: "share", null: 0)
  var standing = 0.3
  @Option(
    "time for exchange with other committees of the subdistrict", in: 0...16, unit: "hours a month", null: 0)
  var exchangeHours = 4.0
  @Option("all learn from one secretary's studio, instead of neighbours from each other")
  var studio = false
  @Option(
    "after which a secretary leaves; terms end at different times in different places", in: 1...10,
    unit: "years")
  var tenure = 5.0
  @Option(
    "part of a secretary's training that a successor among the committee's staff also has", in: 0...1,
    unit: "share")
  var reserve = 0.3

  /// What has been learned is taken stock of every quarter.
  func moves(at weeks: Int) -> Bool { training > 0 && weeks % Self.quarter == 0 }
  private static let quarter = 13

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      guard var branch = structure[.generalBranch, n] else { continue }
      let chosen = branch.skill + (1 - branch.skill) * selection
      branch.skill = Training.skill(
        from: chosen, hours: hoursTrained(record.lots[n], weeks: weeks / Self.quarter * Self.quarter))
      branch.hours = HourShares(
        relaying: branch.hours.relaying * (1 - freed),
        brokering: branch.hours.brokering + branch.hours.relaying * freed, serving: branch.hours.serving)
      structure[.generalBranch, n] = branch
      structure.occupy(.generalBranch, n, minutes: training * 60 / 52)
      structure.occupy(.residentsCommittee, n, minutes: reserve * training * 60 / 52)
      structure.known[n].leaders = max(structure.known[n].leaders, standing)
    }
    if exchangeHours > 0 { exchange(&structure, area, record) }
  }

  /// Hours of training that the secretary of a neighbourhood has had: those since the start or, after the first
  /// term has ended, those of the reserve and of the present term. Terms began at eighths of one, by lot.
  private func hoursTrained(_ lot: Double, weeks: Int) -> Double {
    let term = tenure * 52
    let begun = (lot * 8).rounded(.down) / 8 * term + Double(weeks)
    if begun < term { return training * Double(weeks) / 52 }
    let terms = (begun / term).rounded(.down)
    return training * ((begun - terms * term) / 52 + reserve * tenure)
  }

  /// By lot, one of a subdistrict has the studio, or each meets the next.
  private func exchange(_ structure: inout Structure, _ area: Area, _ record: PublicRecord) {
    for s in area.subdistricts {
      let here = record.byLot(
        area.neighbourhoods.filter { record.places.neighbourhoods[$0].subdistrict == s })
      for (k, n) in here.enumerated() {
        let partner = studio ? here[0] : here[(k + 1) % here.count]
        if partner != n { structure.learn(n, from: [partner], minutesPerMonth: exchangeHours * 60) }
      }
    }
  }
}
