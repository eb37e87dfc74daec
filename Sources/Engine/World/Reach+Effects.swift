// What a law may have the world do: the effects that several laws share, and readings that come with them.

extension Reach where L: Pays {
  /// A transfer between actors, booked under a purpose.
  @discardableResult
  @inline(__always)
  mutating func pay(_ resource: Resource, _ amount: Int64, from: Int, to: Int, for purpose: Purpose) -> Bool {
    world.pointee.pay(resource, amount, from: from, to: to, for: purpose)
  }

  /// As much of the amount as the giver has.
  @inline(__always)
  mutating func payUpTo(_ resource: Resource, _ amount: Int64, from: Int, to: Int, for purpose: Purpose)
    -> Int64
  {
    world.pointee.payUpTo(resource, amount, from: from, to: to, for: purpose)
  }

  mutating func spendResidentsTime(_ minutes: Int64, _ n: Int, for purpose: Purpose) {
    world.pointee.spendResidentsTime(minutes, n, for: purpose)
  }

  mutating func spendMembers(minutes: Double, of association: Int, in n: Int, for purpose: Purpose) -> Bool {
    world.pointee.spendMembers(minutes: minutes, of: association, in: n, for: purpose)
  }

  mutating func spendMembers(minutes: Double, in n: Int, for purpose: Purpose) -> Bool {
    world.pointee.spendMembers(minutes: minutes, in: n, for: purpose)
  }

  mutating func spendStaff(minutes: Int64, of platform: Int) -> Bool {
    world.pointee.spendStaff(minutes: minutes, of: platform)
  }

  mutating func spendBrokering(minutes: Double, in n: Int) -> Bool {
    world.pointee.spendBrokering(minutes: minutes, in: n)
  }

  mutating func broker(spending minutes: Double, in n: Int) -> Int? {
    world.pointee.broker(spending: minutes, in: n)
  }

  mutating func spendBrokering(minutes: Double, of slot: Int, for purpose: Purpose) -> Bool {
    world.pointee.spendBrokering(minutes: minutes, of: slot, for: purpose)
  }

  mutating func useRoom(minutes: Int64, in n: Int) -> Bool { world.pointee.useRoom(minutes: minutes, in: n) }

  mutating func giveTime(_ minutes: Int64, _ n: Int, to slot: Int) {
    world.pointee.giveTime(minutes, n, to: slot)
  }
}

extension Reach where L: Counts {
  mutating func count(_ counter: Counter, over hosts: Range<Int>, _ amount: Double = 1) {
    world.pointee.count(counter, over: hosts, amount)
  }
}

// MARK: Turns, lots and places

extension Reach {
  func turns(_ turn: Turn) -> RandomStream { world.pointee.turns(turn) }
  func neighbourhoods(inTurn turn: Turn) -> [Int] { world.pointee.neighbourhoods(inTurn: turn) }
  func inTurn(_ some: some Sequence<Int>, _ turn: Turn) -> [Int] { world.pointee.inTurn(some, turn) }
  func groups(inTurnOf n: Int) -> [Int] { world.pointee.groups(inTurnOf: n) }
  func venues(inTurn turn: Turn) -> [Int] { world.pointee.venues(inTurn: turn) }
  func byLot(_ some: some Sequence<Int>) -> [Int] { world.pointee.byLot(some) }
  func byLot(slots some: some Sequence<Int>) -> [Int] { world.pointee.byLot(slots: some) }
  func unitRange(_ range: Range<Int>) -> Range<Int> { world.pointee.unitRange(range) }
  func distance(_ n: Int, to venue: Venue) -> Double { world.pointee.distance(n, to: venue) }
  var largestNeighbourhood: Int { world.pointee.largestNeighbourhood }

  @inline(__always)
  func classIndex(_ bodies: Residents.BodyClass, _ resident: Int) -> Int {
    world.pointee.classIndex(bodies, resident)
  }
}

// MARK: Who is known to whom

extension Reach where L: ReadsResidents {
  func group(of i: Int, in n: Int) -> Int { world.pointee.group(of: i, in: n) }
  func knowsShownMember(_ i: Int, in n: Int) -> Bool { world.pointee.knowsShownMember(i, in: n) }
  func isFamiliar(_ i: Int, in n: Int, _ broker: Int) -> Bool { world.pointee.isFamiliar(i, in: n, broker) }
  func isCore(_ i: Int) -> Bool { world.pointee.isCore(i) }
}

extension Reach where L: ReadsUnits {
  func hasBranch(_ u: Int) -> Bool { world.pointee.hasBranch(u) }
}

extension Reach where L: ChangesTies {
  mutating func countTie(_ i: Int, _ other: Int, _ change: Int) { world.pointee.countTie(i, other, change) }
}

extension Writes where L: ChangesResidents {
  var recentlyActive: [[UInt32]] {
    @inline(__always) _read { yield world.pointee.recentlyActive }
    @inline(__always) nonmutating _modify { yield &world.pointee.recentlyActive }
  }
}

extension Writes where L: ChangesUnits {
  var branchOnPaper: [Bool] {
    @inline(__always) _read { yield world.pointee.branchOnPaper }
    @inline(__always) nonmutating _modify { yield &world.pointee.branchOnPaper }
  }
  var branchActive: [UInt16] {
    @inline(__always) _read { yield world.pointee.branchActive }
    @inline(__always) nonmutating _modify { yield &world.pointee.branchActive }
  }
}

// MARK: Structure

/// Puts structure, conditions and shocks into force.
protocol ChangesStructure: Law {}

extension Writes where L: ChangesStructure {
  var structure: Structure {
    @inline(__always) _read { yield world.pointee.structure }
    @inline(__always) nonmutating _modify { yield &world.pointee.structure }
  }
  var conditions: Conditions {
    @inline(__always) _read { yield world.pointee.conditions }
    @inline(__always) nonmutating _modify { yield &world.pointee.conditions }
  }
  var load: Double {
    @inline(__always) _read { yield world.pointee.load }
    @inline(__always) nonmutating _modify { yield &world.pointee.load }
  }
}

extension Reach where L: ChangesStructure {
  var schedule: StructureSchedule { @inline(__always) _read { yield world.pointee.schedule } }
  mutating func lookAround() { world.pointee.lookAround() }
  mutating func lookForKnownPeople() { world.pointee.lookForKnownPeople() }
}
