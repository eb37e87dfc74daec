/// All residents of a world, one column per attribute, sorted by neighbourhood and building group.
///
/// An entity is its index. Columns that change every week are swept; the rest are touched by events.
public struct Residents: ~Copyable, Sendable {
  public let count: Int

  // Traits: fixed for a run.
  var traits: Column<Traits>
  /// Free hours a week.
  var freeHours: Column<UInt8>
  /// Building group, counted within the neighbourhood.
  var group: Column<UInt16>
  /// Unit of the workplace if it is in the city, else −1.
  var unit: Column<Int32>
  /// Standing readiness to take part, on the scale of the participation logit: disposition less cost of time.
  var readiness: Column<Float>

  // State: 0–1 unless said otherwise.
  /// Orientation to public matters (公共性).
  var publicness: Column<Float>
  /// Identification with the community (认同).
  var identification: Column<Float>
  /// Trust in classes of bodies: one value per ``BodyClass`` for each resident, side by side, because who meets
  /// one class mostly weighs it against the others.
  var trust: Column<Float>
  /// Perceived efficacy of addressing a class of bodies, laid out like ``trust``.
  var efficacy: Column<Float>
  var fatigue: Column<Float>
  var grievance: Column<Float>
  var expectation: Column<Float>
  /// Position towards the public narrative.
  var opinion: Column<Float>
  /// Week of the latest public act plus one; 0 for never.
  var lastActive: Column<UInt16>
  var status: Column<Status>
  /// Ties to residents who took part in the last quarter.
  var activeTies: Column<UInt8>

  init(count: Int) {
    self.count = count
    traits = Column(count, fill: Traits())
    freeHours = Column(count, fill: 0)
    group = Column(count, fill: 0)
    unit = Column(count, fill: -1)
    readiness = Column(count, fill: 0)
    publicness = Column(count, fill: 0)
    identification = Column(count, fill: 0)
    trust = Column(count * BodyClass.count, fill: 0)
    efficacy = Column(count * BodyClass.count, fill: 0)
    fatigue = Column(count, fill: 0)
    grievance = Column(count, fill: 0)
    expectation = Column(count, fill: 0)
    opinion = Column(count, fill: 0)
    lastActive = Column(count, fill: 0)
    status = Column(count, fill: [])
    activeTies = Column(count, fill: 0)
  }

  /// Kinds of bodies that residents hold trust and efficacy in.
  public enum BodyClass: Int, CaseIterable, Sendable {
    /// Residents' committee and its stations.
    case committee
    /// Party units.
    case core
    /// Subdistrict, departments, hotline.
    case government
    /// Neighbours, owners' committees, social organisations.
    case associations

    /// One value for each class, in the order of the cases, as the columns ``Residents/trust`` and
    /// ``Residents/efficacy`` hold them for each resident.
    typealias Values<Scalar: SIMDScalar> = SIMD4<Scalar>

    @inline(__always)
    static var count: Int { Values<Float>.scalarCount }
  }

  /// Flags that change during a run.
  struct Status: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt8
    /// Registered as a volunteer.
    static let volunteer = Status(rawValue: 1)
    /// Asked this week by somebody known.
    static let asked = Status(rawValue: 2)
    /// Is a registered Party member or has a tie to one; kept while ties come and go.
    static let knowsMember = Status(rawValue: 4)
    /// Member of a self-organised group.
    static let associated = Status(rawValue: 16)
    /// Took part within the last quarter; mirrors ``Residents/lastActive``.
    static let active = Status(rawValue: 32)
  }
}

/// What does not change about a resident, in 16 bits.
public struct Traits: BitwiseCopyable, Sendable, Equatable {
  public private(set) var bits: UInt16 = 0

  public init() {}

  public init(
    age: AgeBand, occupation: Occupation, owner: Bool, migrant: Bool, registeredMember: Bool,
    inServiceMember: Bool,
    skill: Skill
  ) {
    bits = UInt16(age.rawValue) | UInt16(occupation.rawValue) << 3 | (owner ? 32 : 0) | (migrant ? 64 : 0)
    bits |= (registeredMember ? 128 : 0) | (inServiceMember ? 256 : 0) | UInt16(skill.rawValue) << 9
  }

  public enum AgeBand: UInt8, CaseIterable, Sendable {
    case under18, from18, from30, from50, from60, from70
  }
  public enum Occupation: UInt8, CaseIterable, Sendable { case employed, retired, other }
  public enum Skill: UInt8, CaseIterable, Sendable {
    case none
    /// Can run a group or a project.
    case organising
    /// Property, law, care, technology.
    case professional
  }

  // Bits are made by `init` alone, out of cases: every value of a field is the raw value of one.
  public var age: AgeBand { AgeBand(rawValue: UInt8(truncatingIfNeeded: bits & 7)).unsafelyUnwrapped }
  public var occupation: Occupation {
    Occupation(rawValue: UInt8(truncatingIfNeeded: bits >> 3 & 3)).unsafelyUnwrapped
  }
  public var isAdult: Bool { bits & 7 != 0 }
  public var isOwner: Bool { bits & 32 != 0 }
  public var isMigrant: Bool { bits & 64 != 0 }
  /// Party member registered in the residential community (of these, some are in service).
  public var isRegisteredMember: Bool { bits & 128 != 0 }
  /// Party member in employment: registered here and in service, or registered at the workplace.
  public var isInServiceMember: Bool { bits & 256 != 0 }
  public var isMember: Bool { bits & 384 != 0 }
  public var skill: Skill { Skill(rawValue: UInt8(truncatingIfNeeded: bits >> 9 & 3)).unsafelyUnwrapped }
}

extension Residents {
  /// The bases of the columns that readings go over, taken once before a loop.
  struct Columns {
    let traits: UnsafePointer<Traits>
    let publicness: UnsafePointer<Float>
    let identification: UnsafePointer<Float>
    let grievance: UnsafePointer<Float>
    let lastActive: UnsafePointer<UInt16>
    let status: UnsafePointer<Status>
  }

  var columns: Columns {
    Columns(
      traits: traits.base, publicness: publicness.base,
      identification: identification.base,
      grievance: grievance.base, lastActive: lastActive.base, status: status.base)
  }
}

extension Residents {
  /// Bytes in use by all columns.
  var bytes: Int {
    traits.bytes + freeHours.bytes + group.bytes + unit.bytes + readiness.bytes + publicness.bytes
      + identification.bytes + trust.bytes + efficacy.bytes + fatigue.bytes + grievance.bytes
      + expectation.bytes
      + opinion.bytes + lastActive.bytes + status.bytes + activeTies.bytes
  }
}
