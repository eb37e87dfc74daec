/// A place with rooms, hours and an operator.
public struct Venue: Sendable, Equatable {
  /// Kilometres east and north of the city's origin.
  public var x: Double
  public var y: Double
  /// Minutes of rooms a week.
  public var roomMinutes: Int
  /// Opening hours a week.
  public var openHours: Double
  /// The neighbourhoods it serves.
  public var serves: Range<Int>
  /// The slot of the body that operates it.
  public var operatorSlot: Int
}
