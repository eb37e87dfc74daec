import Engine

/// A short name for what a run is a function of: equal for equal settings, whatever the comments, the order of keys
/// or the inheritance of the files. One for all variants of an experiment, which mostly share their city.
public final class SettingDigest {
  public init() {}

  private var city: City?
  private var words: [UInt64] = []

  /// 32 hexadecimal digits.
  public func of(_ setting: Setting) -> String {
    // Two that share their storage are found equal at once.
    if city != setting.city {
      city = setting.city
      words = Digest.words(Digest.city(setting.city))
    }
    return Digest.of(
      words: Digest.words([Digest.schedule(setting)]) + words + Digest.words(Digest.rest(setting)))
  }
}

/// What a digest is made of.
enum Digest {
  /// 32 hexadecimal digits of an experiment: its factors, and the names, levels and settings of its variants.
  static func of(factors: [String], variants: [Variant]) -> String {
    of(words: words(factors + variants.flatMap { [$0.name, $0.scenario.digest] + $0.levels }))
  }

  /// Two hashes with different starts: together 128 bits.
  static func of(words: [UInt64]) -> String {
    var first = Fingerprint()
    var second = Fingerprint()
    first.combine(1)
    second.combine(2)
    for word in words {
      first.combine(word)
      second.combine(word)
    }
    return first.description + second.description
  }

  static func words(_ lines: [String]) -> [UInt64] {
    var words: [UInt64] = []
    for line in lines {
      var word: UInt64 = 0
      var count = 0
      for byte in line.utf8 {
        word = word << 8 | UInt64(byte)
        count += 1
        if count % 8 == 0 {
          words.append(word)
          word = 0
        }
      }
      // The length keeps neighbouring lines apart.
      words.append(word)
      words.append(UInt64(count))
    }
    return words
  }

  // MARK: Canonical rendering

  static func schedule(_ setting: Setting) -> String {
    let schedule = setting.schedule
    return "schedule \(schedule.startYear) \(schedule.startMonth) \(schedule.burnIn) \(schedule.observed) "
      + "\(schedule.interval)"
  }

  /// All but schedule and city: one line a fact, in a fixed order.
  static func rest(_ setting: Setting) -> [String] {
    var lines: [String] = []
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

  static func city(_ city: City) -> [String] {
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
