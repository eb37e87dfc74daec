/// The places of a world as data, before people are put into them.
public struct City: Sendable, Equatable {
  /// What a scenario calls it.
  public var name: String
  public var subdistricts: [Subdistrict]

  public init(name: String, subdistricts: [Subdistrict]) {
    self.name = name
    self.subdistricts = subdistricts
  }

  /// One subdistrict (街镇). What is nil is drawn from the ranges of the parameter table.
  public struct Subdistrict: Sendable, Equatable {
    public var name: String
    public var district: String
    /// Residents; ignored where `neighbourhoods` names every one.
    public var residents: Int
    /// Number of residents' committees; nil draws sizes with the mode of the parameter table.
    public var committees: Int?
    /// Kilometres east and north of the city's origin, of its centre.
    public var x: Double
    public var y: Double
    /// Square kilometres.
    public var area: Double?
    /// Elected committee members in the whole subdistrict.
    public var committeeMembers: Int?
    /// Party members whose registration is in the residential community.
    public var registeredMembers: Int?
    /// Of those, members in employment.
    public var inServiceMembers: Int?
    /// Resident units (驻区单位).
    public var units: Int?
    /// Party organisations in stationed units and in "two-new" organisations.
    public var unitPartyOrganisations: Int?
    /// Neighbourhoods named one by one; empty where they are drawn.
    public var neighbourhoods: [Neighbourhood]

    public init(name: String, district: String, residents: Int, x: Double = 0, y: Double = 0) {
      self.name = name
      self.district = district
      self.residents = residents
      self.x = x
      self.y = y
      neighbourhoods = []
    }
  }

  /// One neighbourhood (居民区) as a row of a researcher's table.
  public struct Neighbourhood: Sendable, Equatable {
    public var name: String
    public var kind: NeighbourhoodKind
    public var residents: Int
    /// Name of its block; nil puts it with its neighbours into blocks of 6,000–8,000 households.
    public var block: String?
    /// Kilometres east and north of the city's origin; nil draws a place in the subdistrict.
    public var x: Double?
    public var y: Double?
    public var households: Int?
    /// Apportionment (0–1); nil takes the kind's profile.
    public var share60plus: Double?
    public var shareRenters: Double?
    public var shareMigrants: Double?
    public var shareMembers: Double?

    public init(name: String, kind: NeighbourhoodKind, residents: Int) {
      self.name = name
      self.kind = kind
      self.residents = residents
    }
  }

  public var residents: Int {
    subdistricts.reduce(0) { sum, subdistrict in
      sum
        + (subdistrict.neighbourhoods.isEmpty
          ? subdistrict.residents : subdistrict.neighbourhoods.reduce(0) { $0 + $1.residents })
    }
  }

  /// Lingyun subdistrict, Xuhui, with its figures of 2009: the default world.
  public static let lingyun: City = {
    var subdistrict = Subdistrict(name: "Lingyun", district: "Xuhui", residents: 104_000)
    subdistrict.committees = 28
    subdistrict.area = 3.58
    subdistrict.committeeMembers = 140
    subdistrict.registeredMembers = 3_638
    subdistrict.inServiceMembers = 582
    subdistrict.units = 1_195
    subdistrict.unitPartyOrganisations = 39 + 15
    return City(name: "lingyun", subdistricts: [subdistrict])
  }()
}

/// Kinds of neighbourhoods, which differ in stock and people.
public enum NeighbourhoodKind: UInt8, CaseIterable, Sendable {
  case commodityEstate, formerPublicHousing, laneHousing, officeTower, migrantVillage

  /// The id in tables and scenario files.
  public var name: String { String(describing: self) }
  public init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}
