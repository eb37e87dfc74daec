import Engine
import Tables

/// Mechanisms that two settings have, and how values are written.
extension VariantChanges {
  static func mechanisms(of setting: Setting, from base: Setting) -> [Change] {
    MechanismRegistry.descriptions.flatMap { description -> [Change] in
      let uses = setting.mechanisms.filter { $0.id == description.id }
      let old = base.mechanisms.filter { $0.id == description.id }
      guard uses != old else { return [] }
      let most = max(uses.count, old.count)
      return (0..<most).flatMap { index in
        changes(
          of: index < uses.count ? uses[index] : nil, from: index < old.count ? old[index] : nil,
          at: "mechanisms.\(description.id)" + (most > 1 ? ".\(index)" : ""), description)
      }
    }
  }

  /// One use of a mechanism against that of the baseline, either of which may be missing.
  private static func changes(
    of use: MechanismUse?, from base: MechanismUse?, at path: String, _ description: MechanismDescription
  ) -> [Change] {
    guard let use else {
      return [Change(path: path, value: "false", baselineValue: "true", meaning: description.summary)]
    }
    var changes: [Change] = []
    func differs(
      _ name: String, _ value: String, _ baselineValue: String, _ meaning: String, unit: String = ""
    ) {
      guard value != baselineValue else { return }
      changes.append(
        Change(
          path: "\(path).\(name)", value: value, baselineValue: baselineValue, unit: unit, meaning: meaning,
          use: use))
    }
    if let base {
      differs("from", "\(use.from)", "\(base.from)", "first week in force", unit: "weeks")
      differs(
        "until", use.until.map { "\($0)" } ?? "", base.until.map { "\($0)" } ?? "",
        "first week no longer in force", unit: "weeks")
      differs("where", text(of: use.places), text(of: base.places), "neighbourhoods in which it is in force")
    } else {
      changes.append(
        Change(path: path, value: "true", baselineValue: "false", meaning: description.summary, use: use))
    }
    for option in description.options {
      let value = use.options[option.name] ?? option.value
      // What the baseline lacks has no options there: those at their defaults go without saying.
      guard base != nil || value != option.value else { continue }
      differs(
        option.name, text(of: value), base.map { text(of: $0.options[option.name] ?? option.value) } ?? "",
        option.meaning, unit: option.unit)
    }
    return changes
  }

  // MARK: Texts

  static func text(of value: OptionValue) -> String {
    switch value {
    case .number(let number): NumberText.shortest(number)
    case .flag(let flag): flag ? "true" : "false"
    case .choice(let choice): choice
    }
  }

  static func text(of places: PlaceSelection) -> String {
    switch places {
    case .all: "all"
    case .share(let share): NumberText.shortest(share)
    case .named(let names): names.joined(separator: "; ")
    }
  }

  static func text(of city: City) -> String {
    let named = city.subdistricts.reduce(0) { $0 + $1.neighbourhoods.count }
    return "\(city.name): \(city.residents) residents"
      + (named > 0 ? ", \(named) named neighbourhoods" : "")
  }

  static func text(of changes: [Conditions.Change]) -> String {
    changes.map {
      "week \($0.week) \(ConditionID.table[$0.condition.rawValue].id) \(NumberText.shortest($0.value))"
    }.joined(separator: "; ")
  }

  static func text(of shocks: [Conditions.Shock]) -> String {
    shocks.map { "week \($0.week) for \($0.weeks) weeks load \(NumberText.shortest($0.load))" }
      .joined(separator: "; ")
  }

  /// Year and month in which a week of a run begins; a month has 52/12 weeks.
  static func month(of week: Int, _ schedule: Schedule) -> String {
    // The last month whose first week, 52 · m / 12 rounded down, is not after this one.
    let months = (12 * week + 11) / 52
    let month = schedule.startMonth - 1 + months
    let number = month % 12 + 1
    return "\(schedule.startYear + month / 12)-\(number < 10 ? "0" : "")\(number)"
  }
}

extension OptionDescription {
  /// Unit of a number; empty for flags and choices.
  fileprivate var unit: String {
    switch kind {
    case .number(_, let unit), .count(_, let unit): unit
    case .flag, .choice: ""
    }
  }
}
