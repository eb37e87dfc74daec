/// Why a run could not be made or went wrong.
public struct SimulationError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Stage: String, Sendable { case setting, population, week, invariant, snapshot }
  public var stage: Stage
  /// The week in which it happened, if it was in a week.
  public var week: Int?
  public var reason: String

  public init(stage: Stage, week: Int? = nil, reason: String) {
    self.stage = stage
    self.week = week
    self.reason = reason
  }

  public var description: String {
    let place = week.map { " in week \($0)" } ?? ""
    return "\(stage.rawValue)\(place): \(reason)"
  }
}
