import Engine
import Scenarios
import Testing

@Suite struct ExperimentTests {
  let folder = Folder()

  func trial(_ text: String, set: [String] = []) throws -> Experiment {
    let path = folder.write("trial.json5", text)
    return try ExperimentReader.load(path, overrides: set.compactMap { Override($0) })
  }

  func tell(_ text: String, set: [String] = []) -> [String] {
    let path = folder.write("trial.json5", text)
    return problems { () throws(InputFailure) in
      try ExperimentReader.load(path, overrides: set.compactMap { Override($0) })
    }
  }

  @Test func aScenarioIsAnExperimentOfOneVariant() throws {
    let experiment = try trial("{title: 'Alone', seed: 9, replicates: 2}")
    #expect(experiment.name == "trial" && experiment.title == "Alone")
    #expect(experiment.variants.map(\.name) == ["trial"])
    #expect(experiment.seed == 9 && experiment.replicates == 2)
    #expect(experiment.baseline == nil && experiment.factors.isEmpty)
  }

  @Test func aFolderIsAnExperimentOfItsScenarios() throws {
    for name in ["zeta", "baseline", "alpha"] { folder.write("batch/\(name).json5", "{seed: 3}") }
    folder.write("batch/notes.txt", "no scenario")
    let experiment = try ExperimentReader.load(folder.path + "/batch")
    #expect(experiment.name == "batch")
    #expect(experiment.variants.map(\.name) == ["baseline", "alpha", "zeta"])
    #expect(experiment.baseline == "baseline" && experiment.seed == 3)
    folder.write("batch/experiment.json5", "{variants: ['zeta.json5'], title: 'Chosen'}")
    let chosen = try ExperimentReader.load(folder.path + "/batch/")
    #expect(chosen.variants.map(\.name) == ["zeta"])
    #expect(chosen.title == "Chosen" && chosen.name == "batch" && chosen.baseline == nil)
  }

  @Test func foldersThatAreNone() {
    folder.write("empty/notes.txt", "")
    expect(
      problems { () throws(InputFailure) in try ExperimentReader.load(folder.path + "/empty") },
      ["empty:1:1: the folder has no file"])
    expect(
      problems { () throws(InputFailure) in try ExperimentReader.load(folder.path + "/missing") },
      ["missing:1:1: file '…does not exist"])
    folder.write("mixed/a.json5", "{seed: 1}")
    folder.write("mixed/b.json5", "{seed: 2, replicates: 3}")
    expect(
      problems { () throws(InputFailure) in try ExperimentReader.load(folder.path + "/mixed") },
      [
        "b.json5:1:1: 'seed' of variant 'b' is 2, of 'a' 1",
        "b.json5:1:1: 'replicates' of variant 'b' is 3, of 'a' 20",
      ])
  }

  @Test func listsOfVariants() throws {
    folder.write("base.json5", "{weeks: {burnIn: 4, observed: 20}}")
    folder.write("other.json5", "{weeks: {burnIn: 5, observed: 20}}")
    let experiment = try trial(
      """
      {base: 'base.json5', seed: 8, replicates: 5, baseline: 'plain', variants: [
        'other.json5', {name: 'plain'},
        {name: 'set', set: {"weeks.burnIn": 6, "mechanisms.\(mechanism)": {from: 2}, "weeks.observed": 21}},
        {name: 'both', scenario: 'other.json5', set: {"weeks.observed": 30}},
      ]}
      """)
    #expect(experiment.variants.map(\.name) == ["other", "plain", "set", "both"])
    let schedules = experiment.variants.map(\.scenario.setting.schedule)
    #expect(schedules.map(\.burnIn) == [5, 4, 6, 5])
    #expect(schedules.map(\.observed) == [20, 20, 21, 30])
    #expect(experiment.variants[2].scenario.setting.mechanisms == [MechanismUse(mechanism, from: 2)])
    #expect(experiment.variants.allSatisfy { $0.scenario.seed == 8 && $0.scenario.replicates == 5 })
    #expect(experiment.baseline == "plain" && experiment.factors.isEmpty)
    #expect(experiment.files.count == 3)
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

  @Test func overridesReachEveryVariant() throws {
    let text = "{seed: 3, replicates: 4, factorial: {\"weeks.observed\": [10, 20]}}"
    let experiment = try trial(text, set: ["weeks.burnIn=7", "seed=12", "replicates=2"])
    #expect(
      experiment.variants.allSatisfy { $0.scenario.setting.schedule.burnIn == 7 && $0.scenario.seed == 12 })
    #expect(experiment.seed == 12 && experiment.replicates == 2)
    expect(
      tell(text, set: ["weeks.observed=5"]), ["--set:1:1: 'weeks.observed' is a factor of this experiment"])
    expect(tell(text, set: ["weeks={observed: 5}"]), ["--set:1:1: 'weeks.observed' is a factor"])
    expect(tell(text, set: ["weeks.burnIn=x"]), ["--set:1:14: 'weeks.burnIn' must be"])
  }

  @Test func digestsDependOnTheDesign() throws {
    let digest = try trial("{factorial: {\"weeks.observed\": [10, 20]}}").digest
    #expect(digest.count == 32)
    #expect(try trial("{seed: 2, /* words */ factorial: {'weeks.observed': [10, 2e1]}}").digest == digest)
    #expect(try trial("{factorial: {\"weeks.observed\": [10, 21]}}").digest != digest)
    #expect(try trial("{factorial: {a: {path: \"weeks.observed\", values: [10, 20]}}}").digest != digest)
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
    ("{variants: []}", "1:12: 'variants' is empty"), ("{variants: {}}", "1:12: 'variants' must be a list"),
    ("{factorial: {}}", "1:13: 'factorial' is empty"),
    ("{factorial: []}", "1:13: 'factorial' must be an object"),
    ("{baseline: 'a'}", "1:1: an experiment needs a design"),
    ("{sead: 3, variants: [{name: 'a'}]}", "1:2: unknown key 'sead'; …did you mean 'seed'?"),
    ("{weeks: {observed: 5}, variants: [{name: 'a'}]}", "1:2: unknown key 'weeks'; it is one of a scenario"),
    ("{variants: ['no.json5']}", "1:13: file '…no.json5' does not exist"),
    ("{variants: ['']}", "1:13: 'variants.0' is empty"),
    ("{variants: [3]}", "1:13: 'variants.0' must be the path"),
    ("{variants: [{}]}", "1:13: key 'variants.0.name' is missing"),
    ("{variants: [{name: ' '}]}", "1:20: 'variants.0.name' must be a line of text"),
    ("{variants: [{name: 'a'}, {name: 'a'}]}", "1:26: there are two variants 'a'; first in line 1"),
    ("{variants: [{name: 'a', set: []}]}", "1:30: 'variants.0.set' must be an object"),
    ("{variants: [{name: 'a', set: {seed: 3}}]}", "1:31: 'seed' cannot differ between variants"),
    ("{variants: [{name: 'a', set: {'weeks.burnin': 3}}]}", "1:38: unknown key 'burnin' in 'weeks'"),
    ("{variants: [{name: 'a', set: {'weeks.burnIn': 'x'}}]}", "1:47: 'weeks.burnIn' must be a whole number"),
    (
      "{variants: [{name: 'a', set: {'weaks.burnIn': 3}}]}",
      "1:31: 'weaks.burnIn' is no path of a scenario…did you mean 'weeks'?"
    ),
    ("{variants: [{name: 'a'}], baseline: 'b'}", "1:37: 'baseline' is 'b'; allowed: a"),
    (
      "{variants: [{name: 'a'}], factorial: {'weeks.burnIn': [1]}}",
      "1:38: 'variants' and 'factorial' do not go together"
    ),
    ("{factorial: {a: {sets: [{'weeks.burnIn': 3}]}}}", "1:17: key 'factorial.a.labels' is missing"),
    ("{factorial: {a: {sets: [{}, {}], labels: ['x', 'y']}}}", "1:24: 'factorial.a.sets' changes nothing"),
    ("{factorial: {a: {sets: [3], labels: ['x']}}}", "1:25: 'factorial.a.sets.0' must be an object"),
    ("{factorial: {a: {sets: [{'weks.burnIn': 3}], labels: ['x']}}}", "1:26: 'weks.burnIn' is no path"),
    (
      "{factorial: {a: {sets: [{'weeks.burnIn': 3}], path: 'weeks', labels: ['x']}}}",
      "1:53: 'factorial.a.path' and 'sets' do not go together"
    ),
    (
      "{factorial: {a: {sets: [{}, {'weeks.burnIn': 3}], labels: ['x', 'y']}, 'weeks.burnIn': [4]}}",
      "1:72: factors 'a' and 'weeks.burnIn' set the same thing"
    ),
    ("{factorial: {'weeks.burnIn': []}}", "1:30: 'factorial.weeks.burnIn' has no values"),
    (
      "{factorial: {'weeks.burnIn': 3}}",
      "1:30: 'factorial.weeks.burnIn' must be a list of values or an object"
    ),
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
    ("{factorial: {'weeks.burnIn': [3, 3]}}", "1:34: 'factorial.weeks.burnIn' has the level '3' twice"),
    ("{factorial: {'weeks.burnIn': [3, 'x']}}", "1:34: 'weeks.burnIn' must be a whole number"),
    (
      "{factorial: {'weeks': [{burnIn: 3}]}}",
      "1:24: 'factorial.weeks' has a value without a short name; add labels"
    ),
    ("{factorial: {a: {path: 'weeks.burnIn'}}}", "1:17: key 'factorial.a.values' is missing"),
    (
      "{factorial: {a: {path: 'weeks.burnIn', values: [1, 2], labels: ['x']}}}",
      "1:64: 'factorial.a' has 2 values and 1 labels"
    ),
    (
      "{factorial: {a: {path: 'weeks.burnIn', values: [1]}, 'weeks': {path: 'weeks', values: [{}], labels: ['x']}}}",
      "1:54: factors 'a' and 'weeks' set the same thing"
    ),
    (
      "{factorial: {core: {path: 'weeks.burnIn', values: [1]}}}",
      "1:14: 'core' is a column of the results already; give the factor another name"
    ),
  ]) func tellsOneProblem(text: String, expected: String) {
    expect(tell(text), [expected])
  }

  @Test func problemsOfABaseAreToldOnce() {
    folder.write("base.json5", "{seed: -1, extends: 'no.json5'}")
    expect(
      tell("{base: 'base.json5', factorial: {'weeks.observed': [10, 20, 30]}}"),
      ["base.json5:1:21: file '…does not exist"])
    folder.write("base.json5", "{seed: -1}")
    expect(
      tell("{base: 'base.json5', factorial: {'weeks.observed': [10, 20, 30]}}"),
      ["base.json5:1:8: 'seed' is -1"])
    expect(
      tell("{base: 'gone.json5', variants: [{name: 'a'}, {name: 'b'}]}"),
      ["1:8: file '…gone.json5' does not exist"])
  }

  @Test func aBaseWithoutUseIsChecked() {
    folder.write("good.json5", "{}")
    expect(
      tell("{base: 'gone.json5', variants: ['good.json5']}"), ["1:8: file '…gone.json5' does not exist"])
    expect(
      tell("{variants: [{name: 'a', scenario: 3}], baseline: 'a', base: 'good.json5'}"),
      ["1:35: 'variants.0.scenario' must be a text"])
  }

  @Test func survivesMutations() {
    folder.write("base.json5", "{weeks: {observed: 20}}")
    let seed = Array(
      """
      {base: 'base.json5', seed: 3, baseline: 'a', variants: [{name: 'a'}, {name: 'b', set: {"weeks.burnIn": 4}}],
       factorial: {"mechanisms.\(mechanism)": [true, false], x: {path: 'weeks.observed', values: [1], labels: ['y']}}}
      """.utf8)
    let noise = Array("{}[]:,'\"0.-ax".utf8)
    var state: UInt64 = 13
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<400 {
      var bytes = seed
      for _ in 0...draw(2) {
        let place = draw(bytes.count)
        if draw(2) == 0 {
          bytes[place] = noise[draw(noise.count)]
        } else {
          bytes.removeSubrange(place..<min(bytes.count, place + 1 + draw(30)))
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      let path = folder.write("trial.json5", bytes)
      let value = String(decoding: bytes.prefix(draw(40)), as: UTF8.self)
      do {
        let overrides = [Override("weeks.burnIn=" + value), Override(value)].compactMap { $0 }
        _ = try ExperimentReader.load(path, overrides: overrides)
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
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
    try trial("{factorial: {\(factors)}}").variants.map(\.name)
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
