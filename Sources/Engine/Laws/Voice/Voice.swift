/// Voice: with a need, a resident chooses a channel, self-help with neighbours, or silence.
///
/// A multinomial logit (McFadden) over perceived efficacy, trust and access, with silence at zero; Hirschman's
/// exit is silence kept until the need lapses.
enum Voice: ReadsPlaces, ChangesDemands, ChangesResidents, ChangesTies, Counts, Pays, UsesClosing,
  UsesHomeVisiting, UsesJointRounds, UsesNarrative, UsesOnlineUse, UsesRegistration, UsesTrust, UsesWishes
{
  enum Channel: Int, CaseIterable, Sendable {
    case silence, committee, core, hotline, selfHelp, petition, online
  }

  private static let channels = Channel.allCases.count

  /// What a resident weighs: 0–1 each, trust and efficacy by class of bodies.
  struct Situation {
    var efficacy: Residents.BodyClass.Values<Double>
    var trust: Residents.BodyClass.Values<Double>
    var grievance: Double
    var publicness: Double
    /// Share of eight possible ties.
    var ties: Double
    /// How well the residents' committee is known around here.
    var known: Double
    var knowsMember: Bool
    /// Chance of somebody else through whom Party units are reached.
    var channel = 0.0
    /// May put a public matter on an agenda by signatures.
    var mayPetition: Bool
    /// Weight of the need, 0–1.
    var salience: Double
    /// Part of the effort that a channel saves which the resident uses from home; nil without one.
    var onlineEase: Double? = nil
  }

  /// Utilities of the channels, in their order; −∞ where a channel is closed, and in the spare place.
  static func utilities(_ s: Situation, _ p: Parameters) -> SIMD8<Double> {
    let usual = p[.efficacyWeight] * s.efficacy + p[.trustWeight] * s.trust
    let base = p[.voiceBase] + p[.salienceWeight] * s.salience
    let committee = usual[Residents.BodyClass.committee.rawValue]
    let core = usual[Residents.BodyClass.core.rawValue]
    let government = usual[Residents.BodyClass.government.rawValue]
    let associations = usual[Residents.BodyClass.associations.rawValue]
    return SIMD8(
      0,
      base + committee + p[.accessWeight] * s.known,
      base + core + p[.accessWeight] * (s.knowsMember ? 1 : s.channel),
      base + p[.voiceHotline] + government + p[.grievanceWeight] * s.grievance,
      base + associations + p[.accessWeight] * s.ties,
      s.mayPetition ? base + associations + p[.commitmentWeight] * s.publicness : -.infinity,
      s.onlineEase.map { base - p[.voiceBase] * $0 + committee } ?? -.infinity, -.infinity)
  }

  /// Chances of the channels, in their order; they add up to 1.
  @inline(__always)
  static func chances(_ utilities: SIMD8<Double>) -> SIMD8<Double> {
    var weights = SIMD8<Double>.zero
    var sum = 0.0
    for k in 0..<channels {
      weights[k] = FixedMath.exp(utilities[k])
      sum += weights[k]
    }
    return weights / sum
  }

  /// The channel that a uniform number falls on.
  private static func choose(_ chances: SIMD8<Double>, _ u: Double) -> Channel {
    var rest = u
    for channel in Channel.allCases {
      rest -= chances[channel.rawValue]
      if rest < 0 { return channel }
    }
    return .silence
  }

  /// Demands due this week, in a drawn order: latent ones are weighed, referred ones arrive, closed ones come back or
  /// are forgotten.
  static func run(_ world: inout Reach<Self>) {
    let due = world.write.wheel.take(week: world.week).filter { Int(world.demands[$0].wake) == world.week }
    // Those who answer posts may run out of time; and who is first here is first on a list of matters.
    for id in due.inTurn(world.turns(.voice), by: { Int(world.demands[$0].key) })
    where Int(world.demands[id].wake) == world.week {
      world.write.demands[id].wake = -1
      switch world.demands[id].state {
      case .latent: decide(&world, id)
      case .referred: Registration.arrive(&world.registration, id)
      case let state where state.isClosed: comeBack(&world, id)
      default: break
      }
    }
  }

  private static func decide(_ world: inout Reach<Self>, _ id: Int32) {
    if Wishes.post(&world.wishes, id) { return }
    let p = world.setting.parameters
    let d = world.demands[id]
    let i = Int(d.resident)
    let n = Int(d.neighbourhood)
    let draw = world.random.stream(.voice, week: world.week).substream(Int(d.key))
    var situation = Situation(
      efficacy: .zero, trust: .zero, grievance: Double(world.residents.grievance[i]),
      publicness: Double(world.residents.publicness[i]),
      ties: Double(world.ties.degree(of: i)) / Double(Ties.slots),
      known: world.neighbourhoods[n].known,
      knowsMember: world.residents.status[i].contains(.knowsMember)
        || world.knowsShownMember(i, in: n),
      mayPetition: d.isPublic && world.structure.rights[n].signatures != nil, salience: Double(d.salience),
      onlineEase: OnlineUse.ease(world.onlineUse, resident: i, n))
    if world.residents.traits[i].isMigrant {
      situation.channel = world.structure.information[n].channelForMigrants
    }
    let first = world.classIndex(.committee, i)
    for k in 0..<Residents.BodyClass.count {
      situation.efficacy[k] = Double(world.residents.efficacy[first + k])
      situation.trust[k] = Double(world.residents.trust[first + k])
    }
    let channel = choose(chances(utilities(situation, p)), draw.uniform(0))
    world.write.demands[id].attempts &+= 1
    if channel == .silence {
      stayLatent(&world, id, draw)
      return
    }
    world.write.demands.move(id, to: .voiced, week: world.week)
    world.write.tally.add(.voiced, n)
    switch channel {
    case .committee: Registration.register(&world.registration, id, with: .residentsCommittee)
    case .core: Registration.register(&world.registration, id, with: .generalBranch)
    case .hotline:
      world.write.tally.add(.hotline, n)
      Registration.register(&world.registration, id, with: .subdistrictOffice)
    case .selfHelp: helpOneselves(&world, id, draw)
    case .petition: petition(&world, id, draw)
    case .online: post(&world, id, draw)
    case .silence: break
    }
  }

  /// Nobody is told; a survey may find the need, the resident may think again, or give it up.
  private static func stayLatent(_ world: inout Reach<Self>, _ id: Int32, _ draw: RandomStream) {
    let d = world.demands[id]
    let wait = draw.waitingWeeks(
      hazard: 1 / world.conditions[.secondThoughts], limit: TimingWheel.span - 1, 1)
    let n = Int(d.neighbourhood)
    let surveyed =
      world.structure.information[n].needsSurveyed * Double(wait) / Double(Calendar.weeksPerYear)
      + JointRounds.noticed(world.jointRounds, d.kind, n) * Double(wait)
    if surveyed > 0 && draw.happens(surveyed, 2) {
      world.write.demands[id].origin = .body
      world.write.demands.move(id, to: .voiced, week: world.week)
      Registration.register(&world.registration, id, with: .residentsCommittee)
    } else if !HomeVisiting.hear(&world.homeVisiting, id, weeks: wait) {
      thinkAgain(&world, id, draw, 1)
    }
  }

  /// The resident comes back to the need after a while, or gives it up after too many times.
  private static func thinkAgain(_ world: inout Reach<Self>, _ id: Int32, _ draw: RandomStream, _ count: Int)
  {
    let p = world.setting.parameters
    if Double(world.demands[id].attempts) >= p[.patience] {
      Closing.close(&world.closing, id, as: .lapsed)
    } else {
      let hazard = 1 / world.conditions[.secondThoughts]
      world.wake(id, in: draw.waitingWeeks(hazard: hazard, limit: TimingWheel.span - 1, count))
    }
  }

  /// Neighbours lend a hand: it works with enough of them, seldom where knowledge or a decision is needed.
  private static func helpOneselves(_ world: inout Reach<Self>, _ id: Int32, _ draw: RandomStream) {
    let p = world.setting.parameters
    let d = world.demands[id]
    let i = Int(d.resident)
    let n = Int(d.neighbourhood)
    let hands = Double(world.ties.degree(of: i)) / Double(Ties.slots)
    let chance =
      p[.selfHelp] * hands * (d.technical ? p[.selfHelpTechnical] : 1) * (d.isPublic ? p[.selfHelpPublic] : 1)
    let minutes = Int64(DemandProfile.table[Int(d.kind.rawValue)].serviceMinutes)
    world.spendResidentsTime(minutes, n, for: .service)
    world.write.tally.add(.ownMinutes, n, d.isPublic ? Double(minutes) : 0)
    if draw.happens(chance, 3) {
      Trust.reward(&world.trust, resident: i, by: .associations, weight: 1)
      Closing.close(&world.closing, id, as: .resolved)
      if let other = world.ties.any(of: i, draw.uniform(4)) {
        world.meet(i, other, gain: p[.tieGain])
      }
    } else {
      Trust.disappointMeanwhile(&world.trust, d, by: .associations)
      world.write.demands.move(id, to: .latent, week: world.week)
      thinkAgain(&world, id, draw, 5)
    }
  }

  /// A post is answered by whoever is there to answer, and then registered; else its author learns that nobody is.
  private static func post(_ world: inout Reach<Self>, _ id: Int32, _ draw: RandomStream) {
    let d = world.demands[id]
    if OnlineUse.answer(&world.onlineUse, Int(d.neighbourhood)) {
      Registration.register(&world.registration, id, with: .residentsCommittee)
    } else {
      Trust.disappointMeanwhile(&world.trust, d, by: .committee)
      world.write.demands.move(id, to: .latent, week: world.week)
      thinkAgain(&world, id, draw, 8)
    }
  }

  /// Signatures are gathered from the building group and its associations; with enough of them the matter is on
  /// the agenda by right.
  private static func petition(_ world: inout Reach<Self>, _ id: Int32, _ draw: RandomStream) {
    let p = world.setting.parameters
    let d = world.demands[id]
    let n = Int(d.neighbourhood)
    let group = world.places.groups[Int(d.group)].residents
    let concerned =
      d.scope == .building
      ? group.count
      : min(world.places.neighbourhoods[n].residents.count, Int(world.conditions[.petitionReach]))
    let readiness = world.meanOfGroup(Int(d.group), world.residents.publicness)
    let signatures = draw.poisson(mean: Double(concerned) * readiness * p[.signing], 6)
    let minutes =
      world.conditions[.petitionMinutes] + world.conditions[.signatureMinutes] * Double(signatures)
    world.spendResidentsTime(Int64(minutes), n, for: .meeting)
    if signatures >= world.structure.rights[n].signatures ?? Int.max {
      world.write.demands[id].origin = .petition
      Registration.register(&world.registration, id, with: .residentsAssembly)
    } else {
      world.write.demands.move(id, to: .latent, week: world.week)
      thinkAgain(&world, id, draw, 7)
    }
  }

  /// A demand that was closed without being solved may come back as a new one.
  private static func comeBack(_ world: inout Reach<Self>, _ id: Int32) {
    var d = world.demands[id]
    world.write.demands.release(id)
    d.state = .latent
    d.origin = .voiced
    d.born = Int32(world.week)
    d.since = Int32(world.week)
    d.registered = -1
    d.holder = -1
    d.attempts = 0
    d.worked = 0
    d.sittings = 0
    d.heard = 0
    d.oppositionKnown = false
    d.isTracked = false
    d.answerBy = -1
    d.accommodated = 0
    d.key = UInt32(truncatingIfNeeded: mix64(UInt64(d.key) &+ UInt64(world.week) &<< 32))
    world.write.tally.add(.needs, Int(d.neighbourhood))
    let again = world.write.demands.add(d)
    world.wake(again, in: 1)
  }
}
