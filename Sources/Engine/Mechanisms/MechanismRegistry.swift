/// All mechanisms, in the order in which they change structure: first those that make bodies and platforms, then
/// those that set rights, information and style over all that stand.
public enum MechanismRegistry {
  static let all: [any Mechanism.Type] = [
    LeadershipSystem.self,
    OneCoreOneStationTwoCommittees.self,
    BlockHub.self,
    JointConference.self,
    CommunityCommittee.self,
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
    PlatformDivision.self,
    PreciseMatching.self,
    SteeringStyle.self,
  ]

  public static let descriptions: [MechanismDescription] = all.map { $0.description }

  public static func description(of id: String) -> MechanismDescription? {
    descriptions.first { $0.id == id }
  }
}
