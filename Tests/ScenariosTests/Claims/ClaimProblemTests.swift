import Testing

@testable import Scenarios

/// What is wrong with a claim is told with its place, all at once.
struct ClaimProblemTests {
  private typealias Sample = SampleClaim

  private func line(_ key: String) -> Int { SampleClaim.line(key) }

  @Test func textsAndWordsMustBeThere() {
    for key in ["title", "source", "claim", "reason", "shape", "origin", "contrasts", "rivals"] {
      expect(Sample.problems([key: nil]), ["1:1: key '\(key)' is missing"])
    }
    expect(Sample.problems(["reason": "\" \""]), ["\(line("reason")):9: 'reason' is empty"])
    expect(
      Sample.problems(["shape": "\"invertdU\""]),
      ["\(line("shape")):8: 'shape' is 'invertdU'; allowed: increase, …did you mean 'invertedU'?"])
    expect(Sample.problems(["origin": "\"found\""]), ["\(line("origin")):9: 'origin' is 'found'; allowed"])
    expect(Sample.problems(["contrast": "[]"]), ["13:1: unknown key 'contrast'; …did you mean 'contrasts'?"])
    expect(Sample.problems(["precision": "{order: 1}"]), ["13:12: 'precision' is not for claims"])
  }

  @Test func contrastsAreChecked() {
    let contrasts = line("contrasts")
    func problems(_ contrast: String) -> [String] { Sample.problems(["contrasts": "[\(contrast)]"]) }
    expect(problems(""), ["\(contrasts):12: 'contrasts' is empty"])
    expect(
      problems(Sample.contrast(measure: "grievence")),
      ["\(contrasts):23: 'contrasts.0.measure' is 'grievence'; …did you mean 'grievance'?"])
    expect(
      problems(Sample.contrast("{d: 1, a: -1}")),
      ["\(contrasts):46: 'contrasts.0.weights' names 'd', which is no variant; allowed: a, b, c"])
    expect(
      problems(Sample.contrast("{b: 1, a: -0.9}")),
      ["\(contrasts):45: the weights in 'contrasts.0.weights' add up to …must add up to 0"])
    expect(
      problems(Sample.contrast("{b: 0, a: 0}")),
      ["\(contrasts):45: 'contrasts.0.weights' must weigh two or more variants"])
    expect(
      problems(Sample.contrast(expect: "more")),
      ["\(contrasts):68: 'contrasts.0.expect' is 'more'; allowed: increase, decrease, none"])
    expect(
      problems(Sample.contrast(smallest: "0")), ["\(contrasts):90: 'contrasts.0.smallest' is 0; an effect"])
    expect(
      problems(Sample.contrast(smallest: "-1")),
      ["\(contrasts):90: 'contrasts.0.smallest' is -1, out of range"])
    expect(
      problems(Sample.contrast("{b: 2, a: -2}", more: ", spread: true")),
      ["\(contrasts):45: 'contrasts.0.weights' of a contrast of spreads must be 1 for one variant and -1"])
  }

  @Test func weeksMustHoldAnInterval() throws {
    let contrasts = line("contrasts")
    func problems(_ weeks: String) -> [String] {
      Sample.problems(["contrasts": "[\(Sample.contrast(more: ", weeks: \(weeks)"))]"])
    }
    expect(
      problems("[5, 3]"), ["\(contrasts):107: 'contrasts.0.weeks' ends in week 3, before its start, week 5"])
    expect(problems("[5, 7]"), ["\(contrasts):103: no interval of the series ends in 'contrasts.0.weeks'"])
    expect(problems("[1, 13]"), ["\(contrasts):107: 'contrasts.0.weeks.1' is 13, out of range; 1 to 12"])
    expect(problems("[1]"), ["\(contrasts):103: 'contrasts.0.weeks' has 1 entries"])
    expect(problems("[5, 8]"), [])
    let whole = Sample.contrast(measure: "public_issues_cv", more: ", weeks: [1, 4]")
    expect(
      Sample.problems(["contrasts": "[\(whole)]"]),
      ["\(contrasts):110: 'public_issues_cv' has a value for whole runs only; leave 'contrasts.0.weeks' out"])
  }

  /// Which contrasts a shape takes; the others are refused at the shape.
  @Test(arguments: [
    ("increase", ["up", "none"], true), ("increase", ["up", "down"], false), ("increase", ["none"], false),
    ("decrease", ["down"], true), ("decrease", ["up"], false), ("none", ["none"], true),
    ("none", ["none", "up"], false), ("interaction", ["down"], false), ("interaction", ["second down"], true),
    ("complementarity", ["second up"], true), ("complementarity", ["second down"], false),
    ("complementarity", ["up"], false), ("invertedU", ["up", "down"], true),
    ("invertedU", ["up", "up"], false),
    ("signChange", ["early up", "late down"], true), ("signChange", ["early up", "late up"], false),
    ("signChange", ["up", "down"], false), ("largerVariance", ["spread up"], true),
    ("largerVariance", ["up"], false), ("smallerVariance", ["spread down", "up"], true),
    ("smallerVariance", ["spread up"], false),
  ])
  func shapesFitContrasts(shape: String, contrasts: [String], isGood: Bool) {
    let texts = contrasts.map { name -> String in
      let expect = name.hasSuffix("up") ? "increase" : name.hasSuffix("down") ? "decrease" : "none"
      let weights = name.hasPrefix("second") ? "{a: -2, b: 1, c: 1}" : "{b: 1, a: -1}"
      let more =
        name.hasPrefix("early")
        ? ", weeks: [1, 4]"
        : name.hasPrefix("late") ? ", weeks: [5, 12]" : name.hasPrefix("spread") ? ", spread: true" : ""
      return Sample.contrast(weights, expect: expect, more: more)
    }
    let found = Sample.problems(["shape": "\"\(shape)\"", "contrasts": "[\(texts.joined(separator: ", "))]"])
    expect(found, isGood ? [] : ["\(line("shape")):8: the shape '\(shape)' needs "])
  }

  @Test func measuresThatMoveByDefinitionAreRefused() {
    let weights = "{c: 1, a: -1}"
    let place = "\(line("contrasts")):23: "
    expect(
      Sample.problems(["contrasts": "[\(Sample.contrast(weights, measure: "own_resources"))]"]),
      [
        place
          + "'own_resources' is moved by definition by the mechanism 'autonomyFund', in which …another measure"
      ])
    expect(
      Sample.problems(["contrasts": "[\(Sample.contrast(weights, measure: "vitality"))]"]),
      [place + "'vitality' is moved by definition by the mechanism 'autonomyFund'"])
    // Between variants that do not differ in it the measure tells something.
    expect(Sample.problems(["contrasts": "[\(Sample.contrast(measure: "own_resources"))]"]), [])
  }

  @Test func variantsThatAreWeighedMustDiffer() {
    let twins = "[{name: \"a\"}, {name: \"b\"}]"
    expect(
      Sample.problems(["variants": twins]),
      ["\(line("contrasts")):13: the variants 'a' and 'b' are the same setting"])
    // A frame must not take the difference away.
    expect(
      Sample.problems(["conditions": "{\"high load\": {\"conditions.demandLoad\": 3}}"]),
      ["\(line("contrasts")):13: the variants 'a' and 'b' are the same setting in the frame 'high load'"])
  }

  @Test func emergentClaimsNeedANeutralSetting() {
    expect(
      Sample.problems(["neutral": nil]),
      ["\(line("origin")):9: an emergent claim needs 'neutral': a setting in which"])
    expect(Sample.problems(["neutral": nil, "origin": "\"built-in\""]), [])
    // That nothing happens needs no law to carry it.
    expect(
      Sample.problems([
        "neutral": nil, "shape": "\"none\"", "contrasts": "[\(Sample.contrast(expect: "none"))]",
      ]), [])
    let neutral = line("neutral")
    expect(
      Sample.problems(["neutral": "{laws: [\"Mobilization\"], set: {\"parameters.asksPerTie\": 0}}"]),
      ["\(neutral):18: 'neutral.laws.0' is 'Mobilization'; …did you mean 'Mobilisation'?"])
    expect(
      Sample.problems(["neutral": "{laws: [\"Voice\"]}"]), ["\(neutral):10: key 'neutral.set' is missing"])
    expect(
      Sample.problems(["neutral": "{laws: [\"Voice\"], set: {}}"]),
      ["\(neutral):33: 'neutral.set' is empty; a frame must change something"])
    expect(
      Sample.problems(["neutral": "{laws: [\"Voice\"], set: {\"parameters.asksPerTie\": 9}}"]),
      ["\(neutral):59: 'parameters.asksPerTie' is 9, out of range"])
    expect(
      Sample.problems(["neutral": "{laws: [], set: {\"parameters.asksPerTie\": 0}}"]),
      ["\(neutral):17: 'neutral.laws' is empty; name the law that does nothing"])
  }

  @Test func framesMustChangeSomethingThatIsThere() {
    let conditions = line("conditions")
    expect(
      Sample.problems(["conditions": "{\"x\": {\"conditions.demandLod\": 2}}"]),
      ["\(conditions):32: unknown key 'demandLod' in 'conditions'…did you mean 'demandLoad'?"])
    expect(
      Sample.problems(["conditions": "{\"x\": {\"demandLoad\": 2}}"]),
      ["\(conditions):20: 'demandLoad' is no path of a scenario"])
    expect(
      Sample.problems(["conditions": "{\"x\": {\"conditions.tieDensity\": 1}}"]),
      ["\(conditions):19: the frame 'x' changes nothing"])
    expect(
      Sample.problems(["conditions": "{\"neutral\": {\"conditions.tieDensity\": 2}}"]),
      ["\(conditions):14: 'neutral' is no name for a condition"])
    let many = (1...4).map { "\"\($0)\": {\"conditions.tieDensity\": 0.\($0)}" }.joined(separator: ", ")
    expect(
      Sample.problems(["conditions": "{\(many)}"]),
      ["\(conditions):13: 'conditions' has 4 entries; at most 3 are allowed"])
  }

  @Test func rivalsAreForms() {
    let rivals = line("rivals")
    expect(
      Sample.problems(["rivals": "[\"matchin\"]"]),
      ["\(rivals):10: 'rivals.0' is 'matchin'; allowed: …did you mean 'matching'?"])
    expect(Sample.problems(["rivals": "[\"veto\", \"veto\"]"]), ["\(rivals):18: 'rivals' names 'veto' twice"])
    let variants = "[{name: \"a\"}, {name: \"b\", set: {\"forms.veto\": \"removing\"}}]"
    expect(
      Sample.problems(["variants": variants, "rivals": "[\"veto\"]"]),
      ["\(rivals):10: the variants differ in the form 'veto'"])
  }

  @Test func allProblemsAreToldAtOnce() {
    let found = Sample.problems([
      "reason": "\"\"", "shape": "\"none\"", "rivals": "[\"x\"]",
      "conditions": "{\"x\": {\"conditions.demandLod\": 2}}",
    ])
    #expect(found.count == 4)
  }
}
