/// What bodies of a neighbourhood can see of offers and needs.
public struct Information: Sendable, Equatable {
  public enum Reach: Int, Sendable, Equatable { case neighbourhood, block, subdistrict }
  /// Share of units' offers that are on a list open to searchers, 0–1.
  public var offersListed: Double = 0
  /// Share of unvoiced needs that a survey brings to light in a year, 0–1.
  public var needsSurveyed: Double = 0
  /// How far agendas follow surveyed need rather than what is on offer, 0–1.
  public var agendaFollowsNeed: Double = 0
  /// How far searchers look for offers.
  public var reach: Reach = .neighbourhood
  /// Share of migrants who have somebody of their own to bring a need to the Party units, 0–1.
  public var channelForMigrants: Double = 0
}

extension Information {
  /// At least these offers are on a list, for searchers of at least this reach.
  mutating func list(_ share: Double, reach wanted: Reach) {
    offersListed = max(offersListed, share)
    if wanted.rawValue > reach.rawValue { reach = wanted }
  }
}
