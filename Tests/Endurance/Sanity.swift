import Engine
import Scenarios

/// What must hold of everything that a reader gives.
enum Sanity {
  /// What is wrong with an experiment that was read, if anything.
  static func problem(_ experiment: Experiment) -> String? {
    let names = Set(experiment.variants.map(\.name))
    if experiment.variants.isEmpty { return "accepted without variants" }
    if names.count != experiment.variants.count { return "accepted with two variants of one name" }
    if experiment.variants.count > 10_000 { return "accepted with \(experiment.variants.count) variants" }
    if !(1...1_000_000).contains(experiment.replicates) { return "accepted with too many replicates" }
    if let baseline = experiment.baseline, !names.contains(baseline) {
      return "accepted with no such baseline"
    }
    for variant in experiment.variants {
      if variant.levels.count != experiment.factors.count { return "accepted with levels that miss factors" }
      if let problem = problem(variant.scenario.setting) { return "accepted with \(problem)" }
    }
    return nil
  }

  /// What is wrong with a refusal, if anything.
  static func problem(_ failure: InputFailure) -> String? {
    if failure.diagnostics.allSatisfy({ $0.severity == .warning }) { return "refused without a reason" }
    return failure.diagnostics.count > 1_000 ? "\(failure.diagnostics.count) problems told" : nil
  }

  private static func problem(_ setting: Setting) -> String? {
    let schedule = setting.schedule
    guard (1900...2200).contains(schedule.startYear), (1...12).contains(schedule.startMonth),
      (0...5200).contains(schedule.burnIn), (1...5200).contains(schedule.observed),
      (1...schedule.observed).contains(schedule.interval)
    else { return "weeks out of range" }
    for (id, row) in zip(ParameterID.allCases, ParameterID.table) {
      guard row.range.contains(setting.parameters[id]) else { return "\(row.id) out of range" }
    }
    for (id, row) in zip(ConditionID.allCases, ConditionID.table) {
      guard row.range.contains(setting.conditions[id]) else { return "\(row.id) out of range" }
    }
    for change in setting.conditions.changes {
      let row = ConditionID.table[change.condition.rawValue]
      guard row.range.contains(change.value), (0..<schedule.total).contains(change.week) else {
        return "a change of \(row.id) out of range"
      }
    }
    for shock in setting.conditions.shocks {
      guard (0...100).contains(shock.load), (0..<schedule.total).contains(shock.week) else {
        return "a shock out of range"
      }
    }
    for weight in setting.weights.vitality + setting.weights.order where !(0...1000).contains(weight.weight) {
      return "a weight out of range"
    }
    for use in setting.mechanisms {
      if let problem = problem(use, schedule.total) { return "\(use.id): \(problem)" }
    }
    return problem(setting.city)
  }

  private static func problem(_ use: MechanismUse, _ total: Int) -> String? {
    guard let description = MechanismRegistry.descriptions.first(where: { $0.id == use.id }) else {
      return "no such mechanism"
    }
    guard (0..<total).contains(use.from), (use.from...total).contains(use.until ?? total) else {
      return "weeks out of range"
    }
    if case .share(let share) = use.places, !(0...1).contains(share) { return "a share out of range" }
    for (name, value) in use.options {
      guard let option = description.options.first(where: { $0.name == name }) else {
        return "no option \(name)"
      }
      let isGood =
        switch (option.kind, value) {
        case (.number(let range, _), .number(let number)): range.contains(number)
        case (.count(let range, _), .number(let number)):
          number == number.rounded() && range.contains(Int(number))
        case (.flag, .flag): true
        case (.choice(let choices), .choice(let choice)): choices.contains(choice)
        default: false
        }
      if !isGood { return "option \(name) is \(value)" }
    }
    return nil
  }

  private static func problem(_ city: City) -> String? {
    var total = 0
    for subdistrict in city.subdistricts {
      guard (1...100_000_000).contains(subdistrict.residents), subdistrict.x.isFinite, subdistrict.y.isFinite,
        (1...100_000).contains(subdistrict.committees ?? 1)
      else { return "a subdistrict out of range" }
      total += subdistrict.residents
      for place in subdistrict.neighbourhoods {
        let shares = [place.share60plus, place.shareRenters, place.shareMigrants, place.shareMembers]
        guard place.residents > 0, shares.allSatisfy({ (0...1).contains($0 ?? 0) }),
          place.x?.isFinite != false, place.y?.isFinite != false
        else { return "a neighbourhood out of range" }
      }
    }
    return (1...100_000_000).contains(total) ? nil : "\(total) residents"
  }
}
