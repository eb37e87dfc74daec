import Engine
import Tables

/// A column of a table of neighbourhoods.
///
/// The reader, its messages, `cogov describe table`, `cogov new --table` and the page Own-data are made of
/// ``table``, so that they cannot differ.
public struct CityColumn: Sendable {
  public enum ID: String, CaseIterable, Sendable {
    case name, kind, residents, district, subdistrict, block, x, y, households
    case share60plus, shareRenters, shareMigrants, shareMembers
  }

  /// What a field may hold.
  public enum Content: Sendable {
    case text
    case kind
    case count(ClosedRange<Int>, unit: String)
    case number(ClosedRange<Double>, unit: String)
  }

  public let id: ID
  public let content: Content
  public let meaning: String
  /// What holds where the field is empty or the table has no such column; nil where neither may be.
  public let whenEmpty: String?

  public var isRequired: Bool { whenEmpty == nil }

  /// Unit and range in words.
  public var allowed: String {
    switch content {
    case .text: "text"
    case .kind: "one of " + NeighbourhoodKind.allCases.map(\.name).joined(separator: ", ")
    case .count(let range, let unit):
      Diagnosis.text(of: Double(range.lowerBound)...Double(range.upperBound), unit: unit)
    case .number(let range, let unit): Diagnosis.text(of: range, unit: unit)
    }
  }

  private init(_ id: ID, _ content: Content, _ meaning: String, whenEmpty: String? = nil) {
    self.id = id
    self.content = content
    self.meaning = meaning
    self.whenEmpty = whenEmpty
  }

  private static let kilometres = Content.number(-10_000...10_000, unit: "km")
  private static let share = Content.number(0...1, unit: "(share of residents)")

  /// One row per column.
  public static let table: [CityColumn] = [
    CityColumn(.name, .text, "what results, maps and 'where' call the neighbourhood; no two alike"),
    CityColumn(.kind, .kind, "kind of neighbourhood: what is built there and who lives in it"),
    CityColumn(
      .residents, .count(1...1_000_000, unit: "residents"), "people who live there, children included"),
    CityColumn(
      .district, .text, "the district that the neighbourhood belongs to; 'where' takes its name too",
      whenEmpty: "the name of the table's file"),
    CityColumn(
      .subdistrict, .text,
      "the town or subdistrict in the district, which has one office, one budget and one staff of professionals",
      whenEmpty: "one subdistrict with the name of the district"),
    CityColumn(
      .block, .text, "the block of neighbouring neighbourhoods that may share a hub, a station or a platform",
      whenEmpty:
        "joined with its neighbours to blocks of about \(number(NeighbourhoodDefaults.householdsPerBlock)) "
        + "households"),
    CityColumn(
      .x, kilometres, "kilometres east of any point that is the same for all rows; goes together with y",
      whenEmpty: drawnPlace),
    CityColumn(.y, kilometres, "kilometres north of the same point", whenEmpty: drawnPlace),
    CityColumn(
      .households, .count(1...1_000_000, unit: "households"), "households, at most as many as residents",
      whenEmpty: "residents by \(number(NeighbourhoodDefaults.personsPerHousehold.lowerBound)) to "
        + "\(number(NeighbourhoodDefaults.personsPerHousehold.upperBound)) persons, drawn in each replicate"),
    CityColumn(.share60plus, share, "people of 60 and above", whenEmpty: ofKind),
    CityColumn(
      .shareRenters, share, "people who rent rather than own where they live", whenEmpty: ofKind),
    CityColumn(
      .shareMigrants, share,
      "people without local registration; elsewhere newcomers who lack the rights or ties of locals",
      whenEmpty: ofKind),
    CityColumn(
      .shareMembers, share,
      "Party members, whether registered at home or at work; 0 where no body plays the part of the Party",
      whenEmpty: "drawn by age and occupation"),
  ]

  static let names = table.map(\.id.rawValue)

  static func of(_ id: ID) -> CityColumn { table[ID.allCases.firstIndex(of: id) ?? 0] }

  private static let ofKind = "the share of its kind"
  private static let drawnPlace =
    "drawn in each replicate in a square with \(number(NeighbourhoodDefaults.density)) residents per km²"

  private static func number(_ value: Double) -> String { NumberText.shortest(value) }
}
