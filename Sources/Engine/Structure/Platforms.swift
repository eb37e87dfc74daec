/// A body that decides matters in sittings: what a mechanism may say about it.
public struct Platform: Sendable, Equatable {
  public var meetingsPerYear: Double
  /// Seats of residents, of units' representatives and of staff.
  public var residentSeats: Int
  public var unitSeats: Int
  public var staffSeats: Int
  /// Share of its seats held by the same people as those of other platforms of the place, 0–1.
  public var overlap: Double
  /// Kinds of matters that may come before it.
  public var access: MatterSet
  /// Reaches of matters that may come before it.
  public var scopes: ScopeSet = .all
  /// Matters that fit on the agenda of one sitting.
  public var agendaPlaces: Int = 4
  /// A matter that was before another platform brings its part of the energy kept there; else that part is lost.
  public var refers = false
  /// Its sittings are held together with those of other platforms with this flag.
  public var jointSittings = false
}

/// A set of kinds of matters.
public struct MatterSet: OptionSet, Sendable, Equatable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  public init(_ kind: DemandKind) { rawValue = 1 << UInt16(kind.rawValue) }

  public static let all = MatterSet(rawValue: (1 << UInt16(DemandKind.allCases.count)) - 1)
  @inline(__always)
  func contains(_ kind: DemandKind) -> Bool { rawValue & (1 << UInt16(kind.rawValue)) != 0 }
}

/// A set of scopes.
public struct ScopeSet: OptionSet, Sendable, Equatable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Buildings and the neighbourhood.
  public static let local = ScopeSet(
    rawValue: 1 << Scope.building.rawValue | 1 << Scope.neighbourhood.rawValue)
  /// Block and subdistrict.
  public static let wide = ScopeSet(rawValue: 1 << Scope.block.rawValue | 1 << Scope.subdistrict.rawValue)
  public static let all: ScopeSet = [.local, .wide]
  /// One building group.
  public static let building = ScopeSet(rawValue: 1 << Scope.building.rawValue)
  @inline(__always)
  func contains(_ scope: Scope) -> Bool { rawValue & (1 << scope.rawValue) != 0 }
}
