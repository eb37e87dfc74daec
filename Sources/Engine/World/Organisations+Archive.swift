extension ActorState {
  mutating func archive(_ archive: inout Archive) {
    archive.amount(&taskBacklog)
    archive.share(&practice)
    archive.amount(&energy)
    archive.amount(&required)
    archive.amount(&brokering)
    archive.number(&ownYuan, in: 0...1 << 40)
    archive.numbers(&queue, in: 0...Int32.max)
  }
}

extension Project {
  /// A project to read others into.
  static let blank = Project(
    demand: 0, started: 0, staffNeed: 0, volunteerNeed: 0, professionalNeed: 0, moneyNeed: 0,
    needsSpace: false)

  /// - Parameter units: how many there are.
  mutating func archive(_ archive: inout Archive, units: Int) {
    archive.number(&demand, in: 0...Int32.max)
    archive.number(&started, in: Demand.weeks)
    archive.amount(&staffNeed)
    archive.amount(&volunteerNeed)
    archive.amount(&professionalNeed)
    archive.amount(&staff)
    archive.amount(&volunteers)
    archive.amount(&professionals)
    archive.number(&moneyNeed, in: 0...Int32.max)
    archive.number(&publicMoney, in: 0...Int32.max)
    archive.number(&unitMoney, in: 0...Int32.max)
    archive.flag(&needsSpace)
    archive.number(&association, in: 0...UInt32.max)
    archive.index(&unit, below: units, orNone: true)
    archive.flag(&collided)
    archive.flag(&isStalled)
    archive.flag(&isPromoted)
  }
}

extension Association {
  /// A group to read others into.
  static let blank = Association(key: 0, members: [], energy: 0, practice: 0, born: 0)

  /// - Parameter residents: how many there are.
  mutating func archive(_ archive: inout Archive, residents: Int) {
    archive.number(&key, in: 0...UInt32.max)
    archive.indices(&members, below: residents)
    archive.share(&energy)
    archive.share(&practice)
    archive.number(&born, in: Demand.weeks)
    archive.amount(&spareMinutes)
    archive.flag(&isBusy)
    archive.flag(&hasRoom)
    archive.share(&mentored)
    archive.flag(&goesOn)
    archive.choice(&lastKind)
  }
}

extension Conflict {
  /// A conflict to read others into.
  static let blank = Conflict(key: 0, sideA: 0, sideB: 0, intensity: 0, opened: 0, suppressed: false)

  /// - Parameter groups: how many there are.
  mutating func archive(_ archive: inout Archive, groups: Int) {
    archive.number(&key, in: 0...UInt32.max)
    archive.index(&sideA, below: groups)
    archive.index(&sideB, below: groups)
    archive.share(&intensity)
    archive.number(&opened, in: Demand.weeks)
    archive.flag(&suppressed)
  }
}

extension ParticipationRecord {
  /// - Parameter residents: how many there are.
  mutating func archive(_ archive: inout Archive, residents: Int) {
    archive.index(&resident, below: residents)
    // What it points to is gone when the next week begins.
    archive.number(&target, in: Int32.min...Int32.max)
  }
}

extension Purse {
  /// Which fund it belongs to follows from structure.
  mutating func archive(_ archive: inout Archive) {
    archive.number(&yuan, in: 0...1 << 40)
    archive.number(&ownYuan, in: 0...1 << 40)
    if ownYuan > yuan { archive.fail("a purse holds more gifts than money") }
  }
}

extension News {
  mutating func archive(_ archive: inout Archive) {
    for k in success.indices {
      archive.amount(&success[k])
      archive.amount(&failure[k])
    }
  }
}
