import Engine
import Scenarios
import Testing

@Suite struct InheritanceTests {
  @Test func changesOnlyWhatIsWritten() throws {
    let folder = Folder()
    folder.write(
      "base/root.json5",
      "{title: 'Root', seed: 7, weeks: {burnIn: 10, observed: 100}, mechanisms: {\(mechanism): {from: 5, until: 50}}}"
    )
    folder.write("middle.json5", "{extends: 'base/root.json5', replicates: 4, weeks: {burnIn: 20}}")
    let path = folder.write(
      "child.json5", "{extends: \"middle.json5\", mechanisms: {\(mechanism): {until: 60, where: 0.5}}}")
    let scenario = try ScenarioReader.load(path)
    #expect(scenario.title == "child")
    #expect(scenario.seed == 7 && scenario.replicates == 4)
    #expect(scenario.setting.schedule.burnIn == 20 && scenario.setting.schedule.observed == 100)
    #expect(scenario.setting.mechanisms == [MechanismUse(mechanism, from: 5, until: 60, places: .share(0.5))])
    #expect(
      scenario.files.map { $0.dropFirst(folder.path.count + 1) } == [
        "child.json5", "middle.json5", "base/root.json5",
      ])
  }

  @Test func falseRemovesAndTrueForgetsOptions() throws {
    let folder = Folder()
    folder.write("base.json5", "{mechanisms: {\(mechanism): {from: 5}}}")
    let removed = folder.write("a.json5", "{extends: 'base.json5', mechanisms: {\(mechanism): false}}")
    #expect(try ScenarioReader.load(removed).setting.mechanisms.isEmpty)
    let plain = folder.write("b.json5", "{extends: 'base.json5', mechanisms: {\(mechanism): true}}")
    #expect(try ScenarioReader.load(plain).setting.mechanisms == [MechanismUse(mechanism)])
  }

  @Test func waysToMakeACityDoNotMix() throws {
    let folder = Folder()
    folder.write("base.json5", "{city: {preset: 'lingyun', scale: 0.5}}")
    let other = folder.write("a.json5", "{extends: 'base.json5', city: {residents: 500}}")
    #expect(try ScenarioReader.load(other).setting.city.residents == 500)
    let scaled = folder.write("b.json5", "{extends: 'base.json5', city: {scale: 0.25}}")
    #expect(try ScenarioReader.load(scaled).setting.city.residents == 26_000)
  }

  @Test func problemsHaveTheirOwnFileAndPlace() {
    let folder = Folder()
    folder.write("base.json5", "{\n  seed: -1,\n  mechanisms: {\(mechanism): {from: 500}},\n}")
    let path = folder.write("trial.json5", "{\n  extends: 'base.json5',\n  seed: 3, nothing: 1,\n}")
    // The seed is overridden, but the base file is wrong all the same.
    expect(
      problems { () throws(InputFailure) in try ScenarioReader.load(path) },
      [
        "3:12: unknown key 'nothing'", "base.json5:2:9: 'seed' is -1",
        "base.json5:3:…after the end of the run",
      ])
  }

  @Test func missingFilesAreToldWhereTheyAreNamed() {
    let folder = Folder()
    let trial = { (text: String) in
      let path = folder.write("trial.json5", text)
      return problems { () throws(InputFailure) in try ScenarioReader.load(path) }
    }
    expect(trial("{extends: 'no.json5'}"), ["1:11: file '\(folder.path)/no.json5' does not exist"])
    expect(trial("{extends: ''}"), ["1:11: 'extends' is empty"])
    expect(trial("{extends: 3}"), ["1:11: 'extends' must be a text"])
    folder.write("folder.json5/x", "")
    expect(trial("{extends: 'folder.json5'}"), ["1:11: '\(folder.path)/folder.json5' is a folder"])
    folder.write("broken.json5", "{title: }")
    expect(trial("{extends: 'broken.json5'}"), ["broken.json5:1:9: key 'title' has no value"])
    folder.write("list.json5", "[]")
    expect(trial("{extends: 'list.json5'}"), ["list.json5:1:1: the file must be an object"])
  }

  @Test func circlesAreTold() {
    let folder = Folder()
    folder.write("b.json5", "{\n  extends: './trial.json5'}")
    let path = folder.write("trial.json5", "{extends: 'b.json5'}")
    expect(
      problems { () throws(InputFailure) in try ScenarioReader.load(path) },
      ["b.json5:2:12: 'extends' goes round in a circle: …trial.json5 → …b.json5 → "])
    let own = folder.write("own.json5", "{extends: 'own.json5'}")
    expect(
      problems { () throws(InputFailure) in try ScenarioReader.load(own) },
      ["own.json5:1:11: 'extends' goes round in a circle"])
  }

  @Test func longChainsAreRefused() {
    let folder = Folder()
    for number in 0..<40 { folder.write("\(number).json5", "{extends: '\(number + 1).json5'}") }
    expect(
      problems { () throws(InputFailure) in try ScenarioReader.load(folder.path + "/0.json5") },
      ["31.json5:1:11: more than 32 files"])
  }
}

@Suite struct OverrideTests {
  @Test func readsPathAndValue() {
    #expect(Override("a.b=1") != nil)
    #expect(Override("a.b=") != nil)
    #expect(Override("a.b") == nil)
    #expect(Override("=1") == nil)
    #expect(Override("") == nil)
  }

  @Test func valuesAreJSON5OrBareWords() throws {
    let set = { (text: String) in try load("{}", set: [text]).setting }
    #expect(try set("weeks.burnIn=0x10").schedule.burnIn == 16)
    #expect(try set("weeks.start=2016-03").schedule.startMonth == 3)
    #expect(try set("weeks.start='2016-03'").schedule.startYear == 2016)
    #expect(try set("weeks={burnIn: 3, observed: 9}").schedule.total == 12)
    #expect(try set("city.scale=0.5").city.residents == 52_000)
    #expect(try set("mechanisms.\(mechanism)={from: '2015-12'}").mechanisms[0].from == 52)
    #expect(try load("{}", set: ["seed=18446744073709551615"]).seed == .max)
  }

  @Test func changeLikeALastFile() throws {
    let text = "{mechanisms: {\(mechanism): {from: 4, until: 9}}}"
    #expect(
      try load(text, set: ["mechanisms.\(mechanism).until=2015-12"]).setting.mechanisms[0].until == 52)
    let use = try load(text, set: ["mechanisms.\(mechanism).until=20"]).setting.mechanisms
    #expect(use == [MechanismUse(mechanism, from: 4, until: 20)])
    #expect(try load("{seed: 5}", set: ["seed=6", "seed=7"]).seed == 7)
    #expect(try load("{city: {preset: 'lingyun'}}", set: ["city.residents=70"]).setting.city.residents == 70)
  }

  @Test func entriesOfListsGoByNumber() throws {
    let text = "{mechanisms: {\(mechanism): [{until: 5}, {from: 9}]}}"
    let uses = try load(text, set: ["mechanisms.\(mechanism).1.from=7"]).setting.mechanisms
    #expect(uses.map(\.from) == [0, 7])
    let path = "mechanisms.\(mechanism)"
    expect(
      problems(text, set: ["\(path).from=7"]),
      [
        "--set:1:\(path.count + 2): '\(path)' is a list without 'from'; its entries go by number: \(path).0 to \(path).1"
      ])
    expect(problems(text, set: ["\(path).2.from=7"]), ["--set:1:…is a list without '2'"])
  }

  @Test(arguments: [
    ("sead=1", "--set:1:1: unknown key 'sead'…did you mean 'seed'?"),
    ("weeks.burnin=1", "--set:1:7: unknown key 'burnin' in 'weeks'"),
    ("weeks.burnIn=x", "--set:1:14: 'weeks.burnIn' must be a whole number, not the text 'x'"),
    ("weeks.burnIn=NaN", "--set:1:14: NaN is not allowed"),
    ("weeks.burnIn=1e999", "--set:1:14: 1e999 is too large"),
    ("weeks.burnIn=1.5", "--set:1:14: 'weeks.burnIn' is 1.5"),
    ("weeks.burnIn=-1", "--set:1:14: 'weeks.burnIn' is -1"),
    ("weeks.burnIn.x=1", "--set:1:14: 'weeks.burnIn' must be a whole number"),
    ("weeks={burnIn: }", "--set:1:16: key 'burnIn' has no value"),
    ("weeks={", "--set:1:7: the object that starts here"),
    ("weeks..burnIn=1", "--set:1:1: 'weeks..burnIn' is not a path"),
    ("weeks.=1", "--set:1:1: 'weeks.' is not a path"),
    ("extends=a.json5", "--set:1:1: 'extends' cannot be set from outside"),
    ("seed=", "--set:1:6: 'seed' must be a whole number"),
  ]) func tellsProblems(override: String, expected: String) {
    expect(problems("{weeks: {burnIn: 3}}", set: [override]), [expected])
  }

  @Test func tellsWhichOverride() {
    expect(
      problems("{seed: -1}", set: ["replicates=2", "weeks.observed=0", "replicates=x"]),
      ["1:8: 'seed'", "--set:2:16: 'weeks.observed'", "--set:3:12: 'replicates'"])
  }
}
