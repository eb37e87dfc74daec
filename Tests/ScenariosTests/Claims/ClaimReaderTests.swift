import Engine
import Foundation
import Testing

@testable import Scenarios

/// A small claim over two or three variants; tests change one part of it.
enum SampleClaim {
  static let world = """
    {weeks: {burnIn: 2, observed: 12, interval: 4}, city: {preset: "lingyun", scale: 0.01}, seed: 3, replicates: 4}
    """
  /// The keys of a claim, one a line, so that places can be told.
  static let parts: [(key: String, value: String)] = [
    ("title", "\"Asking\""), ("source", "\"A source\""), ("claim", "\"Being asked helps.\""),
    ("shape", "\"increase\""), ("origin", "\"emergent\""), ("reason", "\"Mobilisation.\""),
    ("base", "\"world.json5\""),
    (
      "variants",
      "[{name: \"a\"}, {name: \"b\", set: {\"conditions.demandLoad\": 2}}, {name: \"c\", set: {\"mechanisms.autonomyFund\": true}}]"
    ),
    ("contrasts", "[\(contrast())]"), ("rivals", "[\"matching\", \"veto\"]"),
    ("neutral", "{laws: [\"Mobilisation\"], set: {\"parameters.asksPerTie\": 0}}"),
    ("conditions", "{\"few ties\": {\"conditions.tieDensity\": 0.5}}"),
  ]

  static func contrast(
    _ weights: String = "{b: 1, a: -1}", measure: String = "grievance", expect: String = "increase",
    smallest: String = "0.01", more: String = ""
  ) -> String {
    "{measure: \"\(measure)\", weights: \(weights), expect: \"\(expect)\", smallest: \(smallest)\(more)}"
  }

  /// The text of a claim; a part that is changed to nil is left out.
  static func text(_ changes: [String: String?] = [:]) -> String {
    var lines = parts.compactMap { key, value -> String? in
      guard let change = changes[key] else { return "\(key): \(value)," }
      return change.map { "\(key): \($0)," } ?? "// \(key)"
    }
    let new = changes.keys.filter { key in !parts.contains { $0.key == key } }.sorted()
    lines += new.compactMap { key in changes[key]?.map { "\(key): \($0)," } }
    return "{ " + lines.joined(separator: "\n") + "\n}"
  }

  /// Line of a part.
  static func line(_ key: String) -> Int { (parts.firstIndex { $0.key == key } ?? parts.count) + 1 }

  static func load(_ changes: [String: String?] = [:]) throws -> Claim {
    let folder = Folder()
    folder.write("world.json5", world)
    return try ClaimReader.load(folder.write("A1.json5", text(changes)))
  }

  /// Problems as `line:column: message`.
  static func problems(_ changes: [String: String?]) -> [String] {
    let folder = Folder()
    folder.write("world.json5", world)
    let path = folder.write("trial.json5", text(changes))
    return ScenariosTests.problems { () throws(InputFailure) in try ClaimReader.load(path) }
  }
}

struct ClaimReaderTests {
  @Test func aClaimIsReadWithAllItsFrames() throws {
    let claim = try SampleClaim.load()
    #expect(
      claim.id == "A1" && claim.title == "Asking" && claim.source == "A source" && claim.world == "world")
    #expect(claim.shape == .increase && claim.origin == .emergent && claim.resources == .equal)
    #expect(claim.neutralLaws == ["Mobilisation"])
    // In the order of the variants.
    #expect(claim.contrasts[0].weights == [.init("a", -1), .init("b", 1)])
    #expect(claim.contrasts[0].weeks == nil && !claim.contrasts[0].isSpread)
    #expect(
      claim.frames.map(\.name)
        == ["as registered", "matching saturating", "veto removing", "neutral", "few ties"])
    #expect(claim.frames.map(\.kind) == [.registered, .rival, .rival, .neutral, .condition])
    #expect(claim.frames[3].changes == ["parameters.asksPerTie=0"])
    let settings = claim.frames.map { $0.experiment.variants[1].scenario.setting }
    #expect(settings.map(\.forms.matching) == [.sampling, .saturating, .sampling, .sampling, .sampling])
    #expect(settings[3].parameters[name: "asksPerTie"] == 0)
    #expect(settings[4].conditions.values[name: "tieDensity"] == 0.5)
    #expect(settings.allSatisfy { $0.conditions.values[name: "demandLoad"] == 2 })
  }

  @Test func theLargerWorldHasFourTimesTheScale() throws {
    let claim = try SampleClaim.load()
    let larger = try #require(claim.larger)
    #expect(larger.changes == ["city.scale=0.04"])
    let sizes = [claim.experiment, larger.experiment].map { $0.variants[0].scenario.setting.city.residents }
    #expect(abs(sizes[1] - 4 * sizes[0]) <= 4)
    #expect(claim.enlarged().replicates == 2 && claim.enlarged(replicates: 16).replicates == 4)
    // Two values of a spread tell nothing.
    let spread = try SampleClaim.load([
      "shape": "\"largerVariance\"", "contrasts": "[\(SampleClaim.contrast(more: ", spread: true"))]",
    ])
    #expect(spread.enlarged().replicates == 3)
    // A city that is made otherwise has no scale, and one of 0.3 cannot grow fourfold.
    let otherwise = try SampleClaim.load([
      "variants":
        "[{name: \"a\", set: {city: {residents: 900}}}, {name: \"b\", set: {city: {residents: 800}}}]"
    ])
    #expect(otherwise.larger == nil && otherwise.experiments().count == 1)
    let large = "{\"city.scale\": 0.3}"
    let tooLarge = try SampleClaim.load([
      "variants":
        "[{name: \"a\", set: \(large)}, {name: \"b\", set: {\"city.scale\": 0.3, \"conditions.demandLoad\": 2}}]"
    ])
    #expect(tooLarge.larger == nil)
  }

  @Test func framesAreJoinedInOneExperiment() throws {
    let claim = try SampleClaim.load()
    let joined = claim.framed()
    #expect(joined.replicates == 4 && joined.seed == 3 && joined.factors == ["frame", "arm"])
    #expect(joined.variants.count == 15)
    #expect(joined.variants[4].name == "matching saturating/b")
    #expect(joined.variants[4].levels == ["matching saturating", "b"])
    #expect(claim.framed(replicates: 9).replicates == 9)
    // The experiment alone can be run as such.
    let folder = Folder()
    folder.write("world.json5", SampleClaim.world)
    let experiment = try ExperimentReader.load(folder.write("A1.json5", SampleClaim.text()))
    #expect(experiment.variants.map(\.name) == ["a", "b", "c"])
    #expect(experiment.digest == claim.experiment.digest)
  }

  @Test func drawsAreTheSameForAllClaims() throws {
    let one = try SampleClaim.load().drawn(5)
    let other = try SampleClaim.load(["rivals": "[]", "title": "\"Other\""]).drawn(5)
    #expect(one.variants.count == 15 && one.replicates == 2)
    #expect(one.variants[3].name == "draw 2/a")
    #expect(one.digest == other.digest)
    for (place, id) in ParameterID.free.enumerated() {
      let range = ParameterID.table[id.rawValue].range
      let values = (0..<5).map { one.variants[$0 * 3].scenario.setting.parameters[id] }
      // One value in each fifth of the range.
      let fifths = values.map { Int(($0 - range.lowerBound) / (range.upperBound - range.lowerBound) * 5) }
      #expect(fifths.map { min($0, 4) }.sorted() == [0, 1, 2, 3, 4], "\(id)")
      #expect(one.variants[0].levels[2 + place] == "\(values[0])".replacing(/\.0$/, with: ""))
    }
    let held = ParameterID.allCases.filter { !ParameterID.free.contains($0) }
    let drawn = one.variants[0].scenario.setting.parameters
    #expect(held.allSatisfy { drawn[$0] == Setting().parameters[$0] })
    // What the variants differ in is what is tried: it is not drawn.
    let id = ParameterID.free[0]
    let name = ParameterID.table[id.rawValue].id
    let variants =
      "[{name: \"a\"}, {name: \"b\", set: {\"parameters.\(name)\": \(ParameterID.table[id.rawValue].range.upperBound)}}]"
    let dose = try SampleClaim.load(["variants": variants]).drawn(3)
    #expect(Set(dose.variants.map { $0.scenario.setting.parameters[id] }).count == 2)
    #expect(!dose.factors.contains("parameters.\(name)"))
  }

  @Test func resourcesAreEqualOrSayWhyNot() throws {
    let cost = "{equalCost: [\"a\", \"b\"], reason: \"staff is what is tried\"}"
    #expect(
      try SampleClaim.load(["resources": cost]).resources
        == .equalCost(["a", "b"], reason: "staff is what is tried"))
    #expect(
      try SampleClaim.load(["resources": "{unequal: \"gifts\"}"]).resources == .unequal(reason: "gifts"))
    let line = SampleClaim.parts.count + 1
    let cases = [
      ("\"alike\"", "\(line):12: 'resources' must be \"equal\", {equalCost"),
      ("{}", "\(line):12: 'resources' must be \"equal\""),
      (
        "{equalCost: [\"a\", \"d\"], reason: \"x\"}",
        "\(line):30: 'resources.equalCost.1' is 'd'; allowed: a, b, c"
      ),
      ("{equalCost: [\"a\", \"b\"]}", "\(line):12: key 'resources.reason' is missing"),
      (
        "{equalCost: [\"a\", \"c\"], reason: \"x\"}",
        "\(line):24: 'resources.equalCost' must name two or more"
      ),
      ("{unequal: \"x\", reason: \"y\"}", "\(line):35: 'resources.unequal' is the reason itself"),
    ]
    for (text, problem) in cases { expect(SampleClaim.problems(["resources": text]), [problem]) }
  }

  @Test func claimsOfAFolderAreInNaturalOrder() throws {
    let folder = Folder()
    folder.write("world.json5", SampleClaim.world)
    for name in ["A10", "B1", "A2"] { folder.write("\(name).json5", SampleClaim.text()) }
    folder.write("broken.json5", "{ title: ")
    folder.write("notes.txt", "x")
    let ids = try #require(try ClaimReader.files(in: folder.path)).map(\.id)
    #expect(ids == ["A2", "A10", "B1", "broken"])
    #expect(try ClaimReader.files(in: folder.path + "/none") == nil)
    #expect(
      ClaimReader.isClaim(folder.path + "/A2.json5") && !ClaimReader.isClaim(folder.path + "/world.json5"))
  }

  @Test func theSchemaHasAllKeys() throws {
    let schema = JSONSchema.claim()
    for key in ClaimReader.keys + ExperimentLoading.keys where key != "precision" {
      #expect(schema.contains("\n    \"\(key)\": "), "\(key)")
    }
    #expect(!schema.contains("\"precision\""))
    for shape in Claim.Shape.allCases { #expect(schema.contains("\"\(shape.rawValue)\"")) }
  }
}

/// A frame changes arms; it gives none of them a mechanism by one of its options.
struct ClaimFrameTests {
  private func frames(_ change: String) throws -> [[String: Int]] {
    let claim = try SampleClaim.load(["conditions": "{\"large\": {\(change)}}"])
    let frame = try #require(claim.frames.first { $0.name == "large" })
    return frame.experiment.variants.map { variant in
      Dictionary(uniqueKeysWithValues: variant.scenario.setting.mechanisms.map { ($0.id, $0.options.count) })
    }
  }

  @Test func anOptionIsSetInTheArmsThatHaveTheMechanism() throws {
    #expect(
      try frames("\"mechanisms.autonomyFund.yuan\": 80000") == [[:], [:], ["autonomyFund": 1]])
    // Whoever names the whole mechanism means all arms.
    #expect(
      try frames("\"mechanisms.autonomyFund\": {yuan: 80000}").map { $0["autonomyFund"] } == [1, 1, 1])
  }

  @Test(arguments: ["conditions", "neutral"]) func anOptionThatNoArmHasIsAnError(key: String) {
    let set = "{\"mechanisms.blockHub.referral\": 0}"
    let value = key == "neutral" ? "{laws: [\"Mobilisation\"], set: \(set)}" : "{\"large\": \(set)}"
    let found = SampleClaim.problems([key: value])
    #expect(found.count == 1)
    #expect(
      found.first?.contains(
        "'mechanisms.blockHub.referral' is an option of 'blockHub', which is off in every variant; to switch it on, set"
      ) == true, "\(found)")
  }
}
