import Engine
import Foundation
import Scenarios
import Tables

/// Gives spoilt files to the readers: each must be read or refused, without a crash, in time and in little memory.
struct ReaderTrial {
  static let command = Endurance.Command(
    name: "readers", words: "COUNT [SEED] [FIRST]",
    summary:
      "Spoils files of ./Scenarios in COUNT ways and reads them; FIRST repeats one: readers 1 SEED FIRST."
  ) { words in
    let count = try Endurance.number(words, 0, "COUNT")
    let seed = try Endurance.number(words, 1, "SEED", standard: 1)
    let first = try Endurance.number(words, 2, "FIRST", standard: 0)
    return try ReaderTrial(seed: seed).run(first..<first + count)
  }

  private let seed: Int
  private let corpus: Corpus
  private let guarding = Guard()

  private init(seed: Int) throws {
    self.seed = seed
    corpus = try Corpus(copying: "Scenarios")
  }

  private func run(_ numbers: Range<Int>) throws -> Bool {
    let start = ContinuousClock.now
    var tally = Tally()
    for number in numbers {
      var dice = Dice(seed: UInt64(seed), trial: UInt64(number))
      let input = try corpus.input(&dice)
      let name = "input \(number) of seed \(seed), kept in \(input.path) (like \(input.model))"
      var problem: String?
      guarding.watch(name) { problem = tally.read(input) }
      if problem == nil, Guard.peak > Guard.mostMemory { problem = "\(Guard.peak) MB of memory" }
      if let problem {
        print("\(problem): \(name)")
        print("again: Endurance readers 1 \(seed) \(number)")
        return false
      }
      try corpus.restore(input)
    }
    corpus.remove()
    let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    print("\(numbers.count) inputs of seed \(seed) in \(seconds) s, peak \(Guard.peak) MB: no defect")
    for line in tally.lines { print("  \(line)") }
    return true
  }

  /// How many were read and refused, by kind.
  struct Tally {
    private var counts: [(kind: Corpus.Kind, accepted: Int, refused: Int)] = Corpus.Kind.allCases.map {
      ($0, 0, 0)
    }

    var lines: [String] {
      counts.map { "\($0.kind.rawValue): \($0.accepted) accepted, \($0.refused) refused" }
    }

    /// Reads an input; what is wrong with the way it was read, if anything.
    mutating func read(_ input: Corpus.Input) -> String? {
      let index = counts.firstIndex { $0.kind == input.kind } ?? 0
      do {
        if input.kind != .scenario { try Self.table(input.path) }
        let experiment =
          ClaimReader.isClaim(input.entry)
          ? try ClaimReader.load(input.entry).experiment : try ExperimentReader.load(input.entry)
        counts[index].accepted += 1
        return Sanity.problem(experiment)
      } catch let failure as InputFailure {
        counts[index].refused += 1
        return Sanity.problem(failure)
      } catch {
        counts[index].refused += 1
        return nil
      }
    }

    /// The plain reader goes on after a bad row; what it gives is not looked at.
    private static func table(_ path: String) throws {
      guard var reader = try? CSVReader(path: path) else { return }
      var problems = 0
      while problems < 100 {
        do {
          guard let row = try reader.next() else { return }
          for index in 0..<row.count { _ = try? row.number(index) }
        } catch {
          problems += 1
        }
      }
    }
  }
}
