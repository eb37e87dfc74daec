import Testing

@testable import Engine

/// The published design of Cohen, March and Olsen (1972), driven through ``GarbageCan/period(choices:problems:participants:efficiency:)``.
///
/// Ten choices enter one a period, twenty problems two a period, in random order over the first ten of twenty
/// periods; ten participants have 0.55 of energy each. Whatever is not active has no access.
/// A choice that is made leaves with the problems that are attached to it. Rule of classification: *resolution* if any
/// problem is attached when the choice is made; else *flight* if one had been attached in an earlier period; else
/// *oversight*.
struct GarbageCanDesign {
  enum Access { case unsegmented, hierarchical, specialised }

  struct Outcome {
    var resolution = 0
    var flight = 0
    var oversight = 0
    var unsolved = 0
    /// Periods in which problems were active but not solved.
    var latency = 0
    /// Changes of participants from one choice to another.
    var shifts = 0
    var notMade = 0

    var made: Int { resolution + flight + oversight }

    static func + (a: Outcome, b: Outcome) -> Outcome {
      Outcome(
        resolution: a.resolution + b.resolution, flight: a.flight + b.flight,
        oversight: a.oversight + b.oversight, unsolved: a.unsolved + b.unsolved,
        latency: a.latency + b.latency, shifts: a.shifts + b.shifts, notMade: a.notMade + b.notMade)
    }
  }

  /// The choices to which a problem or participant has access; `rank` 0 is the most important of ten.
  static func mask(_ access: Access, rank: Int) -> UInt64 {
    switch access {
    case .unsegmented: (1 << 10) - 1
    // The important have access to many choices, the unimportant to the unimportant ones only.
    case .hierarchical: ((1 << 10) - 1) & ~((1 << UInt64(rank)) - 1)
    case .specialised: 1 << UInt64(rank)
    }
  }

  static func run(load: Double, problems problemAccess: Access, participants: Access, entry: Int) -> Outcome {
    let draws = RandomSource(seed: 1_972, replicate: entry).stream(.placement)
    let choiceOrder = (0..<10).sorted { draws.bits($0, 0) < draws.bits($1, 0) }
    let problemOrder = (0..<20).sorted { draws.bits($0, 1) < draws.bits($1, 1) }
    var choices = [GarbageCan.Choice](repeating: .init(), count: 10)
    var isActive = [Bool](repeating: false, count: 10)
    var wasAttached = [Bool](repeating: false, count: 10)
    var live: [Int] = []
    var last = [Int?](repeating: nil, count: 10)
    var outcome = Outcome()
    for period in 0..<20 {
      if period < 10 {
        isActive[choiceOrder[period]] = true
        live += problemOrder[2 * period...2 * period + 1]
      }
      let open = isActive.indices.reduce(UInt64(0)) { $0 | (isActive[$1] ? 1 << UInt64($1) : 0) }
      let result = GarbageCan.period(
        choices: &choices,
        problems: live.map { .init(energy: load, access: open & mask(problemAccess, rank: $0 / 2)) },
        participants: (0..<10).map { .init(energy: 0.55, access: open & mask(participants, rank: $0)) },
        efficiency: 0.6)
      for (person, place) in result.participants.enumerated() {
        if let place, let before = last[person], before != place { outcome.shifts += 1 }
        last[person] = place ?? last[person]
      }
      var solved: [Int] = []
      for k in choices.indices where isActive[k] {
        let attached = live.indices.filter { result.problems[$0] == k }.map { live[$0] }
        if result.made[k] {
          if !attached.isEmpty {
            outcome.resolution += 1
          } else if wasAttached[k] {
            outcome.flight += 1
          } else {
            outcome.oversight += 1
          }
          isActive[k] = false
          choices[k] = .init()
          solved += attached
        } else if !attached.isEmpty {
          wasAttached[k] = true
        }
      }
      live.removeAll { solved.contains($0) }
      outcome.latency += live.count
    }
    outcome.unsolved = live.count
    outcome.notMade = isActive.count { $0 }
    return outcome
  }

  static let entries = 60
  static let loads = [1.1, 2.2, 3.3]

  /// Sum over entry orders and over the access of participants.
  static func total(load: Double, _ problems: Access) -> Outcome {
    var sum = Outcome()
    for participants in [Access.unsegmented, .hierarchical, .specialised] {
      for entry in 0..<entries {
        sum = sum + run(load: load, problems: problems, participants: participants, entry: entry)
      }
    }
    return sum
  }
}

@Suite struct GarbageCanTests {
  private typealias Design = GarbageCanDesign

  private static let all = [Design.Access.unsegmented, .hierarchical, .specialised].map { access in
    Design.loads.map { Design.total(load: $0, access) }
  }
  private let unsegmented = all[0]
  private let hierarchical = all[1]
  private let specialised = all[2]

  @Test func flightAndOversightAreTheCommonStylesUnlessProblemsCannotLeave() {
    for outcomes in [unsegmented, hierarchical] {
      for outcome in outcomes { #expect(outcome.flight + outcome.oversight > outcome.resolution) }
    }
    let sum = (unsegmented + hierarchical + specialised).reduce(Design.Outcome(), +)
    #expect(Double(sum.resolution) < 0.45 * Double(sum.made))
    // Where each problem has one choice there is nowhere to flee to.
    for outcome in specialised {
      #expect(outcome.flight == 0 && outcome.resolution > outcome.oversight)
    }
  }

  @Test func heavierLoadsLeaveMoreUnsolvedAndForLonger() {
    for outcomes in [unsegmented, hierarchical, specialised] {
      for (lighter, heavier) in zip(outcomes, outcomes.dropFirst()) {
        #expect(heavier.resolution <= lighter.resolution)
        #expect(heavier.unsolved >= lighter.unsolved && heavier.latency >= lighter.latency)
        #expect(heavier.notMade >= lighter.notMade)
      }
      #expect(outcomes[2].resolution < outcomes[0].resolution)
      #expect(outcomes[2].unsolved > outcomes[0].unsolved && outcomes[2].latency > outcomes[0].latency)
    }
  }

  @Test func participantsShiftMoreUnderLoadWhereProblemsDoNotMoveTogether() {
    for outcomes in [hierarchical, specialised] { #expect(outcomes[2].shifts > outcomes[0].shifts) }
  }

  @Test func segmentationSolvesMoreAndMakesFewerChoices() {
    for k in 1..<Design.loads.count {
      #expect(specialised[k].unsolved < hierarchical[k].unsolved)
      #expect(hierarchical[k].unsolved < unsegmented[k].unsolved)
      #expect(specialised[k].notMade > unsegmented[k].notMade)
    }
  }

  @Test func everyChoiceAndProblemIsCountedOnce() {
    for outcomes in [unsegmented, hierarchical, specialised] {
      for outcome in outcomes {
        #expect(outcome.made + outcome.notMade == 3 * Design.entries * 10)
        #expect((0...3 * Design.entries * 20).contains(outcome.unsolved))
      }
    }
  }
}

@Suite struct GarbageCanPeriodTests {
  @Test func problemsAndParticipantsGoToTheSmallestDeficit() {
    var choices: [GarbageCan.Choice] = [
      .init(spent: 0, required: 3), .init(spent: 1, required: 2), .init(spent: 0, required: 2),
    ]
    let result = GarbageCan.period(
      choices: &choices,
      problems: [
        .init(energy: 1, access: 0b111), .init(energy: 2, access: 0b101), .init(energy: 1, access: 0),
      ],
      participants: [.init(energy: 5, access: 0b111), .init(energy: 1, access: 0b001)], efficiency: 0.6)
    #expect(result.problems == [1, 2, nil] && result.participants == [1, 0])
    #expect(choices.map(\.spent) == [0.6, 4, 0] && choices.map(\.required) == [0, 1, 2])
    #expect(result.made == [true, true, false])
  }

  @Test func theFirstOfEqualsIsChosenUntilItIsFull() {
    var choices: [GarbageCan.Choice] = [.init(places: 2), .init(places: 1)]
    let problems = [GarbageCan.Problem](repeating: .init(energy: 1, access: 0b11), count: 4)
    let result = GarbageCan.period(choices: &choices, problems: problems, participants: [], efficiency: 1)
    #expect(result.problems == [0, 0, 1, nil] && result.made == [false, false])
    #expect(choices.map(\.required) == [2, 1])
  }

  @Test func energyIsKeptUntilItSuffices() {
    var choices = [GarbageCan.Choice()]
    var weeks = 0
    repeat {
      weeks += 1
      let result = GarbageCan.period(
        choices: &choices, problems: [.init(energy: 2.2, access: 1)],
        participants: [.init(energy: 1, access: 1)], efficiency: 0.6)
      if result.made[0] { break }
    } while weeks < 20
    #expect(weeks == 4)
  }
}
