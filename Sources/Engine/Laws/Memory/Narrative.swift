/// Narrative: those who meet come nearer in opinion if they are near enough to hear each other
/// (bounded confidence, Deffuant et al. 2000).
public enum Narrative: ReadsPlaces, ReadsTies, ChangesResidents, Pays {
  /// Both positions after an encounter: each moves by `rate` of the distance where that is below `confidence`.
  public static func encounter(_ a: Double, _ b: Double, rate: Double, confidence: Double) -> (Double, Double)
  {
    let distance = b - a
    if (distance < 0 ? -distance : distance) >= confidence { return (a, b) }
    return (a + rate * distance, b - rate * distance)
  }

  static func exchange(_ world: inout Reach<Self>, _ a: Int, _ b: Int) {
    let p = world.setting.parameters
    let (x, y) = (
      Double(world.residents.opinion[a]), Double(world.residents.opinion[b])
    )
    let after = encounter(x, y, rate: p[.opinionRate], confidence: p[.confidence])
    world.write.residents.opinion[a] = Float(after.0)
    world.write.residents.opinion[b] = Float(after.1)
    // Being among people one can agree with makes a place one's own.
    let near = Float(1 - (x < y ? y - x : x - y))
    let gain = Float(p[.identificationGain]) * Float(p[.witnessedStep]) * near
    for i in [a, b] {
      let identification = world.residents.identification[i]
      world.write.residents.identification[i] = identification + gain * (1 - identification)
    }
  }
}

extension Narrative {
  /// The position of somebody who sees a message: an encounter with a partner who does not move, listened to as far
  /// as its sender is trusted.
  /// - Parameters:
  ///   - x: the reader's position, 0–1.
  ///   - message: the position that the message has, 0–1.
  ///   - translated: how near the message is brought to the reader's own view, 0–1.
  ///   - trust: in the sender, 0–1.
  ///   - rate: step of an encounter towards the other, as a share of the distance, for full trust.
  ///   - confidence: distance beyond which nobody listens.
  public static func reading(
    _ x: Double, message: Double, translated: Double, trust: Double, rate: Double, confidence: Double
  ) -> Double {
    let heard = message + translated * (x - message)
    return encounter(x, heard, rate: rate * trust, confidence: confidence).0
  }

  /// Messages due this week go out where their senders have the time to make them.
  static func send(_ world: inout Reach<Self>) {
    let draws = world.random.stream(.messageHearing, week: world.week)
    for n in world.neighbourhoods.indices {
      for (k, message) in world.structure.messages[n].enumerated() {
        let due = Int(Calendar.weekly(message.perYear, world.week))
        for count in 0..<due where make(&world, message, n) {
          spread(
            &world, message, n, draws.substream(world.places.neighbourhoods[n].key).substream(64 * k + count))
        }
      }
    }
  }

  private static func make(_ world: inout Reach<Self>, _ message: Message, _ n: Int) -> Bool {
    if message.sender == .groups {
      return world.spendMembers(minutes: Double(message.minutes), in: n, for: .activity)
    }
    let slot = world.slots.slot(message.sender == .core ? .generalBranch : .residentsCommittee, n)
    let minutes = Int64(message.minutes)
    if world.ledger.balance(.time, slot) < minutes { return false }
    return world.pay(.time, minutes, from: slot, to: world.slots.slot(.doneWork), for: .activity)
  }

  /// Those who see a message read it, and some of them whom it moved talk about it with somebody they know.
  private static func spread(_ world: inout Reach<Self>, _ message: Message, _ n: Int, _ draws: RandomStream)
  {
    let p = world.setting.parameters
    let range = world.places.neighbourhoods[n].residents
    let sender: Residents.BodyClass =
      switch message.sender {
      case .core: .core
      case .committee: .committee
      case .groups: .associations
      }
    for k in 0..<draws.poisson(mean: message.reach * Double(range.count), 0) {
      let i = range.lowerBound + draws.index(below: range.count, k, 1)
      let traits = world.residents.traits[i]
      if !traits.isAdult || !belongs(traits, to: message.audience) { continue }
      let before = Double(world.residents.opinion[i])
      let after = reading(
        before, message: message.position, translated: message.translated,
        trust: Double(world.residents.trust[world.classIndex(sender, i)]), rate: p[.opinionRate],
        confidence: p[.confidence])
      if after == before { continue }
      world.write.residents.opinion[i] = Float(after)
      if draws.happens(p[.asksPerTie], k, 2),
        let other = world.ties.any(of: i, draws.uniform(k, 3)),
        world.residents.traits[other].isAdult
      {
        exchange(&world, i, other)
      }
    }
  }

  private static func belongs(_ traits: Traits, to audience: Message.Audience) -> Bool {
    switch audience {
    case .all: true
    case .members: traits.isMember
    case .young: traits.age == .from18 || traits.age == .from30
    }
  }
}
