/// A right to be heard: matters of some kinds are not decided before those concerned have been heard.
public struct Hearing: Sendable, Equatable {
  public var kinds: MatterSet
  /// Rounds that it takes, and the minutes of one.
  public var rounds: Int
  public var minutes: Int
  /// Share of those invited who must come for a round to count, 0–1.
  public var quorum: Double
  /// Share of the matters of these kinds that need it, counted as in ``Rights/releasedDecisions``.
  public var share = 1.0
  /// Share of them that those who were heard decide themselves; the others go on to a sitting.
  public var decides = 0.0
}
