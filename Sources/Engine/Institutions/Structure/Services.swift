/// Work on residents' needs that is bought from social organisations (购买服务).
public struct Contract: Sendable, Equatable {
  /// Out of the neighbourhood's budget.
  public var yuanPerYear: Double
  /// Weeks of one contract; the next is with others.
  public var weeks: Int
  public var since: Int
  /// Share of the work done by the neighbourhood's own groups rather than by organisations from outside, 0–1.
  public var ownGroups: Double
  /// How far those who sell work follow whoever pays, if it is government whose agenda binds, 0–1.
  public var dependence: Double
}

/// A board on which private needs are seen by people who have pledged time for them (微心愿).
public struct WishBoard: Sendable, Equatable {
  /// Share of private needs without a technical side that are put on the board, 0–1.
  public var posted: Double
  /// Weeks that a wish stays on it.
  public var weeks: Int
  /// Minutes a week pledged by members and by units of the neighbourhood.
  public var membersMinutes: Double
  public var unitsMinutes: Double
}

/// A body of professionals that may be called on for some kinds of matters.
public struct Support: Sendable, Equatable {
  public var matters: MatterSet
  /// Who may call: committees and their stations; owners' committees and property companies.
  public var committeesCall: Bool
  public var ownersCall: Bool
  /// Minutes a week that owners of the neighbourhood may buy out of their fund.
  public var boughtMinutes: Double
}

/// Residents' resources that enter through use and lending.
public struct Sharing: Sendable, Equatable {
  /// Yuan for a visit to a venue, and the share of it that goes to the neighbourhood's projects, 0–1.
  public var fee = 0.0
  public var returned = 0.0
  /// Share of the money missing for a matter that those concerned are asked for, 0–1, and the most one gives.
  public var crowdfunding = 0.0
  public var yuanPerHead = 0.0
  /// Share of residents with a profession who are on a list and may be called on, 0–1.
  public var skills = 0.0
  /// Share of a matter's money that things lent could save, 0–1.
  public var things = 0.0
}

/// Agreements between a neighbourhood and firms of its subdistrict: each is a standing tie and a promise.
public struct Agreements: Sendable, Equatable {
  public var number = 0
  /// Promised by each, a year.
  public var yuan = 0.0
  public var minutes = 0.0
  /// Those who search for offers know these firms.
  public var areKnown = false
}

/// What is bought, lent and promised in one neighbourhood.
public struct Services: Sendable, Equatable {
  public var contract: Contract?
  public var board: WishBoard?
  public var support: Support?
  public var sharing = Sharing()
  public var agreements = Agreements()
}

extension MatterSet {
  /// Buildings and what stands about them.
  public static let hardware: MatterSet = [
    MatterSet(.propertyRepair), MatterSet(.parking), MatterSet(.environment), MatterSet(.safety),
  ]
  /// Care, work and dealings with offices.
  public static let livelihood: MatterSet = [
    MatterSet(.elderCare), MatterSet(.children), MatterSet(.jobsLegal), MatterSet(.administrativeService),
  ]
  /// How people live with each other.
  public static let values: MatterSet = [MatterSet(.cultureSport), MatterSet(.neighbourDispute)]
}
