/// All mechanisms, in the order in which they change structure: first those that make bodies and platforms, then
/// those that set rights, information and style over all that stand, then people, their duties
/// and how these are counted.
public enum MechanismRegistry {
  static let all: [any Mechanism.Type] = [
    GridStaffing.self,
    LeadershipSystem.self,
    OneCoreOneStationTwoCommittees.self,
    BlockHub.self,
    ServiceCentres.self,
    ParkHub.self,
    TowerPartyBuilding.self,
    UnitCoverage.self,
    MassOrganisations.self,
    Incubation.self,
    CentreIntegration.self,
    JointConference.self,
    CommunityCommittee.self,
    PromotionAssociation.self,
    FunctionalZonePlatform.self,
    ThreeAlliances.self,
    ResidentsCouncils.self,
    LaneCommittees.self,
    NewVillagers.self,
    ReformPolicy.self,
    ProfessionalSupport.self,
    PartTimeMembers.self,
    BusinessAlliance.self,
    AutonomyFund.self,
    PartyServiceFund.self,
    CommunityFund.self,
    ServicePurchase.self,
    SustainableLoop.self,
    MicroWishes.self,
    Empowerment.self,
    BottomUpAgenda.self,
    Deliberation.self,
    PlatformDivision.self,
    PreciseMatching.self,
    PlatformProjectManagement.self,
    JointDuty.self,
    CadreVisits.self,
    OnlineChannels.self,
    CommunityNarrative.self,
    ProjectLeadership.self,
    SteeringStyle.self,
    ResidentEvaluation.self,
    ThreeTierBranches.self,
    DoubleRegistration.self,
    Pairing.self,
    CommunityWorkers.self,
    LeadSecretaries.self,
    VisibleMembership.self,
    HonourBoard.self,
    MemberPoints.self,
  ]

  public static let descriptions: [MechanismDescription] = all.map { MechanismDescription(of: $0) }

  public static func description(of id: String) -> MechanismDescription? {
    descriptions.first { $0.id == id }
  }
}
