/// A list of variants, each a scenario file or changes to one.
struct VariantList {
  /// The folder of the experiment file.
  let folder: String
  let diagnosis: Diagnosis

  static let sample =
    "[{name: \"none\"}, {name: \"fund\", set: {\"mechanisms.autonomyFund\": {yuan: 80000}}}]"

  func read(_ value: JSON5Value) -> Design { Design(points: points(value)) }

  private func points(_ value: JSON5Value) -> [Design.Point] {
    guard let entries = diagnosis.list(value, "variants", like: Self.sample) else { return [] }
    guard entries.count <= Design.mostPoints else {
      diagnosis.report(
        value.place, "'variants' has \(entries.count) entries; at most \(Design.mostPoints) are allowed")
      return []
    }
    if entries.isEmpty {
      diagnosis.report(value.place, "'variants' is empty; at least one variant is needed")
    }
    var lines: [String: Int] = [:]
    return entries.enumerated().compactMap { index, entry in
      guard let point = point(entry, "variants.\(index)") else { return nil }
      if let first = lines[point.name] {
        diagnosis.report(entry.place, "there are two variants '\(point.name)'; first in line \(first)")
      }
      lines[point.name] = entry.place.line
      return point
    }
  }

  private func point(_ entry: JSON5Value, _ path: String) -> Design.Point? {
    if case .text(let text) = entry.content {
      guard !text.isEmpty else {
        diagnosis.report(entry.place, "'\(path)' is empty; the path of a scenario file is needed")
        return nil
      }
      return Design.Point(name: Paths.stem(text), scenario: (Paths.resolve(text, in: folder), entry.place))
    }
    guard entry.members != nil else {
      diagnosis.wrongType(
        entry, path, wanted: "the path of a scenario file or an object {name, scenario, set}")
      return nil
    }
    guard
      let object = StrictObject(entry, path, keys: ["name", "scenario", "set"], diagnosis: diagnosis)
    else { return nil }
    guard let nameValue = object.required("name"), let name = diagnosis.text(nameValue, object.path("name"))
    else {
      return nil
    }
    if name.allSatisfy(\.isWhitespace) || name.contains(where: \.isNewline) {
      diagnosis.report(nameValue.place, "'\(object.path("name"))' must be a line of text, not empty")
    }
    var point = Design.Point(name: name, place: nameValue.place)
    if let scenario = object["scenario"] {
      guard let text = diagnosis.text(scenario, object.path("scenario")) else { return nil }
      point.scenario = (Paths.resolve(text, in: folder), scenario.place)
    }
    if let set = object["set"] {
      point.patches = Design.patches(set, object.path("set"), diagnosis: diagnosis)
    }
    return point
  }
}
