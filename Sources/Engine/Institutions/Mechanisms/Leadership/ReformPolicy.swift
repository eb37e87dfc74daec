/// 增量改革, 叠床架屋: year by year platforms are added beside what stands, or what stands is merged.
struct ReformPolicy: Mechanism {
  static let about = About(
    id: "reformPolicy", chinese: "增量改革, 叠床架屋",
    summary: "Adds platforms to a subdistrict year by year, or merges those that stand into one another.",
    source: "Huang Xiaochun, on reform by increments that leaves the stock of institutions as it is")

  @Option("platforms that are added, the first at once", in: 0...6, unit: "platforms a year", null: 0)
  var addPerYear = 1.0
  @Option(
    "platforms that are merged into others, the first at once; added ones go first", in: 0...6,
    unit: "platforms a year", null: 0)
  var mergePerYear = 0.0
  @Option("sittings of each platform that is added", in: 1...24, unit: "sittings a year")
  var meetingsPerYear = 6.0
  @Option(
    "seats of residents, and as many of units, on each platform that is added", in: 0...40, unit: "seats")
  var seats = 10
  @Option("share of these seats held by people who also sit on other platforms", in: 0...1, unit: "share")
  var overlap = 0.8

  private static func number(_ perYear: Double, after weeks: Int) -> Int {
    perYear > 0 ? 1 + Int(perYear * Double(weeks) / 52) : 0
  }

  func moves(at weeks: Int) -> Bool {
    [addPerYear, mergePerYear].contains { Self.number($0, after: weeks) != Self.number($0, after: weeks - 1) }
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let more = Self.number(addPerYear, after: weeks) - Self.number(mergePerYear, after: weeks)
    for s in area.subdistricts {
      if more > 0 { structure[platform: .addedPlatforms, s] = all(more) }
      for _ in 0..<max(0, -more) { structure.mergeLastPlatform(of: s) }
    }
  }

  /// Several platforms as one with all their sittings; what does not fit into the weeks of a year sits at the same
  /// time, with seats of its own.
  private func all(_ number: Int) -> Platform {
    let sittings = meetingsPerYear * Double(number)
    let sideBySide = max(1, sittings / 52)
    let places = Int(Double(seats) * sideBySide + 0.5)
    return Platform(
      meetingsPerYear: min(sittings, 52), residentSeats: places, unitSeats: places,
      staffSeats: Int(2 * sideBySide + 0.5), overlap: overlap, access: .all,
      agendaPlaces: Int(4 * sideBySide))
  }
}
