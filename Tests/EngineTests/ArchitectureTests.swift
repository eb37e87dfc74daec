import Foundation
import Testing

@testable import Engine

/// Where things may stand, read from the sources.
@Suite struct ArchitectureTests {
  private static let engine = SourceTree.files("Sources/Engine")

  private func files(_ folder: String) -> [SourceFile] {
    let found = Self.engine.filter { $0.path.hasPrefix("Sources/Engine/\(folder)/") }
    #expect(!found.isEmpty)
    return found
  }

  @Test func modulesImportOnlyWhatTheyMay() {
    let ours: Set = [
      "Engine", "Scenarios", "Tables", "Experiments", "Analysis", "cogov", "Bench",
    ]
    let allowed: [String: Set<String>] = [
      "Engine": [], "Tables": [], "Scenarios": ["Engine", "Tables"],
      "Experiments": ["Engine", "Scenarios", "Tables", "Analysis"], "Analysis": ["Tables"],
      "cogov": ["Engine", "Scenarios", "Tables", "Experiments", "Analysis"],
      "Bench": ["Engine", "Scenarios"],
    ]
    for (module, may) in allowed.sorted(by: { $0.key < $1.key }) {
      let files = SourceTree.files("Sources/\(module)")
      #expect(!files.isEmpty, "\(module)")
      for file in files {
        let imported = Set(file.imports).intersection(ours)
        #expect(imported.isSubset(of: may), "\(file.path)")
      }
    }
  }

  @Test func theEngineImportsNothing() {
    for file in Self.engine { #expect(Set(file.imports).isSubset(of: ["Synchronization"]), "\(file.path)") }
  }

  @Test func mechanismsAndStructureKnowNothingOfTheWorldsState() {
    let state: Set = [
      "World", "Residents", "Demands", "Demand", "Ledger", "Tally", "Counter", "RandomStream", "RandomSource",
      "StreamID", "Population", "Units", "Ties", "ActorState", "NeighbourhoodState", "Measure", "Reading",
      "Snapshot", "Observer",
    ]
    for file in files("Institutions") where !file.name.hasPrefix("PublicRecord+") {
      #expect(file.words.intersection(state).isEmpty, "\(file.path)")
    }
  }

  @Test func lawsAndMeasuresNameNoMechanism() {
    let names = Set(MechanismRegistry.all.map { String(describing: $0) })
    #expect(names.count == MechanismRegistry.descriptions.count)
    for file in Self.engine where file.name != "MechanismRegistry.swift" {
      let own = Set([String(file.name.dropLast(".swift".count))])
      #expect(file.words.intersection(names).subtracting(own).isEmpty, "\(file.path)")
    }
    // A parameter may be called as a mechanism is: visits to places and visits to homes.
    let parameters = ParameterID.table.map(\.id)
    let ids = MechanismRegistry.descriptions.map(\.id).filter { !parameters.contains($0) }
    for file in files("Laws") + files("World") + files("Model") + files("Kernel") {
      #expect(ids.allSatisfy { !file.text.contains("\"\($0)\"") }, "\(file.path)")
    }
  }

  /// What is expected of the model stands in files that it never sees.
  @Test func theEngineKnowsNoClaims() {
    let words: Set = [
      "Claim", "Claims", "claim", "claims", "Verdict", "verdict", "hypothesis",
    ]
    for file in Self.engine {
      #expect(file.words.intersection(words).isEmpty, "\(file.path)")
      #expect(file.text.matches(of: /"[A-H][0-9]{1,2}"/).isEmpty, "\(file.path) names a claim")
      #expect(!file.text.contains("claims.csv") && !file.text.contains("Scenarios/"), "\(file.path)")
    }
  }

  /// What laws do within a week is called where the order of the week stands, or by another law.
  @Test func onlyTheWeekAndLawsRunLaws() {
    let calls = files("Laws").flatMap { file in
      file.code.matches(of: /enum (\w+)/).map { "\($0.output.1).run(" }
    }
    #expect(calls.contains("Voice.run(") && calls.contains("Contest.run("))
    for file in Self.engine where file.name != "Week.swift" && !file.path.contains("/Laws/") {
      #expect(calls.allSatisfy { !file.code.contains($0) }, "\(file.path)")
    }
  }

  /// A law has what its first line opens to it; the whole world is named only where parts of it are opened.
  @Test func lawsDoNotReachAroundWhatTheyDeclare() {
    let opening: Set = ["Reach.swift", "Reach+Effects.swift", "Reach+Laws.swift"]
    for file in Self.engine where !opening.contains(file.name) {
      #expect(!file.words.contains("pointee"), "\(file.path)")
    }
    for file in files("Laws") where !opening.contains(file.name) {
      #expect(!file.words.contains("World") && !file.words.contains("Writes"), "\(file.path)")
      // The pointer itself, and another law's reach made of it.
      #expect(file.code.firstMatch(of: /\.world\b|\bReach\(/) == nil, "\(file.path)")
      // Whoever makes a reach could make any.
      #expect(
        !file.code.contains("Reach<") || file.code.matches(of: /Reach<(?!Self>)/).isEmpty, "\(file.path)")
    }
  }

  /// Numbers of the behavioural laws stand in the tables of quantities. What is left in a law is a bound on its
  /// arithmetic or the unit of a quantity, and is named here.
  @Test func lawsHoldNoNumbersOfTheirOwn() {
    let named = [
      "static let nothing: Float = 0.001", "static let usualHours = 60.0",
      // Residents by the ten thousand.
      "count) * 10_000", "count) / 10_000",
      // How the numbers of a draw are told apart, and the kinds of things one joins.
      "draws.index(below: range.count, key, 100 + count * 3)", "draws.happens(known, key, 101 + count * 3)",
      "draws.index(below: candidates.count, key, 102 + count * 3)", "draws.uniform(key, 100_000 + count)",
      "own.happens(meeting, n, 1_000_000 + k)", "offset: 1_000 * kind.rawValue",
      "draws.happens(round.handover, Int(d.key), 1_000)", "substream(64 * k + count)",
      "target < -1_000_000_000",
      "mix64(UInt64(founder) &<< 16",
      "mix64(UInt64(d.key) &+ UInt64(world.week) &<< 32)",
      // The mean of three, and a number between 0 and 1 made of bits.
      "(committee + core + government) / 3", "0x1p-24",
      // A bound on a search.
      "private static let looks = 16",
    ]
    var unused = Set(named)
    for file in files("Laws") {
      var code = file.code
      for part in named where code.contains(part) {
        unused.remove(part)
        code = code.replacing(part, with: "")
      }
      #expect(Self.numbers(in: code).isEmpty, "\(file.path): \(Self.numbers(in: code))")
    }
    #expect(unused.isEmpty, "\(unused)")
  }

  /// Decimal fractions, whole numbers of two digits, and whole numbers that are chosen, multiply or divide; but for
  /// 0, 1 and halves.
  private static func numbers(in code: String) -> [String] {
    let decimals = code.matches(of: /(?:^|[^\w.$])([0-9][0-9_]*\.[0-9]+)/).map { String($0.output.1) }
    let large = code.matches(of: /(?:^|[^\w.])([1-9][0-9_]+)\b/).map { String($0.output.1) }
    let factors = code.matches(of: /(?:[*\/?:%]|[+-]=) [3-9](?![\w.])/).map { String($0.output) }
    return decimals.filter { Double($0) != 0 && Double($0) != 1 } + large + factors
  }

  @Test func numbersInLawsAreSeen() {
    for code in [
      "a * 0.3", "x = 0.02", "b / 40", "n > 112", "w * 4", "isOwn ? 3 : 1", "is ? 1 : 4", "c += 4",
    ] {
      #expect(Self.numbers(in: code).count == 1, "\(code)")
    }
    for code in ["a * 0.0 + 1.0", "pair.0 / 2", "p[.half] * 1", "0..<n", "x2 * y10", "draws.index(4, k)"] {
      #expect(Self.numbers(in: code).isEmpty, "\(code)")
    }
  }

  /// The rooms of the engine, each of which knows those before it.
  private static let rooms = ["Kernel", "Model", "Institutions", "World", "Laws", "Observation", "Run"]

  /// Types and functions of a room are named in it and in rooms after it, and nowhere else.
  @Test func roomsKnowOnlyThoseBeforeThem() {
    let folders = Set(Self.engine.map { String($0.path.split(separator: "/")[2]) })
    #expect(folders == Set(Self.rooms))
    // A function of this name may be one of the standard library, or a closure's.
    let common: Set = ["map", "sum", "contains", "body", "lost"]
    var firstRoom: [String: Int] = [:]
    for (index, room) in Self.rooms.enumerated() {
      for file in files(room) {
        for name in Self.types(in: file) + Self.functions(in: file).filter({ !common.contains($0) }) {
          firstRoom[name] = min(firstRoom[name] ?? index, index)
        }
      }
    }
    for (name, room) in [
      ("Column", 0), ("Residents", 1), ("Structure", 2), ("Tally", 3), ("Voice", 4), ("Phase", 6),
    ] {
      #expect(firstRoom[name] == room, "\(name)")
    }
    for (index, room) in Self.rooms.enumerated() {
      for file in files(room) {
        let own = Set(file.code.matches(of: /(?:struct|enum) (\w+)/).map { String($0.output.1) })
        let calls = file.code.matches(of: /\b([a-z]\w*)\(/).map { String($0.output.1) }
        let types = file.words.filter { $0.first?.isUppercase == true }
        for name in types.union(calls).subtracting(own) {
          guard let other = firstRoom[name], other > index else { continue }
          Issue.record("\(file.path) names \(name), which is of \(Self.rooms[other])")
        }
      }
    }
  }

  /// Names of the functions that a file declares.
  private static func functions(in file: SourceFile) -> [String] {
    file.code.matches(of: /\bfunc (\w+)/).map { String($0.output.1) }
  }

  /// Names of the types that a file declares at its top level.
  private static func types(in file: SourceFile) -> [String] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    return file.code.split(separator: "\n").compactMap { line in
      if line.first == " " { return nil }
      let words = line.split { !$0.isLetter && !$0.isNumber }
      guard let kind = words.firstIndex(where: { kinds.contains($0) }), kind + 1 < words.count else {
        return nil
      }
      return String(words[kind + 1])
    }
  }

  @Test func measuresDrawNothingAndChangeNothing() {
    for file in files("Observation") {
      #expect(!file.code.contains(".stream(") && !file.words.contains("random"), "\(file.path)")
      for line in file.code.split(separator: "\n") where line.contains("world.") {
        let assignment = line.range(
          of: #"world\.[A-Za-z0-9_.\[\]\(\)]+ *[-+*/&|]*= "#, options: .regularExpression)
        #expect(assignment == nil, "\(file.path): \(line)")
      }
      for name in ["insert(", "remove(", "transfer(", "pay(", "append(&world", "advance("] {
        #expect(!file.code.contains("world.\(name)") && !file.code.contains("population.\(name)"))
      }
      let calls = file.code.components(separatedBy: "&world").count - 1
      #expect(calls == 0, "\(file.path)")
      let extensions = file.code.components(separatedBy: "extension World").dropFirst()
      #expect(extensions.allSatisfy { !$0.contains("mutating") }, "\(file.path)")
    }
  }

  @Test func theEngineUsesNoLibraryMathematicsNoClockAndNoHashOrder() {
    let forbidden: Set = [
      "Foundation", "Glibc", "Darwin", "Musl", "sin", "cos", "tan", "tanh", "pow", "log2", "log10", "expm1",
      "Date", "ContinuousClock", "SuspendingClock", "clock_gettime", "SystemRandomNumberGenerator", "Hasher",
      "hashValue", "shuffled", "shuffle", "randomElement", "print", "getenv", "CommandLine", "Set",
      "Dictionary",
    ]
    for file in Self.engine {
      #expect(
        file.words.intersection(forbidden).isEmpty, "\(file.path): \(file.words.intersection(forbidden))")
      // Bare calls of exponential and logarithm would be the system's.
      for name in ["exp", "log"] where file.name != "FixedMath.swift" {
        let bare = file.code.range(of: "(?<![A-Za-z.])\(name)\\(", options: .regularExpression)
        #expect(bare == nil, "\(file.path)")
      }
    }
  }

  /// Dictionaries hold options and are asked by name; nothing goes over them.
  @Test func nothingGoesOverADictionary() {
    for file in Self.engine {
      let isHolder = ["MechanismUse.swift", "Mechanism.swift", "MechanismDescription.swift"].contains(
        file.name)
      let declares = file.code.range(of: #"\[String ?: ?[A-Z]"#, options: .regularExpression) != nil
      #expect(!declares || isHolder, "\(file.path)")
      let loops = file.code.range(
        of: #"in (use\.options|options|given|description\.null|null)\b"#, options: .regularExpression)
      #expect(loops == nil, "\(file.path)")
      let keys = file.code.range(of: #"\.(keys|values)\.(map|sorted|for)"#, options: .regularExpression)
      #expect(keys == nil, "\(file.path)")
    }
  }

  @Test func filesAreShort() {
    for module in ["Engine", "Scenarios", "Tables", "Experiments", "Analysis", "cogov", "Bench"] {
      for file in SourceTree.files("Sources/\(module)") { #expect(file.lines <= 600, "\(file.path)") }
    }
    for file in SourceTree.files("Tests") { #expect(file.lines <= 600, "\(file.path)") }
  }

  @Test func commentsAndTextAreNotCode() {
    let code = SourceTree.code(
      of: "let a = \"World \\(b(\"Ledger\") + c) Tally\" // Demands\nvar d = \"\\\"\" + e")
    for word in ["World", "Ledger", "Tally", "Demands"] { #expect(!code.contains(word)) }
    for word in ["let a", "b(", "+ c", "var d", "+ e"] { #expect(code.contains(word)) }
  }
}
