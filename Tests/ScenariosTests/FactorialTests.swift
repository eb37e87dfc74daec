import Engine
import Scenarios
import Testing

/// Full factorials: their variants, the names of these, and levels as ranges.
@Suite struct FactorialTests {
  let folder = Folder()

  func trial(_ text: String) throws -> Experiment {
    try ExperimentReader.load(folder.write("trial.json5", text))
  }

  func tell(_ text: String) -> [String] {
    let path = folder.write("trial.json5", text)
    return problems { () throws(InputFailure) in try ExperimentReader.load(path) }
  }

  @Test func fullFactorials() throws {
    let low = parameter.range.lowerBound
    let high = parameter.range.upperBound
    let experiment = try trial(
      """
      {factorial: {"mechanisms.\(mechanism)": [false, true], length: {path: "weeks.observed", values: [10, 20]},
        level: {path: "parameters.\(parameter.id)", values: [\(low), \(high)], labels: ["low", "high"]}}}
      """)
    #expect(experiment.factors == ["mechanisms.\(mechanism)", "length", "level"])
    #expect(experiment.variants.count == 8)
    #expect(experiment.variants[0].name == "\(mechanism)=false_length=10_level=low")
    #expect(experiment.variants[7].name == "\(mechanism)=true_length=20_level=high")
    #expect(experiment.variants[1].levels == ["false", "10", "high"])
    #expect(experiment.variants[2].levels == ["false", "20", "low"])
    #expect(Set(experiment.variants.map(\.scenario.digest)).count == 8)
    for variant in experiment.variants {
      let setting = variant.scenario.setting
      #expect(setting.mechanisms.isEmpty == (variant.levels[0] == "false"))
      #expect("\(setting.schedule.observed)" == variant.levels[1])
      #expect(setting.parameters[ParameterID.allCases[0]] == (variant.levels[2] == "low" ? low : high))
    }
  }

  /// A level may be several changes at once, or none.
  @Test func factorsOfSets() throws {
    let experiment = try trial(
      """
      {factorial: {
        length: {sets: [{}, {"weeks.observed": 20, "weeks.burnIn": 3}, {"weeks.burnIn": 5}], labels: ["a", "b", "c"]},
        "mechanisms.\(mechanism)": [false, true]}}
      """)
    #expect(experiment.factors == ["length", "mechanisms.\(mechanism)"])
    #expect(experiment.variants.map { $0.levels[0] } == ["a", "a", "b", "b", "c", "c"])
    let plain = Setting().schedule
    let schedules = experiment.variants.map(\.scenario.setting.schedule)
    #expect(
      schedules.map(\.observed) == [plain.observed, plain.observed, 20, 20, plain.observed, plain.observed])
    #expect(schedules.map(\.burnIn) == [plain.burnIn, plain.burnIn, 3, 3, 5, 5])
    #expect(experiment.variants.map(\.scenario.setting.mechanisms.count) == [0, 1, 0, 1, 0, 1])
  }

  @Test(arguments: [
    (
      "{factorial: {'weeks.burnIn': {from: 1, to: 9, step: 3}}}",
      "1:53: 'factorial.weeks.burnIn' does not end at 9: steps of 3 reach 7 and then 10; let it end at one of these, or"
    ),
    (
      "{factorial: {'weeks.burnIn': {from: 1, to: 9}}}",
      "1:30: 'factorial.weeks.burnIn' needs one of 'step' and 'levels': {from: 0, to: 1, step: 0.25} or"
    ),
    (
      "{factorial: {'weeks.burnIn': {from: 1, to: 9, step: 1, levels: 3}}}",
      "1:30: 'factorial.weeks.burnIn' needs only one of"
    ),
    (
      "{factorial: {'weeks.burnIn': {from: 9, to: 1, step: 1}}}",
      "1:44: 'factorial.weeks.burnIn' ends at 1, not above"
    ),
    (
      "{factorial: {'weeks.burnIn': {from: 1, to: 9, step: 0}}}",
      "1:53: 'factorial.weeks.burnIn.step' is 0; it must be above 0"
    ),
    ("{factorial: {'weeks.burnIn': {from: 1, to: 9, stepp: 1, levels: 3}}}", "1:47: unknown key 'stepp'"),
    (
      "{factorial: {'weeks.burnIn': {from: 0, to: 1, step: 1e-9}}}",
      "1:53: 'factorial.weeks.burnIn' has 1000000001 levels; at most 10000 are allowed"
    ),
    (
      "{factorial: {'weeks.burnIn': {from: 1e-300, to: 1e300, levels: 3}}}",
      "1:30: 'factorial.weeks.burnIn' has too many digits"
    ),
    (
      "{factorial: {a: {path: 'weeks.burnIn', values: 3}}}",
      "1:48: 'factorial.a.values' must be a list of values or a range {from: 0, to: 1, step: 0.25} or"
    ),
  ]) func tellsOneProblem(text: String, expected: String) {
    expect(tell(text), [expected])
  }

  @Test func hugeFactorialsAreRefused() {
    let values = (1...200).map(String.init).joined(separator: ", ")
    expect(
      tell("{factorial: {'weeks.burnIn': [\(values)], 'weeks.observed': [\(values)]}}"),
      [
        "1:13: the factorial has 40000 variants (200 × 200); at most 10000 are allowed. 'fractional' runs a part"
      ])
    let many = (0..<64).map { "'parameters.\(ParameterID.table[$0].id)': [0, 1]" }.joined(separator: ", ")
    #expect(
      tell("{factorial: {\(many)}}").first?.contains("has 1.8446744073709552e+19 variants (2 × 2") == true)
  }

  private func names(_ factors: String) throws -> [String] {
    folder.write("base.json5", "{mechanisms: {autonomyFund: true, communityFund: true}}")
    return try trial("{base: 'base.json5', factorial: {\(factors)}}").variants.map(\.name)
  }

  /// Names say which factor has which level, also where the labels do not.
  @Test func namesCarryTheirFactors() throws {
    #expect(
      try names(
        """
        fund: {path: "mechanisms.autonomyFund", values: [false, true], labels: ["no", "yes"]},
        hub: {path: "mechanisms.blockHub", values: [false, true], labels: ["no", "yes"]}
        """) == ["fund=no_hub=no", "fund=no_hub=yes", "fund=yes_hub=no", "fund=yes_hub=yes"])
    // A label that names its factor stands alone; one that only holds its letters does not.
    #expect(
      try names(
        """
        fund: {path: "mechanisms.autonomyFund", values: [false, true], labels: ["no-fund", "refunded"]},
        "conditions.roomHours": [5]
        """) == ["no-fund_roomHours=5", "fund=refunded_roomHours=5"])
    // As many keys of a path as tell it from the others.
    #expect(
      try names("'mechanisms.autonomyFund.yuan': [1000], 'mechanisms.communityFund.yuan': [2000]")
        == ["autonomyFund.yuan=1000_communityFund.yuan=2000"])
  }

  @Test func namesAreBounded() throws {
    let factors = ParameterID.table.filter { $0.range.contains(1) && !$0.whole }.prefix(8)
    let text = factors.map { "'parameters.\($0.id)': [1]" }.joined(separator: ", ")
    let experiment = try trial("{factorial: {\(text)}}")
    #expect(experiment.variants[0].name.count <= 100)
    #expect(experiment.variants[0].name.split(separator: "_").count == 8)
    #expect(experiment.notes.first?.hasPrefix("Names of variants have shortened factors: ") == true)
    let long = String(repeating: "x", count: 400)
    let numbered = try trial(
      "{factorial: {a: {path: 'weeks.burnIn', values: [1, 2], labels: ['\(long)', 'b']}, 'weeks.observed': [8, 9]}}"
    )
    #expect(numbered.variants.map(\.name) == ["point 1", "point 2", "point 3", "point 4"])
    #expect(numbered.notes.first?.hasPrefix("Variants have numbers") == true)
  }

  /// Both ends are levels, without drift: 0.2 + 4 × 0.025 is not 0.3 in binary numbers.
  @Test(arguments: [
    ("{from: 0.2, to: 0.3, step: 0.025}", ["0.2", "0.225", "0.25", "0.275", "0.3"]),
    ("{from: 0, to: 1, step: 0.1}", (0...10).map { $0 == 10 ? "1" : $0 == 0 ? "0" : "0.\($0)" }),
    ("{from: 0.1, to: 0.7, levels: 4}", ["0.1", "0.3", "0.5", "0.7"]),
    ("{from: 1, to: 1.5, levels: 5}", ["1", "1.125", "1.25", "1.375", "1.5"]),
    ("{from: 0, to: 1, levels: 4}", ["0", "0.3333333333333333", "0.6666666666666666", "1"]),
    ("{from: 1e-5, to: 3e-5, step: 1e-5}", ["1e-05", "2e-05", "3e-05"]),
    ("{from: .5, to: +2, step: 5e-1}", ["0.5", "1", "1.5", "2"]),
    ("{from: 0, to: 5, levels: 2}", ["0", "5"]),
  ]) func levelsAsRanges(range: String, levels: [String]) throws {
    let named = try trial("{factorial: {load: {path: 'conditions.demandLoad', values: \(range)}}}")
    #expect(named.variants.map { $0.levels[0] } == levels)
    #expect(named.variants.map(\.name) == levels.map { "load=\($0)" })
    let settings = named.variants.map { "\($0.scenario.setting.conditions[.demandLoad])" }
    #expect(settings == levels.map { "\(Double($0)!)" })
    let path = try trial("{factorial: {'conditions.demandLoad': \(range)}}")
    #expect(path.variants.map { $0.levels[0] } == levels)
  }
}
