/// What laws remember of a body or platform, by slot. Structure says what it may do; this is what became of it.
struct ActorState: Sendable {
  /// Minutes of administrative tasks that wait, and the part of them that is overdue.
  var taskBacklog = 0.0
  /// Skill that came with doing, 0–1; decays when unused.
  var practice = 0.0
  /// Energy that sittings have gathered for the matters now before the platform.
  var energy = 0.0
  /// Energy that those matters took at its latest sitting.
  var required = 0.0
  /// Minutes left this week for brokering.
  var brokering = 0.0
  /// Part of its money that units and residents gave, where money of all origins is mixed.
  var ownYuan: Int64 = 0
  /// Service demands and public works that wait for its staff, oldest first.
  var queue: [Int32] = []
}

/// A public matter that has been decided and is being carried out.
struct Project: Sendable {
  var demand: Int32
  var started: Int32
  /// Needs and what has come in so far: staff, volunteers', professionals' minutes.
  var staffNeed: Float
  var volunteerNeed: Float
  var professionalNeed: Float
  var staff: Float = 0
  var volunteers: Float = 0
  var professionals: Float = 0
  var moneyNeed: Int32
  var publicMoney: Int32 = 0
  var unitMoney: Int32 = 0
  /// Takes room while it runs.
  var needsSpace: Bool
  /// Key of the association that carries it; 0 for none.
  var association: UInt32 = 0
  /// Unit that gave to it; −1 for none.
  var unit: Int32 = -1
  /// Staff of others is busy with something that collides with it.
  var collided = false
  /// Had no room last week: nobody can come to it until it has.
  var isStalled = false
  /// Was made known in the neighbourhood.
  var isPromoted = false
}

extension Project {
  /// There is something for volunteers to do, and room to do it.
  var wantsHands: Bool { !isStalled && volunteers < volunteerNeed }

  /// A volunteer's minutes: those who know the trade give what professionals would, where that is missing.
  mutating func take(_ minutes: Float, isProfessional: Bool) {
    if isProfessional && professionals < professionalNeed {
      professionals += minutes
    } else {
      volunteers += minutes
    }
  }
}

/// A living social organisation (社会组织), from an informal team to a registered body.
struct Association: Sendable {
  /// A number of its own for random draws.
  var key: UInt32
  var members: [UInt32]
  /// Drive 0–1: grows with what succeeds, falls with what does not; it dissolves near 0.
  var energy: Float
  /// Skill 0–1 that comes with doing.
  var practice: Float
  var born: Int32
  /// Member hours left this week, in minutes.
  var spareMinutes: Float = 0
  /// Carries a project now.
  var isBusy = false
  /// Has a room to meet in this week; part of the advice it could use that mentors gave it, 0–1.
  var hasRoom = false
  var mentored = 0.0
  /// Goes on with another matter, of this kind where there is one.
  var goesOn = false
  var lastKind = DemandKind.environment
}

/// An open conflict between two building groups of a neighbourhood (or within one).
struct Conflict: Sendable {
  var key: UInt32
  /// Building groups over the world.
  var sideA: Int32
  var sideB: Int32
  /// Share of both sides drawn into it, 0–1.
  var intensity: Float
  var opened: Int32
  /// Silenced by authority: it is not seen, but lives on.
  var suppressed: Bool
}

/// Demands, projects, groups and conflicts of one neighbourhood.
struct NeighbourhoodState: Sendable {
  /// Condition of buildings and facilities, 0–1.
  var condition = 1.0
  /// Registered public matters that wait for a decision, in the order of registration.
  var matters: [Int32] = []
  /// Decided matters that wait for means.
  var decided: [Int32] = []
  var projects: [Project] = []
  var associations: [Association] = []
  var conflicts: [Conflict] = []
  /// Residents who could be chosen as representatives, best first.
  var candidates: [UInt32] = []
  /// As many of the first of them count as its representatives in measures.
  static let representatives = 15
  /// Party members who live here, in the order of residents.
  var members: [UInt32] = []
  /// Active people whom somebody of each building group has heard of, on average; empty where nothing is told.
  var heardOf: [Float] = []
  /// The same for each ``SeatPool`` after the first.
  var candidatesByPool: [[UInt32]] = []
  /// Residents who took part this week, with what they joined (index into `projects`, or −1 − association).
  var participants: [ParticipationRecord] = []
  /// What residents of the neighbourhood heard this week of success and failure of each class of bodies.
  var news: News = News()
  /// Share of residents who know the residents' committee, 0–1: it grows with contact and fades.
  var known: Double = 0
  /// Share of administrative tasks truly done, over about a quarter.
  var tasksDone = 1.0
  /// Ties of its residents, and those of them that leave the building group: kept while ties come and go,
  /// because counting them anew means looking at everybody's neighbours.
  var ties = 0
  var tiesAcross = 0
  /// Contacts between residents and the residents' committee this week.
  var contacts = 0.0
  /// Activities of the week that residents can go to.
  var activities: [ActivityOffer] = []
  /// Residents of the world who work in units here; found only where a place is there for them.
  var workers: [UInt32] = []
  var nearby = Nearby()
  /// Who holds each of its duties, in their order.
  var dutyHolders: [[UInt32]] = []
  /// Units whose leaders now preside over platforms, as known to those who search here.
  var presidents: [Int] = []
  /// Money of each of its funds, in their order.
  var purses: [Purse] = []
  /// Needs on the board, and minutes that members and units have pledged for them and not yet given.
  var wishes: [Int32] = []
  var pledged = SIMD2<Double>.zero
  /// Residents with a profession who are on a list, and registered members, where structure asks for them.
  var skilled: [UInt32] = []
  var pledging: [UInt32] = []
  /// Share of its groups' hours that is under contract this week, 0–1.
  var soldShare = 0.0
  /// Agreements with firms that are kept this quarter.
  var agreementsKept = 0
  /// Minutes of professionals that its owners have bought this week.
  var boughtMinutes: Int64 = 0
  /// Joint rounds held and homes visited a week: means over about a quarter.
  var rounds = 0.0
  var homesVisited = 0.0
  /// Demands on their way between bodies that a round could hasten.
  var underWay: [Int32] = []
  /// Registered demands closed in this quarter, and those of them truly solved.
  var closedThisQuarter = 0
  var solvedThisQuarter = 0
  /// Residents' judgement of the committee at the latest evaluation, 0–1.
  var judgement = 1.0
}

/// What a fund of a neighbourhood has; for funds that pool their money, nothing.
struct Purse: Sendable {
  /// Which fund it belongs to.
  var kind: Fund.Kind
  var since: Int
  var yuan: Int64 = 0
  /// The part of it that units and residents gave.
  var ownYuan: Int64 = 0
}

struct ParticipationRecord: Sendable {
  var resident: UInt32
  var target: Int32
}

/// Public news of a week: strength of success and failure by class of bodies.
struct News: Sendable {
  var success = Residents.BodyClass.Values<Float>(repeating: 0)
  var failure = Residents.BodyClass.Values<Float>(repeating: 0)
}
