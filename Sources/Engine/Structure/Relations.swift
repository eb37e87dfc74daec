/// Standing ways between bodies of one neighbourhood and the levels above.
public struct Relations: Sendable, Equatable {
  /// Chance that a matter handed over between territory and line departments arrives, 0–1.
  public var handover: Double
  /// Weeks that handing over takes.
  public var handoverWeeks: Int
  /// Chance that a matter of a block or wider reaches the subdistrict's platforms by a standing path, 0–1.
  public var referral: Double
  /// Chance that a matter brought to one body of the neighbourhood, but belonging to another, arrives there at
  /// once and not only after the weeks of a hand-over; 1 where one body does everything.
  public var internalHandover: Double = 1
  /// Seats of units' leaders on Party committees of the neighbourhood, with its share of the subdistrict's.
  public var unitSeats: Double = 0
  /// Hours a year that a seat binds its holder to give.
  public var unitSeatHours: Double = 0
  /// Units whose leaders preside in turn over a platform, and so are known to those who search here.
  public var presidents: [RotatingSeats] = []
  /// Who goes round and asks for the matters of single buildings.
  public var callers = Callers()
}
