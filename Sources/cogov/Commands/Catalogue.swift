import Engine
import Scenarios

/// Everything that `describe` can describe, made from the engine's tables.
struct Catalogue {
  /// One kind of thing: its name in the command line and all of its entries.
  struct Kind {
    let name: String
    let plural: String
    let summary: String
    let entries: [Entry]
    /// The numbers behind the entries, where they are a table of quantities.
    var quantities: [Quantity] = []
    /// Paragraphs below the list.
    var notes: [String] = []
  }

  /// One thing in full.
  struct Entry {
    let id: String
    /// What it is, in a sentence.
    let meaning: String
    /// What a list shows beside the id: unit, default, range.
    let brief: String
    /// Labels with values, in order.
    let facts: [(label: String, value: String)]
    /// Further paragraphs, each a heading with a text.
    var details: [(heading: String, text: String)] = []
  }

  /// All kinds; a new kind is one line here.
  static let kinds: [Kind] = [
    mechanisms, keys, measures, parameters, conditions, laws, columns, neighbourhoodKinds,
  ]

  static func kind(named name: String) -> Kind? {
    kinds.first { $0.name == name || $0.plural == name }
  }

  private static let mechanisms = Kind(
    name: "mechanism", plural: "mechanisms", summary: "what policy may change",
    entries: MechanismRegistry.descriptions.map { mechanism in
      Entry(
        id: mechanism.id, meaning: mechanism.summary, brief: mechanism.chinese, facts: facts(of: mechanism),
        details: details(of: mechanism))
    })

  private static func facts(of mechanism: MechanismDescription) -> [(label: String, value: String)] {
    var facts = [(label: "Chinese", value: mechanism.chinese), ("source", mechanism.source)]
    for need in mechanism.needs { facts.append(("needs", need.meaning)) }
    if !mechanism.null.isEmpty { facts.append(("same as absent", mechanism.nullText)) }
    if !mechanism.fromBudget.isEmpty { facts.append(("paid by", payer(of: mechanism))) }
    return facts
  }

  private static func details(of mechanism: MechanismDescription) -> [(heading: String, text: String)] {
    let options = mechanism.options.map { option in
      (
        heading: "option \(option.name)",
        text: "\(option.meaning); \(allowed(option.kind)); default \(option.value.text)"
      )
    }
    return options + UseKey.allCases.map { (heading: $0.rawValue, text: $0.meaning) }
  }

  private static let keys = Kind(
    name: "key", plural: "keys", summary: "when and where any mechanism is in force",
    entries: UseKey.allCases.map { key in
      Entry(
        id: key.rawValue, meaning: key.meaning, brief: "of every mechanism",
        facts: [("written", sample(of: key))])
    })

  private static func sample(of key: UseKey) -> String {
    switch key {
    case .from, .until: "mechanisms: {blockHub: {\(key.rawValue): \"2016-01\"}}"
    case .places: "mechanisms: {blockHub: {where: 0.5}} or {where: [\"Lingyun 3\", \"Lingyun 7\"]}"
    }
  }

  /// Out of whose money options are paid.
  private static func payer(of mechanism: MechanismDescription) -> String {
    let isFund = mechanism.options.contains { $0.name == "newMoney" }
    return "\(mechanism.fromBudget.joined(separator: ", ")): the residents' committee's budget "
      + "(conditions.committeeBudget, \(number(Conditions()[.committeeBudget])) yuan a year), as far as that goes"
      + (isFund ? "; newMoney: 1 lets it come on top" : "")
  }

  private static let measures = Kind(
    name: "measure", plural: "measures", summary: "columns of the results",
    entries: Measure.table.map { measure in
      Entry(
        id: measure.id, meaning: measure.meaning, brief: measure.unit,
        facts: [("unit", measure.unit)]
          + (measure.touchedBy.isEmpty
            ? [] : [("moved by definition by", measure.touchedBy.joined(separator: ", "))]))
    })

  private static let parameters = Kind(
    name: "parameter", plural: "parameters", summary: "numbers of the behavioural laws",
    entries: ParameterID.table.map(entry), quantities: ParameterID.table)

  private static let conditions = Kind(
    name: "condition", plural: "conditions", summary: "what no policy chooses and a sweep varies",
    entries: ConditionID.table.map(entry), quantities: ConditionID.table)

  private static let laws = Kind(
    name: "law", plural: "laws", summary: "how states move, the same for all",
    entries: LawDescription.table.map { law in
      Entry(
        id: law.id, meaning: law.summary, brief: law.parent,
        facts: [("parent", law.parent), ("page", "Law-\(law.id) in Sources/Engine/Engine.docc")]
          + law.forms.map { ("rival form", $0) })
    })

  private static func entry(_ quantity: Quantity) -> Entry {
    let range = "\(number(quantity.range.lowerBound)) to \(number(quantity.range.upperBound))"
    return Entry(
      id: quantity.id, meaning: quantity.meaning,
      brief: "\(number(quantity.value)) \(quantity.unit) (\(range))",
      facts: [
        ("unit", quantity.unit), ("default", number(quantity.value)),
        ("range", range + (quantity.whole ? ", whole numbers" : "")), ("source", quantity.source),
      ] + free(quantity))
  }

  /// Why a number is not free; nothing for one that is.
  private static func free(_ quantity: Quantity) -> [(label: String, value: String)] {
    switch quantity.standing {
    case .free: []
    case .held: [("free", "no, held: it shapes what a free one scales")]
    case .published: [("free", "no, taken over from its source")]
    }
  }

  private static func allowed(_ kind: OptionDescription.Kind) -> String {
    switch kind {
    case .number(let range, let unit): "\(number(range.lowerBound)) to \(number(range.upperBound)) \(unit)"
    case .count(let range, let unit): "\(range.lowerBound) to \(range.upperBound) \(unit), whole numbers"
    case .flag: "true or false"
    case .choice(let values): "one of " + values.joined(separator: ", ")
    }
  }

  /// A number without a trailing ".0".
  static func number(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
