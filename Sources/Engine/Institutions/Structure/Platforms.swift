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
  /// Share of the matters that may come before it which its own charter lets it decide, 0–1.
  public var decides = 0.0
  /// From whom its residents' seats are filled, and how large a share of them; the others are open to everybody.
  public var pool = SeatPool.everybody
  public var poolShare = 1.0
  /// Which units may hold its units' seats.
  public var unitPool = UnitPool.all
  /// The standing that a seat asks for, 0–1: of residents, publicness; of units, their relation.
  public var entry = 0.0
  /// Only what these people raised may come before it.
  public var mattersOf = SeatPool.everybody
  /// The neighbourhoods whose matters, residents and units it is for; empty for all of its place.
  public var area: [Int] = []
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

extension Structure {
  /// Merges the last of a subdistrict's platforms into the first, if more than one stands beside the office's own.
  mutating func mergeLastPlatform(of s: Int) {
    let standing = ActorKind.widePlatforms.dropFirst().filter { self[platform: $0, s] != nil }
    guard standing.count > 1, let last = standing.last, let other = self[platform: last, s] else { return }
    self[platform: standing[0], s]?.takeOver(other)
    self[platform: last, s] = nil
  }
}

extension Platform {
  /// Any matter of its place may come before it.
  var takesEverything: Bool {
    access == .all && scopes == .all && mattersOf == .everybody && area.isEmpty
  }

  /// Takes over another's matters and people; who sat on both sits once, and sittings are held once.
  mutating func takeOver(_ other: Platform) {
    meetingsPerYear = max(meetingsPerYear, other.meetingsPerYear)
    residentSeats += Int(Double(other.residentSeats) * (1 - other.overlap) + 0.5)
    unitSeats += Int(Double(other.unitSeats) * (1 - other.overlap) + 0.5)
    staffSeats = max(staffSeats, other.staffSeats)
    agendaPlaces += other.agendaPlaces
    access.formUnion(other.access)
    scopes.formUnion(other.scopes)
    decides = max(decides, other.decides)
    // What only one of them asked of people, units and places is asked no longer.
    if pool != other.pool || poolShare != other.poolShare {
      pool = .everybody
      poolShare = 1
    }
    if unitPool != other.unitPool { unitPool = .all }
    if mattersOf != other.mattersOf { mattersOf = .everybody }
    entry = min(entry, other.entry)
    area =
      area.isEmpty || other.area.isEmpty ? [] : area + other.area.filter { !area.contains($0) }
  }
}
