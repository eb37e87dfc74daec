/// Activities in places: somebody begins them, somebody runs them, and they are occasions to take part.
///
/// The same for all places: an activity is held where there is a room, a resident who begins it if it takes one, and
/// whoever runs it has the time, or can be paid. What differs is who that is.
enum Activities: ReadsBodies, ReadsTies, ChangesPlaces, ChangesResidents, ChangesVenues, Counts, Pays,
  UsesAssociations
{
  static func run(_ world: inout Reach<Self>) {
    if !world.activities.isEmpty {
      world.write.activities.removeAll(keepingCapacity: true)
      for n in world.neighbourhoods.indices { world.write.neighbourhoods[n].activities.removeAll() }
    }
    let venues = world.structure.venues
    world.write.seatsLeft = venues.map { $0.capacity ?? Int.max }
    // Several may need the hours of one body or the money of one committee.
    for v in world.venues(inTurn: .programmes) where venues[v].openHours > 0 {
      let venue = venues[v]
      guard let programme = venue.programme else { continue }
      let draws = world.random.stream(.activities, week: world.week).of(venue)
      let due = Int(programme.perWeek * Double(world.week + 1)) - Int(programme.perWeek * Double(world.week))
      for k in 0..<due { hold(&world, v, programme, draws.substream(k)) }
    }
  }

  private enum Runner: Int { case contractors, staff, residents }

  private static func hold(
    _ world: inout Reach<Self>, _ v: Int, _ programme: Programme, _ draws: RandomStream
  ) {
    let venue = world.structure.venues[v]
    let host = home(world, venue, draws)
    let shares = [programme.purchased, programme.centreRun, programme.residentRun]
    guard let runner = draws.weighted(shares, 1).flatMap(Runner.init) else { return }
    var organiser: Int?
    if programme.startedByResidents || runner == .residents {
      organiser = find(world, host, draws)
      if organiser == nil { return }
    }
    let minutes = Int64(programme.minutes)
    if world.ledger.balance(.venue, venue.operatorSlot) < minutes { return }
    guard let skill = run(&world, venue, programme, by: runner, organiser, host) else { return }
    let done = world.slots.slot(.doneWork)
    world.pay(.venue, minutes, from: venue.operatorSlot, to: done, for: .activity)
    world.write.activities.append(Activity(venue: v, organiser: organiser, home: host))
    let worth = skill * world.use(of: venue)
    for n in venue.serves {
      let near = Visits.nearness(world.distance(n, to: venue), world.setting.parameters)
      world.write.neighbourhoods[n].activities.append(
        ActivityOffer(activity: world.activities.count - 1, weight: worth * near))
    }
    guard let i = organiser else { return }
    // To begin something is to give an hour to it; whom one knows hears of it first.
    if runner != .residents { world.spendResidentsTime(Int64(Calendar.minutesPerHour), host, for: .activity) }
    world.write.neighbourhoods[host].participants.append(
      ParticipationRecord(resident: UInt32(i), target: target(ofOffer: 0)))
  }

  /// The neighbourhood from which an activity is organised: the larger and nearer, the likelier.
  private static func home(_ world: borrowing Reach<Self>, _ venue: Venue, _ draws: RandomStream) -> Int {
    var weights: [Double] = []
    for n in venue.serves {
      weights.append(
        Double(world.places.neighbourhoods[n].residents.count)
          * Visits.nearness(world.distance(n, to: venue), world.setting.parameters))
    }
    return venue.serves[draws.weighted(weights, 2) ?? 0]
  }

  /// Somebody among those who could be chosen as representatives who is ready to begin something.
  private static func find(_ world: borrowing Reach<Self>, _ n: Int, _ draws: RandomStream) -> Int? {
    let candidates = world.neighbourhoods[n].candidates
    if candidates.isEmpty { return nil }
    for look in 0..<Int(world.conditions[.organiserLooks]) {
      let i = Int(candidates[draws.index(below: candidates.count, 3, look)])
      let drive = Double(
        world.residents.publicness[i] * world.residents.identification[i]
          * (1 - world.residents.fatigue[i]))
      if draws.happens(drive, 4, look) { return i }
    }
    return nil
  }

  /// Whoever runs it gives the time; returns their skill, nil where nobody does.
  private static func run(
    _ world: inout Reach<Self>, _ venue: Venue, _ programme: Programme, by runner: Runner, _ organiser: Int?,
    _ host: Int
  ) -> Double? {
    let minutes = Int64(programme.minutes)
    let done = world.slots.slot(.doneWork)
    switch runner {
    case .contractors:
      if !buy(&world, Int64(programme.yuan), venue, host) { return nil }
      let contractors = world.slots.slot(.contractors, host)
      world.pay(.time, minutes, from: world.slots.slot(.nature), to: contractors, for: .working)
      world.pay(.time, minutes, from: contractors, to: done, for: .activity)
      return programme.contractorSkill
    case .staff:
      let kept = Int64(world.actors[venue.operatorSlot].brokering)
      guard world.ledger.balance(.time, venue.operatorSlot) >= minutes + kept,
        let body = world.structure.body(slot: venue.operatorSlot)
      else { return nil }
      world.pay(.time, minutes, from: venue.operatorSlot, to: done, for: .activity)
      return body.skill
    case .residents:
      guard let i = organiser else { return nil }
      world.spendResidentsTime(minutes, host, for: .activity)
      let isSkilled = world.residents.traits[i].skill != .none
      return world.conditions[.staffSkill] * (isSkilled ? 1 : world.setting.parameters[.unskilledWork])
    }
  }

  /// Out of what visitors paid, else out of the residents' committee's budget.
  private static func buy(_ world: inout Reach<Self>, _ yuan: Int64, _ venue: Venue, _ host: Int) -> Bool {
    let committee = world.slots.slot(.residentsCommittee, host)
    let own = min(yuan, world.ledger.balance(.money, venue.operatorSlot))
    if world.ledger.balance(.money, committee) < yuan - own { return false }
    let market = world.slots.slot(.market)
    world.pay(.money, own, from: venue.operatorSlot, to: market, for: .activity)
    world.pay(.money, yuan - own, from: committee, to: market, for: .activity)
    return true
  }

  // MARK: Taking part

  /// What a resident who comes to the offer of this index has joined.
  static func target(ofOffer index: Int) -> Int32 { Int32.min + Int32(index) }
  static func offer(of target: Int32) -> Int? { target < -1_000_000_000 ? Int(target - Int32.min) : nil }

  /// Those who began an activity of this week take part in it.
  static func joinOrganisers(_ world: inout Reach<Self>, _ n: Int) {
    for (index, offer) in world.neighbourhoods[n].activities.enumerated() {
      let activity = world.activities[offer.activity]
      guard activity.home == n, let i = activity.organiser else { continue }
      world.write.neighbourhoods[n].participants.append(
        ParticipationRecord(resident: UInt32(i), target: target(ofOffer: index)))
      world.markActive(i)
      let fatigue = world.residents.fatigue[i]
      world.write.residents.fatigue[i] =
        fatigue + Float(world.setting.parameters[.fatigueGain]) * (1 - fatigue)
    }
  }

  /// A resident comes: a seat, a fee; the group of whoever began it gains drive.
  static func attended(_ world: inout Reach<Self>, _ n: Int, offer index: Int, by i: Int) {
    let activity = world.activities[world.neighbourhoods[n].activities[index].activity]
    let venue = world.structure.venues[activity.venue]
    _ = world.takeSeats(activity.venue, 1)
    if venue.fee > 0 { world.payFees(1, venue, n) }
    world.countVisit(i, n)
    guard let organiser = activity.organiser, activity.home == n else { return }
    let groups = world.neighbourhoods[n].associations
    if let a = groups.firstIndex(where: { $0.members.contains(UInt32(organiser)) }) {
      Associations.attended(&world.associations, n, association: a, by: i)
    }
  }
}
