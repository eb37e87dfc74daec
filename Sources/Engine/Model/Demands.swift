/// One demand: a need of a resident that may become a matter of many.
struct Demand: Sendable {
  /// States of a demand; it is always in exactly one.
  enum State: UInt8, CaseIterable, Sendable {
    case latent, voiced, registered, referred, onAgenda, resourced, inWork
    case resolved, partlyResolved, formallyClosed, refused, lapsed, escalated

    /// Nothing more is done about it.
    var isClosed: Bool { rawValue >= State.resolved.rawValue }
    /// Reported upwards as handled.
    var isReportedDone: Bool { self == .resolved || self == .partlyResolved || self == .formallyClosed }
  }

  /// Where it came from.
  enum Origin: UInt8, Sendable {
    /// A resident's voice; taken up by a body of its own accord.
    case voiced, body
    /// Put on an agenda by residents' signatures, or begun by a social organisation.
    case petition, association
  }

  /// A number of its own for random draws, which does not depend on what else happens in the world.
  var key: UInt32
  var resident: Int32
  var neighbourhood: Int32
  /// Building group (over the world) that wants it, and the one it would cost something; −1 for none.
  var group: Int32
  var opponents: Int32
  var kind: DemandKind
  var scope: Scope
  var state: State
  var origin: Origin
  var technical: Bool
  /// Opposing interests are known to those who decide.
  var oppositionKnown = false
  /// Room has been made for opposing interests before deciding: 0–1.
  var accommodated: Float = 0
  var departments: UInt8
  /// Weight for its owner, 0–1.
  var salience: Float
  var born: Int32
  /// Week in which it was registered; −1 before.
  var registered: Int32 = -1
  /// Week of its latest change of state.
  var since: Int32
  /// The slot of the body that has it; −1 while nobody has.
  var holder: Int32 = -1
  /// The class of bodies its owner turned to.
  var addressed = Residents.BodyClass.committee
  /// Times it was decided on whether to voice it.
  var attempts: UInt8 = 0
  /// Sittings on whose agenda it has been.
  var sittings: UInt8 = 0
  /// Rounds of a hearing in which those concerned were heard.
  var heard: UInt8 = 0
  /// Minutes of staff that have gone into it.
  var worked: Float = 0
  /// Is followed until it is done: not closed on paper while it waits.
  var isTracked = false
  /// Week by which its owner was promised an answer; −1 for none.
  var answerBy: Int32 = -1
  /// Week in which it is looked at again; −1 for none.
  var wake: Int32 = -1

  var isPublic: Bool { scope.isPublic }
}

/// All demands that are open or may come back, with counts that must balance.
struct Demands: Sendable {
  private(set) var rows: [Demand] = []
  private var free: [Int32] = []
  /// Demands now in each state; closed states count those ever closed.
  private(set) var counts = [Int](repeating: 0, count: Demand.State.allCases.count)
  private(set) var born = 0

  subscript(id: Int32) -> Demand {
    @inline(__always) get { rows[Int(id)] }
    @inline(__always) _modify { yield &rows[Int(id)] }
  }

  /// Adds a latent demand.
  mutating func add(_ demand: Demand) -> Int32 {
    assert(demand.state == .latent)
    born += 1
    counts[Int(Demand.State.latent.rawValue)] += 1
    if let id = free.popLast() {
      rows[Int(id)] = demand
      return id
    }
    rows.append(demand)
    return Int32(rows.count - 1)
  }

  /// Moves a demand into another state.
  @inline(__always)
  mutating func move(_ id: Int32, to state: Demand.State, week: Int) {
    assert(!rows[Int(id)].state.isClosed)
    counts[Int(rows[Int(id)].state.rawValue)] -= 1
    counts[Int(state.rawValue)] += 1
    rows[Int(id)].state = state
    rows[Int(id)].since = Int32(week)
  }

  /// Forgets a closed demand.
  mutating func release(_ id: Int32) {
    assert(rows[Int(id)].state.isClosed)
    free.append(id)
  }

  /// - Parameter limits: how many residents, neighbourhoods, groups and slots there are.
  mutating func archive(_ archive: inout Archive, _ limits: Demand.Limits) {
    archive.list(&rows, blank: .blank) { archive, row in row.archive(&archive, limits) }
    archive.numbers(&free, in: 0...Int32.max)
    archive.each(&counts) { archive, count in archive.count(&count) }
    archive.count(&born)
    if archive.isReading && archive.fault == nil { checkFree(&archive) }
  }

  /// A place is free once, and after its demand was closed and looked at for the last time.
  private func checkFree(_ archive: inout Archive) {
    var isFree = [Bool](repeating: false, count: rows.count)
    for id in free {
      if Int(id) >= rows.count || isFree[Int(id)] || !rows[Int(id)].state.isClosed || rows[Int(id)].wake >= 0
      {
        return archive.fail("demand \(id) cannot be free")
      }
      isFree[Int(id)] = true
    }
  }

  var open: Int { counts[..<Int(Demand.State.resolved.rawValue)].reduce(0, +) }

  /// What is wrong with the counts; empty where every demand born is open or closed, once.
  func problems() -> [String] {
    var found: [String] = []
    if counts.reduce(0, +) != born {
      found.append("demands: \(born) born, but \(counts.reduce(0, +)) counted")
    }
    var seen = [Int](repeating: 0, count: Demand.State.allCases.count)
    var isFree = [Bool](repeating: false, count: rows.count)
    for id in free { isFree[Int(id)] = true }
    for (id, row) in rows.enumerated() where !isFree[id] && !row.state.isClosed {
      seen[Int(row.state.rawValue)] += 1
    }
    for state in Demand.State.allCases
    where !state.isClosed && seen[Int(state.rawValue)] != counts[Int(state.rawValue)] {
      found.append(
        "demands: \(counts[Int(state.rawValue)]) counted as \(state), \(seen[Int(state.rawValue)]) found")
    }
    return found
  }
}
