import Engine
import Tables

/// JSON Schema (draft 2020-12) of the input files, so that an editor completes and checks them. Made of the same
/// tables as the reader; what needs several keys at once (overlaps, weeks after the end) only the reader checks.
public enum JSONSchema {
  /// The schema of scenario files.
  public static func scenario() -> String {
    document(title: "cogov scenario", properties: scenarioProperties)
  }

  /// The schema of experiment files.
  public static func experiment() -> String {
    document(
      title: "cogov experiment", properties: experimentProperties,
      more: [("oneOf", oneOf(designs.map(\.0)))])
  }

  static var experimentProperties: [(String, OrderedJSON)] {
    [
      ("title", text("for people")), ("description", text("for people")), ("base", scenarioPath),
      ("seed", seed), ("replicates", replicates),
      ("baseline", text("the variant that others are compared with")),
    ] + designs + [("precision", precision), ("$schema", text("this schema, for editors"))]
  }

  static var scenarioPath: OrderedJSON { text("path of a scenario file, relative to this file") }

  /// Exactly one of several keys.
  static func oneOf(_ keys: [String]) -> OrderedJSON {
    .list(keys.map { .object([("required", .list([.text($0)]))]) })
  }

  // MARK: Parts of a scenario

  private static var scenarioProperties: [(String, OrderedJSON)] {
    [
      ("title", text("for people; not inherited")),
      ("description", text("for people; not inherited")),
      ("extends", text("path of the scenario that this one changes, relative to this file")),
      ("seed", seed), ("replicates", replicates), ("weeks", weeks), ("city", city),
      ("parameters", object(ParameterID.table.map { ($0.id, quantity($0)) })), ("conditions", conditions),
      ("forms", forms), ("mechanisms", object(MechanismRegistry.descriptions.map { ($0.id, mechanism($0)) })),
      ("weights", weights), ("$schema", text("this schema, for editors")),
    ]
  }

  private static var seed: OrderedJSON {
    wholeSeed("master seed", value: Double(ScenarioReader.seed))
  }

  static func wholeSeed(_ meaning: String, value: Double? = nil) -> OrderedJSON {
    number(0...Double(UInt64.max), meaning, whole: true, value: value)
  }

  private static var precision: OrderedJSON {
    let widths = Measure.table.map {
      ($0.id, number(0...Double.infinity, "largest half-width of its interval, \($0.unit)"))
    }
    return object(
      widths + [
        (
          "confidence",
          number(0.5...0.9999, "confidence of the intervals", value: PrecisionRule.defaultConfidence)
        ),
        (
          "maximum",
          number(
            2...Double(Limits.replicates.upperBound), "replicates at which the batch ends in any case",
            whole: true, value: Double(PrecisionRule.defaultMaximum))
        ),
      ])
  }

  private static var replicates: OrderedJSON {
    number(
      1...Double(Limits.replicates.upperBound), "number of replicates", whole: true,
      value: Double(ScenarioReader.replicates))
  }

  private static var weeks: OrderedJSON {
    let schedule = Schedule()
    let start: OrderedJSON = .object([
      ("type", .text("string")), ("pattern", .text("^[0-9]{4}-(0[1-9]|1[0-2])$")),
      ("description", .text("month of week 0, YYYY-MM")),
    ])
    return object([
      ("start", start),
      (
        "burnIn",
        number(
          0...Double(Limits.burnIn.upperBound), "weeks before observation", whole: true,
          value: Double(schedule.burnIn))
      ),
      (
        "observed",
        number(
          1...Double(Limits.observed.upperBound), "weeks observed", whole: true,
          value: Double(schedule.observed))
      ),
      (
        "interval",
        number(
          1...Double(Limits.observed.upperBound), "weeks between two rows of the series", whole: true,
          value: Double(schedule.interval))
      ),
    ])
  }

  private static var city: OrderedJSON {
    let scale: OrderedJSON = .object([
      ("type", .text("number")), ("exclusiveMinimum", .number(0)), ("maximum", .number(1)),
      ("description", .text("factor on the number of residents")),
    ])
    let residents = number(1...Double(SettingReader.mostResidents), "residents", whole: true)
    let neighbourhoods = number(
      1...Double(SettingReader.mostNeighbourhoods), "neighbourhoods", whole: true)
    return any([
      object([("preset", choice(["lingyun", "shanghai"], "a city with real figures")), ("scale", scale)]),
      object([("residents", residents), ("neighbourhoods", neighbourhoods)], required: ["residents"]),
      object(
        [
          ("table", text("path of a CSV of neighbourhoods, relative to this file")),
          ("ignore", list(text("name of a column"), "columns of the table that are not read")),
        ], required: ["table"]),
    ])
  }

  private static var conditions: OrderedJSON {
    let ids = choice(ConditionID.table.map(\.id), "what changes")
    let change = object(
      [("week", week), ("condition", ids), ("value", .object([("type", .text("number"))]))],
      required: ["week", "condition", "value"])
    let shock = object(
      [
        ("week", week),
        ("weeks", number(1...Double(Limits.observed.upperBound), "how long it lasts", whole: true)),
        ("load", number(0...SettingReader.largestLoad, "factor on the arrival of needs and tasks")),
      ], required: ["week", "weeks", "load"])
    return object(
      ConditionID.table.map { ($0.id, quantity($0)) } + [
        ("changes", list(change, "new values from a week on")),
        ("shocks", list(shock, "times of extraordinary needs")),
      ])
  }

  private static var forms: OrderedJSON {
    object([
      ("matching", choice(LawForms.Matching.allCases.map(\.rawValue), "how offers meet needs")),
      ("mediation", choice(LawForms.Mediation.allCases.map(\.rawValue), "who may mediate")),
      ("veto", choice(LawForms.Veto.allCases.map(\.rawValue), "what becomes of a vetoed conflict")),
      (
        "crossAppointment",
        choice(LawForms.CrossAppointment.allCases.map(\.rawValue), "what one person in two bodies brings")
      ),
    ])
  }

  private static var weights: OrderedJSON {
    let components = { (list: [CompositeWeights.Component]) in
      object(list.map { ($0.id, number(0...1000, "weight", value: $0.weight)) })
    }
    let weights = CompositeWeights()
    return object([("vitality", components(weights.vitality)), ("order", components(weights.order))])
  }

  private static func mechanism(_ description: MechanismDescription) -> OrderedJSON {
    let names = list(text("a place"), "places by name", atLeast: 1)
    let place = any([
      text("\"all\" or a place by name"),
      number(0...1, "share of neighbourhoods, drawn once per replicate; a larger one contains every smaller"),
      names,
    ])
    var properties: [(String, OrderedJSON)] = [("from", week), ("until", week), ("where", place)]
    properties += description.options.map { ($0.name, option($0)) }
    let use = object(properties)
    return .object([
      ("description", .text("\(description.chinese): \(description.summary)")),
      ("anyOf", .list([.object([("type", .text("boolean"))]), use, list(use, "several uses", atLeast: 1)])),
    ])
  }

  private static func option(_ option: OptionDescription) -> OrderedJSON {
    let value: Double? = if case .number(let number) = option.value { number } else { nil }
    switch option.kind {
    case .number(let range, let unit):
      return number(range, meaning(option.meaning, unit), value: value)
    case .count(let range, let unit):
      return number(
        Double(range.lowerBound)...Double(range.upperBound), meaning(option.meaning, unit), whole: true,
        value: value)
    case .flag: return .object([("type", .text("boolean")), ("description", .text(option.meaning))])
    case .choice(let choices): return choice(choices, option.meaning)
    }
  }

  private static var week: OrderedJSON {
    let date: OrderedJSON = .object([
      ("type", .text("string")), ("pattern", .text("^[0-9]{4}-(0[1-9]|1[0-2])(-[0-3][0-9])?$")),
      ("description", .text("date, YYYY-MM or YYYY-MM-DD")),
    ])
    return any([number(0...Double(Int32.max), "week from the start of the run", whole: true), date])
  }

  // MARK: Building blocks

  static func document(
    title: String, properties: [(String, OrderedJSON)], more: [(String, OrderedJSON)] = []
  ) -> String {
    let members: [(String, OrderedJSON)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text(title)),
      ("type", .text("object")), ("additionalProperties", .flag(false)), ("properties", .object(properties)),
    ]
    return OrderedJSON.object(members + more).document
  }

  static func object(
    _ properties: [(String, OrderedJSON)], required: [String] = [], more: [(String, OrderedJSON)] = []
  ) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [
      ("type", .text("object")), ("additionalProperties", .flag(false)), ("properties", .object(properties)),
    ]
    if !required.isEmpty { members.append(("required", .list(required.map { .text($0) }))) }
    return .object(members + more)
  }

  private static func quantity(_ row: Quantity) -> OrderedJSON {
    number(row.range, meaning(row.meaning, row.unit), whole: row.whole, value: row.value)
  }

  static func number(
    _ range: ClosedRange<Double>, _ meaning: String, whole: Bool = false, value: Double? = nil
  ) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [
      ("type", .text(whole ? "integer" : "number")), ("description", .text(meaning)),
    ]
    if range.lowerBound.isFinite { members.append(("minimum", .number(range.lowerBound))) }
    if range.upperBound < .greatestFiniteMagnitude { members.append(("maximum", .number(range.upperBound))) }
    if let value { members.append(("default", .number(value))) }
    return .object(members)
  }

  private static func meaning(_ meaning: String, _ unit: String) -> String {
    unit.isEmpty ? meaning : "\(meaning) [\(unit)]"
  }

  static func text(_ meaning: String) -> OrderedJSON {
    .object([("type", .text("string")), ("description", .text(meaning))])
  }

  static func choice(_ choices: [String], _ meaning: String) -> OrderedJSON {
    .object([("enum", .list(choices.map { .text($0) })), ("description", .text(meaning))])
  }

  static func list(
    _ entry: OrderedJSON, _ meaning: String, atLeast minimum: Int = 0, atMost maximum: Int? = nil
  ) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [
      ("type", .text("array")), ("description", .text(meaning)), ("items", entry),
    ]
    if minimum > 0 { members.append(("minItems", .number(Double(minimum)))) }
    if let maximum { members.append(("maxItems", .number(Double(maximum)))) }
    return .object(members)
  }

  static func flag(_ meaning: String) -> OrderedJSON {
    .object([("type", .text("boolean")), ("description", .text(meaning))])
  }

  static func any(_ choices: [OrderedJSON]) -> OrderedJSON { .object([("anyOf", .list(choices))]) }
}
