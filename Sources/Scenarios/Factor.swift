import Tables

/// One factor of a full factorial: a path and the values it takes.
struct Factor {
  /// Most variants of an experiment.
  static let mostVariants = 10_000

  /// The column of the results.
  var column: String
  var keys: [Patch.Key]
  var values: [JSON5Value]
  /// One text a value, for the column and for the names of variants.
  var levels: [String]
  /// Whether the file gives the levels names of its own.
  var isLabelled: Bool

  /// Reads the value of `factorial`; what is wrong is reported and left out.
  static func read(_ value: JSON5Value, diagnosis: Diagnosis) -> [Factor] {
    guard let members = value.members else {
      diagnosis.wrongType(value, "factorial", wanted: "an object {\"path\": [values]}")
      return []
    }
    if members.isEmpty {
      diagnosis.report(value.place, "'factorial' is empty; at least one factor is needed")
    }
    var factors: [Factor] = []
    for member in members {
      guard let factor = read(member, diagnosis) else { continue }
      if let other = factors.first(where: { meets($0.keys, factor.keys) }) {
        diagnosis.report(
          member.keyPlace, "factors '\(other.column)' and '\(factor.column)' set the same thing")
      }
      factors.append(factor)
    }
    return factors.count == members.count ? factors : []
  }

  private static func read(_ member: JSON5Value.Member, _ diagnosis: Diagnosis) -> Factor? {
    let name = "factorial.\(member.key)"
    if case .list(let values) = member.value.content {
      guard let keys = keys(member.key, at: member.keyPlace, diagnosis: diagnosis) else { return nil }
      return make(member.key, keys, values, nil, member.value.place, diagnosis)
    }
    guard member.value.members != nil else {
      diagnosis.wrongType(member.value, name, wanted: "a list of values or an object {path, values, labels}")
      return nil
    }
    guard
      let object = StrictObject(member.value, name, keys: ["path", "values", "labels"], diagnosis: diagnosis)
    else { return nil }
    let path = object.required("path")
    let values = object.required("values")
    guard let path, let text = diagnosis.text(path, object.path("path")),
      let keys = keys(text, at: path.place, diagnosis: diagnosis),
      let values, let entries = diagnosis.list(values, object.path("values"))
    else { return nil }
    return make(member.key, keys, entries, object["labels"], values.place, diagnosis)
  }

  private static func make(
    _ column: String, _ keys: [Patch.Key], _ values: [JSON5Value], _ labels: JSON5Value?, _ place: Place,
    _ diagnosis: Diagnosis
  ) -> Factor? {
    let name = "factorial.\(column)"
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
    if let (index, level) = levels.enumerated().first(where: { levels[..<$0].contains($1) }) {
      diagnosis.report(values[index].place, "'\(name)' has the level '\(level)' twice")
      return nil
    }
    return Factor(column: column, keys: keys, values: values, levels: levels, isLabelled: labels != nil)
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

  /// Keys of a path in quotes; nil where it cannot be varied, which is reported.
  static func keys(_ path: String, at place: Place, diagnosis: Diagnosis) -> [Patch.Key]? {
    var inside = place
    // The path starts after its quote.
    inside.column += 1
    guard let keys = Patch.keys(path, at: inside, diagnosis: diagnosis) else { return nil }
    let fixed = ["seed", "replicates", "title", "description", "extends", "$schema"]
    guard !fixed.contains(keys[0].text) else {
      diagnosis.report(place, "'\(path)' cannot differ between variants")
      return nil
    }
    guard SettingReader.keys.contains(keys[0].text) else {
      let allowed = SettingReader.keys.filter { !fixed.contains($0) }
      diagnosis.report(
        place,
        "'\(path)' is no path of a scenario; it starts with one of … \(Diagnosis.allowed(allowed, near: keys[0].text))"
      )
      return nil
    }
    return keys
  }

  /// Whether one path is the other or leads to it.
  static func meets(_ first: [Patch.Key], _ second: [Patch.Key]) -> Bool {
    zip(first, second).allSatisfy { $0.text == $1.text }
  }

  // MARK: Combinations

  struct Combination {
    var name: String
    var levels: [String]
    var patches: [Patch]
  }

  /// Every level of every factor with every other; the last factor changes fastest.
  static func combinations(_ factors: [Factor], at place: Place, diagnosis: Diagnosis) -> [Combination] {
    if factors.isEmpty { return [] }
    var count = 1
    for factor in factors {
      count *= factor.values.count
      if count > mostVariants {
        diagnosis.report(place, "the factorial has more than \(mostVariants) variants")
        return []
      }
    }
    let lasts = factors.map { $0.keys[$0.keys.count - 1].text }
    let shorts = zip(factors, lasts).map { factor, last in
      lasts.filter { $0 == last }.count > 1 ? factor.keys.map(\.text).joined(separator: ".") : last
    }
    var names: Set<String> = []
    return (0..<count).map { number in
      var rest = number
      var picks: [Int] = []
      for factor in factors.reversed() {
        picks.insert(rest % factor.values.count, at: 0)
        rest /= factor.values.count
      }
      let levels = zip(factors, picks).map { $0.levels[$1] }
      let parts = zip(zip(factors, shorts), levels).map { pair, level in
        pair.0.isLabelled ? level : "\(pair.1)=\(level)"
      }
      let name = parts.joined(separator: "_")
      if !names.insert(name).inserted {
        diagnosis.report(place, "two variants would be called '\(name)'; choose other labels")
      }
      let patches = zip(factors, picks).map { Patch(keys: $0.keys, value: $0.values[$1]) }
      return Combination(name: name, levels: levels, patches: patches)
    }
  }
}
