import Engine
import Tables

/// The starting file that `cogov new` writes.
public enum ScenarioTemplate {
  /// A commented scenario file that is valid as it stands: everything that could be set stands in it, at its default
  /// and commented out where it is rarely needed.
  /// - Parameter base: path of a scenario that the file might inherit, as seen from it; nil where none is known.
  public static func text(name: String, extends base: String? = nil) -> String {
    let title = name.unicodeScalars.map { scalar in
      scalar == "\"" || scalar == "\\" || scalar.value < 0x20 ? " " : String(scalar)
    }.joined()
    let defaults = Setting()
    let schedule = defaults.schedule
    let month = (schedule.startMonth < 10 ? "0" : "") + "\(schedule.startMonth)"
    var lines = [
      "// A scenario: what a run is made of. Remove // to set a value; what is not set has its default.",
      "{",
      "  title: \"\(title)\",",
      "  description: \"\",",
      base.map { "  // extends: \"\($0)\",   // inherit this file and change only what follows" }
        ?? "  // extends: \"PATH\",   // inherit another scenario file and change only what follows",
      "  seed: \(ScenarioReader.seed),",
      "  replicates: \(ScenarioReader.replicates),",
      "",
      "  // burnIn: weeks before observation; interval: weeks between two rows of the series.",
      "  weeks: {start: \"\(schedule.startYear)-\(month)\", burnIn: \(schedule.burnIn), observed: \(schedule.observed), "
        + "interval: \(schedule.interval)},",
      "",
      "  // Or {preset: \"shanghai\", scale: 0.01}, {residents: 20000, neighbourhoods: 8}, or your own neighbourhoods:",
      "  // {table: \"places.csv\", ignore: [\"code\"]}. 'cogov new --table' writes such a table, 'cogov describe table' explains",
      "  // its columns; those under ignore are not read.",
      "  city: {preset: \"lingyun\", scale: 1},",
      "",
      "  // true: with its defaults; false: absent. from and until are weeks of the run or dates such as \"2016-03\";",
      "  // where is \"all\", a share from 0 to 1, a name or a list of names.",
      "  mechanisms: {",
    ]
    for description in MechanismRegistry.descriptions {
      lines.append("    // \(line(description.summary)) (\(line(description.chinese)))")
      lines.append("    // \(description.id): {\(options(description))},")
    }
    lines += ["  },", "", "  // What no policy chooses.", "  conditions: {"]
    lines += ConditionID.table.map(quantity)
    lines += [
      "    // changes: \(SettingReader.sampleChanges),",
      "    // shocks: \(SettingReader.sampleShocks),",
      "  },", "", "  // Numbers of the laws of behaviour.", "  parameters: {",
    ]
    lines += ParameterID.table.map(quantity)
    lines += [
      "  },", "",
      "  // Rival forms of laws.",
      "  // forms: {matching: \"\(defaults.forms.matching.rawValue)\", mediation: "
        + "\"\(defaults.forms.mediation.rawValue)\", veto: \"\(defaults.forms.veto.rawValue)\", crossAppointment: "
        + "\"\(defaults.forms.crossAppointment.rawValue)\"},",
      "",
      "  // Weights of the components of the two composites.",
      "  // weights: {",
      "  //   vitality: {\(weights(defaults.weights.vitality))},",
      "  //   order: {\(weights(defaults.weights.order))},",
      "  // },",
      "}",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quantity(_ row: Quantity) -> String {
    "    // \(row.id): \(NumberText.shortest(row.value)),   // \(line(row.meaning)); "
      + line(Diagnosis.text(of: row.range, unit: row.unit))
  }

  private static func options(_ description: MechanismDescription) -> String {
    description.options.map { option in
      let value =
        switch option.value {
        case .number(let number): NumberText.shortest(number)
        case .flag(let flag): "\(flag)"
        case .choice(let choice): "\"\(choice)\""
        }
      return "\(option.name): \(value)"
    }.joined(separator: ", ")
  }

  private static func weights(_ components: [CompositeWeights.Component]) -> String {
    components.map { "\($0.id): \(NumberText.shortest($0.weight))" }.joined(separator: ", ")
  }

  /// A comment ends with its line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
