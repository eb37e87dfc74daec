import Engine
import Foundation
import Scenarios
import Testing

/// What helps people to write files: schema, template, suggestions.
@Suite struct HelpTests {
  func parse(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  func properties(_ object: Any?, _ path: String...) throws -> [String: Any] {
    var object = try #require(object as? [String: Any])
    for key in path {
      let properties = try #require(object["properties"] as? [String: Any])
      object = try #require(properties[key] as? [String: Any])
    }
    return try #require(object["properties"] as? [String: Any])
  }

  @Test func schemaNamesEveryRowOfEveryTable() throws {
    let schema = try parse(JSONSchema.scenario())
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"] as? Bool == false)
    #expect(Set(try properties(schema, "parameters").keys) == Set(ParameterID.table.map(\.id)))
    #expect(
      Set(try properties(schema, "conditions").keys)
        == Set(ConditionID.table.map(\.id) + ["changes", "shocks"]))
    let mechanisms = try properties(schema, "mechanisms")
    #expect(Set(mechanisms.keys) == Set(MechanismRegistry.descriptions.map(\.id)))
    for description in MechanismRegistry.descriptions {
      let choices = try #require((mechanisms[description.id] as? [String: Any])?["anyOf"] as? [[String: Any]])
      let options = try #require(choices[1]["properties"] as? [String: Any])
      #expect(Set(options.keys) == Set(description.options.map(\.name) + ["from", "until", "where"]))
    }
    for row in ParameterID.table {
      let entry = try #require(try properties(schema, "parameters")[row.id] as? [String: Any])
      #expect(entry["minimum"] as? Double == row.range.lowerBound)
      #expect(entry["default"] as? Double == row.value)
    }
  }

  @Test func schemaOfExperimentsIsValidJSON() throws {
    let schema = try parse(JSONSchema.experiment())
    let designs = ["variants", "factorial", "fractional", "latinHypercube", "sobol", "points"]
    #expect(Set(try properties(schema).keys).isSuperset(of: ["base", "baseline"] + designs))
    let choices = try #require(schema["oneOf"] as? [[String: [String]]])
    #expect(choices.flatMap { $0["required"] ?? [] } == designs)
    let range = try #require(
      try properties(try #require(try properties(schema)["sobol"] as? [String: Any]))["ranges"]
        as? [String: Any])
    #expect(range["minProperties"] as? Double == 1)
    #expect(JSONSchema.experiment() == JSONSchema.experiment())
  }

  @Test(arguments: ["trial", "街道 \"quoted\" \\ name", ""]) func templateIsValid(name: String) throws {
    let scenario = try load(ScenarioTemplate.text(name: name))
    #expect(scenario.setting == Setting())
  }

  @Test func everythingInTheTemplateCanBeSwitchedOn() throws {
    let names =
      ParameterID.table.map(\.id) + ConditionID.table.map(\.id) + MechanismRegistry.descriptions.map(\.id)
      + ["changes", "shocks", "forms"]
    let text = ScenarioTemplate.text(name: "trial").split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let bare = line.replacing("// ", with: "", maxReplacements: 1)
        return names.contains { bare.drop { $0 == " " }.hasPrefix($0 + ": ") } ? String(bare) : String(line)
      }.joined(separator: "\n")
    let scenario = try load(text)
    #expect(scenario.setting.mechanisms.map(\.id) == MechanismRegistry.descriptions.map(\.id))
    #expect(scenario.setting.parameters == Setting().parameters)
    #expect(scenario.setting.conditions.changes.count == 1 && scenario.setting.conditions.shocks.count == 1)
  }

  @Test func schemaKeyIsForEditors() throws {
    #expect(try load("{$schema: 'scenario.schema.json'}").setting == Setting())
  }

  @Test(arguments: [
    ("nmae", "name"), ("NAME", "name"), ("burnin", "burnIn"), ("titel", "title"), ("zzz", nil), ("", nil),
    ("nam", "name"),
    ("burnInn", "burnIn"),
  ]) func suggestsTheNearest(word: String, expected: String?) {
    #expect(Suggestion.nearest(to: word, among: ["title", "name", "burnIn"]) == expected)
  }

  @Test func suggestsTheOnlyOneThatContainsAWord() {
    #expect(Suggestion.nearest(to: "fund", among: ["autonomyFund", "hub"]) == "autonomyFund")
    #expect(Suggestion.nearest(to: "fund", among: ["autonomyFund", "projectFund"]) == nil)
  }

  @Test func suggestsTheFirstOfEquals() {
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "hat"]) == "bat")
    #expect(Suggestion.nearest(to: String(repeating: "x", count: 5000), among: ["x"]) == nil)
  }
}
