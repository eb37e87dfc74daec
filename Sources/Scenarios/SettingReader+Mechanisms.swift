import Engine
import Tables

extension SettingReader {
  /// Keys of a use that are no options of the mechanism.
  static let useKeys = UseKey.allCases.map(\.rawValue)
  /// Most uses of one mechanism: each is compared with each.
  static let mostUses = 1000

  /// A use and where it is written.
  private struct PlacedUse {
    var use: MechanismUse
    var place: Place
  }

  mutating func readMechanisms(_ value: JSON5Value) {
    let descriptions = MechanismRegistry.descriptions
    guard
      let object = StrictObject(value, "mechanisms", keys: descriptions.map(\.id), diagnosis: diagnosis)
    else { return }
    let places = isWhole && knowsCity ? PlaceIndex(setting.city) : nil
    // The order of the registry, not of the file: the same uses are the same setting.
    for description in descriptions {
      guard let value = object[description.id] else { continue }
      let uses = uses(value, description, places)
      if isWhole, let places { reportOverlaps(uses, places) }
      let sorted = uses.sorted { Self.sortKey($0.use) < Self.sortKey($1.use) }
      setting.mechanisms += sorted.map(\.use)
      usePlaces += sorted.map(\.place)
    }
  }

  private static func sortKey(_ use: MechanismUse) -> (Int, Int, String) {
    let place: String
    switch use.places {
    case .all: place = ""
    case .share(let share): place = "\(share)"
    case .named(let names): place = names.joined(separator: "\n")
    }
    return (use.from, use.until ?? Int.max, place)
  }

  private func uses(_ value: JSON5Value, _ description: MechanismDescription, _ places: PlaceIndex?)
    -> [PlacedUse]
  {
    let path = "mechanisms.\(description.id)"
    switch value.content {
    case .flag(true): return [PlacedUse(use: MechanismUse(description.id), place: value.place)]
    case .flag(false): return []
    case .object:
      return use(value, path, description, places).map { [PlacedUse(use: $0, place: value.place)] } ?? []
    case .list(let entries):
      if entries.isEmpty {
        diagnosis.report(
          value.place, "'\(path)' is an empty list; write false for a mechanism that is absent")
      }
      guard entries.count <= Self.mostUses else {
        diagnosis.report(
          value.place, "'\(path)' has \(entries.count) uses; at most \(Self.mostUses) are allowed")
        return []
      }
      return entries.enumerated().compactMap { index, entry in
        use(entry, "\(path).\(index)", description, places).map { PlacedUse(use: $0, place: entry.place) }
      }
    default:
      diagnosis.wrongType(
        value, path, wanted: "true, false, an object of options, or a list of such objects",
        hint: Diagnosis.hintForFlag(value.content))
      return []
    }
  }

  private func use(
    _ value: JSON5Value, _ path: String, _ description: MechanismDescription, _ places: PlaceIndex?
  ) -> MechanismUse? {
    let keys = Self.useKeys + description.options.map(\.name)
    guard let object = StrictObject(value, path, keys: keys, diagnosis: diagnosis) else { return nil }
    var use = MechanismUse(description.id)
    let total = setting.schedule.total
    // A use with a mistake in its weeks or places is left out: its overlaps would be guesses.
    var isPlaced = true
    if let from = object["from"] {
      let week = week(from, object.path("from"), last: total - 1)
      isPlaced = isPlaced && week != nil
      use.from = week ?? 0
    }
    if let until = object["until"] {
      use.until = week(until, object.path("until"), last: total)
      isPlaced = isPlaced && use.until != nil
      if isWhole, isPlaced, let end = use.until, end <= use.from {
        diagnosis.report(
          until.place,
          "'\(object.path("until"))' is week \(end), not after 'from', week \(use.from); the mechanism would never be "
            + "in force")
      }
    }
    if let selection = object["where"] {
      let places = self.places(selection, object.path("where"), places)
      isPlaced = isPlaced && places != nil
      use.places = places ?? .all
    }
    for option in description.options {
      guard let value = object[option.name], let read = self.option(value, object.path(option.name), option),
        read != option.value
      else { continue }
      use.options[option.name] = read
    }
    return isPlaced ? use : nil
  }

  private func option(_ value: JSON5Value, _ path: String, _ option: OptionDescription) -> OptionValue? {
    switch option.kind {
    case .number(let range, let unit):
      diagnosis.number(value, path, in: range, unit: unit).map { .number($0) }
    case .count(let range, let unit):
      diagnosis.count(value, path, in: range, unit: unit).map { .number(Double($0)) }
    case .flag: diagnosis.flag(value, path).map { .flag($0) }
    case .choice(let choices): diagnosis.choice(value, path, of: choices).map { .choice($0) }
    }
  }

  // MARK: Where

  private func places(_ value: JSON5Value, _ path: String, _ index: PlaceIndex?) -> PlaceSelection? {
    switch value.content {
    case .text("all"): return .all
    case .text: return named([value], path, index)
    case .number:
      return diagnosis.number(value, path, in: 0...1, unit: "(share of neighbourhoods)")
        .map { $0 == 1 ? .all : .share($0) }
    case .list(let entries):
      if entries.isEmpty {
        diagnosis.report(
          value.place, "'\(path)' is an empty list; name a place, or write false for the mechanism")
        return nil
      }
      return named(entries, path, index)
    default:
      diagnosis.wrongType(value, path, wanted: "\"all\", a share from 0 to 1, a name or a list of names")
      return nil
    }
  }

  /// The share that a text was perhaps meant to be: `50%`, `0.5`; nil where it is no number.
  private static func share(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    let digits = (isPercent ? text.dropLast() : text[...]).filter { $0 != " " }
    guard let number = Double(digits), number.isFinite else { return nil }
    let share = isPercent ? number / 100 : number
    return (0...1).contains(share) ? share : nil
  }

  private func named(_ entries: [JSON5Value], _ path: String, _ index: PlaceIndex?) -> PlaceSelection? {
    var names: Set<String> = []
    for entry in entries {
      guard let name = diagnosis.text(entry, path) else { continue }
      if let index, !index.isKnown(name), let share = Self.share(name) {
        diagnosis.report(
          entry.place,
          "'\(path)' is the text '\(name)'; a share of the neighbourhoods is a number without quotes, "
            + NumberText.shortest(share))
        continue
      }
      if let index, !index.isKnown(name) {
        diagnosis.report(
          entry.place,
          "'\(path)' names '\(name)', which the city '\(setting.city.name)' does not have; "
            + Suggestion.allowed(index.names, near: name) + Diagnosis.hint(for: name, in: 0...1))
      } else if !names.insert(name).inserted {
        diagnosis.report(entry.place, "'\(path)' names '\(name)' twice")
      }
    }
    return names.isEmpty ? nil : .named(names.sorted())
  }

  // MARK: Overlaps

  private func reportOverlaps(_ uses: [PlacedUse], _ places: PlaceIndex) {
    for (index, later) in uses.enumerated() {
      // The first says enough: a hundred equal uses would give thousands of pairs.
      guard let earlier = uses[..<index].first(where: { Self.overlap($0.use, later.use, places) }) else {
        continue
      }
      diagnosis.report(
        later.place,
        "this use of '\(later.use.id)' overlaps in time and place with that of line \(earlier.place.line); uses of one "
          + "mechanism must differ in weeks or places")
    }
  }

  private static func overlap(_ first: MechanismUse, _ second: MechanismUse, _ places: PlaceIndex) -> Bool {
    guard first.from < second.until ?? Int.max, second.from < first.until ?? Int.max else { return false }
    switch (first.places, second.places) {
    case (.named(let left), .named(let right)):
      return left.contains { name in right.contains { places.overlap(name, $0) } }
    // Shares are nested, and which neighbourhoods a share will have is not known yet.
    case (.share(0), _), (_, .share(0)): return false
    default: return true
    }
  }
}
