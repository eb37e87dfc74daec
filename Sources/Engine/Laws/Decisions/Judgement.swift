/// Residents' judgement: once a quarter, where something depends on it, a committee is judged by those it serves.
enum Judgement: ReadsResidents, ChangesPlaces {
  static func quarter(_ world: inout Reach<Self>) {
    for n in world.neighbourhoods.indices {
      let evaluation = world.structure.evaluations[n]
      if evaluation.budgetShare == 0 {
        world.write.neighbourhoods[n].judgement = 1
      } else {
        switch evaluation.basis {
        case .solved: world.write.neighbourhoods[n].judgement = solved(world.neighbourhoods[n])
        case .trust: world.write.neighbourhoods[n].judgement = trust(world, n)
        }
      }
      world.write.neighbourhoods[n].closedThisQuarter = 0
      world.write.neighbourhoods[n].solvedThisQuarter = 0
    }
  }

  /// Share of the demands closed in the quarter that were truly solved; 1 where there were none.
  static func solved(_ place: NeighbourhoodState) -> Double {
    place.closedThisQuarter == 0 ? 1 : Double(place.solvedThisQuarter) / Double(place.closedThisQuarter)
  }

  private static func trust(_ world: borrowing Reach<Self>, _ n: Int) -> Double {
    let range = world.places.neighbourhoods[n].residents
    var sum = 0.0
    for i in range { sum += Double(world.residents.trust[world.classIndex(.committee, i)]) }
    return range.isEmpty ? 1 : sum / Double(range.count)
  }
}
