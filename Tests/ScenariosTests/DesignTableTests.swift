import Engine
import Scenarios
import Testing

/// Experiments whose variants are the rows of a table.
@Suite struct DesignTableTests {
  let folder = Folder()

  private func write(_ table: String, base: String = "{weeks: {burnIn: 4, observed: 20}}") -> String {
    folder.write("base.json5", base)
    folder.write("points.csv", table)
    return folder.write("trial.json5", "{base: 'base.json5', points: 'points.csv', seed: 4, replicates: 2}")
  }

  private func tell(_ table: String) -> [String] {
    let path = write(table)
    return problems { () throws(InputFailure) in try ExperimentReader.load(path) }
  }

  @Test func everyRowIsAVariant() throws {
    let path = write(
      "name,parameters.joinBase,city.scale,mechanisms.autonomyFund.decidedBy\nlow,-9,0.1,committee\nhigh,-8.5,0.2,residents\n",
      base: "{weeks: {burnIn: 4, observed: 20}, mechanisms: {autonomyFund: true}}")
    let experiment = try ExperimentReader.load(path)
    #expect(experiment.factors == ["parameters.joinBase", "city.scale", "mechanisms.autonomyFund.decidedBy"])
    #expect(experiment.variants.map(\.name) == ["low", "high"])
    #expect(
      experiment.variants.map(\.levels) == [["-9", "0.1", "committee"], ["-8.5", "0.2", "residents"]])
    let settings = experiment.variants.map(\.scenario.setting)
    #expect(settings.map { $0.parameters[.joinBase] } == [-9, -8.5])
    #expect(settings[0].city.residents < settings[1].city.residents && settings[0].schedule.observed == 20)
    #expect(settings[0].mechanisms[0].options["decidedBy"] == .choice("committee"))
  }

  @Test func rowsMayNameTheirScenarioAndNeedNoName() throws {
    folder.write("other.json5", "{weeks: {burnIn: 4, observed: 8}}")
    let path = write("scenario,parameters.joinBase\n,-9\nother.json5,-8.5\n")
    let experiment = try ExperimentReader.load(path)
    #expect(experiment.variants.map(\.name) == ["row 1", "row 2"])
    #expect(experiment.variants.map(\.scenario.setting.schedule.observed) == [20, 8])
  }

  @Test(
    arguments: [
      ("name,parameters.joinBase\n", "points.csv:1:1: the table has no rows"),
      ("name,wrong.path\na,1\n", "points.csv:1:6: 'wrong.path' is no path of a scenario"),
      ("name,seed\na,1\n", "points.csv:1:6: 'seed' cannot differ between variants"),
      ("name,parameters.joinBase\na,1\na,2\n", "points.csv:3:1: there are two variants 'a'; first in line 2"),
      ("name,parameters.joinBase\na,-5,2\n", "points.csv:2:6: the row has 3 fields"),
      ("conditions.handover,conditions.handover\n1,1\n", "points.csv:1:21: there are two columns"),
      ("parameters.joinBase\n7\n", "points.csv:2:1: 'parameters.joinBase' is 7"),
      (
        "parameters.joinBase\ninf\n",
        "points.csv:2:1: 'parameters.joinBase' must be a number, not the text 'inf'"
      ),
      ("parameters.joinBase\nmuch\n", "points.csv:2:1: 'parameters.joinBase'"),
      ("scenario\nnone.json5\n", "points.csv:2:1: file '…does not exist"),
    ]) func problemsStandAtTheirPlace(table: String, problem: String)
  {
    expect(tell(table), [problem])
  }

  @Test func aFactorCannotBeSetFromOutside() {
    let path = write("parameters.joinBase\n-9\n")
    expect(
      problems { () throws(InputFailure) in
        try ExperimentReader.load(path, overrides: [Override("parameters.joinBase=-8.5")].compactMap { $0 })
      }, ["--set:1:1: 'parameters.joinBase' is a factor of this experiment"])
  }
}
