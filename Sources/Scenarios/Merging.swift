/// How a file changes what it inherits, and how overrides change a file.
enum Merging {
  /// Keys of `city` that describe one way to make a city; ways do not mix.
  private static let cityWays = [["preset"], ["residents", "neighbourhoods"], ["table", "ignore"]]

  /// `child` over `base`: objects are merged key by key, everything else is replaced. Every part keeps the place
  /// where it was written.
  static func merge(_ child: JSON5Value, over base: JSON5Value, path: [String] = []) -> JSON5Value {
    guard case .object(let additions) = child.content, case .object(var members) = base.content else {
      return child
    }
    if path == ["city"] {
      let replaced = cityWays.filter { way in additions.contains { way.contains($0.key) } }
      if !replaced.isEmpty, members.contains(where: { member in isOtherWay(member.key, than: replaced) }) {
        return child
      }
    }
    // Worth its making where there are many.
    let indexes =
      additions.count < 8
      ? nil
      : Dictionary(zip(members.map(\.key), members.indices), uniquingKeysWith: { first, _ in first })
    for addition in additions {
      if let index = indexes.map({ $0[addition.key] })
        ?? members.firstIndex(where: { $0.key == addition.key })
      {
        let merged = merge(addition.value, over: members[index].value, path: path + [addition.key])
        members[index] = JSON5Value.Member(key: addition.key, keyPlace: addition.keyPlace, value: merged)
      } else {
        members.append(addition)
      }
    }
    return JSON5Value(content: .object(members), place: child.place)
  }

  private static func isOtherWay(_ key: String, than ways: [[String]]) -> Bool {
    cityWays.contains { $0.contains(key) } && !ways.contains { $0.contains(key) }
  }

  /// The tree with one path changed; nil where the path leads nowhere, which is reported.
  static func apply(_ patch: Patch, to tree: JSON5Value, diagnosis: Diagnosis) -> JSON5Value? {
    apply(patch.keys[...], patch.value, to: tree, path: [], diagnosis: diagnosis)
  }

  private static func apply(
    _ keys: ArraySlice<Patch.Key>, _ value: JSON5Value, to tree: JSON5Value, path: [String],
    diagnosis: Diagnosis
  ) -> JSON5Value? {
    guard let key = keys.first else { return merge(value, over: tree, path: path) }
    switch tree.content {
    case .list(var entries):
      let name = path.joined(separator: ".")
      guard let index = Int(key.text), entries.indices.contains(index) else {
        let allowed =
          entries.isEmpty
          ? "it is empty" : "its entries go by number: \(name).0 to \(name).\(entries.count - 1)"
        diagnosis.report(key.place, "'\(name)' is a list without '\(key.text)'; \(allowed)")
        return nil
      }
      // An entry is replaced by a value, changed by a longer path.
      let changed =
        keys.count == 1
        ? value
        : apply(keys.dropFirst(), value, to: entries[index], path: path + [key.text], diagnosis: diagnosis)
      guard let changed else { return nil }
      entries[index] = changed
      return JSON5Value(content: .list(entries), place: tree.place)
    case .object(var members) where path != ["city"]:
      guard let index = members.firstIndex(where: { $0.key == key.text }) else { break }
      guard
        let changed = apply(
          keys.dropFirst(), value, to: members[index].value, path: path + [key.text], diagnosis: diagnosis)
      else { return nil }
      members[index] = JSON5Value.Member(key: key.text, keyPlace: key.place, value: changed)
      return JSON5Value(content: .object(members), place: tree.place)
    default: break
    }
    let merged = merge(nested(keys, value), over: tree, path: path)
    // What was there before keeps its place: a key missing in it is missing in the file.
    return JSON5Value(content: merged.content, place: tree.members == nil ? merged.place : tree.place)
  }

  /// A value inside as many objects as there are keys.
  private static func nested(_ keys: ArraySlice<Patch.Key>, _ value: JSON5Value) -> JSON5Value {
    keys.reversed().reduce(value) { inner, key in
      JSON5Value(
        content: .object([JSON5Value.Member(key: key.text, keyPlace: key.place, value: inner)]),
        place: key.place)
    }
  }
}
