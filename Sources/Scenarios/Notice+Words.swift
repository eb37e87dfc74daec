import Engine
import Tables

extension Notice {
  /// What a finding is to people: a notice of a variant.
  init(_ finding: Foresight.Finding, of use: MechanismUse, _ variant: String, _ foresight: Foresight) {
    let (kind, message) = Self.message(finding.kind, use, foresight)
    self.init(kind, [variant], mechanism: use.id, message)
  }

  private static func message(
    _ kind: Foresight.Finding.Kind, _ use: MechanismUse, _ foresight: Foresight
  ) -> (Kind, String) {
    let id = "'\(use.id)'"
    switch kind {
    case .nowhere:
      guard case .share(let share) = use.places, share > 0 else {
        return (.noEffect, "\(id) is in force nowhere: 'where' is no place")
      }
      let all = foresight.neighbourhoods.count
      let least = (500 / Double(all)).rounded(.up) / 1000
      return (
        .noEffect,
        "\(id) is in force nowhere: 'where' is \(NumberText.shortest(share)) of \(all) neighbourhoods, which rounds to "
          + "none; from \(NumberText.shortest(least)) on it is one"
      )
    case .absent:
      let null = MechanismRegistry.description(of: use.id)?.nullText ?? ""
      return (.noEffect, "\(id) is set so that it is the same as absent (\(null))")
    case .needs(let need): return (.noEffect, "\(id) changes nothing here; it needs \(need)")
    case .nothing:
      return (
        .noEffect,
        "\(id) changes no structure here: what it would change is not there, or is so already"
      )
    case .capped(let shortfall): return (.capped, "\(id) \(words(of: shortfall, use))")
    }
  }

  private static func words(of shortfall: Shortfall, _ use: MechanismUse) -> String {
    let asked = NumberText.shortest(shortfall.asked.rounded())
    let got = NumberText.shortest(shortfall.got.rounded())
    let hours = { (minutes: Double) in NumberText.shortest((minutes / 6).rounded() / 10) }
    switch shortfall.resource {
    case .budget:
      let hasNew =
        MechanismRegistry.description(of: use.id)?.options.contains { $0.name == "newMoney" } == true
      return
        "asks for \(asked) yuan a year of a residents' committee's budget, of which only \(got) is paid: there is "
        + "no more; ask for less, " + (hasNew ? "set 'newMoney' for money that comes on top, " : "")
        + "or raise conditions.committeeBudget"
    case .staff:
      return
        "asks for \(hours(shortfall.asked)) hours a week of a body's staff, of which only \(hours(shortfall.got)) "
        + "are there; ask for less, or for less by other mechanisms"
    case .leaders:
      return "asks for \(hours(shortfall.asked)) hours of sittings a month of leaders who owe only "
        + "\(hours(shortfall.got)) in all; raise 'leaderHours' or lower 'meetings'"
    case .organs:
      return "asks for \(asked) organs for a neighbourhood, of which there are only \(got) in its subdistrict"
    }
  }
}

extension MechanismDescription {
  /// Options under which it is the same as absent, as a text.
  public var nullText: String {
    options.compactMap { option in null[option.name].map { "\(option.name) = \($0.text)" } }
      .joined(separator: " and ")
  }
}

extension OptionValue {
  /// As people write it.
  public var text: String {
    switch self {
    case .number(let number): NumberText.shortest(number)
    case .flag(let flag): flag ? "true" : "false"
    case .choice(let choice): choice
    }
  }
}
