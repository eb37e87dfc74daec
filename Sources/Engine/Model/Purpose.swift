/// What a transfer is for: the `purpose` of `flows.csv`.
public enum Purpose: Int, CaseIterable, Sendable {
  case budget, working, meeting, administration, service, project, brokering, mediation, activity
  case contribution, wage, spending, lapse, refund

  public var name: String { String(describing: self) }
}
