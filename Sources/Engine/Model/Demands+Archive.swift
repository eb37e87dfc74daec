extension Demand {
  /// How many there are of what demands point to.
  struct Limits {
    var residents: Int
    var neighbourhoods: Int
    var groups: Int
    var slots: Int
  }

  /// A demand to read others into.
  static let blank = Demand(
    key: 0, resident: 0, neighbourhood: 0, group: 0, opponents: -1, kind: .elderCare, scope: .household,
    state: .latent, origin: .voiced, technical: false, departments: 1, salience: 0, born: 0, since: 0)

  /// Weeks of a run, and −1 for none.
  static let weeks: ClosedRange<Int32> = -1...1 << 24

  mutating func archive(_ archive: inout Archive, _ limits: Limits) {
    archive.number(&key, in: 0...UInt32.max)
    archive.index(&resident, below: limits.residents)
    archive.index(&neighbourhood, below: limits.neighbourhoods)
    archive.index(&group, below: limits.groups)
    archive.index(&opponents, below: limits.groups, orNone: true)
    archive.choice(&kind)
    archive.choice(&scope)
    archive.choice(&state)
    archive.choice(&origin)
    archive.flag(&technical)
    archive.flag(&oppositionKnown)
    archive.share(&accommodated)
    archive.number(&departments, in: 1...UInt8.max)
    archive.share(&salience)
    archive.number(&born, in: Self.weeks)
    archive.number(&registered, in: Self.weeks)
    archive.number(&since, in: Self.weeks)
    archive.index(&holder, below: limits.slots, orNone: true)
    archive.choice(&addressed)
    archive.number(&attempts, in: 0...UInt8.max)
    archive.number(&sittings, in: 0...UInt8.max)
    archive.number(&heard, in: 0...UInt8.max)
    archive.number(&worked, in: 0...1e4)
    archive.flag(&isTracked)
    archive.number(&answerBy, in: Self.weeks)
    archive.number(&wake, in: Self.weeks)
    // Whatever waits with a body has one.
    let isWaiting = !state.isClosed && state != .latent && state != .voiced
    if isWaiting && holder < 0 { archive.fail("a demand waits with nobody") }
  }
}
