/// Intake: a voiced demand is registered with the body it belongs to, if hand-over succeeds on the way.
enum Registration: ChangesBodies, ChangesDemands, ChangesPlaces, UsesJointRounds {
  /// - Parameter with: the body that the resident turned to.
  static func register(_ world: inout Reach<Self>, _ id: Int32, with turnedTo: ActorKind) {
    let d = world.demands[id]
    let n = Int(d.neighbourhood)
    let s = world.places.neighbourhoods[n].subdistrict
    world.write.demands[id].registered = Int32(world.week)
    world.write.demands[id].addressed = turnedTo.trustClass ?? .committee
    world.write.demands[id].holder = Int32(
      world.slots.slot(turnedTo, turnedTo.level == .subdistrict ? s : n))
    if turnedTo.trustClass == .committee { world.write.neighbourhoods[n].contacts += 1 }
    if d.isPublic {
      if ScopeSet.local.contains(d.scope) {
        world.write.demands.move(id, to: .registered, week: world.week)
        world.write.neighbourhoods[n].matters.append(id)
      } else {
        hand(&world, id, chance: world.structure.relations[n].referral)
      }
    } else if isBeyond(world, d) && turnedTo != .subdistrictOffice {
      hand(&world, id, chance: world.structure.relations[n].handover)
    } else if turnedTo == .subdistrictOffice && d.departments > 1 {
      enqueue(&world, id, world.slots.slot(.subdistrictOffice, s))
    } else {
      // What the hotline takes in is sent to where it can be done.
      let body = serviceBody(world.structure, n, d.kind)
      if body == .serviceStation && world.structure.relations[n].internalHandover < 1 {
        let draw = world.random.stream(.handover, week: world.week)
        if draw.happens(world.structure.relations[n].internalHandover, Int(d.key), 1) {
          enqueue(&world, id, world.slots.slot(body, n))
        } else {
          hand(&world, id, chance: 1)
        }
      } else {
        enqueue(&world, id, world.slots.slot(body, n))
      }
    }
  }

  /// It concerns more departments than a neighbourhood's body brings together by itself.
  private static func isBeyond(_ world: borrowing Reach<Self>, _ d: Demand) -> Bool {
    Double(d.departments) > world.conditions[.localDepartments]
  }

  /// Sends a demand on; with the given chance it arrives after the usual weeks, else only after some times as long.
  private static func hand(_ world: inout Reach<Self>, _ id: Int32, chance: Double) {
    let d = world.demands[id]
    let draw = world.random.stream(.handover, week: world.week)
    let weeks = world.structure.relations[Int(d.neighbourhood)].handoverWeeks
    world.write.demands.move(id, to: .referred, week: world.week)
    let late = Int(Double(weeks) * world.conditions[.lostHandover])
    world.wake(id, in: draw.happens(chance, Int(d.key)) ? weeks : late)
    JointRounds.note(&world.jointRounds, id)
  }

  /// A referred demand has arrived.
  static func arrive(_ world: inout Reach<Self>, _ id: Int32) {
    let d = world.demands[id]
    let n = Int(d.neighbourhood)
    let s = world.places.neighbourhoods[n].subdistrict
    if d.isPublic {
      world.write.demands.move(id, to: .registered, week: world.week)
      let place = world.placeInQueue(world.wideMatters[s], id)
      world.write.wideMatters[s].insert(id, at: place)
    } else if isBeyond(world, d) {
      enqueue(&world, id, world.slots.slot(.subdistrictOffice, s))
    } else {
      enqueue(&world, id, world.slots.slot(serviceBody(world.structure, n, d.kind), n))
    }
  }

  private static func enqueue(_ world: inout Reach<Self>, _ id: Int32, _ slot: Int) {
    world.write.demands.move(id, to: .registered, week: world.week)
    world.write.demands[id].holder = Int32(slot)
    let place = world.placeInQueue(world.actors[slot].queue, id)
    world.write.actors[slot].queue.insert(id, at: place)
  }

  /// The body of a neighbourhood that does residents' service demands.
  static func serviceBody(_ structure: Structure, _ n: Int, _ kind: DemandKind) -> ActorKind {
    if kind == .propertyRepair && structure[.propertyCompany, n] != nil { return .propertyCompany }
    return structure[.serviceStation, n]?.takesServiceDemands == true ? .serviceStation : .residentsCommittee
  }
}

extension Reach where L: ReadsDemands {
  /// Where a demand that has just arrived stands in a queue: behind those of earlier weeks; among those of the same
  /// week by its own number, which is drawn, so that the order in which places are looked at decides nothing.
  func placeInQueue(_ queue: [Int32], _ id: Int32) -> Int {
    // Mixed, since the number itself says on which side of a division of rights a matter falls.
    let key = mix64(UInt64(demands[id].key))
    var place = queue.count
    while place > 0 {
      let before = demands[queue[place - 1]]
      if Int(before.since) < week || mix64(UInt64(before.key)) <= key { break }
      place -= 1
    }
    return place
  }
}
