import Foundation

/// Spoilt inputs of every kind for as long as one likes: each must be used or refused, without a crash, in time and in
/// little memory.
struct FuzzTrial {
  static let command = Endurance.Command(
    name: "fuzz", words: "MINUTES [SEED] [ONLY]",
    summary:
      "Spoils scenarios, experiments, claims, tables, results, manifests and states for MINUTES; ONLY repeats "
      + "one: fuzz 0 SEED ONLY."
  ) { words in
    let minutes = try Endurance.number(words, 0, "MINUTES")
    let seed = try Endurance.number(words, 1, "SEED", standard: 1)
    let only = words.count > 2 ? try Endurance.number(words, 2, "ONLY") : nil
    var trial = try FuzzTrial(seed: seed)
    return try trial.run(minutes: minutes, only: only)
  }

  private let seed: Int
  private let corpus: Corpus
  private var files = ReaderTrial.Tally()
  private var states: StateTrial
  private var results: ResultsTrial
  private let guarding = Guard()

  private init(seed: Int) throws {
    self.seed = seed
    corpus = try Corpus(copying: "Scenarios")
    states = try StateTrial()
    results = try ResultsTrial()
  }

  private mutating func run(minutes: Int, only: Int?) throws -> Bool {
    let start = ContinuousClock.now
    let end = start + .seconds(60 * minutes)
    var number = only ?? 0
    repeat {
      if let problem = try once(number) {
        print("\(problem)\nagain: Endurance fuzz 0 \(seed) \(number)")
        return false
      }
      number += 1
    } while only == nil && ContinuousClock.now < end
    corpus.remove()
    results.remove()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print(
      "\(number - (only ?? 0)) inputs of seed \(seed) in \(Int(seconds)) s, peak \(Guard.peak) MB: no defect")
    for line in files.lines { print("  \(line)") }
    print("  results: \(results.accepted) used, \(results.refused) refused")
    print("  states: \(states.wentOn) used, \(states.refused) refused")
    return true
  }

  /// One spoilt input; what is wrong with the way it was taken, if anything.
  private mutating func once(_ number: Int) throws -> String? {
    var dice = Dice(seed: UInt64(seed), trial: UInt64(number))
    let again = "input \(number) of seed \(seed)"
    var problem: String?
    switch dice.below(4) {
    case 0:
      guarding.watch("state, \(again)") { states.takeUp(&dice) }
    case 1:
      var failure: (any Error)?
      guarding.watch("results, \(again)") {
        do { problem = try results.use(&dice) } catch { failure = error }
      }
      if let failure { throw failure }
    default:
      let input = try corpus.input(&dice)
      guarding.watch("\(again), kept in \(input.path) (like \(input.model))") { problem = files.read(input) }
      if problem == nil { try corpus.restore(input) }
    }
    if problem == nil, Guard.peak > Guard.mostMemory { problem = "\(Guard.peak) MB of memory" }
    return problem
  }
}
