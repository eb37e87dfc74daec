/// The space ladder: a place that is near, open and of use is visited, and visitors meet
/// (adapted from Yin Lu: physical, then social, then shared space).
enum Visits: ReadsPlaces, ChangesResidents, ChangesTies, ChangesVenues, Counts, Pays, UsesIdentification,
  UsesLending, UsesNarrative, UsesUnitRelations
{
  /// How much less a place is used for being far.
  static func nearness(_ distance: Double, _ p: Parameters) -> Double {
    1 / (1 + (distance / p[.walkingHalf]) * (distance / p[.walkingHalf]))
  }

  /// Opening hours a week for which the rate of visits is meant.
  private static let usualHours = 60.0

  /// Visits a resident pays in a week.
  static func visitRate(distance: Double, openHours: Double, _ p: Parameters) -> Double {
    p[.visits] * min(openHours / usualHours, p[.longOpening])
      / (1 + (distance / p[.walkingHalf]) * (distance / p[.walkingHalf]))
  }

  /// What a fee leaves of visits, against what a member of a group gives to a project of its own.
  static func feeFactor(_ fee: Double, memberYuan: Double, _ p: Parameters) -> Double {
    fee <= 0 ? 1 : memberYuan / (memberYuan + p[.feeWeight] * fee)
  }

  static func run(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    let draws = world.random.stream(.visiting, week: world.week)
    let workDraws = world.random.stream(.workersVisiting, week: world.week)
    for v in world.venues(inTurn: .venues) where world.structure.venues[v].openHours > 0 {
      let venue = world.structure.venues[v]
      let use = world.use(of: venue)
      let admitted = world.admitted(venue, v, use: use)
      for n in world.inTurn(venue.serves, .venues) {
        let rate =
          visitRate(distance: world.distance(n, to: venue), openHours: venue.openHours, p) * use * admitted
          * feeFactor(
            world.structure.services[n].sharing.fee, memberYuan: world.conditions[.memberYuan], p)
        if venue.guests.contains(.residents) {
          receive(&world, v, n, rate: rate, draws.of(venue), areWorkers: false)
        }
        if venue.guests.contains(.workers) {
          receive(&world, v, n, rate: rate, workDraws.of(venue), areWorkers: true)
        }
        if venue.guests.contains(.units) { UnitRelations.visit(&world.unitRelations, venue, n, rate: rate) }
      }
    }
  }

  /// The week's visitors from one neighbourhood; each may meet the one before.
  private static func receive(
    _ world: inout Reach<Self>, _ v: Int, _ n: Int, rate: Double, _ own: RandomStream, areWorkers: Bool
  ) {
    let p = world.setting.parameters
    let venue = world.structure.venues[v]
    let people = world.people(of: n, areWorkers: areWorkers)
    if people == 0 { return }
    let visits = world.takeSeats(v, own.poisson(mean: rate * Double(people), n))
    if venue.fee > 0 { world.payFees(visits, venue, n) }
    Lending.payFees(&world.lending, visits: visits, n)
    let meeting = p[.meetingChance] * p[.lesserOccasion] * venue.usability
    var last = -1
    for k in 0..<visits {
      let i = visitor(world, people, own, n, k, areWorkers: areWorkers)
      world.countVisit(i, n)
      if last >= 0 && own.happens(meeting, n, 1_000_000 + k) {
        world.meet(last, i, gain: p[.tieGain])
        // A meeting at work says nothing about the place where one lives.
        if !areWorkers { Identification.afterVisit(&world.identification, resident: i) }
      }
      last = i
    }
  }

  /// Of two people the one with more free time.
  private static func visitor(
    _ world: borrowing Reach<Self>, _ people: Int, _ draws: RandomStream, _ n: Int, _ k: Int, areWorkers: Bool
  ) -> Int {
    let a = world.person(draws.index(below: people, n, 2 * k + 2), of: n, areWorkers: areWorkers)
    let b = world.person(draws.index(below: people, n, 2 * k + 3), of: n, areWorkers: areWorkers)
    return world.residents.freeHours[a] >= world.residents.freeHours[b] ? a : b
  }

  /// The operators' people ask some of their visitors to take part where they live, as far as their hours reach.
  static func ask(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    for v in world.venues(inTurn: .guests) {
      let venue = world.structure.venues[v]
      if venue.asks == 0 || venue.openHours == 0 { continue }
      let draws = world.random.stream(.guestsAsked, week: world.week).of(venue)
      for n in world.inTurn(venue.serves, .guests) {
        let rate =
          visitRate(distance: world.distance(n, to: venue), openHours: venue.openHours, p)
          * world.use(of: venue) * venue.asks
        for areWorkers in [false, true]
        where venue.guests.contains(areWorkers ? .workers : .residents) {
          let people = world.people(of: n, areWorkers: areWorkers)
          if people == 0 { continue }
          let key = 2 * n + (areWorkers ? 1 : 0)
          for k in 0..<draws.poisson(mean: rate * Double(people), key) {
            let minutes = world.conditions[.askMinutes]
            if !world.spendBrokering(minutes: minutes, of: venue.operatorSlot, for: .brokering) { break }
            let i = world.person(draws.index(below: people, key, k + 1), of: n, areWorkers: areWorkers)
            world.ask(i)
          }
        }
      }
    }
  }
}

extension RandomStream {
  /// The numbers of one place.
  func of(_ venue: Venue) -> RandomStream {
    let own = substream(venue.operatorSlot)
    return venue.number == 0 ? own : own.substream(venue.number)
  }
}

extension Reach {
  /// Factor on visits of what a place is and costs.
  func use(of venue: Venue) -> Double {
    venue.recognisability * venue.usability
      * Visits.feeFactor(venue.fee, memberYuan: conditions[.memberYuan], setting.parameters)
  }
}

extension Reach where L: ReadsPlaces {
  /// How many residents, or people at work, a neighbourhood has.
  func people(of n: Int, areWorkers: Bool) -> Int {
    areWorkers ? neighbourhoods[n].workers.count : places.neighbourhoods[n].residents.count
  }

  func person(_ k: Int, of n: Int, areWorkers: Bool) -> Int {
    areWorkers ? Int(neighbourhoods[n].workers[k]) : places.neighbourhoods[n].residents.lowerBound + k
  }
}

extension Reach where L: ReadsPlaces, L: ReadsVenues {
  /// Share of those who would come for whom there is a place: the same for all neighbourhoods it serves.
  func admitted(_ venue: Venue, _ v: Int, use: Double) -> Double {
    if venue.capacity == nil { return 1 }
    var wish = 0.0
    for n in venue.serves {
      let rate = Visits.visitRate(
        distance: distance(n, to: venue), openHours: venue.openHours, setting.parameters)
      for areWorkers in [false, true] where venue.guests.contains(areWorkers ? .workers : .residents) {
        wish += rate * use * Double(people(of: n, areWorkers: areWorkers))
      }
    }
    return wish <= 0 ? 1 : min(1, Double(seats(v)) / wish)
  }
}

extension Reach where L: ReadsVenues {
  /// Places that a venue has left this week.
  func seats(_ v: Int) -> Int {
    v < seatsLeft.count ? seatsLeft[v] : structure.venues[v].capacity ?? Int.max
  }
}

extension Reach where L: ChangesVenues {
  /// Takes as many of the places as there are; returns how many.
  mutating func takeSeats(_ v: Int, _ wanted: Int) -> Int {
    guard v < seatsLeft.count else { return min(wanted, structure.venues[v].capacity ?? wanted) }
    let taken = min(wanted, seatsLeft[v])
    if seatsLeft[v] < Int.max { write.seatsLeft[v] -= taken }
    return taken
  }
}

extension Reach where L: ReadsResidents, L: Counts {
  mutating func countVisit(_ i: Int, _ n: Int) {
    write.tally.add(.visits, n)
    if residents.traits[i].age.rawValue >= Traits.AgeBand.from60.rawValue {
      write.tally.add(.visitors60plus, n)
    }
  }
}

extension Reach where L: ReadsResidents, L: Pays {
  /// Visitors pay out of their own pockets; the operator spends it on activities.
  mutating func payFees(_ visits: Int, _ venue: Venue, _ n: Int) {
    let yuan = Int64(Double(visits) * venue.fee)
    let residents = slots.slot(.residents, n)
    pay(.money, yuan, from: slots.slot(.market), to: residents, for: .wage)
    pay(.money, yuan, from: residents, to: venue.operatorSlot, for: .contribution)
  }
}

extension Identification {
  /// After being among others in a shared place.
  static func afterVisit(_ world: inout Reach<Self>, resident i: Int) {
    let p = world.setting.parameters
    let identification = world.residents.identification[i]
    world.write.residents.identification[i] =
      identification + Float(p[.witnessedStep]) * Float(p[.identificationGain]) * (1 - identification)
  }
}
