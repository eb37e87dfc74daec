import Engine
import Testing

@testable import Scenarios

@Suite struct FractionalTests {
  let folder = Folder()

  /// An experiment with so many factors of two levels.
  private func text(_ factors: Int, _ size: String) -> String {
    let entries = ParameterID.table.prefix(factors).map { row in
      "\"parameters.\(row.id)\": [\(row.range.lowerBound), \(row.range.upperBound)]"
    }
    return "{fractional: {factors: {\(entries.joined(separator: ", "))}, \(size)}}"
  }

  private func load(_ text: String) throws -> Experiment {
    try ExperimentReader.load(folder.write("trial.json5", text))
  }

  private func tell(_ text: String) -> [String] {
    let path = folder.write("trial.json5", text)
    return problems { () throws(InputFailure) in try ExperimentReader.load(path) }
  }

  /// Words of three letters and more of the published designs of minimum aberration (Box, Hunter and Hunter 2005,
  /// table 6.22; Montgomery 2013, table 8.14; Chen, Sun and Wu 1993).
  @Test(
    arguments: [
      (4, 3, [0, 1]), (5, 4, [0, 0, 1]), (5, 3, [2, 1, 0]), (6, 4, [0, 3, 0, 0]), (6, 3, [4, 3, 0, 0]),
      (7, 4, [0, 7, 0, 0, 0]), (7, 3, [7, 7, 0, 0, 1]), (7, 5, [0, 1, 2, 0, 0]), (8, 4, [0, 14, 0, 0, 0, 1]),
      (8, 5, [0, 3, 4, 0, 0, 0]), (8, 6, [0, 0, 2, 1, 0, 0]), (9, 4, [4, 14, 8, 0, 4, 1, 0]),
      (9, 5, [0, 6, 8, 0, 0, 1, 0]), (9, 6, [0, 1, 4, 2, 0, 0, 0]), (10, 5, [0, 10, 16, 0, 0, 5, 0, 0]),
      (10, 6, [0, 2, 8, 4, 0, 1, 0, 0]), (10, 7, [0, 0, 3, 3, 1, 0, 0, 0]), (11, 5, [0, 25, 0, 27, 0, 10]),
      (15, 4, [35, 105, 168]),
    ]) func theBestFractionsAreThePublishedOnes(factors: Int, basic: Int, words: [Int]) throws
  {
    var steps = FractionSearch.longest
    let fraction = try #require(
      TwoLevelFraction.minimumAberration(factors: factors, basic: basic, steps: &steps))
    #expect(Array(fraction.wordLengths[3...].prefix(words.count)) == words)
    #expect(fraction.wordLengths.reduce(0, +) == 1 << (factors - basic))
    #expect(fraction.resolution == 3 + words.firstIndex { $0 > 0 }!)
  }

  @Test func theHalfOfFourFactorsIsThatOfTheBooks() throws {
    let experiment = try load(text(4, "runs: 8"))
    let rows = ParameterID.table.prefix(4)
    let signs = experiment.variants.map { variant in
      zip(rows, ParameterID.allCases).map { row, id in
        variant.scenario.setting.parameters[id] == row.range.upperBound ? "+" : "-"
      }.joined()
    }
    #expect(signs == ["----", "--++", "-+-+", "-++-", "+--+", "+-+-", "++--", "++++"])
    // Names carry every factor with its level, however they must be shortened.
    let names = experiment.variants.map(\.name)
    #expect(
      Set(names).count == 8 && names.allSatisfy { $0.split(separator: "_").count == 4 && $0.count <= 100 })
    #expect(experiment.factors == rows.map { "parameters.\($0.id)" })
    #expect(experiment.notes.contains("generators: D = ABC"))
    #expect(experiment.notes.contains("defining relation: I = ABCD"))
    #expect(experiment.notes.contains("main effects: aliased with no two-factor interaction"))
    #expect(experiment.notes.last?.hasSuffix(": AB = CD; AC = BD; AD = BC") == true)
  }

  @Test func anyTwoFactorsMeetInAllFourWaysEquallyOften() throws {
    let levels = try load(text(9, "runs: 16")).variants.map(\.levels)
    #expect(levels.count == 16)
    for first in 0..<9 {
      for second in 0..<first {
        let pairs = Dictionary(grouping: levels) { [$0[first], $0[second]] }
        #expect(pairs.count == 4 && pairs.values.allSatisfy { $0.count == 4 })
      }
    }
  }

  @Test(arguments: [(7, 3, 8), (7, 4, 16), (7, 5, 64), (7, 7, 64), (8, 5, 64), (10, 5, 128), (3, 3, 4)])
  func aResolutionTakesTheFewestRuns(factors: Int, resolution: Int, runs: Int) throws {
    #expect(try load(text(factors, "resolution: \(resolution)")).variants.count == runs)
  }

  @Test func allRunsAreTheFullFactorial() throws {
    let experiment = try load(text(3, "runs: 8"))
    #expect(Set(experiment.variants.map(\.levels)).count == 8)
    #expect(experiment.notes.first == "fractional: all 8 combinations, nothing is aliased")
  }

  @Test func generatorsMayHaveSignsAndStandForAnyFactor() throws {
    let experiment = try load(text(5, "generators: ['A = -BC', 'E=+BD']"))
    #expect(experiment.variants.count == 8)
    let highs = experiment.variants.map { variant in
      zip(variant.levels, ParameterID.table).map { Double($0) == $1.range.upperBound }
    }
    for high in highs {
      #expect(high[0] != (high[1] == high[2]) && high[4] == (high[1] == high[3]))
    }
    #expect(experiment.notes.contains("defining relation: I = -ABC = BDE = -ACDE"))
    #expect(
      experiment.notes.contains {
        $0.hasSuffix("two-factor interactions: A = -BC; B = -AC = DE; C = -AB; D = BE; E = BD")
      })
  }

  @Test func levelsMayHaveLabelsAndAnyValue() throws {
    let experiment = try load(
      """
      {fractional: {runs: 4, factors: {"mechanisms.\(mechanism)": [false, true], "weeks.observed": [10, 20],
        when: {path: "weeks.burnIn", values: [4, 8], labels: ["soon", "late"]}}}}
      """)
    #expect(experiment.factors == ["mechanisms.\(mechanism)", "weeks.observed", "when"])
    #expect(
      experiment.variants.map(\.levels) == [
        ["false", "10", "late"], ["false", "20", "soon"], ["true", "10", "soon"], ["true", "20", "late"],
      ])
    #expect(experiment.variants.map(\.scenario.setting.schedule.burnIn) == [8, 4, 4, 8])
  }

  @Test func problemsStandAtTheirPlace() {
    for (factors, size, problem) in [
      (5, "runs: 12", "'fractional.runs' is 12, no power of two; 8 and 16 are next to it"),
      (5, "runs: 4", "'fractional.runs' is 4, too few for 5 factors; at least 8 are needed"),
      (3, "runs: 16", "'fractional.runs' is 16; 3 factors have only 8 combinations"),
      (5, "runs: 1.5", "'fractional.runs' is 1.5; a whole number is needed"),
      (5, "resolution: 6", "'fractional.resolution' is 6, out of range; 3 to 5 allowed"),
      (
        18, "runs: 64",
        "the best fraction for 18 factors is not found in reasonable time; name its generators"
      ),
      (5, "generators: []", "'fractional.generators' is empty"),
      (5, "generators: ['E']", "'fractional.generators.0' is 'E'; a factor and its product"),
      (5, "generators: ['E=AF']", "'fractional.generators.0' is 'E=AF', and there is no factor F…A to E"),
      (
        9, "generators: ['J=AI']",
        "'fractional.generators.0' is 'J=AI', and there is no factor I…A to J without I"
      ),
      (
        5, "generators: ['E=AA']",
        "'fractional.generators.0' is 'E=AA'; a product of other factors, each named once"
      ),
      (5, "generators: ['E=A']", "'E=A' makes E the same as A"),
      (5, "generators: ['D=AB', 'E=AB']", "'D=AB' makes D the same as E"),
      (5, "generators: ['D=AB', 'D=AC']", "'D=AC': D has two generators"),
      (5, "generators: ['D=AB', 'E=AD']", "'E=AD' names D, which is generated itself"),
      (16, "generators: ['B=AC']", "with 1 of 16 factors generated there are more than 10000 runs"),
    ] {
      let found = tell(text(factors, size))
      #expect(found.count == 1, "\(size): \(found)")
      let wanted = problem.split(separator: "…")
      #expect(wanted.allSatisfy { found.first?.contains($0) == true }, "\(size): \(found)")
      let text = text(factors, size)
      let column = (found.first?.split(separator: ":")[1]).flatMap { Int($0) } ?? 0
      #expect(column > text.count - size.count, "\(size): \(found)")
    }
  }

  @Test(
    arguments: [
      ("{fractional: []}", "1:14: 'fractional' must be an object"),
      ("{fractional: {runs: 4}}", "1:14: key 'fractional.factors' is missing"),
      ("{fractional: {factors: {}, runs: 4}}", "1:24: 'fractional.factors' is empty"),
      (
        "{fractional: {factors: {'weeks.burnIn': [1, 2]}}}",
        "1:14: 'fractional' needs one of 'runs', 'resolution' and 'generators'"
      ),
      (
        "{fractional: {factors: {'weeks.burnIn': [1, 2]}, runs: 2, resolution: 3}}",
        "1:14: 'runs' and 'resolution' do not go together in 'fractional'"
      ),
      (
        "{fractional: {factors: {'weeks.burnIn': [1, 2, 3]}, runs: 2}}",
        "1:42: 'fractional.factors.weeks.burnIn' has 3 values; exactly two are needed"
      ),
    ]) func tellsOneProblem(text: String, expected: String)
  {
    expect(tell(text), [expected])
  }
}
