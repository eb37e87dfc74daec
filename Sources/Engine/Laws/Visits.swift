/// The space ladder: a place that is near and open is visited, and visitors meet
/// (adapted from Yin Lu: physical, then social, then shared space).
enum Visits {
  /// Visits a resident pays in a week.
  static func visitRate(distance: Double, openHours: Double, _ p: Parameters) -> Double {
    p[.visits] * min(openHours / 60, 1.5) / (1 + (distance / p[.walkingHalf]) * (distance / p[.walkingHalf]))
  }

  static func run(_ world: inout World) {
    let p = world.setting.parameters
    let draws = world.random.stream(.visiting, week: world.week)
    for venue in world.structure.venues where venue.openHours > 0 {
      for n in venue.serves {
        let place = world.places.neighbourhoods[n]
        let dx = place.x - venue.x
        let dy = place.y - venue.y
        let rate =
          visitRate(distance: (dx * dx + dy * dy).squareRoot(), openHours: venue.openHours, p)
          * Lending.visitShare(fee: world.structure.services[n].sharing.fee)
        let own = draws.substream(venue.operatorSlot)
        let visits = own.poisson(mean: rate * Double(place.residents.count), n)
        var last = -1
        for k in 0..<visits {
          let i = visitor(world, place.residents, own, n, k)
          world.tally.add(.visits, n)
          if world.population.residents.traits[i].age.rawValue >= Traits.AgeBand.from60.rawValue {
            world.tally.add(.visitors60plus, n)
          }
          if last >= 0 && own.happens(p[.meetingChance] * 0.5, n, 1_000_000 + k) {
            world.meet(last, i, gain: p[.tieGain])
            Identification.afterVisit(&world, resident: i)
          }
          last = i
        }
        Lending.payFees(&world, visits: visits, n)
      }
    }
  }

  /// Of two residents the one with more free time.
  private static func visitor(
    _ world: borrowing World, _ range: Range<Int>, _ draws: RandomStream, _ n: Int, _ k: Int
  ) -> Int {
    let a = range.lowerBound + draws.index(below: range.count, n, 2 * k + 2)
    let b = range.lowerBound + draws.index(below: range.count, n, 2 * k + 3)
    return world.population.residents.freeHours[a] >= world.population.residents.freeHours[b] ? a : b
  }
}

extension Identification {
  /// After being among others in a shared place.
  static func afterVisit(_ world: inout World, resident i: Int) {
    let identification = world.population.residents.identification[i]
    world.population.residents.identification[i] =
      identification + 0.2 * Float(world.setting.parameters[.identificationGain]) * (1 - identification)
  }
}
