/// Tie formation: those who do something together meet, and meeting makes ties; ties that are not used fade.
enum TieFormation: ReadsPlaces, ChangesResidents, ChangesTies, UsesIdentification, UsesNarrative {
  /// Those who joined the same thing this week meet, two by two.
  static func run(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    let draws = world.random.stream(.meeting, week: world.week)
    for n in world.neighbourhoods.indices {
      let participants = world.neighbourhoods[n].participants
      let next = nextOfTheSame(participants)
      for (k, record) in participants.enumerated() {
        let i = Int(record.resident)
        Identification.afterAct(&world.identification, resident: i)
        guard let other = next[k] else { continue }
        if draws.happens(p[.meetingChance], i) {
          world.meet(i, Int(participants[other].resident), gain: p[.tieGain])
        }
      }
    }
  }

  /// For each participant the next one who joined the same.
  private static func nextOfTheSame(_ participants: [ParticipationRecord]) -> [Int?] {
    var next = [Int?](repeating: nil, count: participants.count)
    var latest: [Int32: Int] = [:]
    for k in participants.indices.reversed() {
      next[k] = latest[participants[k].target]
      latest[participants[k].target] = k
    }
    return next
  }

  /// Every quarter ties fade, and everyday life renews some.
  static func quarter(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    let retention = FixedMath.weeklyRetention(halfLife: p[.tieHalfLife] / Double(Calendar.weeksPerQuarter))
    var ended: [(Int, Int)] = []
    world.write.ties.fade(in: 0..<world.residents.count, retention: retention) {
      ended.append(($0, $1))
    }
    // Both sides of each tie are told.
    for (i, other) in ended {
      world.countTie(i, other, -1)
      if world.residents.status[other].contains(.active),
        world.residents.activeTies[i] > 0
      {
        world.write.residents.activeTies[i] &-= 1
      }
    }
    let draws = world.random.stream(.everydayTies, week: world.week)
    for n in world.neighbourhoods.indices {
      for group in world.places.neighbourhoods[n].groups {
        let range = world.places.groups[group].residents
        if range.count < 2 { continue }
        let meetings = draws.poisson(mean: p[.everydayMeetings] * Double(range.count), group)
        for k in 0..<meetings {
          let a = range.lowerBound + draws.index(below: range.count, group, 2 * k + 1)
          // People meet those they have a tie to, and now and then somebody new.
          let isStranger = draws.happens(p[.strangers], group, -1 - k)
          let stranger = range.lowerBound + draws.index(below: range.count, group, 2 * k + 2)
          guard let b = isStranger ? stranger : world.ties.any(of: a, draws.uniform(a, k)) else {
            continue
          }
          world.meet(a, b, gain: p[.tieGain])
        }
      }
    }
  }
}

extension Ties {
  /// Some tie of a resident; nil without ties.
  func any(of resident: Int, _ u: Double) -> Int? {
    let degree = degree(of: resident)
    if degree == 0 { return nil }
    var wanted = min(Int(u * Double(degree)), degree - 1)
    for place in places(of: resident) where other[place] != Self.none {
      if wanted == 0 { return Int(other[place]) }
      wanted -= 1
    }
    return nil
  }
}

extension Reach where L: ChangesResidents, L: ChangesTies, L: UsesNarrative {
  /// Two residents meet: their tie grows, and they may come nearer in opinion.
  mutating func meet(_ a: Int, _ b: Int, gain: Double) {
    if a == b || !residents.traits[a].isAdult || !residents.traits[b].isAdult { return }
    let made = write.ties.connect(a, b, gain: UInt8(min(gain, Double(UInt8.max))))
    if made.isNew {
      countTie(a, b, 1)
      countTie(b, a, 1)
      seeNew(a, b)
      seeNew(b, a)
      loseSight(a, made.displacedFromFirst)
      loseSight(b, made.displacedFromSecond)
    }
    Narrative.exchange(&self.narrative, a, b)
  }
}

extension Reach where L: ChangesResidents {
  private mutating func seeNew(_ i: Int, _ other: Int) {
    if residents.status[other].contains(.active) { write.residents.activeTies[i] &+= 1 }
  }
}

extension Reach where L: ChangesResidents, L: ChangesTies {
  private mutating func loseSight(_ i: Int, _ lost: UInt32) {
    if lost == Ties.none { return }
    let other = Int(lost)
    countTie(i, other, -1)
    countTie(other, i, -1)
    if residents.status[other].contains(.active), residents.activeTies[i] > 0 {
      write.residents.activeTies[i] &-= 1
    }
    if residents.status[i].contains(.active), residents.activeTies[other] > 0 {
      write.residents.activeTies[other] &-= 1
    }
  }
}
