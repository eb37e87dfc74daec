import Foundation
import Testing

@testable import Engine

/// The type system keeps mechanisms to structure, and whoever borrows a world from changing it: code that reaches
/// further does not compile.
@Suite struct MechanismReachTests {
  private static let compiler: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/swiftc" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// The source of a mechanism whose change is `body`, which begins in line 6.
  private func mechanism(_ name: String, _ body: [String]) -> String {
    let lines =
      [
        "struct \(name): Mechanism {",
        "  static let about = About(id: \"probe\", chinese: \"\", summary: \"\", source: \"\")",
        "  @Option(\"part\", in: 0...1, unit: \"share\") var share = 0.5",
        "  @Option(\"when\") var rhythm = Fund.Rhythm.steady",
        "  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {",
      ] + body.map { "    " + $0 } + ["  }", "}", ""]
    return lines.joined(separator: "\n")
  }

  /// Errors of the compiler for the engine with some more files.
  private func errors(with files: [(name: String, text: String)]) throws -> [String] {
    let compiler = try #require(Self.compiler)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths = SourceTree.files("Sources/Engine").map {
      SourceTree.root.appendingPathComponent($0.path).path
    }
    for file in files {
      let url = folder.appendingPathComponent(file.name)
      try file.text.write(to: url, atomically: true, encoding: .utf8)
      paths.append(url.path)
    }
    let log = folder.appendingPathComponent("log")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    let handle = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: compiler)
    process.arguments =
      [
        "-typecheck", "-whole-module-optimization", "-module-name", "Engine", "-swift-version", "6",
        "-suppress-warnings",
        "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
      ] + paths
    process.standardError = handle
    process.standardOutput = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    let messages = try String(contentsOf: log, encoding: .utf8)
    #expect(process.terminationStatus == 1, "\(messages.suffix(1_000))")
    // The place of an error comes first, and once.
    return messages.split(separator: "\n").filter { $0.contains(".swift:") && $0.contains(": error: ") }
      .map(String.init)
  }

  /// What reads the record and changes structure compiles; every line that reaches for more fails on its own, and the
  /// message names what is missing.
  @Test func aMechanismReachesStructureAndTheRecordAndNothingElse() throws {
    let lawful = [
      "for n in area.neighbourhoods where record.members[n] > record.units[n] {",
      "  structure.rights[n].veto = rhythm == .steady ? share : 0",
      "  structure[.residentsCommittee, n]?.upwardWeight = Double(weeks)",
      "  structure.relations[n].referral = record.places.neighbourhoods[n].x",
      "}",
      "structure.moveStaff(minutes: 1, from: 0, to: 1)",
    ]
    let reaching: [(code: String, missing: String)] = [
      ("structure.residents.trust[0] = 1", "'residents'"),
      ("structure.population.residents.grievance[0] = 0", "'population'"),
      ("structure.demands[0].state = .resolved", "'demands'"),
      ("_ = structure.random.stream(.voice)", "'random'"),
      ("_ = structure.ledger.balance(.money, 0)", "'ledger'"),
      ("structure.tally.reset()", "'tally'"),
      ("_ = record.residents", "'residents'"),
      ("_ = record.population", "'population'"),
      ("_ = record.random", "'random'"),
      ("_ = record.places.neighbourhoods[0].trust", "'trust'"),
      ("_ = record.places.neighbourhoods[0].condition", "'condition'"),
      ("_ = area.world", "'world'"),
      ("_ = world.week", "'world'"),
      ("_ = structure.rights[0].vitality", "'vitality'"),
      // Options are properties and choices are cases: a misspelt one is found here.
      ("_ = shares", "'shares'"),
      ("_ = rhythm == .steadily", "'steadily'"),
    ]
    // What measures get is borrowed.
    let borrowing = [
      "world.population.residents.grievance[0] = 0",
      "world.population.residents.status[0].insert(.volunteer)",
      "world.population.units.money[0] -= 1",
      "world.population.ties.strength[0] = 1",
      "world.population.residents.trust.base[0] = 1",
      "world.population.residents.trust.mutableBase[0] = 1",
      "world.tally.add(.needs, 0)",
    ]
    // A law that has declared that it reads residents, counts, and works through trust.
    let law: [(code: String, missing: String)] = [
      ("world.write.residents.grievance[0] = 0", "'ChangesResidents'"),
      ("world.residents.grievance[0] = 0", "get-only"),
      ("_ = world.units.money[0]", "'ReadsUnits'"),
      ("_ = world.ledger.balance(.money, 0)", "'ReadsBooks'"),
      ("world.pay(.money, 1, from: 0, to: 1, for: .budget)", "'Pays'"),
      ("world.write.demands.move(0, to: .resolved, week: 0)", "'ChangesDemands'"),
      ("Closing.close(&world.closing, 0, as: .lapsed)", "'UsesClosing'"),
      ("Closing.close(&world, 0, as: .lapsed)", "'Reach<Closing>'"),
      ("world.structure.rights[0].veto = 1", "get-only"),
      ("world.conditions[.wear] = 1", "get-only"),
    ]
    let permitted = [
      "enum Probe: ReadsResidents, Counts, UsesTrust {", "static func run(_ world: inout Reach<Self>) {",
      "world.write.tally.add(.needs, 0, Double(world.residents.grievance[0]))",
      "Trust.reward(&world.trust, resident: 0, by: .core, weight: 1)",
    ]
    let probe = permitted + law.map(\.code) + ["}", "}", ""]
    let reading = ["func read(_ world: borrowing World) {"] + borrowing + ["}", ""]
    let errors = try errors(with: [
      ("Borrowed.swift", reading.joined(separator: "\n")),
      ("Probe.swift", probe.joined(separator: "\n")),
      ("Lawful.swift", mechanism("Lawful", lawful)),
      ("Reaching.swift", mechanism("Reaching", reaching.map(\.code))),
    ])
    for (k, line) in reaching.enumerated() {
      let own = errors.filter { $0.contains("Reaching.swift:\(k + 6):") }
      #expect(own.contains { $0.contains(line.missing) }, "\(line.code): \(own)")
    }
    for (k, line) in borrowing.enumerated() {
      let own = errors.filter { $0.contains("Borrowed.swift:\(k + 2):") }
      #expect(
        own.contains { $0.contains("immutable") || $0.contains("get-only") || $0.contains("'let' constant") },
        "\(line): \(own)")
    }
    for (k, line) in law.enumerated() {
      let own = errors.filter { $0.contains("Probe.swift:\(k + 1 + permitted.count):") }
      #expect(own.contains { $0.contains(line.missing) }, "\(line.code): \(own)")
    }
    let refused = errors.filter { error in
      (1...permitted.count).contains { error.contains("Probe.swift:\($0):") }
    }
    #expect(refused == [])
    let others = errors.filter { error in
      !["Reaching.swift:", "Borrowed.swift:", "Probe.swift:"].contains { error.contains($0) }
    }
    #expect(others == [])
  }
}
