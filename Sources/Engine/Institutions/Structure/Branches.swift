/// Party organisations of the units of a neighbourhood: how many there are on paper, and what stands behind them.
public struct Branches: Sendable, Equatable {
  /// Share of units without an organisation of their own that have one on paper, 0–1.
  public var onPaper = 0.0
  /// Hours a year that a secretary gives to the activities of one unit's organisation.
  public var hours = 0.0
  /// Share of these hours that are given only when somebody from outside comes and asks for them, 0–1.
  public var pushed = 0.0
  /// Yuan a year for activities of all of them, and for one activity.
  public var yuanPerYear = 0.0
  public var yuanEach = 0.0
  /// Units with fewer employees are served by the people of a hub organisation of the subdistrict.
  public var hubBelow = 0

  /// Minutes of one activity.
  public static let activityMinutes = 120
}
