import Engine

/// A short name for what a run is a function of: equal for equal settings, whatever the comments, the order of keys
/// or the inheritance of the files.
public enum Digest {
  /// 32 hexadecimal digits.
  public static func of(_ setting: Setting) -> String { of(lines: lines(setting)) }

  /// 32 hexadecimal digits of an experiment: its factors, and the names, levels and settings of its variants.
  static func of(factors: [String], variants: [Variant]) -> String {
    of(lines: factors + variants.flatMap { [$0.name, $0.scenario.digest] + $0.levels })
  }

  /// Two hashes with different starts: together 128 bits.
  private static func of(lines: [String]) -> String {
    var first = Fingerprint()
    var second = Fingerprint()
    first.combine(1)
    second.combine(2)
    for line in lines {
      var word: UInt64 = 0
      var count = 0
      for byte in line.utf8 {
        word = word << 8 | UInt64(byte)
        count += 1
        if count % 8 == 0 {
          first.combine(word)
          second.combine(word)
          word = 0
        }
      }
      // The length keeps neighbouring lines apart.
      for number in [word, UInt64(count)] {
        first.combine(number)
        second.combine(number)
      }
    }
    return first.description + second.description
  }

  // MARK: Canonical rendering

  /// One line a fact, in a fixed order.
  private static func lines(_ setting: Setting) -> [String] {
    let schedule = setting.schedule
    var lines = [
      "schedule \(schedule.startYear) \(schedule.startMonth) \(schedule.burnIn) \(schedule.observed) "
        + "\(schedule.interval)"
    ]
    lines += city(setting.city)
    for (id, row) in zip(ParameterID.allCases, ParameterID.table) {
      lines.append("parameter \(row.id) \(setting.parameters[id])")
    }
    for (id, row) in zip(ConditionID.allCases, ConditionID.table) {
      lines.append("condition \(row.id) \(setting.conditions[id])")
    }
    for change in setting.conditions.changes {
      lines.append("change \(change.week) \(ConditionID.table[change.condition.rawValue].id) \(change.value)")
    }
    for shock in setting.conditions.shocks {
      lines.append("shock \(shock.week) \(shock.weeks) \(shock.load)")
    }
    let forms = setting.forms
    lines.append(
      "forms \(forms.matching.rawValue) \(forms.mediation.rawValue) \(forms.veto.rawValue) "
        + forms.crossAppointment.rawValue)
    for use in setting.mechanisms { lines += mechanism(use) }
    for component in setting.weights.vitality { lines.append("vitality \(component.id) \(component.weight)") }
    for component in setting.weights.order { lines.append("order \(component.id) \(component.weight)") }
    return lines
  }

  private static func mechanism(_ use: MechanismUse) -> [String] {
    var lines = ["mechanism \(use.id) \(use.from) \(text(use.until))"]
    switch use.places {
    case .all: lines.append("all")
    case .share(let share): lines.append("share \(share)")
    case .named(let names): lines += ["named \(names.count)"] + names
    }
    for (name, value) in use.options.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .number(let number): lines.append("option \(name) \(number)")
      case .flag(let flag): lines.append("option \(name) \(flag)")
      case .choice(let choice): lines.append("option \(name) '\(choice)")
      }
    }
    return lines
  }

  private static func city(_ city: City) -> [String] {
    var lines = ["city", city.name]
    for subdistrict in city.subdistricts {
      lines += ["subdistrict", subdistrict.name, subdistrict.district]
      let counts = [
        subdistrict.committees, subdistrict.committeeMembers, subdistrict.registeredMembers,
        subdistrict.inServiceMembers, subdistrict.units, subdistrict.unitPartyOrganisations,
      ]
      lines.append(
        "\(subdistrict.residents) \(subdistrict.x) \(subdistrict.y) \(text(subdistrict.area)) "
          + counts.map { text($0) }.joined(separator: " "))
      for row in subdistrict.neighbourhoods {
        let numbers = [row.x, row.y, row.share60plus, row.shareRenters, row.shareMigrants, row.shareMembers]
        lines += ["neighbourhood", row.name, row.kind.name, row.block.map { "'" + $0 } ?? "-"]
        lines.append(
          "\(row.residents) \(text(row.households)) " + numbers.map { text($0) }.joined(separator: " "))
      }
    }
    return lines
  }

  private static func text<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }
}
