/// Participation: who comes when there is something to come to.
///
/// A logistic threshold with social influence (Granovetter's threshold model on a network with costs): standing
/// readiness, being asked by somebody known, the active share of one's ties, identification, publicness and
/// efficacy speak for it, fatigue against. Without an occasion nobody takes part.
enum Participation: ReadsDemands, ReadsTies, ReadsVenues, ChangesPlaces, ChangesResidents, Counts, Pays,
  UsesActivities, UsesAssociations
{
  /// Coefficients of the participation logit.
  struct Weights {
    let base: Float
    let asked: Float
    let activeTies: Float
    let identification: Float
    let publicness: Float
    let efficacy: Float
    let fatigue: Float

    init(_ p: Parameters) {
      base = Float(p[.joinBase])
      asked = Float(p[.askedWeight])
      activeTies = Float(p[.activeTiesWeight])
      identification = Float(p[.commitmentWeight])
      publicness = Float(p[.commitmentWeight])
      efficacy = Float(p[.efficacyWeight])
      fatigue = Float(p[.fatigueWeight])
    }

    /// What having heard of active people adds: each counts as an active tie, and nobody minds more than eight.
    func influence(of people: Float) -> Float { activeTies * min(people / Float(Ties.slots), 1) }
  }

  /// What one active tie is of all the ties that one can have.
  private static let perTie = 1 / Float(Ties.slots)

  /// Chance in a week with an occasion.
  @inline(__always)
  static func utility(
    readiness: Float, asked: Float, activeTies: Float, identification: Float, publicness: Float,
    efficacy: Float,
    fatigue: Float, _ w: Weights
  ) -> Float {
    w.base + readiness + w.asked * asked + w.activeTies * activeTies + w.identification * identification
      + w.publicness * publicness + w.efficacy * efficacy - w.fatigue * fatigue
  }

  /// Chance that a resident who is asked for something particular comes.
  static func chanceIfAsked(_ world: borrowing Reach<Self>, resident i: Int) -> Double {
    let u = utility(
      readiness: world.residents.readiness[i], asked: 1,
      activeTies: Float(Int32(world.residents.activeTies[i])) * perTie,
      identification: world.residents.identification[i],
      publicness: world.residents.publicness[i],
      efficacy: world.residents.efficacy[world.classIndex(.associations, i)],
      fatigue: world.residents.fatigue[i],
      Weights(world.setting.parameters))
    return Double(FixedMath.logistic(u))
  }

  static func run(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    let weights = Weights(p)
    let stream = world.random.stream(.participation, week: world.week)
    var drawn = [UInt8](repeating: 0, count: world.largestNeighbourhood)
    var heard = [Float](repeating: 0, count: world.largestNeighbourhood)
    for n in world.neighbourhoods(inTurn: .joining) {
      world.write.neighbourhoods[n].participants.removeAll(keepingCapacity: true)
      Activities.joinOrganisers(&world.activityLaw, n)
      let occasions = world.occasions(in: n)
      if occasions <= 0 { continue }
      let opportunity = Float(occasions / (occasions + p[.occasionsHalf]))
      let range = world.places.neighbourhoods[n].residents
      listen(world, n, weights, &heard)
      sweep(world, range, weights, opportunity, stream, heard, &drawn)
      var joined: [UInt32] = []
      for k in 0..<range.count where drawn[k] != 0 {
        let i = range.lowerBound + k
        if world.residents.traits[i].isAdult { joined.append(UInt32(i)) }
      }
      join(&world, n, joined)
    }
  }

  /// What each resident has heard of others' acts adds to the logit.
  private static func listen(_ world: borrowing Reach<Self>, _ n: Int, _ w: Weights, _ heard: inout [Float]) {
    let place = world.places.neighbourhoods[n]
    if world.neighbourhoods[n].heardOf.isEmpty {
      for k in 0..<place.residents.count { heard[k] = 0 }
      return
    }
    for (g, group) in place.groups.enumerated() {
      let influence = w.influence(of: world.neighbourhoods[n].heardOf[g])
      for i in world.places.groups[group].residents { heard[i - place.residents.lowerBound] = influence }
    }
  }

  /// One draw per resident, free of branches so that it runs over whole columns.
  private static func sweep(
    _ world: borrowing Reach<Self>, _ range: Range<Int>, _ w: Weights, _ opportunity: Float,
    _ stream: RandomStream,
    _ heard: [Float], _ drawn: inout [UInt8]
  ) {
    let start = range.lowerBound
    let readiness = world.residents.readiness.base + start
    let identification = world.residents.identification.base + start
    let publicness = world.residents.publicness.base + start
    let efficacy =
      world.residents.efficacy.base + world.classIndex(.associations, start)
    let fatigue = world.residents.fatigue.base + start
    let status = world.residents.status.base + start
    let activeTies = world.residents.activeTies.base + start
    let words = stream
    let first = UInt32(truncatingIfNeeded: start)
    heard.withUnsafeBufferPointer { others in
      drawn.withUnsafeMutableBufferPointer { out in
        for k in 0..<range.count {
          let asked = Float(Int32(status[k].rawValue &>> 1 & 1))
          let ties = Float(Int32(activeTies[k])) * perTie
          let u = utility(
            readiness: readiness[k], asked: asked, activeTies: ties, identification: identification[k],
            publicness: publicness[k], efficacy: efficacy[k * Residents.BodyClass.count], fatigue: fatigue[k],
            w)
          let chance = opportunity * FixedMath.logistic(u + others[k])
          out[k] = words.sweepUniform(first &+ UInt32(truncatingIfNeeded: k)) < chance ? 1 : 0
        }
      }
    }
  }

  /// Those who come choose what to join, and give their time to it.
  private static func join(_ world: inout Reach<Self>, _ n: Int, _ joined: [UInt32]) {
    let draws = world.random.stream(.joining, week: world.week)
    let p = world.setting.parameters
    let hours = Int(world.conditions[.actHours])
    // A place in an activity or a project may be the last: who comes first is drawn.
    for resident in joined.inTurn(world.turns(.joining), by: { Int($0) }) {
      let i = Int(resident)
      guard let target = world.target(for: i, in: n, p, draws) else { continue }
      let free = Double(world.residents.freeHours[i])
      let minutes = Int64(Calendar.minutesPerHour) * Int64(1 + draws.index(below: hours, i, 2)) + Int64(free)
      if target >= 0 {
        world.write.neighbourhoods[n].projects[Int(target)].take(
          Float(minutes), isProfessional: world.residents.traits[i].skill == .professional)
        world.write.tally.add(.effort, n, Double(minutes) / Calendar.minutesPerHour)
      } else if let offer = Activities.offer(of: target) {
        Activities.attended(&world.activityLaw, n, offer: offer, by: i)
      } else {
        Associations.attended(&world.associations, n, association: Int(-1 - target), by: i)
      }
      world.spendResidentsTime(minutes, n, for: target >= 0 ? .project : .activity)
      world.write.tally.add(.ownMinutes, n, target >= 0 ? Double(minutes) : 0)
      world.write.tally.add(.actMinutes, n, Double(minutes))
      if world.isCore(i) { world.write.tally.add(.coreMinutes, n, Double(minutes)) }
      world.write.neighbourhoods[n].participants.append(
        ParticipationRecord(resident: resident, target: target))
      world.markActive(i)
      let fatigue = world.residents.fatigue[i]
      world.write.residents.fatigue[i] = fatigue + Float(p[.fatigueGain]) * (1 - fatigue)
    }
  }
}

extension Reach where L: ReadsPlaces, L: ReadsVenues {
  /// Things to come to in a neighbourhood: projects that need hands count one, groups with a room to meet in as much
  /// as their drive; groups without one, and activities in places, are lesser occasions.
  func occasions(in n: Int) -> Double {
    let lesser = parameters[.lesserOccasion]
    var sum = 0.0
    for project in neighbourhoods[n].projects where project.wantsHands { sum += 1 }
    // Hours under contract are not there for activities of the group's own.
    let left = 1 - neighbourhoods[n].soldShare
    for association in neighbourhoods[n].associations {
      sum += (association.hasRoom ? 1 : lesser) * Double(association.energy) * left
    }
    for offer in neighbourhoods[n].activities where seats(activities[offer.activity].venue) > 0 {
      sum += lesser * offer.weight
    }
    return sum
  }
}

extension Reach where L: ReadsDemands, L: ReadsPlaces, L: ReadsResidents, L: ReadsVenues {
  /// What a resident joins: a project (its index), a group (−1 − its index); nil for nothing.
  func target(for i: Int, in n: Int, _ p: Parameters, _ draws: RandomStream) -> Int32? {
    let lesser = p[.lesserOccasion]
    var weights: [Double] = []
    let group = places.neighbourhoods[n].groups.lowerBound + Int(residents.group[i])
    for project in neighbourhoods[n].projects {
      let isOwn = Int(demands[project.demand].group) == group
      weights.append(project.wantsHands ? (isOwn ? p[.ownMatter] : 1) : 0)
    }
    let isAssociated = residents.status[i].contains(.associated)
    for association in neighbourhoods[n].associations {
      let isOwn = isAssociated && association.members.contains(UInt32(i))
      weights.append(Double(association.energy) * (isOwn ? p[.ownGroup] : association.hasRoom ? 1 : lesser))
    }
    for offer in neighbourhoods[n].activities {
      weights.append(seats(activities[offer.activity].venue) > 0 ? lesser * offer.weight : 0)
    }
    guard let index = draws.weighted(weights, i, 1) else { return nil }
    let projects = neighbourhoods[n].projects.count
    if index < projects { return Int32(index) }
    let groups = neighbourhoods[n].associations.count
    return index - projects < groups
      ? Int32(-1 - (index - projects)) : Activities.target(ofOffer: index - projects - groups)
  }
}

extension Reach where L: ReadsTies, L: ChangesResidents {
  /// A resident has taken part: for a quarter, those tied to them see an active neighbour.
  mutating func markActive(_ i: Int) {
    write.residents.lastActive[i] = UInt16(truncatingIfNeeded: week + 1)
    write.recentlyActive[week % write.recentlyActive.count].append(UInt32(i))
    if residents.status[i].contains(.active) { return }
    write.residents.status[i].insert(.active)
    let write = write
    ties.forEach(of: i) { other, _ in write.residents.activeTies[other] &+= 1 }
  }

  /// Those whose latest act is a quarter ago are no longer seen as active.
  mutating func expireActive() {
    let write = write
    let slot = (week + 1) % write.recentlyActive.count
    for resident in write.recentlyActive[slot] {
      let i = Int(resident)
      if Int(residents.lastActive[i]) > week + 1 - Calendar.weeksPerQuarter { continue }
      guard residents.status[i].contains(.active) else { continue }
      write.residents.status[i].remove(.active)
      ties.forEach(of: i) { other, _ in
        if write.residents.activeTies[other] > 0 { write.residents.activeTies[other] &-= 1 }
      }
    }
    write.recentlyActive[slot].removeAll(keepingCapacity: true)
  }
}
