import Engine

/// Takes up spoilt states of runs and lets those that are taken go on: each must be refused, or go on without a crash.
///
/// The files of a batch have a checksum and never come so far; this is what stands behind it.
struct StateTrial {
  static let command = Endurance.Command(
    name: "states", words: "COUNT [SEED] [FIRST]",
    summary:
      "Spoils states of small runs in COUNT ways and takes them up; FIRST repeats one: states 1 SEED FIRST."
  ) { words in
    let count = try Endurance.number(words, 0, "COUNT")
    let seed = try Endurance.number(words, 1, "SEED", standard: 1)
    let first = try Endurance.number(words, 2, "FIRST", standard: 0)
    return try run(first..<first + count, seed: seed)
  }

  /// One run to be spoilt.
  private struct Model {
    var setting: Setting
    var state: [UInt8]
  }

  private let models: [Model]
  private let mutation: Mutation
  private(set) var refused = 0
  private(set) var wentOn = 0

  init() throws {
    models = try Self.models()
    mutation = Mutation(words: [Array("cogov".utf8)], others: models.map(\.state))
  }

  private static func run(_ numbers: Range<Int>, seed: Int) throws -> Bool {
    let guarding = Guard()
    var trial = try StateTrial()
    let start = ContinuousClock.now
    for number in numbers {
      var dice = Dice(seed: UInt64(seed), trial: UInt64(number))
      guarding.watch("state \(number) of seed \(seed); again: Endurance states 1 \(seed) \(number)") {
        trial.takeUp(&dice)
      }
    }
    let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    print("\(numbers.count) states of seed \(seed) in \(seconds) s, peak \(Guard.peak) MB: no crash")
    print("  \(trial.refused) refused, \(trial.wentOn) taken up and gone on for eight weeks")
    return true
  }

  /// Spoils a state and takes it up.
  mutating func takeUp(_ dice: inout Dice) {
    let model = dice.pick(models)
    var bytes = model.state
    // Half of the states keep their length: what is wrong is then inside.
    if dice.below(2) == 0 {
      for _ in 0...dice.below(4) { bytes[dice.below(bytes.count)] = UInt8(dice.below(256)) }
    } else {
      bytes = mutation.spoil(bytes, &dice)
    }
    do throws(SimulationError) {
      var run = try SimulationRun(model.setting, seed: 1, replicate: 1, state: bytes)
      try run.advance(to: run.week + 8)
      wentOn += 1
    } catch {
      refused += 1
    }
  }

  /// Runs of a hamlet, plain and with all mechanisms, early and late.
  private static func models() throws -> [Model] {
    var models: [Model] = []
    for uses in [[], MechanismRegistry.descriptions.map { MechanismUse($0.id, from: 5) }] {
      var setting = try Hamlet.setting()
      setting.mechanisms = uses
      for week in [3, 30, 70] {
        var run = try SimulationRun(setting, seed: 1, replicate: 1)
        try run.advance(to: week)
        models.append(Model(setting: setting, state: run.state()))
      }
    }
    return models
  }
}
