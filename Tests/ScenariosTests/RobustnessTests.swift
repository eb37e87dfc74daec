import Foundation
import Scenarios
import Testing

/// Small files that ask for much: each is refused at once, with few words.
@Suite struct RobustnessTests {
  let folder = Folder()

  private func tell(_ text: String) -> [String] {
    let path = folder.write("trial.json5", text)
    return problems { () throws(InputFailure) in try ExperimentReader.load(path) }
  }

  @Test func pathsHaveAnEnd() {
    let path = "parameters" + String(repeating: ".a", count: 50_000)
    expect(
      tell("{variants: [{name: 'a', set: {'\(path)': 1}}]}"),
      ["1:32: a path of 50001 keys is too long; at most 64 are allowed"])
    expect(problems("{}", set: [path + "=1"]), ["--set:1:1: a path of 50001 keys is too long"])
  }

  @Test func usesOfAMechanismAreComparedOnce() {
    let uses = problems("{mechanisms: {\(mechanism): [\(String(repeating: "{},", count: 150))]}}")
    #expect(
      uses.count == 149 && uses.allSatisfy { $0.contains("overlaps in time and place with that of line 1") })
    expect(
      problems("{mechanisms: {\(mechanism): [\(String(repeating: "{},", count: 1001))]}}"),
      ["1:\(17 + mechanism.count): 'mechanisms.\(mechanism)' has 1001 uses; at most 1000 are allowed"])
  }

  private func failure(_ text: String) -> InputFailure? {
    let path = folder.write("trial.json5", text)
    do throws(InputFailure) {
      _ = try ExperimentReader.load(path)
      return nil
    } catch {
      return error
    }
  }

  @Test func problemsHaveAnEndAndTheOthersAreCounted() throws {
    let entries = String(repeating: "{},", count: 1000)
    let changes = try #require(failure("{conditions: {changes: [\(entries)]}}"))
    // Three keys are missing in each entry: three problems in one place.
    #expect(changes.diagnostics.count == 200)
    #expect(changes.others == 933)
    #expect(changes.description.hasSuffix("\nand 933 more"))
    let keys = (0..<20_000).map { "k\($0): 1" }.joined(separator: ",")
    for text in ["{\(keys)}", "{parameters: {\(keys)}}", "{base: 'other.json5', variants: ['a'], \(keys)}"] {
      #expect(try #require(failure(text)).count == 20_000 + (text.contains("base") ? 1 : 0))
    }
    // One file upon another: what both say is compared key by key.
    folder.write("base.json5", "{parameters: {\(keys)}}")
    let merged = try #require(failure("{extends: 'base.json5', parameters: {\(keys)}}"))
    #expect(merged.count == 40_000)
  }

  @Test func aFileHasNoMoreValuesThanAnyDesign() {
    expect(
      tell("{title: [\(String(repeating: "1,", count: 2_000_001))]}"),
      ["1:4000006: the file holds more than 2000000 values"])
    expect(
      tell(
        "{variants: [{name: 'a', set: {\((0..<1001).map { "'weeks.a\($0)': 1" }.joined(separator: ","))}}]}"),
      ["1:30: 'variants.0.set' has 1001 paths; at most 1000 are allowed"])
    expect(
      tell("{factorial: {'weeks.observed': [\((0..<10_001).map(String.init).joined(separator: ","))]}}"),
      ["1:32: 'factorial.weeks.observed' has 10001 values; at most 10000 are allowed"])
  }

  @Test func longTextsAreShortenedInMessages() {
    let key = String(repeating: "k", count: 100_000)
    let found = tell("{\(key): 1}")
    #expect(found.count == 1 && found[0].count < 2_100)
    #expect(found[0].hasPrefix("1:2: unknown key 'kkk") && found[0].contains("k … k"))
    #expect(found[0].contains("allowed: title"))
  }

  @Test(arguments: ["extends: 'F'", "city: {table: 'F'}"])
  func pipesAreRefusedAtOnce(member: String) {
    #expect(mkfifo("\(folder.path)/pipe", 0o644) == 0)
    let found = tell("{\(member.replacing("F", with: "pipe"))}")
    #expect(found.count == 1 && found[0].hasSuffix("pipe' is a pipe; a file is needed"), "\(found)")
  }

  @Test(arguments: ["points: 'F'", "base: 'F', variants: [{name: 'a'}]", "variants: ['F']"])
  func pipesAreNoPartOfAnExperiment(member: String) {
    #expect(mkfifo("\(folder.path)/pipe", 0o644) == 0)
    let found = tell("{\(member.replacing("F", with: "pipe"))}")
    #expect(found.count == 1 && found[0].hasSuffix("pipe' is a pipe; a file is needed"), "\(found)")
    expect(
      problems { () throws(InputFailure) in try ClaimReader.load(folder.path + "/pipe") },
      ["pipe:1:1: '…pipe' is a pipe; a file is needed"])
  }

  @Test func textsHoldNoNUL() {
    for text in ["'a\u{0}b'", "'a\\0b'", "'a\\u0000b'", "'a\\x00b'"] {
      expect(problems("{title: \(text)}"), ["1:11: a text must not hold a NUL"])
    }
    expect(problems("{'a\u{0}b': 1}"), ["1:4: a text must not hold a NUL character"])
    expect(
      problems("{}", set: ["city.table=\"a\\u0000b\""]), ["--set:1:14: a text must not hold a NUL character"])
  }

  @Test func pathsAreTakenApartAsTheSystemDoesIt() throws {
    // A slash with a mark upon it is one Character of Swift and still a slash.
    let parent = "\(folder.path)/\u{301}sub"
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    folder.write("\u{301}sub/base.json5", "{title: 'Base', seed: 77}")
    folder.write("\u{301}sub/\u{301}top.json5", "{extends: 'base.json5'}")
    let scenario = try ScenarioReader.load("\(parent)/\u{301}top.json5")
    #expect(scenario.seed == 77 && scenario.name == "\u{301}top")
  }

  @Test func designsHaveAnEnd() {
    let entries = { (count: Int, value: String) in
      (0..<count).map { "'weeks.a\($0)': \(value)" }.joined(separator: ", ")
    }
    expect(
      tell("{factorial: {\(entries(1001, "[1]"))}}"),
      ["1:13: 'factorial' has 1001 factors; at most 1000 are allowed"])
    expect(
      tell("{latinHypercube: {points: 4, ranges: {\(entries(1001, "[1, 2]"))}}}"),
      ["1:38: 'latinHypercube.ranges' has 1001 ranges; at most 1000 are allowed"])
    expect(
      tell("{latinHypercube: {points: 10000, ranges: {\(entries(101, "[1, 2]"))}}}"),
      ["1:18: 10000 points of 101 ranges are too many; at most 1000000 values are allowed"])
    let head = (0..<60_000).map { "weeks.a\($0)" }.joined(separator: ",")
    folder.write("wide.csv", head + "\n")
    expect(
      tell("{points: 'wide.csv'}"), ["wide.csv:1:1: the table has 60000 paths; at most 1000 are allowed"])
    expect(
      tell("{variants: [\(String(repeating: "'a',", count: 10_001))]}"),
      ["1:12: 'variants' has 10001 entries; at most 10000 are allowed"])
  }
}
