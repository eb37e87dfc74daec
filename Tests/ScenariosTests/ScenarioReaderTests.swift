import Engine
import Scenarios
import Testing

/// Ids that stand in the tables today; the tests do not care which.
let parameter = ParameterID.table[0]
let condition = ConditionID.table[0]
let mechanism = MechanismRegistry.descriptions[0].id

@Suite struct ScenarioReaderTests {
  @Test func emptyFileIsTheDefault() throws {
    let folder = Folder()
    let path = folder.write("trial.json5", "{}")
    let scenario = try ScenarioReader.load(path)
    #expect(scenario.setting == Setting())
    #expect(scenario.name == "trial")
    #expect(scenario.title == "trial")
    #expect(scenario.seed == 1)
    #expect(scenario.replicates == 20)
    #expect(scenario.files == [path])
    #expect(scenario.digest.count == 32)
  }

  /// Every condition is a path that an override, and so a sweep, can set.
  @Test func everyConditionIsSetByItsPath() throws {
    for (id, row) in zip(ConditionID.allCases, ConditionID.table) {
      let number = row.value == row.range.lowerBound ? row.range.upperBound : row.range.lowerBound
      let scenario = try load("{}", set: ["conditions.\(row.id)=\(number)"])
      #expect(scenario.setting.conditions[id] == number, "\(row.id)")
    }
  }

  @Test func readsWeeksAndSeeds() throws {
    let scenario = try load(
      "{seed: 18446744073709551615, replicates: 3, weeks: {start: '2016-02', burnIn: 0, observed: 13, interval: 13}}"
    )
    #expect(scenario.seed == .max)
    #expect(scenario.replicates == 3)
    let schedule = scenario.setting.schedule
    #expect(schedule.startYear == 2016 && schedule.startMonth == 2)
    #expect(schedule.burnIn == 0 && schedule.observed == 13 && schedule.interval == 13)
    #expect(try load("{seed: 0xFFFFFFFFFFFFFFFF}").seed == .max)
    // A short run keeps its series without being told.
    #expect(try load("{weeks: {observed: 2}}").setting.schedule.interval == 2)
  }

  @Test(arguments: [
    ("2014-12", 0), ("2014-12-01", 0), ("2014-12-31", 4), ("2015-12", 52), ("2016-12-01", 104),
    ("2015-03", 13),
    ("2016-02-29", 64),
  ]) func datesAreWeeks(date: String, week: Int) throws {
    let scenario = try load("{mechanisms: {\(mechanism): {from: '\(date)'}}}")
    #expect(scenario.setting.mechanisms.first?.from == week)
  }

  @Test func laterDatesAreNeverEarlierWeeks() throws {
    var last = 0
    for month in 1...12 {
      for day in 1...28 {
        let date = "2016-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
        let week = try load("{mechanisms: {\(mechanism): {from: '\(date)'}}}").setting.mechanisms[0].from
        #expect(week == last || week == last + 1 || last == 0)
        last = week
      }
    }
    #expect(last == 107)
  }

  @Test func readsShocksAndUsesInAnyOrder() throws {
    let scenario = try load(
      """
      {conditions: {shocks: [{week: 90, weeks: 2, load: 3}, {week: "2015-12", weeks: 8, load: 2}]},
       mechanisms: {\(mechanism): [{from: 100, where: 0.5}, {until: 100, where: ["Xuhui"]}]}}
      """)
    #expect(
      scenario.setting.conditions.shocks == [
        .init(week: 52, weeks: 8, load: 2), .init(week: 90, weeks: 2, load: 3),
      ])
    #expect(
      scenario.setting.mechanisms == [
        MechanismUse(mechanism, until: 100, places: .named(["Xuhui"])),
        MechanismUse(mechanism, from: 100, places: .share(0.5)),
      ])
    #expect(try load("{mechanisms: {\(mechanism): {where: 1}}}").setting.mechanisms[0].places == .all)
    #expect(try load("{mechanisms: {\(mechanism): {where: 'all'}}}").setting.mechanisms[0].places == .all)
  }

  @Test func namesOfDrawnNeighbourhoodsAreLetThrough() throws {
    let scenario = try load("{mechanisms: {\(mechanism): {where: ['Lingyun 7', 'Lingyun 3']}}}")
    #expect(scenario.setting.mechanisms[0].places == .named(["Lingyun 3", "Lingyun 7"]))
  }

  @Test(arguments: [
    ("{tilte: 'a'}", "1:2: unknown key 'tilte'; allowed: title, …did you mean 'title'?"),
    ("{title: 3}", "1:9: 'title' must be a text, not the number 3"),
    ("{title: null}", "1:9: 'title' must be a text, not null; leave the key out instead"),
    ("{seed: -1}", "1:8: 'seed' is -1; a whole number from 0 to 18446744073709551615"),
    ("{seed: 1.5}", "1:8: 'seed' is 1.5"), ("{seed: 18446744073709551616}", "1:8: 'seed' is"),
    ("{seed: 'x'}", "1:8: 'seed' must be a whole number"),
    ("{replicates: 0}", "1:14: 'replicates' is 0, out of range"),
    ("{replicates: 2.5}", "1:14: 'replicates' is 2.5; a whole number is needed"),
    ("{replicates: 1e300}", "1:14: 'replicates' is 1e+300, out of range"),
    ("{weeks: 5}", "1:9: 'weeks' must be an object"),
    ("{weeks: {burnin: 5}}", "1:10: unknown key 'burnin' in 'weeks'…did you mean 'burnIn'?"),
    ("{weeks: {start: '2014'}}", "1:17: 'weeks.start' is '2014'; a month"),
    ("{weeks: {start: '2014-13'}}", "1:17: 'weeks.start' is '2014-13'"),
    ("{weeks: {start: '2014-12-01'}}", "1:17: 'weeks.start'"),
    ("{weeks: {observed: 0}}", "1:20: 'weeks.observed' is 0, out of range; 1 to 5200 weeks allowed"),
    ("{weeks: {observed: 3, interval: 4}}", "1:33: 'weeks.interval' is 4, longer than the 3 observed weeks"),
    ("{parameters: []}", "1:14: 'parameters' must be an object"),
    ("{conditions: {changes: {}}}", "1:24: 'conditions.changes' must be a list"),
    ("{conditions: {changes: [5]}}", "1:25: 'conditions.changes.0' must be an object"),
    ("{conditions: {shocks: [{weeks: 2, load: 1}]}}", "1:24: key 'conditions.shocks.0.week' is missing"),
    (
      "{conditions: {shocks: [{week: 2, weeks: 0, load: 1}]}}",
      "1:41: 'conditions.shocks.0.weeks' is 0, out of range"
    ),
    (
      "{conditions: {shocks: [{week: 312, weeks: 1, load: 1}]}}",
      "1:31: 'conditions.shocks.0.week' is 312, after the end"
    ),
    (
      "{conditions: {shocks: [{week: -1, weeks: 1, load: 1}]}}",
      "1:31: 'conditions.shocks.0.week' is -1, out of range"
    ),
    (
      "{conditions: {shocks: [{week: 1, weeks: 1, load: -1}]}}",
      "1:50: 'conditions.shocks.0.load' is -1, out of range"
    ),
    (
      "{forms: {veto: 'supressing'}}",
      "1:16: 'forms.veto' is 'supressing'; allowed: suppressing, …did you mean 'suppressing'?"
    ),
    ("{weights: {vitality: {nothing: 1}}}", "1:23: unknown key 'nothing' in 'weights.vitality'"),
    ("{mechanisms: {nothingLikeIt: true}}", "1:15: unknown key 'nothingLikeIt' in 'mechanisms'; allowed"),
    ("{base: 'x.json5'}", "1:2: key 'base' belongs to an experiment"),
  ]) func tellsOneProblem(text: String, expected: String) {
    expect(problems(text), [expected])
  }

  @Test(arguments: [
    ("3", "must be true, false, an object"), ("'yes'", "must be true, false"), ("[]", "is an empty list"),
    ("{from: 312}", "is 312, after the end of the run; it starts in 2014-12 and has 312 weeks, so 0 to 311"),
    ("{from: '2030-01'}", "is 2030-01, week 784, after the end of the run"),
    ("{from: '2014-11'}", "is 2014-11, before the run, which starts in 2014-12"),
    ("{from: '2015-02-29'}", "is '2015-02-29'; a week or a date"),
    ("{from: true}", "must be a week or a date"),
    ("{until: 313}", "is 313, after the end"),
    ("{from: 10, until: 10}", "is week 10, not after 'from', week 10"),
    ("{from: 5, until: 0}", "not after 'from'"), ("{from: 1.5}", "a whole number is needed"),
    ("{where: 1.5}", "is 1.5, out of range; 0 to 1"), ("{where: []}", "is an empty list"),
    ("{where: 'Xuhiu'}", "names 'Xuhiu', which the city 'lingyun' does not have; …did you mean 'Xuhui'?"),
    ("{where: ['Xuhui', 'Xuhui']}", "names 'Xuhui' twice"), ("{where: [3]}", "must be a text"),
    ("{where: true}", "must be \"all\", a share"), ("{nothing: 1}", "unknown key 'nothing'"),
    ("[{}, {}]", "overlaps in time and place with that of line 1"),
    ("[{until: 20}, {from: 19}]", "overlaps"), ("[{where: 'Xuhui'}, {where: ['Lingyun']}]", "overlaps"),
    ("[{where: 0.1}, {where: 'Lingyun 3'}]", "overlaps"),
    ("[{where: 'Lingyun'}, {where: 'Lingyun 3'}]", "overlaps"),
    ("[true]", "must be an object"),
  ]) func tellsProblemsOfUses(use: String, expected: String) {
    expect(problems("{mechanisms: {\(mechanism): \(use)}}"), ["1:…\(expected)"])
  }

  @Test(arguments: [
    "[{until: 20}, {from: 20}]", "[{where: 'Lingyun 1'}, {where: 'Lingyun 2'}]", "[{where: 0}, {}]",
  ]) func usesThatDoNotMeetAreAllowed(use: String) {
    expect(problems("{mechanisms: {\(mechanism): \(use)}}"), [])
  }

  @Test func tellsDoubledChangesAndZeroWeights() {
    let change = "{week: 3, condition: '\(condition.id)', value: \(condition.range.lowerBound)}"
    expect(problems("{conditions: {changes: [\(change), \(change)]}}"), ["1:…changes twice in week 3"])
    let zeros = CompositeWeights().order.map { "\($0.id): 0" }.joined(separator: ", ")
    expect(problems("{weights: {order: {\(zeros)}}}"), ["1:19: all weights in 'weights.order' are 0"])
    expect(
      problems("{weights: {order: {\(CompositeWeights().order[0].id): -1}}}"), ["1:…is -1, out of range"])
  }

  @Test func tellsAllProblemsAtOnceInOrder() {
    let text = """
      {
        tittle: "x",
        seed: -3,
        weeks: {burnIn: 2.5, interval: "4"},
        city: {preset: "lingyum"},
        parameters: {\(parameter.id): "much", nothing: 1},
        conditions: {shocks: [{week: 999, weeks: 1, load: 1}]},
        mechanisms: {\(mechanism): {until: 0, nothing: 1}},
        weights: {vitality: 3},
      }
      """
    expect(
      problems(text),
      [
        "2:3: unknown key 'tittle'", "3:9: 'seed'", "4:19: 'weeks.burnIn'", "4:34: 'weeks.interval'",
        "5:18: 'city.preset'", "6:…'parameters.\(parameter.id)' must be", "6:…unknown key 'nothing'",
        "7:32: 'conditions.shocks.0.week'", "8:…until", "8:…unknown key 'nothing'",
        "9:23: 'weights.vitality'",
      ])
  }

  @Test func tellsWhatCannotBeRead() {
    let folder = Folder()
    let missing = folder.path + "/missing.json5"
    expect(
      problems { () throws(InputFailure) in try ScenarioReader.load(missing) },
      ["missing.json5:1:1: file '\(missing)' does not exist"])
    folder.write("inner/a.json5", "{}")
    expect(
      problems { () throws(InputFailure) in try ScenarioReader.load(folder.path + "/inner") },
      ["inner:1:1: '\(folder.path)/inner' is a folder"])
  }

  @Test func aWrongWeekIsNoOverlap() {
    expect(
      problems("{mechanisms: {\(mechanism): [{until: 400}, {from: 20}]}}"),
      ["1:…is 400, after the end of the run"])
  }

  @Test func hugeFilesAreRefused() {
    let folder = Folder()
    let path = folder.write("trial.json5", [UInt8](repeating: 0x20, count: (16 << 20) + 1))
    expect(
      problems { () throws(InputFailure) in try ScenarioReader.load(path) },
      ["1:1: file '…is larger than 16 MB"])
  }

  @Test func describesADiagnostic() {
    let diagnostic = Diagnostic(file: "a.json5", line: 3, column: 5, message: "what")
    #expect(diagnostic.description == "a.json5:3:5: error: what")
    let warning = Diagnostic(file: "a.json5", line: 3, column: 5, severity: .warning, message: "what")
    #expect(warning.description == "a.json5:3:5: warning: what")
    #expect(InputFailure(diagnostics: [diagnostic, warning]).description.split(separator: "\n").count == 2)
  }

  @Test func survivesMutationsOfAWholeScenario() {
    let folder = Folder()
    let text = ScenarioTemplate.text(name: "trial").split(separator: "\n")
      .map { $0.replacing("    // ", with: "    ", maxReplacements: 1) }.prefix(40).joined(separator: "\n")
    let words = ["true", "false", "null", "-1", "1e9", "'x'", "[]", "{}", "0.5", "'2015-01'"]
    var state: UInt64 = 5
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<400 {
      var mutated = parts
      let place = 1 + draw(parts.count - 1)
      let rest = mutated[place].drop { !",}\n".contains($0) }
      mutated[place] = " " + words[draw(words.count)] + rest
      let path = folder.write("trial.json5", mutated.joined(separator: ":"))
      do {
        _ = try ScenarioReader.load(path)
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }
}
