import Engine
import Scenarios
import Testing

@Suite struct PrecisionRuleTests {
  private let folder = Folder()

  private func load(_ precision: String) throws(InputFailure) -> PrecisionRule? {
    let path = folder.write("trial.json5", "{variants: [{name: 'a'}], precision: \(precision)}")
    return try ExperimentReader.load(path).precision
  }

  @Test func readsTargetsInTheOrderOfTheMeasures() throws {
    let rule = try #require(try load("{order: 0.5, vitality: 1, confidence: 0.9, maximum: 60}"))
    #expect(rule.targets.map(\.measure) == ["vitality", "order"])
    #expect(rule.targets.map(\.halfWidth) == [1, 0.5])
    #expect(rule.confidence == 0.9 && rule.maximum == 60)
    let short = try #require(try load("{vitality: 1}"))
    #expect(short.confidence == 0.95 && short.maximum == 1000)
  }

  @Test(arguments: [
    ("{}", "1:38: 'precision' names no measure"),
    ("{confidence: 0.9}", "1:38: 'precision' names no measure"),
    ("3", "1:38: 'precision' must be an object"),
    ("{vitalty: 1}", "1:39: unknown key 'vitalty' in 'precision'; …did you mean 'vitality'?"),
    ("{vitality: 0}", "1:49: 'precision.vitality' is 0; a half-width above 0"),
    ("{vitality: -1}", "1:49: 'precision.vitality' is -1, out of range"),
    ("{vitality: 1, confidence: 95}", "1:64: 'precision.confidence' is 95, out of range; 0.5 to 0.9999"),
    ("{vitality: 1, maximum: 1}", "1:61: 'precision.maximum' is 1, out of range"),
  ])
  func tellsWhatIsWrong(text: String, wanted: String) {
    expect(problems { () throws(InputFailure) in try load(text) }, [wanted])
  }
}
