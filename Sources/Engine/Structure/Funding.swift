/// A stream of public money into a neighbourhood.
public struct Fund: Sendable, Equatable {
  public enum Controller: Sendable, Equatable { case committee, residents }
  public enum Rhythm: Sendable, Equatable {
    /// A thirteenth of the quarter's sum every week.
    case steady
    /// Three years' sum at once, in the first week of every third year of the run.
    case oneOff
  }
  public var yuanPerYear: Double
  public var controller: Controller
  public var rhythm: Rhythm = .steady
  /// The most one project may get; nil without limit.
  public var largestProject: Double?
  /// Weeks from decision to payment.
  public var approvalWeeks: Int = 0
  /// Wages go to the staff as they come; everything else is there to be spent.
  public var purpose: Purpose = .budget
}

extension Structure {
  /// Takes money out of the budget that the residents' committee controls; returns what could be taken.
  mutating func takeFromBudget(of neighbourhood: Int, yuanPerYear wanted: Double) -> Double {
    var taken = 0.0
    for index in funds[neighbourhood].indices
    where funds[neighbourhood][index].controller == .committee
      && funds[neighbourhood][index].purpose != .wage
    {
      let part = min(wanted - taken, funds[neighbourhood][index].yuanPerYear)
      funds[neighbourhood][index].yuanPerYear -= part
      taken += part
    }
    return taken
  }
}

extension Structure {
  /// Whether residents control any public money of a neighbourhood.
  func releasesMoney(_ neighbourhood: Int) -> Bool {
    rights[neighbourhood].releasedMoney > 0 || funds[neighbourhood].contains { $0.controller == .residents }
  }
}
