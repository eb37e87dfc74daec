/// Everything a run is a function of, apart from seed and replicate.
public struct Setting: Sendable, Equatable {
  public var schedule = Schedule()
  public var city = City.lingyun
  public var parameters = Parameters()
  public var conditions = Conditions()
  public var forms = LawForms()
  public var mechanisms: [MechanismUse] = []
  public var weights = CompositeWeights()

  public init() {}
}

/// The weeks of a run. A week is one tick; 13 make a quarter, 52 a year.
public struct Schedule: Sendable, Equatable {
  /// Year and month (1–12) of week 0.
  public var startYear = 2014
  public var startMonth = 12
  /// Weeks before observation starts; runs settle in them.
  public var burnIn = 52
  /// Weeks that are observed after the burn-in.
  public var observed = 260
  /// Weeks between two rows of the series.
  public var interval = 4

  public init() {}

  public var total: Int { burnIn + observed }
}
