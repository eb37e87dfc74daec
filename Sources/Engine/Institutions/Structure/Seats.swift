/// People from whom a seat may be filled, or whose matters a platform takes.
public enum SeatPool: Int, CaseIterable, Sendable, Equatable {
  case everybody
  /// Registered Party members.
  case members
  case migrants, renters
}

/// Kinds of resident units from which a seat may be filled.
public enum UnitPool: Sendable, Equatable {
  case all
  /// Firms and shops.
  case firms
  /// Schools, hospitals and organs: those with a public window.
  case publicService
}

/// Units whose leaders take turns at the head of a platform: who searches for offers knows those in office.
public struct RotatingSeats: Sendable, Equatable {
  /// The platform.
  public var kind: ActorKind
  /// Units that take turns.
  public var holders: Int
  /// Of these, how many hold office at a time.
  public var atATime: Int
  public var termWeeks: Int
  public var pool = UnitPool.all
  /// Neighbourhoods in which the units stand; empty for all of the subdistrict.
  public var area: [Int] = []
}

/// People of a small unit of the neighbourhood (a lane) who have it as their task to go round and ask.
public struct Callers: Sendable, Equatable {
  /// Those who go round, and those whom they can ask, in each lane.
  public var members = 0.0
  public var volunteers = 0.0
}
