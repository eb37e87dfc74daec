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

  @Test func problemsHaveAnEnd() {
    let found = problems("{conditions: {changes: [\(String(repeating: "{},", count: 1000))]}}")
    #expect(found.count == 200)
    #expect(found.last?.hasSuffix("; further problems are not told") == true)
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
