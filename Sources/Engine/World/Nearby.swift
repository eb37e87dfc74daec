/// Which bodies and venues there are for a neighbourhood, nearest first: found anew when structure changes.
struct Nearby: Sendable {
  /// Slots of bodies that broker for it.
  var brokers: [Int] = []
  /// Of these, the ones near enough to mediate between its building groups.
  var mediators: [Int] = []
  /// Bodies without queues of their own that serve its projects, and among how many neighbourhoods they divide
  /// their hours.
  var helpers: [(slot: Int, among: Int)] = []
  /// Slots that hold rooms.
  var rooms: [Int] = []
}

extension World {
  /// Finds for every neighbourhood what is near it under the structure in force.
  mutating func lookAround() {
    var rooms: [[Int]] = neighbourhoods.indices.map { [slots.slot(.residentsCommittee, $0)] }
    for venue in structure.venues where venue.roomMinutes > 0 {
      for n in venue.serves where !rooms[n].contains(venue.operatorSlot) {
        rooms[n].append(venue.operatorSlot)
      }
    }
    for pool in structure.pools where pool.sharesRooms {
      let shared = structure.venues.filter { $0.roomMinutes > 0 && pool.slots.contains($0.operatorSlot) }
      for n in pool.serves {
        for slot in nearest(shared, to: n) where !rooms[n].contains(slot) { rooms[n].append(slot) }
      }
    }
    findWorkers()
    for n in neighbourhoods.indices {
      let place = places.neighbourhoods[n]
      var nearby = Nearby()
      nearby.rooms = rooms[n] + [slots.slot(.units, n)]
      for kind in ActorKind.brokers {
        let (at, among) =
          switch kind.level {
          case .neighbourhood: (n, 1)
          case .block: (place.block, places.blocks[place.block].neighbourhoods.count)
          default: (place.subdistrict, places.subdistricts[place.subdistrict].neighbourhoods.count)
          }
        let slot = slots.slot(kind, at)
        if structure.body(slot: slot) == nil { continue }
        nearby.brokers.append(slot)
        let isNear = kind.level == .block || kind.level == .neighbourhood
        if isNear && kind != .workStation && kind != .serviceStation { nearby.mediators.append(slot) }
        // Those who take work off others have no hours left for projects.
        let relieves = structure.body(slot: slot)?.relief != nil
        if !kind.hasQueue && !relieves { nearby.helpers.append((slot, among)) }
      }
      neighbourhoods[n].nearby = nearby
    }
  }
}

extension World {
  /// The operators of some venues, nearest first; of equally near ones the order is that of their lots.
  private func nearest(_ venues: [Venue], to n: Int) -> [Int] {
    let lots = random.lots(of: .bodies)
    return venues.map {
      (distance: distance(n, to: $0), lot: lots.bits($0.operatorSlot), slot: $0.operatorSlot)
    }
    .sorted { ($0.distance, $0.lot) < ($1.distance, $1.lot) }
    .map(\.slot)
  }

  /// Kilometres from a neighbourhood to a venue.
  func distance(_ n: Int, to venue: Venue) -> Double {
    let dx = places.neighbourhoods[n].x - venue.x
    let dy = places.neighbourhoods[n].y - venue.y
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Notes who works in the units of each neighbourhood, once there is a place for them.
  mutating func findWorkers() {
    if !structure.venues.contains(where: { $0.guests.contains(.workers) }) { return }
    if neighbourhoods.contains(where: { !$0.workers.isEmpty }) { return }
    for i in 0..<population.residents.count where population.residents.unit[i] >= 0 {
      let n = Int(population.units.neighbourhood[Int(population.residents.unit[i])])
      neighbourhoods[n].workers.append(UInt32(i))
    }
  }
}
