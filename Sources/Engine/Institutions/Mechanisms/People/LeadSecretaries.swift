/// 班长工程, 领头羊: secretaries who are chosen, trained, known, exchange what they do, and have successors.
struct LeadSecretaries: Mechanism {
  static let description = MechanismDescription(
    id: "leadSecretaries", chinese: "班长工程, 领头羊, 书记入编, 书记工作室, 后备",
    summary:
      "Gives neighbourhoods secretaries with skill, hours and standing: selection, training, exchange among them, studios, successors in reserve.",
    source:
      "Huang Xiaochun, on talent leadership (人才引领); Ruan Yunqiang (ed.), on the project of squad leaders (班长工程), secretaries on the payroll (书记入编), studios (书记工作室) and reserves (后备)",
    options: [
      OptionDescription(
        name: "selection", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "how far the skill of those chosen is above the usual, of what is missing to full skill"),
      OptionDescription(
        name: "training", kind: .number(0...300, unit: "hours a year"), value: .number(60),
        meaning: "courses, in working time; skill grows with the hours that a secretary has had"),
      OptionDescription(
        name: "freed", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "part of their hours of relaying that becomes brokering"),
      OptionDescription(
        name: "standing", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "building groups to which the secretary is a known face"),
      OptionDescription(
        name: "exchangeHours", kind: .number(0...16, unit: "hours a month"), value: .number(4),
        meaning: "time for exchange with other committees of the subdistrict"),
      OptionDescription(
        name: "studio", kind: .flag, value: .flag(false),
        meaning: "all learn from one secretary's studio, instead of neighbours from each other"),
      OptionDescription(
        name: "tenure", kind: .number(1...10, unit: "years"), value: .number(5),
        meaning: "after which a secretary leaves; terms end at different times in different places"),
      OptionDescription(
        name: "reserve", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "part of a secretary's training that a successor among the committee's staff also has"),
    ],
    null: [
      "selection": .number(0), "training": .number(0), "freed": .number(0), "standing": .number(0),
      "exchangeHours": .number(0),
    ])

  private let selection: Double
  private let training: Double
  private let freed: Double
  private let standing: Double
  private let exchangeMinutes: Double
  private let studio: Bool
  private let tenure: Double
  private let reserve: Double

  init(_ options: Options) {
    selection = options.number("selection")
    training = options.number("training")
    freed = options.number("freed")
    standing = options.number("standing")
    exchangeMinutes = options.number("exchangeHours") * 60
    studio = options.flag("studio")
    tenure = options.number("tenure")
    reserve = options.number("reserve")
  }

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
    if exchangeMinutes > 0 { exchange(&structure, area, record) }
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
        if partner != n { structure.learn(n, from: [partner], minutesPerMonth: exchangeMinutes) }
      }
    }
  }
}
