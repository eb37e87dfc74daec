import Engine
import Tables

extension SettingReader {
  /// Largest load of a shock.
  static let largestLoad = 100.0
  static let sampleChanges =
    "[{week: \"2017-01\", condition: \"\(ConditionID.table[0].id)\", value: "
    + "\(NumberText.shortest(ConditionID.table[0].value))}]"
  static let sampleShocks = "[{week: 100, weeks: 8, load: 2}]"

  mutating func readConditions(_ value: JSON5Value) {
    let keys = ConditionID.table.map(\.id) + ["changes", "shocks"]
    guard let object = StrictObject(value, "conditions", keys: keys, diagnosis: diagnosis) else { return }
    for (id, row) in zip(ConditionID.allCases, ConditionID.table) {
      if let number = quantity(object, row) { setting.conditions.values[id] = number }
    }
    if let changes = object["changes"],
      let entries = diagnosis.list(changes, "conditions.changes", like: Self.sampleChanges)
    {
      readChanges(entries)
    }
    if let shocks = object["shocks"],
      let entries = diagnosis.list(shocks, "conditions.shocks", like: Self.sampleShocks)
    {
      readShocks(entries)
    }
  }

  private mutating func readChanges(_ entries: [JSON5Value]) {
    var places: [String: Place] = [:]
    for (index, entry) in entries.enumerated() {
      let path = "conditions.changes.\(index)"
      guard
        let object = StrictObject(entry, path, keys: ["week", "condition", "value"], diagnosis: diagnosis)
      else { continue }
      let week = object.required("week").flatMap {
        self.week($0, object.path("week"), last: setting.schedule.total - 1)
      }
      let name = object.required("condition").flatMap {
        diagnosis.choice($0, object.path("condition"), of: ConditionID.table.map(\.id))
      }
      let written = object.required("value")
      guard let name, let row = ConditionID.table.firstIndex(where: { $0.id == name }),
        let id = ConditionID(rawValue: row), let written
      else { continue }
      let quantity = ConditionID.table[row]
      guard
        let number = diagnosis.number(
          written, object.path("value"), in: quantity.range, unit: quantity.unit, whole: quantity.whole),
        let week
      else { continue }
      if isWhole, let first = places["\(name) \(week)"] {
        diagnosis.report(entry.place, "'\(name)' changes twice in week \(week); first in line \(first.line)")
      }
      places["\(name) \(week)"] = entry.place
      setting.conditions.changes.append(Conditions.Change(week: week, condition: id, value: number))
    }
    // The order in the file has no meaning.
    setting.conditions.changes.sort { ($0.week, $0.condition.rawValue) < ($1.week, $1.condition.rawValue) }
  }

  private mutating func readShocks(_ entries: [JSON5Value]) {
    for (index, entry) in entries.enumerated() {
      let path = "conditions.shocks.\(index)"
      guard let object = StrictObject(entry, path, keys: ["week", "weeks", "load"], diagnosis: diagnosis)
      else {
        continue
      }
      let week = object.required("week").flatMap {
        self.week($0, object.path("week"), last: setting.schedule.total - 1)
      }
      let weeks = object.required("weeks").flatMap {
        diagnosis.count($0, object.path("weeks"), in: Limits.observed, unit: "weeks")
      }
      let load = object.required("load").flatMap {
        diagnosis.number($0, object.path("load"), in: 0...Self.largestLoad, unit: "(factor)")
      }
      if let week, let weeks, let load {
        setting.conditions.shocks.append(Conditions.Shock(week: week, weeks: weeks, load: load))
      }
    }
    setting.conditions.shocks.sort { ($0.week, $0.weeks, $0.load) < ($1.week, $1.weeks, $1.load) }
  }
}
