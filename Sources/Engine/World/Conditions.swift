/// Conditions of a scenario: no policy chooses them, a sweep varies them.
public struct Conditions: Sendable, Equatable {
  public var values = Quantities<ConditionID>()
  /// Changes of a condition at a given week: subsidy cuts, withdrawn pushes.
  public var changes: [Change] = []
  public var shocks: [Shock] = []

  public init() {}

  public subscript(id: ConditionID) -> Double { values[id] }

  /// From `week` on (counted from the start of the run) the condition has this value.
  public struct Change: Sendable, Equatable {
    public var week: Int
    public var condition: ConditionID
    public var value: Double
    public init(week: Int, condition: ConditionID, value: Double) {
      self.week = week
      self.condition = condition
      self.value = value
    }
  }

  /// A time of extraordinary needs: an Expo, an epidemic, a heat wave.
  public struct Shock: Sendable, Equatable {
    public var week: Int
    public var weeks: Int
    /// Factor on the arrival of needs and of administrative tasks while it lasts.
    public var load: Double
    public init(week: Int, weeks: Int, load: Double) {
      self.week = week
      self.weeks = weeks
      self.load = load
    }
  }
}

/// The conditions that are single numbers.
public enum ConditionID: Int, QuantityID {
  case demandLoad
  case heterogeneity, renters, migrants, tieDensity, ownersCommittees

  public static let table: [Quantity] = [
    Quantity("demandLoad", 1, "factor", 0...5, "assumption", "factor on the arrival of needs"),
    Quantity(
      "heterogeneity", 1, "factor", 0...2, "assumption",
      "factor on the spread of residents' readiness and opinion at week 0"),
    Quantity("renters", 1, "factor", 0...2, "row 20", "factor on the shares of renters by kind and origin"),
    Quantity("migrants", 1, "factor", 0...2, "row 18", "factor on the shares of migrants by kind"),
    Quantity(
      "tieDensity", 1, "factor", 0...2, "assumption",
      "factor on the mean number of ties a resident begins with; above 1 it acts less, as places fill up"),
    Quantity(
      "ownersCommittees", 0.75, "share", 0...1, "row 15 (assumption 0.6–0.9)",
      "share of neighbourhoods of eligible kinds that have an owners' committee"),
  ]
}
