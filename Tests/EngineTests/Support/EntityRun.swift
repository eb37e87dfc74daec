@testable import Engine

/// A run that notes what happens to single residents, building groups, units, groups, matters and platforms.
struct EntityRun {
  /// Values by what they are: for each set of things their values in the order of their index.
  private(set) var readings: [String: [[Double]]] = [:]

  private static let matterWeeks = 6
  private static let platforms = Array(ActorKind.localPlatforms.dropFirst().filter { $0 != .ownersCommittee })
  private static let widePlatforms = Array(ActorKind.widePlatforms.dropFirst())

  private var acts: [Double]
  private var quarrels: [Double]
  private var given: [Double]
  /// The groups of week 0 and how many members they begin with.
  private let groupKeys: [[UInt32]]
  private let groupSizes: [[Double]]
  private var groups: [UInt32: GroupSums] = [:]
  private var matters: [Matters] = []
  private var decided: [Int: Double] = [:]
  private var kept: [Int: Double] = [:]

  private struct GroupSums { var (rooms, mentored, busy, spent, energy) = (0.0, 0.0, 0.0, 0.0, 0.0) }
  private struct Matters {
    var week: Int
    var keys: [UInt32]
  }

  /// - Parameter hasAlikePlatforms: all platforms but the committee's, the office's and the owners' stand and are the
  ///   same, and everything is released to them.
  init(_ setting: Setting, replicate: Int, weeks: Int, hasAlikePlatforms: Bool) throws {
    var world = try World(setting, seed: 7, replicate: replicate)
    acts = Array(repeating: 0, count: world.population.residents.count)
    quarrels = Array(repeating: 0, count: world.places.groups.count)
    given = Array(repeating: 0, count: world.population.units.count)
    groupKeys = world.neighbourhoods.map { $0.associations.map(\.key) }
    groupSizes = world.neighbourhoods.map { $0.associations.map { Double($0.members.count) } }
    for _ in 0..<weeks {
      if hasAlikePlatforms { Self.makeAlike(&world) }
      var spare: [UInt32: Float] = [:]
      for place in world.neighbourhoods {
        for group in place.associations { spare[group.key] = group.spareMinutes }
      }
      for phase in Phase.all {
        world.run(phase)
        switch phase.name {
        case "needs": noteMatters(world)
        case "agenda": notePlatforms(world)
        case "contest": noteGroups(world, spare)
        default: break
        }
      }
      noteOthers(world)
      world.endWeek()
    }
    readResidents(world)
    readOthers(world, hasAlikePlatforms)
  }

  private static func makeAlike(_ world: inout World) {
    let platform = Platform(
      meetingsPerYear: 26, residentSeats: 4, unitSeats: 1, staffSeats: 1, overlap: 0, access: .all,
      agendaPlaces: 1)
    for n in world.neighbourhoods.indices {
      world.structure.rights[n].releasedDecisions = 1
      for kind in platforms { world.structure[platform: kind, n] = platform }
    }
    for s in world.places.subdistricts.indices {
      world.structure.wideRights[s].releasedDecisions = 1
      for kind in widePlatforms { world.structure[platform: kind, s] = platform }
    }
  }

  // MARK: In every week

  private mutating func noteMatters(_ world: borrowing World) {
    let profiles = world.random.stream(.needProfile, week: world.week)
    for n in world.neighbourhoods.indices {
      let local = profiles.substream(world.places.neighbourhoods[n].key)
      let new = world.demands.rows.count {
        Int($0.neighbourhood) == n && Int($0.born) == world.week && $0.state == .latent && $0.attempts == 0
      }
      matters.append(
        Matters(
          week: world.week,
          keys: (0..<new).map { UInt32(truncatingIfNeeded: local.substream($0).bits(6)) }))
    }
    for set in matters where set.week == world.week - Self.matterWeeks {
      let open = Set(world.demands.rows.filter { !$0.state.isClosed }.map(\.key))
      add("matters: still open", set.keys.map { open.contains($0) ? 1 : 0 })
    }
  }

  private mutating func notePlatforms(_ world: borrowing World) {
    for n in world.neighbourhoods.indices {
      for id in world.neighbourhoods[n].decided where Int(world.demands[id].since) == world.week {
        decided[Int(world.demands[id].holder), default: 0] += 1
      }
    }
    for slot in 0..<world.slots.count { kept[slot, default: 0] += world.actors[slot].energy }
  }

  private mutating func noteGroups(_ world: borrowing World, _ spare: [UInt32: Float]) {
    for place in world.neighbourhoods {
      for group in place.associations {
        var sums = groups[group.key] ?? GroupSums()
        sums.rooms += group.hasRoom ? 1 : 0
        sums.mentored += group.mentored
        sums.busy += group.isBusy ? 1 : 0
        sums.spent += Double((spare[group.key] ?? group.spareMinutes) - group.spareMinutes)
        sums.energy += Double(group.energy)
        groups[group.key] = sums
      }
    }
  }

  private mutating func noteOthers(_ world: borrowing World) {
    for place in world.neighbourhoods {
      for record in place.participants { acts[Int(record.resident)] += 1 }
      for conflict in place.conflicts {
        quarrels[Int(conflict.sideA)] += 1
        quarrels[Int(conflict.sideB)] += 1
      }
    }
    if (world.week + 1) % 13 == 0 {
      for u in given.indices { given[u] += Double(world.unitMoney[u] - world.population.units.money[u]) }
    }
  }

  // MARK: At the end

  private mutating func add(_ name: String, _ values: [Double]) { readings[name, default: []].append(values) }

  /// Within each building group.
  private mutating func readResidents(_ world: borrowing World) {
    for group in world.places.groups {
      let range = group.residents
      add("residents: acts", range.map { acts[$0] })
      add("residents: fatigue", range.map { Double(world.population.residents.fatigue[$0]) })
      add("residents: grievance", range.map { Double(world.population.residents.grievance[$0]) })
      add("residents: expectation", range.map { Double(world.population.residents.expectation[$0]) })
      add("residents: publicness", range.map { Double(world.population.residents.publicness[$0]) })
      add("residents: identification", range.map { Double(world.population.residents.identification[$0]) })
      for bodies in Residents.BodyClass.allCases {
        add(
          "residents: trust in \(bodies)",
          range.map { Double(world.population.residents.trust[world.classIndex(bodies, $0)]) })
      }
      add("residents: ties", range.map { Double(world.population.ties.degree(of: $0)) })
      add(
        "residents: volunteers",
        range.map { world.population.residents.status[$0].contains(.volunteer) ? 1 : 0 })
      add(
        "residents: members of groups",
        range.map { world.population.residents.status[$0].contains(.associated) ? 1 : 0 })
    }
  }

  /// Within each neighbourhood, or subdistrict.
  private mutating func readOthers(_ world: borrowing World, _ hasAlikePlatforms: Bool) {
    for n in world.neighbourhoods.indices {
      let place = world.places.neighbourhoods[n]
      func sums(_ value: (Int) -> Double) -> [Double] {
        place.groups.map { world.places.groups[$0].residents.reduce(0) { $0 + value($1) } }
      }
      add("building groups: acts", sums { acts[$0] })
      add("building groups: grievance", sums { Double(world.population.residents.grievance[$0]) })
      add("building groups: ties", sums { Double(world.population.ties.degree(of: $0)) })
      add("building groups: quarrels", place.groups.map { quarrels[$0] })
      add("building groups: heard of", world.neighbourhoods[n].heardOf.map(Double.init))
      let groups = groupKeys[n].map { self.groups[$0] ?? GroupSums() }
      add("groups: rooms", groups.map(\.rooms))
      add("groups: mentors", groups.map(\.mentored))
      add("groups: weeks with a project", groups.map(\.busy))
      add("groups: hours spent", groups.map(\.spent))
      add("groups: drive", groups.map(\.energy))
      add("groups: members", groupSizes[n])
      if !hasAlikePlatforms { continue }
      add("platforms: decided", Self.platforms.map { decided[world.slots.slot($0, n), default: 0] })
      add("platforms: energy kept", Self.platforms.map { kept[world.slots.slot($0, n), default: 0] })
    }
    for n in world.neighbourhoods.indices {
      readUnits(world, world.unitRange(n..<(n + 1)), "a neighbourhood")
    }
    for (s, subdistrict) in world.places.subdistricts.enumerated() {
      readUnits(world, subdistrict.units, "a subdistrict")
      if !hasAlikePlatforms { continue }
      add("wide platforms: decided", Self.widePlatforms.map { decided[world.slots.slot($0, s), default: 0] })
      add("wide platforms: energy kept", Self.widePlatforms.map { kept[world.slots.slot($0, s), default: 0] })
    }
  }
  private mutating func readUnits(_ world: borrowing World, _ units: Range<Int>, _ area: String) {
    add("units of \(area): relation", units.map { Double(world.population.units.relation[$0]) })
    add("units of \(area): given", units.map { given[$0] })
    add("units of \(area): active organisation", units.map { world.hasActiveBranch($0) ? 1 : 0 })
  }
}
