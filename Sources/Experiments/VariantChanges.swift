import Engine
import Scenarios
import Tables

/// What each variant of an experiment changes: the paths in which its setting differs from that of the baseline.
///
/// Settings are compared, not files: what a file writes without any effect does not count, and it makes no difference
/// whether a variant is a file, a set of changes or a point of a design.
struct VariantChanges {
  /// A path at which a variant differs.
  struct Change: Equatable {
    var path: String
    /// Empty where there is no such thing.
    var value, baselineValue: String
    var unit = ""
    var meaning = ""
    /// When and where, of a mechanism that the variant has.
    var use: MechanismUse?
  }

  static let schema = TableSchema(
    name: "variants",
    meaning:
      "One row per variant and path of the scenario in which it differs from the baseline; what the column of a factor in "
      + "runs.csv says already is left out.",
    columns: [
      .init("variant", .string, meaning: "name of the variant", constraints: .init(required: true)),
      .init(
        "baseline", .string, meaning: "the variant it differs from", constraints: .init(required: true)),
      .init(
        "path", .string, meaning: "path of the scenario; entries of lists go by their number from 0",
        constraints: .init(required: true)),
      .init(
        "value", .string, meaning: "value of the variant; true or false where a mechanism is in force or not"),
      .init(
        "baseline_value", .string, meaning: "value of the baseline; empty where it has no such thing"),
      .init("unit", .string, meaning: "unit of the values"),
      .init("meaning", .string, meaning: "what the path is"),
      .init(
        "from", .integer, unit: "weeks",
        meaning: "first week of the run in which the mechanism is in force, the burn-in included",
        constraints: .init(minimum: 0)),
      .init(
        "until", .integer, unit: "weeks", meaning: "first week in which it is no longer; empty for ever",
        constraints: .init(minimum: 0)),
      .init("from_date", .string, meaning: "year and month of the first week in force"),
      .init("until_date", .string, meaning: "year and month of the first week no longer in force"),
      .init(
        "where", .string,
        meaning:
          "neighbourhoods in which the mechanism is in force: all, a share of them, or names with semicolons between"
      ),
    ], key: ["variant", "path"])

  /// The table of an experiment; nil where one variant alone is run.
  static func table(_ experiment: Experiment) -> [UInt8]? {
    let variants = experiment.variants
    guard variants.count > 1 else { return nil }
    let base = variants.first { $0.name == experiment.baseline } ?? variants[0]
    var writer = CSVWriter(header: schema.header)
    for variant in variants where variant.name != base.name {
      let schedule = variant.scenario.setting.schedule
      for change in changes(of: variant.scenario.setting, from: base.scenario.setting)
      where !isFactor(change, variant, experiment.factors) {
        for text in [variant.name, base.name, change.path, change.value, change.baselineValue] {
          writer.field(text)
        }
        writer.field(change.unit)
        writer.field(change.meaning)
        write(change.use, schedule, to: &writer)
        writer.endRow()
      }
    }
    return writer.drain()
  }

  private static func isFactor(_ change: Change, _ variant: Variant, _ factors: [String]) -> Bool {
    guard let index = factors.firstIndex(of: change.path) else { return false }
    return variant.levels[index] == change.value
  }

  private static func write(_ use: MechanismUse?, _ schedule: Schedule, to writer: inout CSVWriter) {
    guard let use else {
      for _ in 0..<5 { writer.emptyField() }
      return
    }
    writer.field(use.from)
    if let until = use.until { writer.field(until) } else { writer.emptyField() }
    writer.field(month(of: use.from, schedule))
    writer.field(use.until.map { month(of: $0, schedule) } ?? "")
    writer.field(text(of: use.places))
  }

  // MARK: Differences

  /// In the order of a scenario file: weeks, city, mechanisms, conditions, parameters, forms, weights.
  static func changes(of setting: Setting, from base: Setting) -> [Change] {
    var changes: [Change] = []
    func differs(
      _ path: String, _ value: String, _ baselineValue: String, _ meaning: String, unit: String = ""
    ) {
      guard value != baselineValue else { return }
      changes.append(
        Change(path: path, value: value, baselineValue: baselineValue, unit: unit, meaning: meaning))
    }
    let (weeks, old) = (setting.schedule, base.schedule)
    differs("weeks.start", month(of: 0, weeks), month(of: 0, old), "year and month of the first week")
    differs("weeks.burnIn", "\(weeks.burnIn)", "\(old.burnIn)", "weeks before observation", unit: "weeks")
    differs("weeks.observed", "\(weeks.observed)", "\(old.observed)", "weeks observed", unit: "weeks")
    differs(
      "weeks.interval", "\(weeks.interval)", "\(old.interval)", "weeks between two rows of the series",
      unit: "weeks")
    if setting.city != base.city {
      changes.append(
        Change(
          path: "city", value: text(of: setting.city), baselineValue: text(of: base.city),
          meaning: "the places of the world"))
    }
    changes += mechanisms(of: setting, from: base)
    changes += quantities("conditions", setting.conditions.values, base.conditions.values)
    differs(
      "conditions.changes", text(of: setting.conditions.changes), text(of: base.conditions.changes),
      "conditions that change in a week of the run")
    differs(
      "conditions.shocks", text(of: setting.conditions.shocks), text(of: base.conditions.shocks),
      "weeks of extraordinary needs")
    changes += quantities("parameters", setting.parameters, base.parameters)
    let (forms, oldForms) = (setting.forms, base.forms)
    let meaning = "rival form of a law"
    differs("forms.matching", forms.matching.rawValue, oldForms.matching.rawValue, meaning)
    differs("forms.mediation", forms.mediation.rawValue, oldForms.mediation.rawValue, meaning)
    differs("forms.veto", forms.veto.rawValue, oldForms.veto.rawValue, meaning)
    differs(
      "forms.crossAppointment", forms.crossAppointment.rawValue, oldForms.crossAppointment.rawValue, meaning)
    for (name, new, old) in [
      ("vitality", setting.weights.vitality, base.weights.vitality),
      ("order", setting.weights.order, base.weights.order),
    ] {
      for component in new {
        let weight = old.first { $0.id == component.id }?.weight ?? 0
        differs(
          "weights.\(name).\(component.id)", NumberText.shortest(component.weight),
          NumberText.shortest(weight),
          "weight of a component of \(name)")
      }
    }
    return changes
  }

  private static func quantities<ID>(
    _ key: String, _ values: Quantities<ID>, _ base: Quantities<ID>
  ) -> [Change] {
    ID.allCases.filter { values[$0] != base[$0] }.map { id in
      let row = ID.table[id.rawValue]
      return Change(
        path: "\(key).\(row.id)", value: NumberText.shortest(values[id]),
        baselineValue: NumberText.shortest(base[id]), unit: row.unit, meaning: row.meaning)
    }
  }
}
