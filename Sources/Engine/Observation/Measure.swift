/// One measure: a column of the results. The ids are those of the columns.
public struct Measure: Sendable {
  public let id: String
  /// For people and the data package: "share", "0–100", "weeks", …
  public let unit: String
  public let meaning: String
  /// Mechanisms that move this measure by its definition; claims about them use another measure.
  public let touchedBy: [String]
  /// Its value for a reading; nil where only whole runs have one.
  private let formula: (@Sendable (Reading) -> Double)?

  init(
    _ id: String, _ unit: String, _ meaning: String, touchedBy: [String] = [],
    formula: (@Sendable (Reading) -> Double)? = nil
  ) {
    self.id = id
    self.unit = unit
    self.meaning = meaning
    self.touchedBy = touchedBy
    self.formula = formula
  }

  /// Whether intervals and places have a value, and not whole runs only.
  public var isOfIntervals: Bool { formula != nil }

  /// Its value for a reading; NaN where it is undefined, or where only whole runs have one.
  func value(_ reading: Reading) -> Double { formula?(reading) ?? .nan }
}
