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
}
