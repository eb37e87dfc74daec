/// A world's people, places, ties and units at week 0.
public struct Population: ~Copyable, Sendable {
  public let places: Places
  public let residents: Residents
  public let ties: Ties
  public let units: Units
}
