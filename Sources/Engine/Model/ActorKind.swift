/// Kinds of actors. An actor is a kind at a place; every actor has one slot, one account and one queue,
/// whether or not a mechanism has brought it to life.
public enum ActorKind: Int, CaseIterable, Sendable {
  // The edges of the world: where resources enter and leave.
  case treasury, nature, market, doneWork, lapsed
  // Subdistrict.
  case subdistrictOffice, workingCommittee, administrativePartyGroup, communityPartyCommittee
  case massOrganisations, professionals, jointConference, communityCommittee
  // Block.
  case blockHub
  // Neighbourhood.
  case residentsCommittee, workStation, serviceStation, residentsAssembly, residentsCouncil, generalBranch
  case ownersCommittee, propertyCompany
  case residents, socialOrganisations, units, projects, releasedFund
  // Brought by mechanisms. New kinds go to the end: the slots, and so the luck, of the others stay.
  // Subdistrict.
  case promotionAssociation, specialCommittees, functionalZone, firmsAlliance, windowsAlliance, addedPlatforms
  case serviceCentre, communityFund, propertySupport, hubPartyOrganisation
  // Block.
  case gridTeam, gridCentre, parkHub
  // Neighbourhood.
  case neighbourhoodCentre, partyUnits, residentsAlliance, laneCommittees, membersCouncil
  case newVillagersCommittee, newVillagersBranch, towerParty, unitsParty, contractors

  public enum Level: Sendable { case city, subdistrict, block, neighbourhood }

  public var level: Level {
    switch self {
    case .treasury, .nature, .market, .doneWork, .lapsed: .city
    case .subdistrictOffice, .workingCommittee, .administrativePartyGroup,
      .communityPartyCommittee,
      .massOrganisations, .professionals, .jointConference, .communityCommittee,
      .promotionAssociation, .specialCommittees, .functionalZone, .firmsAlliance, .windowsAlliance,
      .addedPlatforms, .serviceCentre, .communityFund, .propertySupport, .hubPartyOrganisation:
      .subdistrict
    case .blockHub, .gridTeam, .gridCentre, .parkHub: .block
    default: .neighbourhood
    }
  }

  /// The class of bodies in which residents hold trust in it; nil where they hold none.
  var trustClass: Residents.BodyClass? {
    switch self {
    case .residentsCommittee, .workStation, .serviceStation, .gridTeam: .committee
    case .generalBranch, .workingCommittee, .communityPartyCommittee, .administrativePartyGroup,
      .partyUnits, .newVillagersBranch, .towerParty, .unitsParty, .hubPartyOrganisation, .membersCouncil:
      .core
    case .subdistrictOffice: .government
    case .ownersCommittee, .propertyCompany, .socialOrganisations, .residents, .residentsAssembly,
      .residentsCouncil, .massOrganisations, .blockHub, .jointConference, .communityCommittee,
      .professionals, .promotionAssociation, .specialCommittees, .functionalZone, .firmsAlliance,
      .windowsAlliance, .addedPlatforms, .serviceCentre, .communityFund, .propertySupport, .gridCentre,
      .parkHub, .neighbourhoodCentre, .residentsAlliance, .laneCommittees, .newVillagersCommittee,
      .contractors:
      .associations
    default: nil
    }
  }

  /// The id in `flows.csv`.
  public var name: String { String(describing: self) }
}

/// Numbers of actors of every kind and the slots they have.
public struct ActorSlots: Sendable, Equatable {
  private let base: [Int]
  public let count: Int
  /// The kind of each slot.
  let kinds: [ActorKind]

  init(subdistricts: Int, blocks: Int, neighbourhoods: Int) {
    var base: [Int] = []
    var kinds: [ActorKind] = []
    for kind in ActorKind.allCases {
      base.append(kinds.count)
      let number =
        switch kind.level {
        case .city: 1
        case .subdistrict: subdistricts
        case .block: blocks
        case .neighbourhood: neighbourhoods
        }
      kinds.append(contentsOf: repeatElement(kind, count: number))
    }
    self.base = base
    self.kinds = kinds
    count = kinds.count
  }

  /// The slot of the actor of a kind at a place of its level.
  @inline(__always)
  func slot(_ kind: ActorKind, _ place: Int = 0) -> Int { base[kind.rawValue] + place }

  /// The place of a slot, counted at the level of its kind.
  @inline(__always)
  func place(_ slot: Int) -> Int { slot - base[kinds[slot].rawValue] }
}

extension ActorKind {
  /// Bodies that broker in a neighbourhood, in the order in which they are turned to.
  static let brokers: [ActorKind] = [
    .generalBranch, .partyUnits, .newVillagersBranch, .residentsCommittee, .serviceStation, .workStation,
    .towerParty, .unitsParty, .neighbourhoodCentre, .blockHub, .gridTeam, .gridCentre, .parkHub,
    .massOrganisations, .serviceCentre, .hubPartyOrganisation, .workingCommittee, .communityPartyCommittee,
    .administrativePartyGroup, .subdistrictOffice,
  ]

  /// Has a queue of demands and tasks of its own.
  var hasQueue: Bool {
    switch self {
    case .residentsCommittee, .workStation, .serviceStation, .propertyCompany, .subdistrictOffice,
      .contractors:
      true
    default: false
    }
  }

  /// Platforms of a neighbourhood and of a subdistrict; the first of each is where what is not released is decided.
  static let localPlatforms: [ActorKind] = [
    .residentsCommittee, .residentsAssembly, .residentsCouncil, .ownersCommittee, .laneCommittees,
    .membersCouncil, .residentsAlliance, .newVillagersCommittee,
  ]
  static let widePlatforms: [ActorKind] = [
    .subdistrictOffice, .jointConference, .communityCommittee, .promotionAssociation, .specialCommittees,
    .functionalZone, .firmsAlliance, .windowsAlliance, .addedPlatforms,
  ]
}
