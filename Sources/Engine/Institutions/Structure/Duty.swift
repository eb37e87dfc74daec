/// Time that some residents owe where they live: a duty binds, but what is kept of it is theirs to decide.
public struct Duty: Sendable, Equatable {
  /// Who owes it.
  public enum Holders: Int, Sendable, Equatable {
    /// Party members registered in the neighbourhood.
    case registeredMembers
    /// Members in employment who live there, wherever they are registered.
    case inServiceMembers
  }
  /// What the time goes into.
  public enum Work: Int, Sendable, Equatable {
    /// Asking, mediating, finding who could help.
    case brokering
    /// Hands for projects.
    case hands
    /// What each can do best: professionals' work of those who have a profession, hands of the others.
    case profession
    /// Sittings of the unit itself.
    case meeting
  }
  public var holders: Holders
  /// Share of them who owe it, 0–1.
  public var share: Double
  /// Minutes a month of each.
  public var minutesPerMonth: Double
  public var work: Work
  /// How far somebody looks whether it was done, 0–1.
  public var followUp: Double = 0
}

/// How the hours of duties are accounted for in a neighbourhood.
public struct DutyCount: Sendable, Equatable {
  public enum Counted: String, OptionChoice { case all, hands, brokering }
  /// How far somebody looks whether the counted work was done, 0–1.
  public var followUp: Double = 0
  /// Which work is counted.
  public var counted: Counted = .all
  /// Share of counted hours that is made known to the other members, 0–1.
  public var madeKnown: Double = 0

  func counts(_ work: Duty.Work) -> Bool {
    switch counted {
    case .all: true
    case .hands: work == .hands || work == .profession
    case .brokering: work == .brokering || work == .meeting
    }
  }
}
