/// A law. What it may read, change and do is what it declares: each protocol below opens one part of the world to it,
/// and the compiler refuses the rest. So the first line of a law says what it touches.
///
///     enum Learning: ChangesResidents, ChangesPlaces { … }
protocol Law: SendableMetatype {}

/// The world as one law sees it.
///
/// Time, places, structure, settings and random numbers are open to every law, and none can change them.
struct Reach<L: Law>: ~Copyable {
  /// The whole world. Only what opens a part of it, here and in extensions of this type, may name it.
  let world: UnsafeMutablePointer<World>

  /// - Parameter world: valid as long as this is, and used by nobody else meanwhile.
  @inline(__always)
  init(_ world: UnsafeMutablePointer<World>) { self.world = world }
}

extension World {
  /// Lets a law work.
  @inline(__always)
  mutating func with<L: Law, Result>(_ law: L.Type, _ body: (inout Reach<L>) throws -> Result) rethrows
    -> Result
  {
    try withUnsafeMutablePointer(to: &self) { world in
      var reach = Reach<L>(world)
      return try body(&reach)
    }
  }
}

/// What a law may change of the world. Reads through it are possible too, and needed where a value is changed in place.
struct Writes<L: Law> {
  let world: UnsafeMutablePointer<World>
}

extension Reach {
  /// What the law has declared that it changes.
  var write: Writes<L> { @inline(__always) mutating get { Writes(world: world) } }
}

// MARK: Open to all laws

extension Reach {
  var week: Int { @inline(__always) get { world.pointee.week } }
  var load: Double { @inline(__always) get { world.pointee.load } }
  var setting: Setting { @inline(__always) _read { yield world.pointee.setting } }
  var conditions: Conditions { @inline(__always) _read { yield world.pointee.conditions } }
  var random: RandomSource { @inline(__always) get { world.pointee.random } }
  var structure: Structure { @inline(__always) _read { yield world.pointee.structure } }
  var slots: ActorSlots { @inline(__always) _read { yield world.pointee.slots } }
  var places: Places { @inline(__always) _read { yield world.pointee.population.places } }
  var parameters: Parameters { @inline(__always) _read { yield world.pointee.setting.parameters } }
}

// MARK: People

protocol ReadsResidents: Law {}
protocol ChangesResidents: ReadsResidents {}
protocol ReadsTies: Law {}
protocol ChangesTies: ReadsTies {}
protocol ReadsUnits: Law {}
protocol ChangesUnits: ReadsUnits {}

extension Reach where L: ReadsResidents {
  var residents: Residents { @inline(__always) _read { yield world.pointee.population.residents } }
}

extension Writes where L: ChangesResidents {
  var residents: Residents {
    @inline(__always) _read { yield world.pointee.population.residents }
    @inline(__always) nonmutating _modify { yield &world.pointee.population.residents }
  }
}

extension Reach where L: ReadsTies {
  var ties: Ties { @inline(__always) _read { yield world.pointee.population.ties } }
}

extension Writes where L: ChangesTies {
  var ties: Ties {
    @inline(__always) _read { yield world.pointee.population.ties }
    @inline(__always) nonmutating _modify { yield &world.pointee.population.ties }
  }
}

extension Reach where L: ReadsUnits {
  var units: Units { @inline(__always) _read { yield world.pointee.population.units } }
  var unitMoney: [Int32] { @inline(__always) _read { yield world.pointee.unitMoney } }
}

extension Writes where L: ChangesUnits {
  var units: Units {
    @inline(__always) _read { yield world.pointee.population.units }
    @inline(__always) nonmutating _modify { yield &world.pointee.population.units }
  }
}

// MARK: Demands, bodies and places

protocol ReadsDemands: Law {}
protocol ChangesDemands: ReadsDemands {}
protocol ReadsBodies: Law {}
protocol ChangesBodies: ReadsBodies {}
protocol ReadsPlaces: Law {}
protocol ChangesPlaces: ReadsPlaces {}
protocol ReadsVenues: Law {}
protocol ChangesVenues: ReadsVenues {}

extension Reach where L: ReadsDemands {
  var demands: Demands { @inline(__always) _read { yield world.pointee.demands } }
  var wideMatters: [[Int32]] { @inline(__always) _read { yield world.pointee.wideMatters } }
}

extension Writes where L: ChangesDemands {
  var demands: Demands {
    @inline(__always) _read { yield world.pointee.demands }
    @inline(__always) nonmutating _modify { yield &world.pointee.demands }
  }
  var wideMatters: [[Int32]] {
    @inline(__always) _read { yield world.pointee.wideMatters }
    @inline(__always) nonmutating _modify { yield &world.pointee.wideMatters }
  }
  var wheel: TimingWheel {
    @inline(__always) _read { yield world.pointee.wheel }
    @inline(__always) nonmutating _modify { yield &world.pointee.wheel }
  }
}

extension Reach where L: ReadsBodies {
  var actors: [ActorState] { @inline(__always) _read { yield world.pointee.actors } }
  var sittingPhases: [UInt8] { @inline(__always) _read { yield world.pointee.sittingPhases } }
}

extension Writes where L: ChangesBodies {
  var actors: [ActorState] {
    @inline(__always) _read { yield world.pointee.actors }
    @inline(__always) nonmutating _modify { yield &world.pointee.actors }
  }
}

extension Reach where L: ReadsPlaces {
  var neighbourhoods: [NeighbourhoodState] { @inline(__always) _read { yield world.pointee.neighbourhoods } }
}

extension Writes where L: ChangesPlaces {
  var neighbourhoods: [NeighbourhoodState] {
    @inline(__always) _read { yield world.pointee.neighbourhoods }
    @inline(__always) nonmutating _modify { yield &world.pointee.neighbourhoods }
  }
}

extension Reach where L: ReadsVenues {
  var activities: [Activity] { @inline(__always) _read { yield world.pointee.activities } }
  var seatsLeft: [Int] { @inline(__always) _read { yield world.pointee.seatsLeft } }
}

extension Writes where L: ChangesVenues {
  var activities: [Activity] {
    @inline(__always) _read { yield world.pointee.activities }
    @inline(__always) nonmutating _modify { yield &world.pointee.activities }
  }
  var seatsLeft: [Int] {
    @inline(__always) _read { yield world.pointee.seatsLeft }
    @inline(__always) nonmutating _modify { yield &world.pointee.seatsLeft }
  }
}

// MARK: Counts and books

/// What is counted for measures.
protocol Counts: Law {}
protocol ReadsBooks: Law {}
/// Money, time and rooms change hands.
protocol Pays: ReadsBooks {}

extension Writes where L: Counts {
  var tally: Tally {
    @inline(__always) _read { yield world.pointee.tally }
    @inline(__always) nonmutating _modify { yield &world.pointee.tally }
  }
}

extension Reach where L: ReadsBooks {
  var ledger: Ledger { @inline(__always) _read { yield world.pointee.ledger } }
}
