import Tables

/// One factor of a factorial: a path and the values it takes, or named sets of changes.
struct Factor {
  /// The column of the results, and what the factor sets.
  var column: Design.Column
  /// The changes of each level.
  var changes: [[Patch]]
  /// One text a value, for the column and for the names of variants.
  var levels: [String]
  /// Where its first level stands.
  var place: Place
  /// Whether the file gives the levels names of its own.
  var isLabelled: Bool

  private static let keys = ["path", "values", "sets", "labels"]
  private static let sampleValues = "[20000, 80000]"

  /// Reads the factors of a design; empty where one is wrong, which has been reported.
  /// - Parameter path: Where the factors stand, for messages.
  static func read(_ value: JSON5Value, _ path: String, diagnosis: Diagnosis) -> [Factor] {
    Design.members(
      value, path, ("factors", "{\"path\": [values]}"), diagnosis: diagnosis, column: \.column
    ) { read($0, "\(path).\($0.key)", diagnosis) }
  }

  private static func read(_ member: JSON5Value.Member, _ name: String, _ diagnosis: Diagnosis) -> Factor? {
    if case .list(let values) = member.value.content {
      guard let keys = Design.keys(member.key, at: member.keyPlace, diagnosis: diagnosis) else { return nil }
      let column = Design.Column(name: member.key, keys: keys)
      return make(column, name, values, nil, member.value.place, diagnosis)
    }
    guard let members = member.value.members else {
      diagnosis.wrongType(
        member.value, name,
        wanted:
          "a list of values or an object {path, values, labels}, where values may be \(LevelRange.sample)",
        hint: "; for example \(sampleValues)")
      return nil
    }
    // A path with its range, as with a list of values.
    if LevelRange.isRange(member.value), !members.contains(where: { Self.keys.contains($0.key) }) {
      guard let keys = Design.keys(member.key, at: member.keyPlace, diagnosis: diagnosis),
        let values = LevelRange.read(member.value, name, diagnosis)
      else { return nil }
      let column = Design.Column(name: member.key, keys: keys)
      return make(column, name, values, nil, member.value.place, diagnosis)
    }
    guard let object = StrictObject(member.value, name, keys: Self.keys, diagnosis: diagnosis) else {
      return nil
    }
    guard !Design.takenColumns.contains(member.key) else {
      diagnosis.report(
        member.keyPlace, "'\(member.key)' is a column of the results already; give the factor another name")
      return nil
    }
    if object.has("sets") { return ofSets(object, member.key, name, diagnosis) }
    let path = object.required("path")
    let values = object.required("values")
    guard let path, let text = diagnosis.text(path, object.path("path")),
      let keys = Design.keys(text, at: path.place, diagnosis: diagnosis),
      let values, let entries = entries(values, object.path("values"), diagnosis)
    else { return nil }
    let column = Design.Column(name: member.key, keys: keys)
    return make(column, name, entries, object["labels"], values.place, diagnosis)
  }

  /// The values of a list or of a range.
  private static func entries(
    _ value: JSON5Value, _ path: String, _ diagnosis: Diagnosis
  ) -> [JSON5Value]? {
    switch value.content {
    case .list(let entries): return entries
    case .object: return LevelRange.read(value, path, diagnosis)
    default:
      diagnosis.wrongType(
        value, path, wanted: "a list of values or a range \(LevelRange.sample)",
        hint: "; for example \(sampleValues)")
      return nil
    }
  }

  /// A factor whose levels are sets of changes: one or several mechanisms at once.
  private static func ofSets(
    _ object: StrictObject, _ key: String, _ name: String, _ diagnosis: Diagnosis
  ) -> Factor? {
    for other in ["path", "values"] {
      if let value = object[other] {
        diagnosis.report(value.place, "'\(object.path(other))' and 'sets' do not go together")
        return nil
      }
    }
    guard let sets = object["sets"],
      let entries = diagnosis.list(
        sets, object.path("sets"), like: "[{}, {\"mechanisms.blockHub\": true}]"),
      isPossible(entries, name, at: sets.place, diagnosis), let labels = object.required("labels")
    else { return nil }
    let before = diagnosis.count
    let changes = entries.enumerated().map {
      Design.patches($1, "\(object.path("sets")).\($0)", diagnosis: diagnosis)
    }
    guard diagnosis.count == before else { return nil }
    guard let factor = make(Design.Column(name: key, paths: []), name, entries, labels, sets.place, diagnosis)
    else { return nil }
    var paths: [[Patch.Key]] = []
    var known: Set<[String]> = []
    for patch in changes.joined() where known.insert(patch.keys.map(\.text)).inserted {
      paths.append(patch.keys)
    }
    guard !paths.isEmpty else {
      diagnosis.report(sets.place, "'\(object.path("sets"))' changes nothing")
      return nil
    }
    return Factor(
      column: Design.Column(name: key, paths: paths), changes: changes, levels: factor.levels,
      place: factor.place, isLabelled: true)
  }

  private static func make(
    _ column: Design.Column, _ name: String, _ values: [JSON5Value], _ labels: JSON5Value?, _ place: Place,
    _ diagnosis: Diagnosis
  ) -> Factor? {
    guard !values.isEmpty else {
      diagnosis.report(place, "'\(name)' has no values; at least one is needed")
      return nil
    }
    guard isPossible(values, name, at: place, diagnosis) else { return nil }
    var levels: [String] = []
    if let labels {
      guard let entries = diagnosis.list(labels, "\(name).labels", like: "[\"low\", \"high\"]") else {
        return nil
      }
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
    let changes = column.paths.first.map { keys in values.map { [Patch(keys: keys, value: $0)] } } ?? []
    return Factor(
      column: column, changes: changes, levels: levels, place: values[0].place, isLabelled: labels != nil)
  }

  /// Whether there are no more levels than an experiment may have variants; if not, that is reported.
  private static func isPossible(
    _ values: [JSON5Value], _ name: String, at place: Place, _ diagnosis: Diagnosis
  ) -> Bool {
    if values.count <= Design.mostPoints { return true }
    diagnosis.report(
      place, "'\(name)' has \(values.count) values; at most \(Design.mostPoints) are allowed")
    return false
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
