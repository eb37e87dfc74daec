/// All that mechanisms may change, and nothing else.
///
/// A structure is a pure function of the setting and the week: the base structure with the change of every
/// mechanism in force, in the order of the registry. So a mechanism that ends leaves nothing behind.
public struct Structure: Sendable, Equatable {
  /// By slot; nil where there is no such body or platform.
  private var bodies: [Body?]
  private var platforms: [Platform?]
  /// By neighbourhood.
  public var rights: [Rights]
  public var funds: [[Fund]]
  public var information: [Information]
  public var relations: [Relations]
  public var duties: [[Duty]]
  public var dutyCounts: [DutyCount]
  public var recognition: [Recognition]
  public var known: [KnownPeople]
  public var projectRules: [ProjectRules]
  public var services: [Services]
  public var rounds: [JointRound?]
  public var homeVisits: [HomeVisits?]
  public var channels: [OnlineChannel?]
  public var messages: [[Message]]
  public var evaluations: [Evaluation]
  public var projectStyles: [ProjectStyle]
  /// By subdistrict: rights over matters of blocks and wider.
  public var wideRights: [Rights]
  public var venues: [Venue] = []
  public var branches: [Branches]
  public var support: [GroupSupport]
  public var pools: [HoursPool] = []
  /// What mechanisms asked for in vain.
  var shortfalls: [Shortfall] = []
  /// Minutes of staff by slot before anything moved them: shares are counted of these, so that what a place gets
  /// does not hang on who else takes some for another place.
  private var establishment: [Int] = []
  let slots: ActorSlots

  init(slots: ActorSlots, neighbourhoods: Int, subdistricts: Int) {
    self.slots = slots
    bodies = Array(repeating: nil, count: slots.count)
    platforms = Array(repeating: nil, count: slots.count)
    rights = Array(repeating: Rights(), count: neighbourhoods)
    wideRights = Array(repeating: Rights(), count: subdistricts)
    funds = Array(repeating: [], count: neighbourhoods)
    duties = Array(repeating: [], count: neighbourhoods)
    dutyCounts = Array(repeating: DutyCount(), count: neighbourhoods)
    recognition = Array(repeating: Recognition(), count: neighbourhoods)
    known = Array(repeating: KnownPeople(), count: neighbourhoods)
    information = Array(repeating: Information(), count: neighbourhoods)
    branches = Array(repeating: Branches(), count: neighbourhoods)
    support = Array(repeating: GroupSupport(), count: neighbourhoods)
    projectRules = Array(repeating: ProjectRules(), count: neighbourhoods)
    services = Array(repeating: Services(), count: neighbourhoods)
    relations = Array(
      repeating: Relations(handover: 0, handoverWeeks: 0, referral: 0), count: neighbourhoods)
    rounds = Array(repeating: nil, count: neighbourhoods)
    homeVisits = Array(repeating: nil, count: neighbourhoods)
    channels = Array(repeating: nil, count: neighbourhoods)
    messages = Array(repeating: [], count: neighbourhoods)
    evaluations = Array(repeating: Evaluation(), count: neighbourhoods)
    projectStyles = Array(repeating: ProjectStyle(), count: neighbourhoods)
  }

  /// The body of a kind at a place of its level.
  public subscript(_ kind: ActorKind, _ place: Int) -> Body? {
    get { bodies[slots.slot(kind, place)] }
    _modify { yield &bodies[slots.slot(kind, place)] }
  }

  /// The platform of a kind at a place of its level.
  public subscript(platform kind: ActorKind, _ place: Int) -> Platform? {
    get { platforms[slots.slot(kind, place)] }
    _modify { yield &platforms[slots.slot(kind, place)] }
  }

  @inline(__always)
  func body(slot: Int) -> Body? { bodies[slot] }
  @inline(__always)
  func platform(slot: Int) -> Platform? { platforms[slot] }

  /// Moves minutes of staff between bodies of the same world: no hour appears or vanishes.
  public mutating func moveStaff(minutes: Int, from: Int, to: Int) {
    guard let available = bodies[from]?.staffMinutes, bodies[to] != nil else { return }
    let moved = min(max(minutes, 0), available)
    note(.staff, asked: Double(minutes), got: Double(moved))
    bodies[from]?.staffMinutes -= moved
    bodies[to]?.staffMinutes += moved
  }

  /// Minutes of staff in all bodies: the same under every mechanism that says it needs no more.
  public var staffMinutes: Int { bodies.reduce(0) { $0 + ($1?.staffMinutes ?? 0) } }
  /// Yuan a year in all funds, grants, allowances and contracts.
  public var yuanPerYear: Double {
    funds.reduce(0) { $0 + $1.reduce(0) { $0 + $1.yuanPerYear } }
      + support.reduce(0) { $0 + $1.grantYuanPerYear } + branches.reduce(0) { $0 + $1.yuanPerYear }
      + services.reduce(0) { $0 + ($1.contract?.yuanPerYear ?? 0) }
  }

  /// The base structure stands: from now on staff is moved.
  mutating func noteEstablishment() { establishment = bodies.map { $0?.staffMinutes ?? 0 } }

  /// Makes a body without staff where none stands.
  mutating func open(_ kind: ActorKind, _ place: Int, hours: HourShares) {
    if self[kind, place] != nil { return }
    self[kind, place] = Body(
      staffMinutes: 0, hours: hours, administrativeTasks: 0, takesServiceDemands: false,
      upwardWeight: Body.evenWeight, downwardWeight: Body.evenWeight, skill: 0)
  }

  /// Stations a part of a body's people, counted of its first number, with another: their skill comes with them, and
  /// they spend their hours in the way given, or as those do whom they join.
  mutating func station(_ part: Double, of from: Int, at to: Int, hours: HourShares? = nil) {
    guard let giver = bodies[from], let host = bodies[to] else { return }
    let asked = max(Int(Double(establishment[from]) * part), 0)
    let minutes = min(asked, giver.staffMinutes)
    note(.staff, asked: Double(asked), got: Double(minutes))
    if minutes == 0 { return }
    let old = Double(host.staffMinutes)
    let new = Double(minutes)
    let style = hours ?? host.hours
    bodies[to]?.skill = (host.skill * old + giver.skill * new) / (old + new)
    bodies[to]?.hours = HourShares(
      relaying: host.hours.relaying * old + style.relaying * new,
      brokering: host.hours.brokering * old + style.brokering * new,
      serving: host.hours.serving * old + style.serving * new)
    moveStaff(minutes: minutes, from: from, to: to)
  }
}
