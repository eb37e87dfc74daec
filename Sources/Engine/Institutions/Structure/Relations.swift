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
  /// Resident units that stand by the neighbourhood.
  public var pairs: [Pair] = []
  /// How far somebody looks whether they give what they promised, 0–1.
  public var pairFollowUp: Double = 0
  /// Neighbourhoods from whose committees its own learns, and the minutes a month for all of them.
  public var learnsFrom: [Int] = []
  public var exchangeMinutes: Double = 0
  /// Share of the committee's staff who work where the block needs them most, 0–1.
  public var pooledStaff: Double = 0
  /// Share of residents whom brokers can name beyond those who know the residents' committee, by lists of members.
  public var namedMembers = 0.0
  /// Units whose leaders preside in turn over a platform, and so are known to those who search here.
  public var presidents: [RotatingSeats] = []
  /// Who goes round and asks for the matters of single buildings.
  public var callers = Callers()
}

/// A standing tie of a unit to a neighbourhood.
public struct Pair: Sendable, Equatable {
  /// Counted over the whole world.
  public var unit: Int
  /// Hours a year of its people that it promises.
  public var hours: Double
}

extension Structure {
  /// The committee of a neighbourhood meets others to learn from them; what another mechanism has arranged stays.
  mutating func learn(_ n: Int, from others: [Int], minutesPerMonth: Double) {
    relations[n].learnsFrom += others.filter { !relations[n].learnsFrom.contains($0) }
    relations[n].exchangeMinutes += minutesPerMonth
  }
}
