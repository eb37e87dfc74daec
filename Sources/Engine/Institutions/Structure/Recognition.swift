/// To whom something is made known.
public enum Audience: String, OptionChoice { case group, neighbourhood, subdistrict }

/// Which acts of a neighbourhood are made known, and by whose choice.
public struct Recognition: Sendable, Equatable {
  /// Share of residents' public acts that are made known, 0–1.
  public var acts: Double = 0
  public var audience = Audience.neighbourhood
  /// Share of them that residents choose; the rest superiors choose, 0–1.
  public var residentsVote: Double = 0
  /// Share of units' gifts that are made known, 0–1.
  public var units: Double = 0
}

/// Who is known, beyond people's own acquaintance, to be a member or a lead volunteer.
public struct KnownPeople: Sendable, Equatable {
  /// Share of registered members who show that they are members, 0–1.
  public var members: Double = 0
  /// Share of lead volunteers who are shown, 0–1.
  public var leadVolunteers: Double = 0
  /// To whom both are shown: their building group, or in part the whole neighbourhood.
  public var audience = Audience.group
  /// Share of members in employment of whom their acquaintances learn that they are members, 0–1.
  public var inService: Double = 0
  /// Share of building groups in which a Party leader is a known face, 0–1.
  public var leaders: Double = 0
}
