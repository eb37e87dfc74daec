/// Who may decide, refuse and set agendas in a neighbourhood, or over wider matters in a subdistrict.
public struct Rights: Sendable, Equatable {
  /// Share of the public money that residents or platforms allocate, 0–1.
  public var releasedMoney: Double = 0
  /// Share of public matters that residents or platforms decide, 0–1.
  public var releasedDecisions: Double = 0
  /// Share of matters with known opposing interests that superiors strike off, 0–1.
  public var veto: Double = 0
  /// Signatures with which residents put a matter on an agenda themselves; nil where they may not.
  public var signatures: Int?
  /// Share of agenda places kept for matters that residents put there, 0–1.
  public var reservedAgenda: Double = 0
  /// Hearings that matters need before they are decided; of several the one with the most rounds holds.
  public var hearings: [Hearing] = []
}

extension Rights {
  /// Releases at least these shares; what another mechanism has released stays.
  mutating func release(money: Double, decisions: Double) {
    releasedMoney = max(releasedMoney, money)
    releasedDecisions = max(releasedDecisions, decisions)
  }
}
