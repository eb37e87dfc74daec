/// Bodies that share staff, and perhaps rooms, instead of standing side by side.
public struct HoursPool: Sendable, Equatable {
  /// The neighbourhoods whose matters it does.
  public var serves: [Int]
  /// Slots of its members, whether or not they stand now.
  public var slots: [Int]
  /// Share of the minutes a member has no work for that go where work waits, 0–1.
  public var share: Double
  /// Rooms of one are open to what goes on at the others.
  public var sharesRooms: Bool
}
