/// Joint rounds: bodies that walk round together hand over on the spot what is under way between them, and see what
/// nobody voiced. Each pays with time of its staff; who has none does not come.
enum JointRounds: ReadsResidents, ChangesDemands, ChangesPlaces, Counts, Pays, UsesRegistration {
  static func run(_ world: inout Reach<Self>) {
    let draws = world.random.stream(.jointRound, week: world.week)
    for n in world.neighbourhoods(inTurn: .rounds) {
      guard let round = world.structure.rounds[n] else {
        world.write.neighbourhoods[n].underWay.removeAll()
        world.write.neighbourhoods[n].rounds = 0
        continue
      }
      let due = Int(Calendar.weekly(round.perYear, world.week))
      var held = 0
      var settled: MatterSet = []
      for k in 0..<due {
        guard let kinds = hold(&world, round, n, draws, k) else { break }
        held += 1
        settled.formUnion(kinds)
      }
      world.write.neighbourhoods[n].rounds +=
        (Double(held) - world.neighbourhoods[n].rounds) / Double(Calendar.weeksPerQuarter)
      handOver(&world, round, n, settled, draws)
    }
  }

  /// One round: the residents' committee, the subdistrict's police and departments, the property company and the
  /// owners' committee, as far as they have time and come.
  /// - Returns: the kinds of matters that those who came can settle; nil where the committee has no time.
  private static func hold(
    _ world: inout Reach<Self>, _ round: JointRound, _ n: Int, _ draws: RandomStream, _ k: Int
  ) -> MatterSet? {
    let s = world.places.neighbourhoods[n].subdistrict
    if !come(&world, .residentsCommittee, n, round, in: n) { return nil }
    var settled: MatterSet = []
    if come(&world, .subdistrictOffice, s, round, in: n) { settled = round.kinds }
    if world.structure[.propertyCompany, n] != nil {
      let comes = come(&world, .propertyCompany, n, round, in: n)
      set(.propertyRepair, in: &settled, of: round, to: comes)
    }
    if world.structure[platform: .ownersCommittee, n] != nil,
      let owner = world.neighbourhoods[n].candidates.first
    {
      let i = Int(owner)
      let chance = Attendance.chance(
        efficacy: Double(world.residents.efficacy[world.classIndex(.associations, i)]),
        fatigue: Double(world.residents.fatigue[i]),
        publicness: Double(world.residents.publicness[i]), world.setting.parameters)
      let comes = draws.happens(chance, n, k)
      if comes { world.spendResidentsTime(Int64(round.minutes), n, for: .meeting) }
      set(.parking, in: &settled, of: round, to: comes)
    }
    return settled
  }

  private static func set(
    _ kind: DemandKind, in settled: inout MatterSet, of round: JointRound, to comes: Bool
  ) {
    if !round.kinds.contains(kind) { return }
    if comes { settled.insert(MatterSet(kind)) } else { settled.remove(MatterSet(kind)) }
  }

  private static func come(
    _ world: inout Reach<Self>, _ kind: ActorKind, _ place: Int, _ round: JointRound, in n: Int
  ) -> Bool {
    let slot = world.slots.slot(kind, place)
    let minutes = Int64(round.minutes)
    if world.ledger.balance(.time, slot) < minutes { return false }
    world.write.tally.add(.meetingMinutes, n, Double(minutes))
    return world.pay(.time, minutes, from: slot, to: world.slots.slot(.doneWork), for: .meeting)
  }

  private static func handOver(
    _ world: inout Reach<Self>, _ round: JointRound, _ n: Int, _ settled: MatterSet, _ draws: RandomStream
  ) {
    var kept: [Int32] = []
    for id in world.neighbourhoods[n].underWay {
      let d = world.demands[id]
      if d.state != .referred || Int(d.neighbourhood) != n { continue }
      if !settled.contains(d.kind) || !draws.happens(round.handover, Int(d.key), 1_000) {
        kept.append(id)
      } else if round.handoverWeeks == 0 {
        world.write.demands[id].wake = -1
        Registration.arrive(&world.registration, id)
      } else if Int(d.wake) > world.week + round.handoverWeeks {
        world.wake(id, in: round.handoverWeeks)
      }
    }
    world.write.neighbourhoods[n].underWay = kept
  }

  /// A demand has been sent on from one body to another.
  static func note(_ world: inout Reach<Self>, _ id: Int32) {
    let n = Int(world.demands[id].neighbourhood)
    if let round = world.structure.rounds[n], round.kinds.contains(world.demands[id].kind) {
      world.write.neighbourhoods[n].underWay.append(id)
    }
  }

  /// Chance a week that the rounds of late see a need of a kind that nobody voiced.
  static func noticed(_ world: borrowing Reach<Self>, _ kind: DemandKind, _ n: Int) -> Double {
    guard let round = world.structure.rounds[n], round.kinds.contains(kind) else { return 0 }
    return round.noticed * Double(round.minutes) / Calendar.minutesPerHour * world.neighbourhoods[n].rounds
  }
}
