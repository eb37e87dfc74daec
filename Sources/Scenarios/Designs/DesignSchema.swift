import Tables

extension JSONSchema {
  /// The keys of experiment files that are designs, with their schemas.
  static var designs: [(String, OrderedJSON)] {
    let set: OrderedJSON = .object([
      ("type", .text("object")), ("description", .text("path of the scenario: value")),
    ])
    let variant = object(
      [("name", text("name in the results")), ("scenario", scenarioPath), ("set", set)], required: ["name"])
    let sizes: [(String, OrderedJSON)] = [
      ("runs", number(2...Double(Design.mostPoints), "a power of two", whole: true)),
      (
        "resolution",
        number(
          3...Double(TwoLevelFraction.mostFactors), "the smallest fraction of at least this resolution",
          whole: true)
      ),
      ("generators", list(text("such as \"E=ABC\""), "factors A, B, … in their order", atLeast: 1)),
    ]
    let fractional = object(
      [("factors", factors("two values each", values: 2))] + sizes, required: ["factors"],
      more: [("oneOf", oneOf(sizes.map(\.0)))])
    let sampleSeed = wholeSeed("seed of the sample, independent of that of the runs", value: 1)
    return [
      ("variants", list(any([scenarioPath, variant]), "the variants, one by one", atLeast: 1)),
      ("factorial", factors("full factorial: every value with every other")),
      ("fractional", fractional),
      (
        "latinHypercube",
        object(
          [("ranges", ranges), ("points", points), ("seed", sampleSeed)], required: ["ranges", "points"])
      ),
      (
        "sobol",
        object(
          [
            ("ranges", ranges), ("points", points),
            (
              "skip",
              number(0...Double(SobolDesign.mostSkipped), "first points left out", whole: true, value: 0)
            ),
            ("scramble", wholeSeed("seed of a random version; left out: the plain sequence")),
          ], required: ["ranges", "points"])
      ),
      ("points", text("path of a CSV: one row a variant, one column a path of the scenario")),
    ]
  }

  private static func factors(_ meaning: String, values count: Int? = nil) -> OrderedJSON {
    let values = list(.object([]), "the values of the factor", atLeast: count ?? 1, atMost: count)
    let end: OrderedJSON = .object([("type", .text("number"))])
    let step: OrderedJSON = .object([
      ("type", .text("number")), ("exclusiveMinimum", .number(0)),
      ("description", .text("distance of two levels; steps must reach the end")),
    ])
    let range = object(
      [
        ("from", end), ("to", end), ("step", step),
        (
          "levels",
          number(2...Double(Design.mostPoints), "number of levels, both ends included", whole: true)
        ),
      ], required: ["from", "to"],
      more: [
        ("oneOf", oneOf(["step", "levels"])), ("description", .text("levels from one end to the other")),
      ])
    let factor = object(
      [
        ("path", text("path of the scenario")), ("values", any([values, range])),
        ("labels", list(text("name of a value"), "one per value")),
      ], required: ["path", "values"])
    let set: OrderedJSON = .object([
      ("type", .text("object")), ("description", .text("path of the scenario: value; empty: as the base")),
    ])
    let ofSets = object(
      [
        ("sets", list(set, "the changes of each level", atLeast: count ?? 1, atMost: count)),
        ("labels", list(text("name of a level"), "one per level")),
      ], required: ["sets", "labels"])
    return map(any([values, range, factor, ofSets]), meaning)
  }

  private static var ranges: OrderedJSON {
    let end: OrderedJSON = .object([("type", .text("number"))])
    let range = object(
      [
        ("from", end), ("to", end), ("whole", flag("whole numbers only, both ends included")),
        ("logarithmic", flag("equal ratios are equally likely")),
      ], required: ["from", "to"])
    return map(any([list(end, "[from, to]", atLeast: 2, atMost: 2), range]), "path of the scenario: range")
  }

  private static var points: OrderedJSON {
    number(1...Double(Design.mostPoints), "number of points", whole: true)
  }

  static func map(_ entry: OrderedJSON, _ meaning: String, atLeast minimum: Int = 1) -> OrderedJSON {
    .object([
      ("type", .text("object")), ("description", .text(meaning)),
      ("minProperties", .number(Double(minimum))), ("additionalProperties", entry),
    ])
  }
}
