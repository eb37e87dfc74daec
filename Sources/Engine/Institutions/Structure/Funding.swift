/// A stream of public money into a neighbourhood.
///
/// The budget is the money that a neighbourhood lives on. Every other fund is earmarked: its money is kept apart
/// and pays for what the fund is for, on its own terms.
public struct Fund: Sendable, Equatable {
  public enum Kind: Int, Sendable, Equatable {
    case budget, selfGovernance, hardware, livelihood, values, pooled, returns, agreements, wages
  }
  public enum Controller: Sendable, Equatable {
    /// Pays for what the committee, or residents' platforms, have decided.
    case committee, residents
    /// Pays for any decided matter to which the Party branch, its members or the subdistrict office agree.
    case branch, members, office
    /// Pays for any decided matter.
    case anyone
  }
  public enum Rhythm: String, OptionChoice {
    /// A thirteenth of the quarter's sum every week.
    case steady
    /// Three years' sum at once, in the fund's first week and in every third year after it.
    case oneOff
  }
  static let oneOffYears = 3
  public var yuanPerYear: Double
  public var controller: Controller
  public var kind: Kind = .budget
  /// The week in which it began.
  public var since = 0
  public var rhythm: Rhythm = .steady
  /// Kinds of matters it pays for.
  public var matters: MatterSet = .all
  /// The most one project may get; nil without limit.
  public var largestProject: Double?
  /// Weeks from decision to payment.
  public var approvalWeeks: Int = 0
  /// What units and residents of the neighbourhood are asked to give, yuan a year.
  public var askedOfUnits = 0.0
  public var askedOfResidents = 0.0
  /// Its money lies in one account for the subdistrict, where the first to come draws.
  public var isPooled = false
}

extension Fund.Controller {
  /// The body that must look at a matter before this money is spent on it.
  var lookingBody: ActorKind? {
    switch self {
    case .branch: .generalBranch
    case .office: .subdistrictOffice
    default: nil
    }
  }
}

extension Structure {
  /// Yuan a year that are left in the budget that the residents' committee controls.
  func budget(of neighbourhood: Int) -> Double {
    funds[neighbourhood].reduce(0) { $0 + ($1.kind == .budget ? $1.yuanPerYear : 0) }
  }

  /// Takes money out of the budget that the residents' committee controls; returns what could be taken.
  mutating func takeFromBudget(of neighbourhood: Int, yuanPerYear wanted: Double) -> Double {
    var taken = 0.0
    for index in funds[neighbourhood].indices where funds[neighbourhood][index].kind == .budget {
      let part = min(wanted - taken, funds[neighbourhood][index].yuanPerYear)
      funds[neighbourhood][index].yuanPerYear -= part
      taken += part
    }
    note(.budget, asked: wanted, got: taken)
    return taken
  }

  /// Adds a fund whose public money is partly new and otherwise taken from the budget, as far as that goes.
  mutating func add(_ fund: Fund, to neighbourhood: Int, newMoney: Double) {
    var fund = fund
    let carved = takeFromBudget(of: neighbourhood, yuanPerYear: fund.yuanPerYear * (1 - newMoney))
    fund.yuanPerYear = fund.yuanPerYear * newMoney + carved
    let all = funds[neighbourhood].reduce(0) { $0 + $1.yuanPerYear } + fund.yuanPerYear
    funds[neighbourhood].append(fund)
    // Who decides on a part of the money decides on as large a part of the matters.
    if fund.controller == .residents && all > 0 {
      rights[neighbourhood].release(money: 0, decisions: fund.yuanPerYear / all)
    }
  }
}

extension Structure {
  /// Whether residents control any public money of a neighbourhood that may go to matters of a kind.
  func releasesMoney(_ neighbourhood: Int, for kind: DemandKind) -> Bool {
    rights[neighbourhood].releasedMoney > 0
      || funds[neighbourhood].contains { $0.controller == .residents && $0.matters.contains(kind) }
  }
}
