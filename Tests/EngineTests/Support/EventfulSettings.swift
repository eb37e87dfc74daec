@testable import Engine

extension Setting {
  /// A small world in which much begins, ends and changes: every mechanism, some late or for a time; changes of
  /// conditions and shocks within the burn-in, over its end and after it.
  static func eventful() -> Setting {
    var setting = Setting.hamlets(MechanismUse.all)
    for k in setting.mechanisms.indices {
      if k % 3 == 1 { setting.mechanisms[k].from = 2 + k % 17 }
      if k % 4 == 2 { setting.mechanisms[k].until = 5 + k % 19 }
      if k % 5 == 3 { setting.mechanisms[k].places = .share(0.5) }
    }
    setting.conditions.changes = [
      .init(week: 0, condition: .wear, value: 0.01), .init(week: 3, condition: .demandLoad, value: 3),
      .init(week: 11, condition: .committeeBudget, value: 60_000),
      .init(week: 19, condition: .demandLoad, value: 1.5),
    ]
    setting.conditions.shocks = [
      .init(week: 1, weeks: 2, load: 2), .init(week: 3, weeks: 9, load: 1.5),
      .init(week: 17, weeks: 40, load: 1.3),
    ]
    setting.schedule.burnIn = 5
    setting.schedule.observed = 22
    return setting
  }

  /// Two subdistricts of 300 residents each, busy enough for all parts of the week to have work.
  static func hamlets(_ mechanisms: [MechanismUse] = []) -> Setting {
    var setting = Setting.busy()
    setting.city = Setting.twoSubdistricts().city
    for s in 0...1 {
      for n in 0...1 { setting.city.subdistricts[s].neighbourhoods[n].residents = 150 }
      setting.city.subdistricts[s].units = 12
    }
    setting.mechanisms = mechanisms
    setting.conditions[.publicNeeds] = 0.01
    return setting
  }

  /// A hundred residents, for what has to be done very often.
  static func tiny(_ mechanisms: [MechanismUse] = []) -> Setting {
    var setting = Setting.busy()
    setting.city = .rows([("A", .commodityEstate, 60), ("B", .laneHousing, 40)])
    setting.city.subdistricts[0].units = 6
    setting.mechanisms = mechanisms
    setting.conditions[.publicNeeds] = 0.02
    return setting
  }
}

extension SimulationRun {
  /// A run of a setting that has done some weeks.
  static func after(
    _ weeks: Int, _ setting: Setting, seed: UInt64 = 5, state: [UInt8]? = nil
  ) throws -> SimulationRun {
    if let state { return try taken(up: state, setting, seed: seed, to: weeks) }
    var run = try SimulationRun(setting, seed: seed, replicate: 1, places: true)
    try run.advance(to: weeks)
    return run
  }

  private static func taken(
    up state: [UInt8], _ setting: Setting, seed: UInt64, to weeks: Int
  ) throws -> SimulationRun {
    var run = try SimulationRun(setting, seed: seed, replicate: 1, places: true, state: state)
    try run.advance(to: weeks)
    return run
  }

  /// The bits of the result of a setting, from the start or from a state.
  static func bits(of setting: Setting, seed: UInt64 = 5, state: [UInt8]? = nil) throws -> [UInt64] {
    var run = try after(setting.schedule.total, setting, seed: seed, state: state)
    return run.result().bits
  }
}
