/// Weights of the components of the two composites: 0 or more; they are divided by their sum.
public struct CompositeWeights: Sendable, Equatable {
  /// Component ids with their weights, in the order of the components.
  public var vitality: [Component]
  public var order: [Component]

  public struct Component: Sendable, Equatable {
    public let id: String
    public var weight: Double
  }

  public init() {
    vitality = [
      "participation_quarter", "breadth", "initiative", "associations_per_10k", "own_resources",
      "public_issues_per_1k",
    ].map { Component(id: $0, weight: 1) }
    order = [
      "responsiveness", "conflicts_per_10k", "grievance", "escalations_per_resident_year", "coordination",
      "rules_kept",
    ].map { Component(id: $0, weight: 1) }
  }
}
