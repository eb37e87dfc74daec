import Tables

/// One factor of a factorial: a path and the values it takes.
struct Factor {
  /// The path and its column of the results.
  var column: Design.Column
  var values: [JSON5Value]
  /// One text a value, for the column and for the names of variants.
  var levels: [String]
  /// Whether the file gives the levels names of its own.
  var isLabelled: Bool

  /// Reads the factors of a design; empty where one is wrong, which has been reported.
  /// - Parameter path: Where the factors stand, for messages.
  static func read(_ value: JSON5Value, _ path: String, diagnosis: Diagnosis) -> [Factor] {
    Design.members(
      value, path, ("factors", "{\"path\": [values]}"), diagnosis: diagnosis, column: \.column
    ) { read($0, "\(path).\($0.key)", diagnosis) }
  }

  /// The change that puts the factor at one of its levels.
  func patch(_ level: Int) -> Patch { Patch(keys: column.keys, value: values[level]) }

  private static func read(_ member: JSON5Value.Member, _ name: String, _ diagnosis: Diagnosis) -> Factor? {
    if case .list(let values) = member.value.content {
      guard let keys = Design.keys(member.key, at: member.keyPlace, diagnosis: diagnosis) else { return nil }
      let column = Design.Column(name: member.key, keys: keys)
      return make(column, name, values, nil, member.value.place, diagnosis)
    }
    guard member.value.members != nil else {
      diagnosis.wrongType(member.value, name, wanted: "a list of values or an object {path, values, labels}")
      return nil
    }
    guard
      let object = StrictObject(member.value, name, keys: ["path", "values", "labels"], diagnosis: diagnosis)
    else { return nil }
    guard !Design.takenColumns.contains(member.key) else {
      diagnosis.report(
        member.keyPlace, "'\(member.key)' is a column of the results already; give the factor another name")
      return nil
    }
    let path = object.required("path")
    let values = object.required("values")
    guard let path, let text = diagnosis.text(path, object.path("path")),
      let keys = Design.keys(text, at: path.place, diagnosis: diagnosis),
      let values, let entries = diagnosis.list(values, object.path("values"))
    else { return nil }
    let column = Design.Column(name: member.key, keys: keys)
    return make(column, name, entries, object["labels"], values.place, diagnosis)
  }

  private static func make(
    _ column: Design.Column, _ name: String, _ values: [JSON5Value], _ labels: JSON5Value?, _ place: Place,
    _ diagnosis: Diagnosis
  ) -> Factor? {
    guard !values.isEmpty else {
      diagnosis.report(place, "'\(name)' has no values; at least one is needed")
      return nil
    }
    var levels: [String] = []
    if let labels {
      guard let entries = diagnosis.list(labels, "\(name).labels") else { return nil }
      guard entries.count == values.count else {
        diagnosis.report(labels.place, "'\(name)' has \(values.count) values and \(entries.count) labels")
        return nil
      }
      levels = entries.enumerated().compactMap { diagnosis.text($1, "\(name).labels.\($0)") }
    } else {
      levels = values.compactMap { level($0, name, diagnosis) }
    }
    guard levels.count == values.count else { return nil }
    var seen: Set<String> = []
    if let index = levels.indices.first(where: { !seen.insert(levels[$0]).inserted }) {
      diagnosis.report(values[index].place, "'\(name)' has the level '\(levels[index])' twice")
      return nil
    }
    return Factor(column: column, values: values, levels: levels, isLabelled: labels != nil)
  }

  private static func level(_ value: JSON5Value, _ name: String, _ diagnosis: Diagnosis) -> String? {
    switch value.content {
    case .flag(let flag): return flag ? "true" : "false"
    case .number(let number, _): return NumberText.shortest(number)
    case .text(let text): return text
    default:
      diagnosis.report(
        value.place, "'\(name)' has a value without a short name; add labels: {path, values, labels}")
      return nil
    }
  }
}
