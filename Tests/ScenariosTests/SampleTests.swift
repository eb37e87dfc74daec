import Engine
import Testing

@testable import Scenarios

@Suite struct SampleTests {
  let folder = Folder()

  private func load(_ text: String, set: [String] = []) throws -> Experiment {
    try ExperimentReader.load(
      folder.write("trial.json5", text), overrides: set.compactMap { Override($0) })
  }

  private func tell(_ text: String) -> [String] {
    let path = folder.write("trial.json5", text)
    return problems { () throws(InputFailure) in try ExperimentReader.load(path) }
  }

  /// Levels of one column as numbers.
  private func column(_ index: Int, _ experiment: Experiment) -> [Double] {
    experiment.variants.compactMap { Double($0.levels[index]) }
  }

  // MARK: Latin hypercube

  private let two =
    "ranges: {'conditions.demandLoad': [1, 3], 'parameters.attitudeHalfLife': [50, 400]}"

  @Test func eachIntervalOfEachRangeIsHitOnce() throws {
    let experiment = try load("{latinHypercube: {\(two), points: 40}}")
    #expect(experiment.variants.map(\.name) == (1...40).map { "point \($0)" })
    #expect(experiment.factors == ["conditions.demandLoad", "parameters.attitudeHalfLife"])
    let shares = [
      column(0, experiment).map { ($0 - 1) / 2 }, column(1, experiment).map { ($0 - 50) / 350 },
    ]
    for shares in shares {
      #expect(shares.map { Int($0 * 40) }.sorted() == Array(0..<40))
      // In random order, and not in the middle of their intervals.
      #expect(shares.sorted() != shares)
      let positions = shares.map { $0 * 40 - ($0 * 40).rounded(.down) }
      #expect(positions.contains { $0 < 0.2 } && positions.contains { $0 > 0.8 })
    }
    #expect(shares[0].map { Int($0 * 40) } != shares[1].map { Int($0 * 40) })
    let settings = experiment.variants.map(\.scenario.setting)
    #expect(settings.map { $0.conditions[.demandLoad] } == column(0, experiment))
    #expect(settings.map { $0.parameters[.attitudeHalfLife] } == column(1, experiment))
  }

  @Test func aSampleHangsOnItsOwnSeedAndPathOnly() throws {
    let sample = column(0, try load("{latinHypercube: {\(two), points: 10}}"))
    #expect(try column(0, load("{seed: 99, latinHypercube: {\(two), points: 10, seed: 1}}")) == sample)
    #expect(try column(0, load("{latinHypercube: {\(two), points: 10}}", set: ["seed=7"])) == sample)
    let alone = "{latinHypercube: {ranges: {'conditions.demandLoad': [1, 3]}, points: 10}}"
    #expect(try column(0, load(alone)) == sample)
    let before = alone.replacing("ranges: {", with: "ranges: {'conditions.handover': [0, 1], ")
    #expect(try column(1, load(before)) == sample)
    #expect(try column(0, load("{latinHypercube: {\(two), points: 10, seed: 2}}")) != sample)
  }

  @Test func wholeRangesGiveEachNumberEquallyOften() throws {
    let experiment = try load(
      "{latinHypercube: {ranges: {'weeks.observed': {from: 10, to: 13, whole: true}}, points: 40}}")
    let counts = Dictionary(grouping: column(0, experiment)) { $0 }.mapValues(\.count)
    #expect(counts == [10: 10, 11: 10, 12: 10, 13: 10])
  }

  @Test func logarithmicRangesGiveEachRatioEquallyOften() throws {
    let experiment = try load(
      """
      {latinHypercube: {points: 30, ranges: {'conditions.committeeBudget': {from: 100, to: 100000, logarithmic: true},
        'weeks.observed': {from: 1, to: 7, whole: true, logarithmic: true}}}}
      """)
    let money = column(0, experiment)
    #expect([1000.0, 10_000, 100_000].map { end in money.count { $0 < end } } == [10, 20, 30])
    // From 1 to 8, cut at 2 and 4: a third each.
    let weeks = column(1, experiment)
    #expect([2.0, 4, 8].map { end in weeks.count { $0 < end } } == [10, 20, 30])
  }

  @Test func fractionsAreNotRoundedSilently() {
    expect(
      tell("{latinHypercube: {ranges: {'weeks.observed': [10, 20]}, points: 5}}"),
      ["1:46: 'weeks.observed' is 1…; a whole number is needed…write {from: …, to: …, whole: true}"])
  }

  @Test(
    arguments: [
      ("latinHypercube: 3", "1:18: 'latinHypercube' must be an object"),
      ("latinHypercube: {points: 3}", "1:18: key 'latinHypercube.ranges' is missing"),
      ("latinHypercube: {ranges: {}, points: 3}", "1:27: 'latinHypercube.ranges' is empty"),
      (
        "sobol: {ranges: {'weeks.observed': [1]}, points: 4}",
        "1:37: 'sobol.ranges.weeks.observed' has 1 entries; it must be a list [from, to]"
      ),
      (
        "sobol: {ranges: {'weeks.observed': 'x'}, points: 4}",
        "1:37: 'sobol.ranges.weeks.observed' must be a list [from, to] or an object"
      ),
      (
        "sobol: {ranges: {'weeks.observed': [2, 2]}, points: 4}",
        "1:41: 'sobol.ranges.weeks.observed' ends at 2, not above its start, 2"
      ),
      (
        "sobol: {ranges: {'weeks.observed': {from: 1.5, to: 3, whole: true}}, points: 4}",
        "1:44: 'sobol.ranges.weeks.observed' is whole; 1.5 is no whole number"
      ),
      (
        "sobol: {ranges: {'weeks.observed': {from: 0, to: 3, logarithmic: true}}, points: 4}",
        "1:44: 'sobol.ranges.weeks.observed' is logarithmic; it must start above 0"
      ),
      (
        "sobol: {ranges: {'weeks.observed': [1, 3]}, points: 10001}",
        "1:54: 'sobol.points' is 10001, out of range; 1 to 10000 points allowed"
      ),
      ("sobol: {ranges: {'weeks.observed': [1, 3]}}", "1:9: key 'sobol.points' is missing"),
      (
        "sobol: {ranges: {'weeks.observed': [1, 3]}, points: 4, scramble: true}",
        "1:67: 'sobol.scramble' must be a whole number, not true"
      ),
      (
        "sobol: {ranges: {'conditions.handover': [1, 3]}, points: 4}",
        "1:42: 'conditions.handover' is 2, out of range; 0 to 1 chance allowed"
      ),
      (
        "sobol: {ranges: {'weeks.observed': [1, 3], weeks: [1, 3]}, points: 4}",
        "1:45: ranges 'weeks.observed' and 'weeks' set the same thing"
      ),
    ]) func tellsOneProblem(text: String, expected: String)
  {
    expect(tell("{\(text)}"), [expected])
  }

  // MARK: Sobol

  /// Values of `scipy.stats.qmc.Sobol(5, scramble=False).random(8)`, SciPy 1.17.
  private let scipy: [[Double]] = [
    [0, 0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5, 0.5], [0.75, 0.25, 0.25, 0.25, 0.75],
    [0.25, 0.75, 0.75, 0.75, 0.25], [0.375, 0.375, 0.625, 0.875, 0.375], [0.875, 0.875, 0.125, 0.375, 0.875],
    [0.625, 0.125, 0.875, 0.625, 0.625], [0.125, 0.625, 0.375, 0.125, 0.125],
  ]

  private func shares(_ more: String) throws -> [[Double]] {
    let ids = ["buildingCondition", "fundingDependence", "handover", "staffSkill", "technicalShare"]
    let ranges = ids.map { "'conditions.\($0)': [0, 1]" }.joined(separator: ", ")
    let experiment = try load("{sobol: {ranges: {\(ranges)}, \(more)}}")
    return experiment.variants.map { $0.levels.compactMap { Double($0) } }
  }

  @Test func pointsAreThoseOfSciPy() throws {
    #expect(try shares("points: 8") == scipy)
    #expect(try shares("points: 4, skip: 4") == Array(scipy[4...]))
  }

  /// Values of `scipy.stats.qmc.Sobol(100, scramble=False, bits=32)`, SciPy 1.17.
  @Test(
    arguments: zip(
      [0, 1, 9, 40, 63, 99],
      [
        [0.8125, 0.6923828125, 0.2197265625],
        [0.6875, 0.9365234375, 0.0966796875],
        [0.4375, 0.3232421875, 0.0693359375],
        [0.9375, 0.7216796875, 0.9130859375],
        [0.0625, 0.4267578125, 0.4462890625],
        [0.5625, 0.5107421875, 0.1865234375],
      ])
  ) func highDimensionsAreThoseOfSciPy(dimension: Int, expected: [Double]) {
    let sequence = SobolSequence(dimension: dimension)
    #expect([13, 777, 1000].map { Double(sequence.word($0)) * 0x1p-32 } == expected)
  }

  @Test func scrambledPointsAreAsEvenAndOthers() throws {
    let plain = try shares("points: 32")
    let first = try shares("points: 32, scramble: 1")
    let second = try shares("points: 32, scramble: 2")
    #expect(first != plain && first != second)
    #expect(try shares("points: 32, scramble: 1") == first)
    for points in [plain, first] {
      for dimension in 0..<5 {
        #expect(points.map { Int($0[dimension] * 32) }.sorted() == Array(0..<32))
      }
      // The first two dimensions are even in every cut of the square into 32 equal boxes.
      for cuts in [1.0, 2, 4, 8, 16, 32] {
        let boxes = points.map { [Int($0[0] * cuts), Int($0[1] * 32 / cuts)] }
        #expect(Set(boxes).count == 32)
      }
    }
  }

  @Test func whatIsOutOfBalanceIsAWarning() throws {
    let text = { (more: String) in "{sobol: {ranges: {'conditions.handover': [0, 1]}, \(more)}}" }
    let warnings = { (more: String) in try load(text(more)).warnings.map(\.message) }
    #expect(try warnings("points: 16, skip: 32").isEmpty)
    #expect(try warnings("points: 12").map { $0.hasSuffix("such as 16") } == [true])
    #expect(
      try warnings("points: 8, skip: 1").map {
        $0.hasPrefix("'sobol.skip' is 1; the points are balanced only")
      }
        == [true])
    let warning = try #require(try load(text("points: 12")).warnings.first)
    #expect(warning.severity == .warning && warning.line == 1 && warning.column == 59)
  }
}
