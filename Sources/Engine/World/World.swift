/// The state of a run. Laws change it; mechanisms never see it; measures read it.
public struct World: ~Copyable, Sendable {
  public private(set) var setting: Setting
  let random: RandomSource
  var population: Population
  let slots: ActorSlots
  /// Weeks done.
  public internal(set) var week = 0
  var structure: Structure
  var conditions: Conditions
  /// Factor of shocks on needs and tasks this week.
  var load = 1.0
  var demands = Demands()
  var wheel = TimingWheel()
  var actors: [ActorState]
  var neighbourhoods: [NeighbourhoodState]
  /// Registered public matters of blocks and wider, by subdistrict.
  var wideMatters: [[Int32]]
  var ledger: Ledger
  var tally: Tally
  /// Which structure is in force when.
  private(set) var schedule: StructureSchedule
  /// Residents by week of their latest act, for the last 14 weeks.
  var recentlyActive: [[UInt32]] = Array(
    repeating: [], count: Calendar.weeksPerQuarter + 1)
  /// What each unit could give in a quarter, and where the units of each neighbourhood begin.
  let unitMoney: [Int32]
  let unitStarts: [Int]
  let largestNeighbourhood: Int
  /// Drawn once for a run, by neighbourhood: who comes first where one has to.
  let lots: [Double]
  /// By slot: the week of its year with which a body counts its sittings.
  let sittingPhases: [UInt8]
  /// Who is shown to be a member or a lead volunteer, and the building groups to which somebody is: found anew
  /// when that changes; empty where nobody is shown.
  var shown: [KnownPeople] = []
  var memberGroups: [Bool] = []
  var familiarGroups: [Bool] = []
  /// The neighbourhood of each resident.
  let homes: [UInt16]
  /// Activities in places this week, and what each venue still has room for.
  var activities: [Activity] = []
  var seatsLeft: [Int] = []
  /// Units with a Party organisation on paper, and the week after its latest fruitful activity; empty while there
  /// are none.
  var branchOnPaper: [Bool] = []
  var branchActive: [UInt16] = []

  var parameters: Parameters { setting.parameters }
  var places: Places { population.places }

  /// A world in which nothing has been set up yet.
  init(unsettled setting: Setting, seed: UInt64, replicate: Int) throws(SimulationError) {
    let random = RandomSource(seed: seed, replicate: replicate)
    let population = try Population(
      city: setting.city, parameters: setting.parameters, conditions: setting.conditions, random: random)
    let places = population.places
    let slots = ActorSlots(
      subdistricts: places.subdistricts.count, blocks: places.blocks.count,
      neighbourhoods: places.neighbourhoods.count)
    let record = population.publicRecord(random)
    let schedule = try StructureSchedule(
      setting.mechanisms, record: record, slots: slots,
      shareDraws: PlaceShare.draws(random, neighbourhoods: places.neighbourhoods.count))
    lots = record.lots
    sittingPhases = places.sittingPhases(slots, random)
    unitMoney = population.unitMoney()
    unitStarts = record.unitStarts
    self.setting = setting
    self.random = random
    self.population = population
    self.slots = slots
    self.schedule = schedule
    conditions = setting.conditions
    structure = schedule.structure(at: 0, conditions: conditions)
    homes = places.neighbourhoods.enumerated().flatMap { n, place in
      repeatElement(UInt16(truncatingIfNeeded: n), count: place.residents.count)
    }
    largestNeighbourhood = places.neighbourhoods.map(\.residents.count).max() ?? 0
    actors = Array(repeating: ActorState(), count: slots.count)
    neighbourhoods = Array(repeating: NeighbourhoodState(), count: places.neighbourhoods.count)
    wideMatters = Array(repeating: [], count: places.subdistricts.count)
    ledger = Ledger(
      kinds: slots.kinds.map(\.rawValue), kindCount: ActorKind.allCases.count,
      purposeCount: Purpose.allCases.count, edge: ActorKind.allCases.map { $0.level == .city })
    tally = Tally(neighbourhoods: places.neighbourhoods.count)
  }

  /// Makes this the world of another setting with the same city and people, into which a state is then read: what
  /// follows from week 0 alone stays as it is.
  /// - Throws: ``SimulationError`` where the setting is impossible.
  mutating func become(_ setting: Setting) throws(SimulationError) {
    schedule = try StructureSchedule(
      setting.mechanisms, record: population.publicRecord(random), slots: slots,
      shareDraws: PlaceShare.draws(random, neighbourhoods: places.neighbourhoods.count))
    self.setting = setting
    conditions = setting.conditions
  }

  /// Demand counts, books and population that do not add up; empty in a sound world.
  func problems() -> [String] {
    demands.problems() + ledger.problems(weekEnded: true)
  }
}

extension World {
  /// A transfer between actors, booked under a purpose.
  @discardableResult
  @inline(__always)
  mutating func pay(_ resource: Resource, _ amount: Int64, from: Int, to: Int, for purpose: Purpose) -> Bool {
    ledger.transfer(resource, amount, from: from, to: to, purpose: purpose.rawValue)
  }

  /// As much of the amount as the giver has.
  @inline(__always)
  mutating func payUpTo(_ resource: Resource, _ amount: Int64, from: Int, to: Int, for purpose: Purpose)
    -> Int64
  {
    ledger.transferUpTo(resource, amount, from: from, to: to, purpose: purpose.rawValue)
  }

  /// The index of a resident's value in a column with one place per class of bodies.
  @inline(__always)
  func classIndex(_ bodies: Residents.BodyClass, _ resident: Int) -> Int {
    resident * Residents.BodyClass.count + bodies.rawValue
  }
}
