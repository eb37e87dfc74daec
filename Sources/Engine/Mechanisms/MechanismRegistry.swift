/// All mechanisms, in the order in which they change structure: first those that make bodies and platforms, then
/// those that set rights, information and style over all that stand.
public enum MechanismRegistry {
  static let all: [any Mechanism.Type] = [
    GridStaffing.self,
    LeadershipSystem.self,
    OneCoreOneStationTwoCommittees.self,
    BlockHub.self,
    JointConference.self,
    CommunityCommittee.self,
    PartTimeMembers.self,
    AutonomyFund.self,
    Empowerment.self,
    BottomUpAgenda.self,
    PlatformDivision.self,
    PreciseMatching.self,
    JointDuty.self,
    CadreVisits.self,
    OnlineChannels.self,
    CommunityNarrative.self,
    ProjectLeadership.self,
    SteeringStyle.self,
    ResidentEvaluation.self,
  ]

  public static let descriptions: [MechanismDescription] = all.map { $0.description }

  public static func description(of id: String) -> MechanismDescription? {
    descriptions.first { $0.id == id }
  }
}
