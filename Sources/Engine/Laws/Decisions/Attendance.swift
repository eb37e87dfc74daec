/// Fatigue and attendance: representatives come by perceived efficacy, less what fruitless sittings have cost them.
///
/// Logistic attendance with a stock of fatigue that grows with sittings that decide nothing (adapted from
/// studies of volunteers' burnout, row 72).
enum Attendance: ReadsPlaces, ReadsUnits, ChangesDemands, ChangesResidents, Pays, UsesUnitRelations {
  struct Attendee {
    /// Resident; −1 for staff and units.
    var resident: Int32
    /// Unit; −1 for staff and residents.
    var unit: Int32
    /// Bit k: sits on the k-th platform that meets.
    var access: UInt64
  }

  /// Chance that a representative comes.
  static func chance(efficacy: Double, fatigue: Double, publicness: Double, _ p: Parameters) -> Double {
    FixedMath.logistic(
      p[.attendBase] + p[.efficacyWeight] * efficacy + p[.commitmentWeight] * publicness
        - p[.fatigueWeight] * fatigue)
  }

  /// Chance that a resident comes to a sitting, by state.
  static func chance(of i: Int, _ world: borrowing Reach<Self>) -> Double {
    chance(
      efficacy: Double(world.residents.efficacy[world.classIndex(.associations, i)]),
      fatigue: Double(world.residents.fatigue[i]),
      publicness: Double(world.residents.publicness[i]), world.setting.parameters)
  }

  /// Those who come to the platforms that meet this week, each once, with the platforms they sit on.
  static func gather(
    _ world: inout Reach<Self>, _ slots: [Int], _ platforms: [Platform], offsets: [Int], hosts: Range<Int>
  )
    -> [Attendee]
  {
    let draws = world.random.stream(.attendance, week: world.week)
    let minutes = Int64(world.conditions[.sittingMinutes])
    var attendees: [Attendee] = []
    // Where there are fewer seats than neighbourhoods, lots decide who has one.
    let order = world.byLot(hosts)
    for (k, platform) in platforms.enumerated() {
      let bit = UInt64(1) << UInt64(k)
      for seat in 0..<platform.residentSeats {
        let candidate = seatHolder(
          seat, of: platform.residentSeats, overlap: platform.overlap, offset: offsets[k])
        let area = platform.area.isEmpty ? order : world.byLot(platform.area)
        let number = area.count
        let host = area[candidate % number]
        let candidates = world.candidates(for: seat, of: platform, in: host)
        if candidates.isEmpty { continue }
        let i = Int(candidates[candidate / number % candidates.count])
        if let known = attendees.firstIndex(where: { Int($0.resident) == i }) {
          attendees[known].access |= bit
          continue
        }
        if draws.happens(chance(of: i, world), i) {
          attendees.append(Attendee(resident: Int32(i), unit: -1, access: bit))
          world.spendResidentsTime(minutes, host, for: .meeting)
        }
      }
      gatherUnits(
        &world, platform, kind: world.slots.kinds[slots[k]], bit: bit, hosts: hosts, draws, &attendees)
      for _ in 0..<platform.staffSeats {
        if world.spendStaff(minutes: minutes, of: slots[k]) {
          attendees.append(Attendee(resident: -1, unit: -1, access: bit))
        }
      }
    }
    return attendees
  }

  /// The place of a seat's holder in the list of candidates: the first seats are shared with other platforms.
  private static func seatHolder(_ seat: Int, of seats: Int, overlap: Double, offset: Int) -> Int {
    Double(seat) < overlap * Double(seats) ? seat : seat + offset
  }

  private static func gatherUnits(
    _ world: inout Reach<Self>, _ platform: Platform, kind: ActorKind, bit: UInt64, hosts: Range<Int>,
    _ draws: RandomStream, _ attendees: inout [Attendee]
  ) {
    let s = world.places.neighbourhoods[hosts.lowerBound].subdistrict
    if platform.unitSeats == 0 { return }
    let units = world.units(of: s, in: platform.area, platform.unitPool, entry: platform.entry)
    if units.isEmpty { return }
    let minutes = Int64(world.conditions[.sittingMinutes])
    for seat in 0..<platform.unitSeats {
      let u = units[
        world.random.stream(.unitSeats).index(
          below: units.count, s,
          seatHolder(seat, of: platform.unitSeats, overlap: platform.overlap, offset: 1_000 * kind.rawValue))]
      if let known = attendees.firstIndex(where: { Int($0.unit) == u }) {
        attendees[known].access |= bit
        continue
      }
      if draws.happens(Double(world.units.relation[u]), u, 1) {
        attendees.append(Attendee(resident: -1, unit: Int32(u), access: bit))
        world.pay(
          .time, minutes, from: world.slots.slot(.nature),
          to: world.slots.slot(.units, hosts.lowerBound),
          for: .working)
        world.pay(
          .time, minutes, from: world.slots.slot(.units, hosts.lowerBound),
          to: world.slots.slot(.doneWork), for: .meeting)
      }
    }
  }

  /// Those who sit together learn of opposing interests: from the group concerned, or from what the committee
  /// hears.
  static func discover(_ world: inout Reach<Self>, _ matters: [Int32], _ present: [Attendee]) {
    let draws = world.random.stream(.discovery, week: world.week)
    for id in matters where world.demands[id].opponents >= 0 && !world.demands[id].oppositionKnown {
      let d = world.demands[id]
      let group = world.places.groups[Int(d.opponents)].residents
      let isPresent = present.contains { $0.resident >= 0 && group.contains(Int($0.resident)) }
      let known = world.neighbourhoods[Int(d.neighbourhood)].known
      world.write.demands[id].oppositionKnown = isPresent || draws.happens(known, Int(d.key))
    }
  }

  /// Sittings that decide give efficacy; sittings that do not tire.
  static func learn(_ world: inout Reach<Self>, _ attendees: [Attendee], choice: Int, decided: Bool) {
    let p = world.setting.parameters
    let bit = UInt64(1) << UInt64(choice)
    for attendee in attendees where attendee.access & bit != 0 {
      if attendee.resident >= 0 {
        let i = Int(attendee.resident)
        let index = world.classIndex(.associations, i)
        if decided {
          world.write.residents.efficacy[index] +=
            Float(p[.experienceGain]) * (1 - world.residents.efficacy[index])
        } else {
          world.write.residents.fatigue[i] +=
            Float(p[.fatigueGain]) * (1 - world.residents.fatigue[i])
        }
      } else if attendee.unit >= 0 {
        UnitRelations.experience(
          &world.unitRelations, unit: Int(attendee.unit), success: decided, weight: p[.minorExperience])
      }
    }
  }
}
