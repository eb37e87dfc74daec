import Engine
import Foundation
import Scenarios
import Testing

/// Numbers and dates that are probably not what was meant are questioned, with the remedy.
@Suite struct NumberHintTests {
  private static let fund = "mechanisms.autonomyFund"
  /// A scenario in which there is one, whose options can be set.
  private static let withFund = "{mechanisms: {autonomyFund: true}}"

  @Test(arguments: [
    (
      "yuan=80.000",
      "is written 80.000, which is 80 here; write 80, or 80000 if the point stands between thousands"
    ),
    ("yuan=80.500", "is written 80.500, which is 80.5 here; write 80.5, or 80500"),
    ("yuan=80,000", "not the text '80,000'; nothing stands between thousands, …: 80000"),
    ("yuan=80 000", "not the text '80 000'; nothing stands between thousands, …: 80000"),
    ("yuan=80'000", "nothing stands between thousands, …: 80000"),
    ("yuan=80_000", "nothing stands between thousands, …: 80000"),
    ("yuan='80000'", "must be a number, not the text '80000'; write it without quotes: 80000"),
    ("yuan=80k", "must be a number, not the text '80k'"),
    (
      "where=50",
      "is 50, out of range; 0 to 1 (share of neighbourhoods) allowed; a share is needed: 0.5 for 50 %"
    ),
    ("where=50%", "is the text '50%'; a share of the neighbourhoods is a number without quotes, 0.5"),
    ("where=0,5", "names '0,5', …decimals are written with a point: 0.5"),
    ("newMoney=100", "is 100, out of range; 0 to 1 share allowed; a share is needed: 1 for 100 %"),
    ("approvalWeeks=-4", "is -4, out of range; 0 to 26 weeks allowed"),
    ("approvalWeeks=4.000", "is written 4.000"),
  ]) func valuesOfOptions(setting: String, expected: String) {
    let key = setting.split(separator: "=")[0]
    // 4.000 weeks can only be 4: 4000 are not allowed.
    if setting == "approvalWeeks=4.000" {
      #expect(problems(Self.withFund, set: ["\(Self.fund).\(setting)"]).isEmpty)
      return
    }
    expect(
      problems(Self.withFund, set: ["\(Self.fund).\(setting)"]),
      ["--set:1:\(Self.fund.count + key.count + 3): '\(Self.fund).\(key)' …" + expected])
  }

  @Test(arguments: [
    ("1.000.000", "1.000.000 is not a number; nothing stands between thousands: 1000000"),
    ("1_000", "1_000 is not a number; nothing stands between thousands: 1000"),
  ]) func numbersThatAreNone(text: String, expected: String) {
    expect(problems("{seed: \(text)}"), ["1:8: " + expected])
  }

  @Test func separatorsAndPercentSignsInAFile() {
    let found = problems("{mechanisms: {autonomyFund: {yuan: 80,000}}}")
    #expect(found.first?.contains("the key 000 must stand in quotes; within a number nothing stands") == true)
    expect(
      problems("{mechanisms: {autonomyFund: {where: 50%}}}"),
      ["1:39: unexpected '%'; …write a percentage as a share: 0.5 for 50 %"])
  }

  /// What programs write and what cannot be read in two ways is no slip.
  @Test(arguments: [
    "yuan=80000", "yuan=80.25", "yuan=80.5", "yuan=1250.500", "newMoney=0.500", "newMoney=1.000",
    "where=0.250",
  ]) func goodNumbersAreNotQuestioned(setting: String) {
    #expect(problems(Self.withFund, set: ["\(Self.fund).\(setting)"]).isEmpty)
  }

  @Test func seedsAreReadAlikeEverywhere() throws {
    #expect(
      Limits.seed("18446744073709551615") == .max && Limits.seed("0x10") == 16 && Limits.seed("1e3") == 1000)
    for text in ["-1", "1.5", "18446744073709551616", "x", ""] { #expect(Limits.seed(text) == nil) }
    #expect(try load("{}", set: ["seed=0x10"]).seed == 16)
    expect(problems("{seed: 1.000}"), ["1:8: 'seed' is written 1.000, which is 1 here; write 1, or 1000"])
  }

  // MARK: Tables of points

  private func points(_ table: String) -> [String] {
    let folder = Folder()
    folder.write("points.csv", table)
    folder.write("base.json5", Self.withFund)
    let path = folder.write("trial.json5", "{base: 'base.json5', points: 'points.csv'}")
    return problems { () throws(InputFailure) in try ExperimentReader.load(path) }
  }

  @Test func pointsAsOthersWriteThem() {
    #expect(points("# mine\nname;\(Self.fund).yuan\na;80000\nb; 90000 \n").isEmpty)
    #expect(points("\(Self.fund).yuan\n123.456\n1000.000\n").isEmpty)
    expect(points("\(Self.fund).yuan\n80.000\n"), ["points.csv:2:1: '\(Self.fund).yuan' is written 80.000"])
    expect(
      points("\(Self.fund).yuan\n\"\"\n"), ["points.csv:2:1: …not an empty field; every row needs a value"])
    expect(points("\(Self.fund)\nTRUE\n"), ["points.csv:2:1: …not the text 'TRUE'; write true"])
    expect(
      points(",\(Self.fund).yuan\n0,8\n"), ["points.csv:1:1: a column has no name; …index=False in pandas"])
    expect(
      points("Unnamed: 0,\(Self.fund).yuan\n0,8\n"), ["points.csv:1:1: 'Unnamed: 0' is no path…index=False"])
    expect(
      points("\(Self.fund).yuan;\(Self.fund).newMoney\n80000;0,5\n"),
      ["points.csv:2:7: …not the text '0,5'; decimals are written with a point: 0.5"])
  }

  /// Typed ends of a range are questioned; what a sample draws from it has any number of decimals.
  @Test func rangesAndSamples() {
    let read = { (range: String) in
      let path = Folder()
      path.write("base.json5", Self.withFund)
      let file = path.write(
        "trial.json5", "{base: 'base.json5', sobol: {ranges: {'\(Self.fund).yuan': \(range)}, points: 8}}")
      return problems { () throws(InputFailure) in try ExperimentReader.load(file) }
    }
    #expect(read("[1, 1000]").isEmpty)
    expect(read("[20.000, 200]"), ["1:…'sobol.ranges.\(Self.fund).yuan.from' is written 20.000"])
  }

  // MARK: Dates

  @Test(arguments: [
    ("2016", "…after the end of the run…for a date write \"2016-01\""),
    ("'2016'", "is '2016'; a week or a date …; for a date write \"2016-01\""),
    ("'2016-1'", "for a date write \"2016-01\""), ("'2016/1/9'", "for a date write \"2016-01-09\""),
    ("'9.1.2016'", "for a date write \"2016-01-09\""), ("'01/2016'", "for a date write \"2016-01\""),
    ("'52'", "write a week without quotes: 52"), ("'soon'", "is 'soon'; a week or a date"),
  ]) func datesOfUses(from: String, expected: String) {
    expect(
      problems("{mechanisms: {autonomyFund: {from: \(from)}}}"),
      ["1:36: '\(Self.fund).from' …" + expected.drop { $0 == "…" }])
  }

  @Test func startsOfRuns() {
    expect(
      problems("{weeks: {start: 2014}}"),
      [
        "1:17: 'weeks.start' must be a month in quotes, \"YYYY-MM\", not the number 2014; for a date write \"2014-01\""
      ])
    expect(problems("{weeks: {start: '2014/12'}}"), ["1:17: …for a date write \"2014-12\""])
  }

  /// In a run so long that a year is a week of it, both can be meant.
  @Test func aWeekThatLooksLikeAYearIsTold() throws {
    let folder = Folder()
    let warnings = { (from: String) in
      try ExperimentReader.load(
        folder.write(
          "trial.json5",
          "{weeks: {start: '2014-12', observed: 3000}, mechanisms: {autonomyFund: {from: \(from)}}}")
      ).warnings.map { "\($0.line):\($0.column): \($0.message)" }
    }
    #expect(
      try warnings("2016") == [
        "1:79: '\(Self.fund).from' is week 2016 of the run, which is in 2053; for the year 2016 write a date: "
          + "\"2016-01\""
      ])
    #expect(try warnings("1999").isEmpty && warnings("\"2016-01\"").isEmpty && warnings("52").isEmpty)
  }

  // MARK: Overrides

  @Test func blanksAroundAnOverrideMeanNothing() throws {
    #expect(try load("{}", set: [" weeks.observed  =  20 "]).setting.schedule.observed == 20)
    let use = try load(Self.withFund, set: ["\(Self.fund).decidedBy = committee "]).setting.mechanisms[0]
    #expect(use.options["decidedBy"] == .choice("committee"))
    expect(problems("{}", set: [" weeks.observe = 20"]), ["--set:1:8: unknown key 'observe'"])
    expect(problems("{}", set: ["weeks.observed = 0"]), ["--set:1:18: 'weeks.observed' is 0"])
    expect(problems("{}", set: ["weeks.observed =  x"]), ["--set:1:19: …not the text 'x'"])
    #expect(Override(" = 3") == nil)
  }

  @Test func problemsNameTheOptionThatWasTyped() {
    let folder = Folder()
    let path = folder.write("trial.json5", "{factorial: {'weeks.observed': [8, 12]}}")
    let found = problems { () throws(InputFailure) in
      try ExperimentReader.load(path, overrides: [Override(weeks: "20")])
    }
    expect(
      found, ["--weeks:1:1: 'weeks.observed' is a factor of this experiment and cannot be set from outside"])
  }

  // MARK: Lists

  /// A message about a list shows one, and that one is good.
  @Test(arguments: [
    "{variants: 3}", "{factorial: {'\(fund).yuan': 3}}",
    "{factorial: {a: {path: '\(fund).yuan', values: 3}}}",
    "{factorial: {a: {sets: 3, labels: ['low', 'high']}}}",
    "{factorial: {a: {path: '\(fund).yuan', values: [1, 2], labels: 3}}}",
    "{fractional: {factors: {'\(fund).yuan': [1, 2], '\(fund).where': [0, 1], '\(fund).newMoney': [0, 1], "
      + "'parameters.attitudeHalfLife': [100, 200], 'weeks.burnIn': [1, 2]}, generators: 3}}",
  ]) func examplesOfListsAreGood(text: String) throws {
    let folder = Folder()
    folder.write("base.json5", Self.withFund)
    let read = { (text: String) in
      let path = folder.write(
        "trial.json5", text.hasPrefix("{variants") ? text : "{base: 'base.json5', " + text.dropFirst())
      return problems { () throws(InputFailure) in try ExperimentReader.load(path) }
    }
    let found = read(text)
    #expect(found.count == 1)
    let example = try #require(found.first?.components(separatedBy: "for example ").last)
    #expect(example.hasPrefix("["))
    #expect(read(text.replacing(": 3", with: ": \(example)")).isEmpty, "\(example)")
  }

  @Test(arguments: ["changes", "shocks"]) func examplesOfConditionsAreGood(key: String) throws {
    let found = problems("{conditions: {\(key): {}}}")
    #expect(found.count == 1)
    let example = try #require(found.first?.components(separatedBy: "for example ").last)
    #expect(problems("{conditions: {\(key): \(example)}}").isEmpty, "\(example)")
  }
}
