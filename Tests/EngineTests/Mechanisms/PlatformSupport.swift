@testable import Engine

extension World {
  /// Advances, and counts the weeks after which some matter was last before a platform.
  mutating func weeksWithMatters(before slot: Int, weeks: Int) -> Int {
    var count = 0
    for _ in 0..<weeks {
      advance()
      if demands.rows.contains(where: { $0.isPublic && Int($0.holder) == slot }) { count += 1 }
    }
    return count
  }

  /// What is counted, over all neighbourhoods.
  func total(_ counter: Counter) -> Double {
    neighbourhoods.indices.reduce(0) { $0 + tally.row($1)[counter.rawValue] }
  }

  /// Local matters that were decided and are not closed.
  var localDecided: Int {
    demands.rows.count {
      ScopeSet.local.contains($0.scope) && ($0.state == .resourced || $0.state == .inWork)
    }
  }
}

extension Setting {
  /// A small setting in which groups take up no matters of their own accord.
  static func smallWithoutTakingUp(_ mechanisms: [MechanismUse]) -> Setting {
    var setting = Setting.small(mechanisms)
    setting.parameters[.takingUp] = 0
    return setting
  }
}

extension Demand {
  static func sample(_ kind: DemandKind, _ scope: Scope, n: Int = 0, resident: Int = 0) -> Demand {
    Demand(
      key: 1, resident: Int32(resident), neighbourhood: Int32(n), group: 0, opponents: -1, kind: kind,
      scope: scope, state: .latent, origin: .voiced, technical: false, departments: 1, salience: 0.5, born: 0,
      since: 0)
  }
}
