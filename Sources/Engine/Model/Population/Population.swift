/// A world's people, places, ties and units at week 0.
public struct Population: ~Copyable, Sendable {
  public let places: Places
  public internal(set) var residents: Residents
  public internal(set) var ties: Ties
  public internal(set) var units: Units

  /// Builds the world of a city: a pure function of its arguments.
  /// - Throws: ``SimulationError`` of stage `population` where the figures of the city contradict one another.
  public init(
    city: City, parameters: Parameters, conditions: Conditions, random: RandomSource
  ) throws(SimulationError) {
    var plan = try Places.plan(city: city, conditions: conditions, random: random)
    var people = Residents(count: plan.places.residents)
    people.drawTraits(plan, conditions: conditions, random: random)
    try people.drawMembers(plan, conditions: conditions, random: random)
    people.drawState(plan, parameters: parameters, conditions: conditions, random: random)
    let units = try Units(&plan, conditions: conditions, random: random)
    people.drawWorkplaces(plan.places, units: units, random: random)
    ties = Ties(people, plan.places, conditions: conditions, random: random)
    places = plan.places
    residents = people
    self.units = units
  }
}
