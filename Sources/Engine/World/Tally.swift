/// What is counted while a run goes on. Counting draws nothing and changes nothing else.
enum Counter: Int, CaseIterable, Sendable {
  case residentWeeks, needs, voiced, hotline, escalations
  case closed, closedService, closedTechnical, closedPublic
  case resolved, resolved13, resolved26, resolved52
  case resolved13Service, resolved13Technical, resolved13Public
  case reportedDone, lapsed
  case publicIssues, publicIssuesFromBelow, projectsStarted, projectsFromBelow
  case decided, conflictsOpened, conflictWeeks, conflictsClosed, conflictLengths
  case meetings, idleMeetings, meetingMinutes, effort, effortLost
  case publicSpent, publicSpentAsDecided, promises, promisesKept
  case committeeMinutes, committeeAdministrativeMinutes
  case ownMinutes, lentMinutes, publicStaffMinutes, ownYuan, governmentYuan, spentYuan, spentMinutes
  case offers, offersMatched
  case visits, visitors60plus
  case waitMoney, waitStaff, waitEnergy, waitVolunteers, waitProfessionals, waitSpace
  case votesTrue, votesOfficial, voters
  case voters18, votes18, voters50, votes50, voters70, votes70, votersMembers, votesMembers
  case actMinutes, coreMinutes
  case associationsDueAYear, associationsAliveAYear
  case tasksDone, tasksFormal
  case veto
}

/// Counts by neighbourhood since they were last reset.
struct Tally: Sendable {
  static let width = Counter.allCases.count
  private(set) var values: [Double]
  /// Weeks from registration to true resolution, by neighbourhood: 64 bins.
  private(set) var weeksToResolution: [Int32]
  static let bins = 64
  /// Parts of 1 in which counts can be divided: sums of such parts are exact in any order.
  static let grains = 0x1p20

  init(neighbourhoods: Int) {
    values = Array(repeating: 0, count: neighbourhoods * Self.width)
    weeksToResolution = Array(repeating: 0, count: neighbourhoods * Self.bins)
  }

  @inline(__always)
  mutating func add(_ counter: Counter, _ neighbourhood: Int, _ amount: Double = 1) {
    values[neighbourhood * Self.width + counter.rawValue] += amount
  }

  mutating func addResolution(weeks: Int, _ neighbourhood: Int) {
    weeksToResolution[neighbourhood * Self.bins + min(max(weeks, 0), Self.bins - 1)] += 1
  }

  /// The counts of one neighbourhood.
  func row(_ neighbourhood: Int) -> [Double] {
    Array(values[neighbourhood * Self.width..<(neighbourhood + 1) * Self.width])
  }

  mutating func archive(_ archive: inout Archive) {
    archive.block(&values, in: -1e15...1e15)
    Self.archiveWeeks(&weeksToResolution, &archive)
  }

  /// Weeks to resolution: no more in all than their sum over all neighbourhoods can hold.
  static func archiveWeeks(_ weeks: inout [Int32], _ archive: inout Archive) {
    archive.block(&weeks, in: 0...1 << 29)
    if weeks.reduce(0, { $0 + Int($1) }) > 1 << 29 { archive.fail("too many resolutions") }
  }

  mutating func reset() {
    for index in values.indices { values[index] = 0 }
    for index in weeksToResolution.indices { weeksToResolution[index] = 0 }
  }
}
