/// What a mechanism asked for and did not get, because there is no more. It is said to people; no law reads it.
public struct Shortfall: Sendable, Equatable {
  public enum Resource: String, CaseIterable, Sendable {
    /// Yuan a year of a residents' committee's budget.
    case budget
    /// Minutes a week of the staff of one body.
    case staff
    /// Minutes a month of the leader of one Party unit.
    case leaders
    /// Organs of a subdistrict, to stand by a neighbourhood.
    case organs
  }
  public var resource: Resource
  public var asked: Double
  /// Less than was asked for.
  public var got: Double
}

extension Structure {
  /// Notes what was asked for where less than that was got.
  mutating func note(_ resource: Shortfall.Resource, asked: Double, got: Double) {
    // Parts of a sum may miss it by a rounding.
    if got < asked * (1 - 1e-9) {
      shortfalls.append(Shortfall(resource: resource, asked: asked, got: got))
    }
  }

  /// Courses and accounts take minutes a week of a body's staff, as far as there are any.
  mutating func occupy(_ kind: ActorKind, _ place: Int, minutes: Double) {
    guard let body = self[kind, place] else { return }
    let all = body.overheadMinutes + minutes
    let possible = min(all, Double(body.staffMinutes))
    note(.staff, asked: all, got: possible)
    self[kind, place]?.overheadMinutes = possible
  }
}
