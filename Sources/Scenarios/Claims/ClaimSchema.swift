import Engine
import Tables

extension JSONSchema {
  /// The schema of claim files: experiments with what is expected of them.
  public static func claim() -> String {
    let required = [
      "title", "source", "claim", "shape", "origin", "reason", "contrasts", "rivals",
    ]
    return document(
      title: "cogov claim", properties: experimentProperties.filter { $0.0 != "precision" } + claimProperties,
      more: [
        ("required", .list(required.map { .text($0) })), ("oneOf", oneOf(designs.map(\.0))),
      ])
  }

  private static var claimProperties: [(String, OrderedJSON)] {
    let set = map(.object([]), "path of the scenario: value")
    let weights = map(number(-1e6...1e6, "weight"), "variant: weight; they add up to 0")
    let week = number(1...Double(Limits.observed.upperBound), "observed week, from 1", whole: true)
    let contrast = object(
      [
        ("measure", choice(Measure.table.map(\.id), "column of the results")), ("weights", weights),
        ("expect", choice(Claim.Expectation.allCases.map(\.rawValue), "expected sign of the weighted sum")),
        (
          "smallest",
          .object([
            ("type", .text("number")), ("exclusiveMinimum", .number(0)),
            ("description", .text("smallest effect of interest, in the unit of the measure")),
          ])
        ),
        ("weeks", list(week, "[from, to]", atLeast: 2, atMost: 2)),
        ("spread", flag("compare standard deviations over replicates, not means")),
      ], required: ["measure", "weights", "expect", "smallest"])
    let names = list(text("a variant"), "variants with the same money and hours", atLeast: 2)
    let resources = any([
      choice(["equal"], "all variants of a contrast have the same public money and hours"),
      object([("equalCost", names), ("reason", text("why only these"))], required: ["equalCost", "reason"]),
      object([("unequal", text("why they cannot be equal"))], required: ["unequal"]),
    ])
    let neutral = object(
      [
        (
          "laws",
          list(choice(LawDescription.table.map(\.id), "a law"), "the laws that carry the claim", atLeast: 1)
        ), ("set", set),
      ], required: ["laws", "set"])
    return [
      ("source", text("author and place in the text")), ("claim", text("what is held, in own words")),
      ("shape", choice(Claim.Shape.allCases.map(\.rawValue), "kind of relation")),
      ("origin", choice(Claim.Origin.allCases.map(\.rawValue), "whether a law writes the effect down")),
      ("reason", text("which laws carry it, and what is written into them")),
      ("contrasts", list(contrast, "the claim holds where all hold", atLeast: 1)),
      ("resources", resources),
      (
        "rivals",
        list(choice(ClaimReading.formKeys, "a form"), "forms of the laws that carry it")
      ),
      ("neutral", neutral),
      ("conditions", map(set, "name: what is set; at most \(ClaimReading.mostConditions)", atLeast: 0)),
    ]
  }
}
