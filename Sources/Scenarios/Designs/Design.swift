import Engine

/// What a design of an experiment comes to: named points, each of them changes to a scenario.
struct Design {
  /// Most points of an experiment.
  static let mostPoints = 10_000
  /// Most columns, which are compared with each other.
  static let mostColumns = 1000
  /// Most values of all points together, which are held in memory.
  static let mostValues = 1_000_000

  /// A column of the results that tells the points apart, and the paths that it sets: one, but for factors whose
  /// levels are sets of changes.
  struct Column {
    var name: String
    var paths: [[Patch.Key]]

    init(name: String, keys: [Patch.Key]) { self.init(name: name, paths: [keys]) }

    init(name: String, paths: [[Patch.Key]]) {
      self.name = name
      self.paths = paths
    }

    /// The first path.
    var keys: [Patch.Key] { paths[0] }

    /// Whether both set the same thing somewhere.
    func meets(_ other: Column) -> Bool { other.paths.contains(where: meets) }

    func meets(_ keys: [Patch.Key]) -> Bool { paths.contains { Design.meets($0, keys) } }
  }

  /// One point: a variant still to be made.
  struct Point {
    /// A scenario file, and where that file is named.
    typealias File = (path: String, place: Place?)

    var name: String
    /// Where it is written; nil for one that is made.
    var place: Place?
    /// One text a column.
    var levels: [String] = []
    /// The scenario that is changed; nil for the experiment's base.
    var scenario: File?
    var patches: [Patch] = []
  }

  var columns: [Column] = []
  /// The level of each column that others are compared with; nil for that of the first point.
  var firstLevels: [String]?
  var points: [Point] = []
  /// What the user should know of the design, a paragraph each.
  var notes: [String] = []

  /// Columns that `runs.csv` has in any case.
  static let takenColumns = Set(
    ["variant", "replicate", "seed", "fingerprint"] + Measure.table.map(\.id))

  /// Names of points that have none of their own.
  static func name(_ number: Int) -> String { "point \(number)" }
}

extension Design {
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
        "'\(path)' is no path of a scenario; it starts with one of … \(Suggestion.allowed(allowed, near: keys[0].text))"
          + (path.hasPrefix("Unnamed: ")
            ? "; this column numbers the rows: write the table with index=False in pandas" : "")
      )
      return nil
    }
    return keys
  }

  /// Whether one path is the other or leads to it.
  static func meets(_ first: [Patch.Key], _ second: [Patch.Key]) -> Bool {
    zip(first, second).allSatisfy { $0.text == $1.text }
  }

  /// The changes of an object of paths with values; what is wrong is reported and left out.
  static func patches(_ value: JSON5Value, _ path: String, diagnosis: Diagnosis) -> [Patch] {
    guard let members = value.members else {
      diagnosis.wrongType(value, path, wanted: "an object {\"path\": value}")
      return []
    }
    // One that is put upon the other is looked for among all that are there.
    guard members.count <= mostColumns else {
      diagnosis.report(
        value.place, "'\(path)' has \(members.count) paths; at most \(mostColumns) are allowed")
      return []
    }
    return members.compactMap { member in
      keys(member.key, at: member.keyPlace, diagnosis: diagnosis)
        .map { Patch(keys: $0, value: member.value) }
    }
  }

  /// Whether so many points can be held; if not, that is reported.
  static func isPossible(
    points: Int, of columns: Int, _ noun: String, at place: Place, diagnosis: Diagnosis
  ) -> Bool {
    if points * columns <= mostValues { return true }
    diagnosis.report(
      place,
      "\(points) points of \(columns) \(noun) are too many; at most \(mostValues) values are allowed")
    return false
  }

  /// Reads the members of an object, each with a path of its own; empty where one of them is wrong, which has been
  /// reported.
  /// - Parameters:
  ///   - noun: What a member is called in messages, and how one is written.
  ///   - column: What a member sets.
  static func members<Member>(
    _ value: JSON5Value, _ path: String, _ noun: (plural: String, sample: String), diagnosis: Diagnosis,
    column: KeyPath<Member, Column>, read: (JSON5Value.Member) -> Member?
  ) -> [Member] {
    guard let members = value.members else {
      diagnosis.wrongType(value, path, wanted: "an object \(noun.sample)")
      return []
    }
    if members.isEmpty {
      diagnosis.report(value.place, "'\(path)' is empty; at least one of \(noun.sample) is needed")
    }
    guard members.count <= mostColumns else {
      diagnosis.report(
        value.place,
        "'\(path)' has \(members.count) \(noun.plural); at most \(mostColumns) are allowed")
      return []
    }
    var found: [Member] = []
    var isGood = true
    for member in members {
      guard let next = read(member) else {
        isGood = false
        continue
      }
      let new = next[keyPath: column]
      if let other = found.lazy.map({ $0[keyPath: column] }).first(where: { $0.meets(new) }) {
        diagnosis.report(
          member.keyPlace, "\(noun.plural) '\(other.name)' and '\(new.name)' set the same thing")
        isGood = false
      }
      found.append(next)
    }
    return isGood ? found : []
  }
}
