/// What depends on residents' judgement of a neighbourhood's committee.
public struct Evaluation: Sendable, Equatable {
  public enum Basis: String, OptionChoice {
    /// Share of residents' demands truly solved in the last quarter.
    case solved
    /// Mean trust in the committee.
    case trust
  }
  /// Share of the money the committee controls that is paid according to it, 0–1.
  public var budgetShare = 0.0
  public var basis = Basis.solved
}
