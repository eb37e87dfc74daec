import Analysis
import Testing

struct FactorialEffectsTests {
  /// Least squares within each replicate give the same effects, intervals and tests.
  @Test func twoLevelEffectsGiveTheNumbersOfSciPy() throws {
    for example in ReferenceExamples.all.factorials {
      let levels = example.points.map { $0.map(String.init) }
      let design = try #require(FactorialEffects(levels: levels))
      #expect(design.kind == .full)
      #expect(design.effects.map(\.factors) == example.effects.map(\.word))
      for (effect, expected) in zip(design.effects, example.effects) {
        let arms = effect.weights.indices.map { variant in
          (values: example.values.map { $0[variant] }, weight: effect.weights[variant])
        }
        let found = PairedComparison(arms)
        #expect(agree(found.mean, expected.mean))
        #expect(agree(found.deviation, expected.deviation))
        #expect(agree(found.p, expected.p))
        #expect(agree(found.high, expected.intervals[1][2]))
        #expect(abs(effect.weights.reduce(0, +)) < 1e-15)
      }
    }
  }

  @Test func levelsAreComparedWithTheFirst() throws {
    let points = ["a", "b"].flatMap { first in ["x", "y", "z"].map { [first, $0] } }
    let design = try #require(FactorialEffects(levels: points))
    // Values 1 2 4 in the first row, 10 21 34 in the second.
    let values = [1.0, 2, 4, 10, 21, 34]
    let sizes = design.effects.map { zip($0.weights, values).reduce(0) { $0 + $1.0 * $1.1 } }
    #expect(design.effects.map(\.levels) == [["b"], ["y"], ["z"], ["b", "y"], ["b", "z"]])
    #expect(zip(sizes, [65.0 / 3 - 7.0 / 3, 6, 13.5, 10, 21]).allSatisfy(agree))
    #expect(design.effects[0].definition == .difference)
    #expect(design.effects[4].definition == .interaction)
  }

  /// I = ABCD: each interaction of two is mixed up with another, each factor with an interaction of three.
  @Test func fractionsNameWhatTheyMixUp() throws {
    let signs = (0..<8).map { run -> [String] in
      let basic = [2, 1, 0].map { run >> $0 & 1 }
      return (basic + [basic.reduce(0, +) % 2]).map { $0 == 1 ? "+" : "-" }
    }
    let design = try #require(FactorialEffects(levels: signs))
    #expect(design.kind == .fraction)
    #expect(design.effects.map(\.factors) == [[0], [1], [2], [3], [0, 1], [0, 2], [0, 3]])
    #expect(
      design.effects[0].aliases.map(\.factors) == [[1, 2, 3]]
        && design.effects[0].aliases.allSatisfy { $0.isNegative == false })
    #expect(
      design.effects[4].aliases.map(\.factors) == [[2, 3]]
        && design.effects[4].aliases.allSatisfy { $0.isNegative == false })
    let opposite = signs.map { $0.dropLast() + [$0[3] == "+" ? "-" : "+"] }.map(Array.init)
    // The first variant's levels are the first ones, so the names change but not what is mixed up.
    #expect(FactorialEffects(levels: opposite)?.effects.count == 7)
  }

  /// D = AB: the first variant has the second level of D. I = ABD.
  @Test func theFirstLevelsNeedNotBeThoseOfTheFirstVariant() throws {
    let signs = ["--+", "-+-", "+--", "+++"].map { $0.map(String.init) }
    let design = try #require(FactorialEffects(levels: signs, firstLevels: ["-", "-", "-"]))
    #expect(design.effects.map(\.levels) == [["+"], ["+"], ["+"]])
    #expect(design.effects[2].weights == [0.5, -0.5, -0.5, 0.5])
    #expect(design.effects.allSatisfy { $0.aliases.allSatisfy { $0.isNegative == false } })
    // By the first variant, D would count the other way.
    #expect(try #require(FactorialEffects(levels: signs)).effects[2].weights == [-0.5, 0.5, 0.5, -0.5])
  }

  @Test func aliasesMayHaveTheOppositeSign() throws {
    // C = −AB: half of 2³ whose first variant is at the first level of all.
    let points = [["-", "-", "-"], ["+", "-", "+"], ["-", "+", "+"], ["+", "+", "-"]]
    let design = try #require(FactorialEffects(levels: points))
    #expect(design.effects.map(\.factors) == [[0], [1], [2]])
    #expect(
      design.effects[2].aliases.map(\.factors) == [[0, 1]]
        && design.effects[2].aliases.allSatisfy { $0.isNegative == true })
  }

  @Test(arguments: [
    [["1"], ["1"]], [[], []], [["1", "1"], ["2", "2"], ["3", "3"]],
    // Three quarters of 2².
    [["1", "1"], ["1", "2"], ["2", "1"]],
    // A sample along one path, and the same point twice.
    (0..<40).map { ["\($0)"] }, [["1"], ["2"], ["2"]],
    // Four combinations of 2³ that are no fraction.
    [["1", "1", "1"], ["1", "1", "2"], ["1", "2", "1"], ["2", "1", "1"]],
  ]) func otherDesignsHaveNoEffects(levels: [[String]]) {
    #expect(FactorialEffects(levels: levels) == nil)
  }
}
