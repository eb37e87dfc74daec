/// A body with staff: what a mechanism may say about it.
public struct Body: Sendable, Equatable {
  /// Superiors and residents weigh alike.
  static let evenWeight = 0.5

  /// Minutes of staff a week.
  public var staffMinutes: Int
  public var hours: HourShares
  /// Share of the administrative tasks handed down to the neighbourhood that arrive here, 0–1.
  public var administrativeTasks: Double
  /// Residents' service demands are handled here.
  public var takesServiceDemands: Bool
  /// Share of administrative tasks refused at the door, 0–1.
  public var refusedTasks: Double = 0
  /// Weight of superiors and of residents in the judgement of its work: how it sets priorities.
  public var upwardWeight: Double
  public var downwardWeight: Double
  /// Share of its people who also sit in the residents' committee, 0–1.
  public var crossAppointed: Double = 0
  /// Professional skill of its staff, 0–1.
  public var skill: Double
  /// Share of building groups in which it has people of its own, who know those who live there, 0–1.
  public var knownGroups: Double = 0
  /// Minutes a week of its staff that go into courses and accounts of its own.
  public var overheadMinutes: Double = 0
  /// Pay of its staff above the usual, as a share of the usual.
  public var payRise: Double = 0
  /// Takes work off the bodies around it; nil where it does not.
  public var relief: Relief?
}

/// How the hours of cadres and Party units are spent; the three add up to 1.
public struct HourShares: Sendable, Equatable {
  /// Relaying and checking tasks.
  public var relaying: Double
  /// Brokering: asking, mediating, finding who could help.
  public var brokering: Double
  /// Doing the work themselves.
  public var serving: Double

  public init(relaying: Double, brokering: Double, serving: Double) {
    let sum = relaying + brokering + serving
    self.relaying = sum > 0 ? relaying / sum : 0
    self.brokering = sum > 0 ? brokering / sum : 0
    self.serving = sum > 0 ? serving / sum : 1
  }
}
