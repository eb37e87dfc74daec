/// What a kind of neighbourhood stands for, for people who bring their own places.
public struct NeighbourhoodKindDescription: Sendable {
  public let kind: NeighbourhoodKind
  public let chinese: String
  /// What it is in Shanghai.
  public let meaning: String
  /// What comes nearest to it in another place.
  public let elsewhere: String

  /// Shares of residents (0–1) where neither a table nor a condition says otherwise.
  public var migrants: Double { drawn.migrants }
  public var renters: Double { mean(drawn.renters) }
  public var from60: Double { mean(drawn.ages.map { 1 - $0[3] }) }
  /// Residents of a building group.
  public var groupSize: Int { profile.groupSize }
  /// Whether there may be an owners' committee.
  public var hasOwners: Bool { profile.ownersCommitteeEligible }
  /// Firms, schools, shops and other units per resident, against those of a commodity estate.
  public var units: Double { profile.units }

  private var profile: Profiles.Kind { Profiles.kinds[Int(kind.rawValue)] }

  private var drawn: NeighbourhoodProfile {
    NeighbourhoodProfile(
      row: City.Neighbourhood(name: "", kind: kind, residents: 1), conditions: Conditions())
  }

  /// Over locals and migrants.
  private func mean(_ shares: [Double]) -> Double {
    (1 - migrants) * shares[0] + migrants * shares[1]
  }

  /// One row per kind, in the order of ``NeighbourhoodKind``.
  public static let table: [NeighbourhoodKindDescription] = [
    NeighbourhoodKindDescription(
      kind: .commodityEstate, chinese: "商品房小区",
      meaning: "estates of flats that were bought on the market, mostly by those who live in them",
      elsewhere: "owner-occupied houses and flats, condominiums"),
    NeighbourhoodKindDescription(
      kind: .formerPublicHousing, chinese: "售后公房",
      meaning: "flats of the city or of work units that were sold to their tenants; older residents",
      elsewhere: "social and council housing, housing associations, large post-war estates"),
    NeighbourhoodKindDescription(
      kind: .laneHousing, chinese: "里弄",
      meaning: "old lanes of small dwellings, many of them rented, without property titles",
      elsewhere: "old towns, terraces and tenements of tenants, where no owners could form a committee"),
    NeighbourhoodKindDescription(
      kind: .officeTower, chinese: "楼宇",
      meaning: "towers of offices and shops with some residents and many units",
      elsewhere: "business districts, city centres, streets of shops"),
    NeighbourhoodKindDescription(
      kind: .migrantVillage, chinese: "城中村",
      meaning: "villages in or beside the city whose residents mostly came from elsewhere and rent",
      elsewhere: "quarters of newcomers, informal settlements, lodgings of students or workers"),
  ]
}

/// What a table of neighbourhoods may leave open, and how it is filled in.
public enum NeighbourhoodDefaults {
  /// Residents per km².
  public static var density: Double { Profiles.density }
  public static var householdsPerBlock: Double { Profiles.householdsPerBlock }
  public static var personsPerHousehold: ClosedRange<Double> { Profiles.personsPerHousehold }
}
