import Foundation
import Testing

@testable import Engine

/// The type system keeps mechanisms to structure: code that reaches further does not compile.
@Suite struct MechanismReachTests {
  private struct Check {
    let isAccepted: Bool
    let messages: String
  }

  private static let compiler: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/swiftc" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Checks the types of the engine with one more mechanism, whose change is `body`.
  private func compile(_ body: [String]) throws -> Check {
    let compiler = try #require(Self.compiler)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("Probe.swift")
    let lines = [
      "struct Probe: Mechanism {",
      "  static let description = MechanismDescription(",
      "    id: \"probe\", chinese: \"\", summary: \"\", source: \"\", options: [], null: [:])",
      "  init(_ options: Options) {}",
      "  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {",
    ]
    let text = (lines + body.map { "    " + $0 } + ["  }", "}", ""]).joined(separator: "\n")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: compiler)
    process.arguments =
      [
        "-typecheck", "-module-name", "Engine", "-swift-version", "6", "-suppress-warnings",
        "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
      ]
      + SourceTree.files("Sources/Engine").map { SourceTree.root.appendingPathComponent($0.path).path }
      + [file.path]
    let log = folder.appendingPathComponent("log")
    FileManager.default.createFile(atPath: log.path, contents: nil)
    let handle = try FileHandle(forWritingTo: log)
    process.standardError = handle
    process.standardOutput = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    let messages = try String(contentsOf: log, encoding: .utf8)
    return Check(isAccepted: process.terminationStatus == 0, messages: messages)
  }

  @Test func aMechanismMayReadTheRecordAndChangeStructure() throws {
    let check = try compile([
      "for n in area.neighbourhoods where record.members[n] > record.units[n] {",
      "  structure.rights[n].veto = 0.5",
      "  structure[.residentsCommittee, n]?.upwardWeight = Double(weeks)",
      "  structure.relations[n].referral = record.places.neighbourhoods[n].x",
      "}",
      "structure.moveStaff(minutes: 1, from: 0, to: 1)",
    ])
    #expect(check.isAccepted, "\(check.messages.suffix(2_000))")
  }

  /// Every line fails on its own, and the message names what is missing.
  @Test func aMechanismReachesNoStateNoMeasureAndNoRandomNumber() throws {
    let lines: [(code: String, missing: String)] = [
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
    ]
    let check = try compile(lines.map(\.code))
    #expect(!check.isAccepted)
    let errors = check.messages.split(separator: "\n").filter {
      $0.contains("Probe.swift:") && $0.contains("error:")
    }
    for (k, line) in lines.enumerated() {
      let own = errors.filter { $0.contains("Probe.swift:\(k + 6):") }
      #expect(own.contains { $0.contains(line.missing) }, "\(line.code): \(own)")
    }
    // Nothing else is wrong: the errors are those of the probe.
    #expect(
      check.messages.split(separator: "\n").count {
        $0.contains("error:") && !$0.contains("Probe") && $0.contains(".swift:")
      } == 0)
  }
}
