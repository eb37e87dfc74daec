/// Rival forms of laws that decide conclusions; a scenario may choose, the ODD says what hangs on the choice.
public struct LawForms: Sendable, Equatable {
  public enum Matching: String, CaseIterable, Sendable {
    /// Searchers sample offers one by one, as far as their hours and information reach.
    case sampling
    /// Offers found rise as 1 − exp(−information × hours).
    case saturating
  }
  public enum Mediation: String, CaseIterable, Sendable {
    /// Any organisation with members on both sides and hours to spend may mediate.
    case organisations
    /// Only residents and the residents' committee mediate.
    case residents
  }
  public enum Veto: String, CaseIterable, Sendable {
    /// A vetoed matter is refused; the conflict behind it stays alive underground.
    case suppressing
    /// A vetoed matter is refused and its conflict is gone.
    case removing
  }
  public enum CrossAppointment: String, CaseIterable, Sendable {
    /// One person's hours serve two bodies, at the cost of switching between them.
    case sharedHours
    /// Contacts of one body count in full for the other as well.
    case copiedContacts
  }
  public var matching = Matching.sampling
  public var mediation = Mediation.organisations
  public var veto = Veto.suppressing
  public var crossAppointment = CrossAppointment.sharedHours

  public init() {}
}
