/// What a neighbourhood does for self-organised groups. Mentors are the staff of the place's social organisations.
public struct GroupSupport: Sendable, Equatable {
  /// Groups that are supported.
  public enum Targets: String, OptionChoice { case all, old, young, migrants }
  public var targets = Targets.all
  /// Minutes of rooms a week for their meetings.
  public var roomMinutes = 0
  /// Yuan a year for small grants, and the most one project may get.
  public var grantYuanPerYear = 0.0
  public var largestGrant = 0.0
}
