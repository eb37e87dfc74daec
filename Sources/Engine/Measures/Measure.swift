/// One measure: a column of the results. The ids are those of the columns.
public struct Measure: Sendable {
  public let id: String
  /// For people and the data package: "share", "0–100", "weeks", …
  public let unit: String
  public let meaning: String
  /// Mechanisms that move this measure by its definition; claims about them use another measure.
  public let touchedBy: [String]
}

extension Measure {
  public static let table: [Measure] = [
    Measure(id: "vitality", unit: "0–100", meaning: "composite", touchedBy: []),
    Measure(id: "order", unit: "0–100", meaning: "composite", touchedBy: []),
  ]
}
