/// Work that a body without a queue of its own takes off the bodies around it.
public struct Relief: Sendable, Equatable {
  /// The neighbourhoods whose waiting work it takes.
  public var serves: [Int]
  /// How many of them the same people go round: hours go where most waits, less what the changing costs.
  public var together: Int
}

/// A round that several bodies of a neighbourhood make together, at the cost of each one's staff.
public struct JointRound: Sendable, Equatable {
  public var perYear: Double
  /// Minutes that a round takes of every body that comes.
  public var minutes: Int
  /// Kinds of matters that it looks at.
  public var kinds: MatterSet
  /// Chance that a matter under way between bodies is handed over on the round, 0–1.
  public var handover: Double
  /// Weeks that it takes from there.
  public var handoverWeeks: Int
  /// Chance that an hour's round sees a need that nobody voiced, 0–1.
  public var noticed: Double
}

/// Homes that somebody's staff calls at.
public struct HomeVisits: Sendable, Equatable {
  public enum Visitor: String, OptionChoice { case office, committee, branch }
  /// Homes a quarter.
  public var perQuarter: Double
  /// Minutes of staff that a home takes.
  public var minutes: Int
  public var visitor: Visitor
  /// Share of what is heard that is written down and registered, 0–1.
  public var recorded: Double
  /// Share of what is recorded that cannot be closed on paper, 0–1.
  public var tracked: Double
  /// Weeks within which an answer is promised.
  public var answerWeeks: Int
}
