/// 增量改革, 叠床架屋: year by year platforms are added beside what stands, or what stands is merged.
struct ReformPolicy: Mechanism {
  static let description = MechanismDescription(
    id: "reformPolicy", chinese: "增量改革, 叠床架屋",
    summary: "Adds platforms to a subdistrict year by year, or merges those that stand into one another.",
    source: "Huang Xiaochun, on reform by increments that leaves the stock of institutions as it is",
    options: [
      OptionDescription(
        name: "addPerYear", kind: .number(0...6, unit: "platforms a year"), value: .number(1),
        meaning: "platforms that are added, the first at once"),
      OptionDescription(
        name: "mergePerYear", kind: .number(0...6, unit: "platforms a year"), value: .number(0),
        meaning: "platforms that are merged into others, the first at once; added ones go first"),
      OptionDescription(
        name: "meetingsPerYear", kind: .number(1...24, unit: "sittings a year"), value: .number(6),
        meaning: "sittings of each platform that is added"),
      OptionDescription(
        name: "seats", kind: .count(0...40, unit: "seats"), value: .number(10),
        meaning: "seats of residents, and as many of units, on each platform that is added"),
      OptionDescription(
        name: "overlap", kind: .number(0...1, unit: "share"), value: .number(0.8),
        meaning: "share of these seats held by people who also sit on other platforms"),
    ],
    null: ["addPerYear": .number(0), "mergePerYear": .number(0)])

  private let addPerYear: Double
  private let mergePerYear: Double
  private let added: Platform

  init(_ options: Options) {
    addPerYear = options.number("addPerYear")
    mergePerYear = options.number("mergePerYear")
    added = Platform(
      meetingsPerYear: options.number("meetingsPerYear"), residentSeats: options.count("seats"),
      unitSeats: options.count("seats"), staffSeats: 2, overlap: options.number("overlap"), access: .all)
  }

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
    var platform = added
    let sittings = added.meetingsPerYear * Double(number)
    let sideBySide = max(1, sittings / 52)
    platform.meetingsPerYear = min(sittings, 52)
    platform.residentSeats = Int(Double(added.residentSeats) * sideBySide + 0.5)
    platform.unitSeats = Int(Double(added.unitSeats) * sideBySide + 0.5)
    platform.staffSeats = Int(2 * sideBySide + 0.5)
    platform.agendaPlaces = Int(4 * sideBySide)
    return platform
  }
}
