@testable import Engine

/// Settings small enough to run in a test.
extension Setting {
  /// One subdistrict of 2,400 residents in three neighbourhoods.
  static func small(_ mechanisms: [MechanismUse] = []) -> Setting {
    var setting = Setting()
    setting.city = .rows([
      ("A", .commodityEstate, 900), ("B", .laneHousing, 700), ("C", .formerPublicHousing, 800),
    ])
    for index in setting.city.subdistricts[0].neighbourhoods.indices {
      setting.city.subdistricts[0].neighbourhoods[index].block = index < 2 ? "East" : "West"
    }
    setting.city.subdistricts[0].units = 40
    setting.mechanisms = mechanisms
    // So small a world needs many public matters for all parts of the week to have work.
    setting.conditions[.publicNeeds] = 0.003
    setting.schedule.burnIn = 4
    setting.schedule.observed = 36
    return setting
  }

  /// The same for half a year.
  static func brief() -> Setting {
    var setting = Setting.small()
    setting.schedule.observed = 20
    return setting
  }

  /// The same with more needs and more groups, for what seldom happens.
  static func busy() -> Setting {
    var setting = Setting.small()
    setting.conditions[.demandLoad] = 4
    setting.conditions[.associations] = 60
    return setting
  }

  /// Two subdistricts that share nothing but a few far ties: neighbourhoods A and B in S, C and D in T.
  static func twoSubdistricts(_ mechanisms: [MechanismUse] = []) -> Setting {
    var setting = Setting.small(mechanisms)
    setting.city = .rows([("A", .commodityEstate, 700), ("B", .laneHousing, 500)])
    var second = City.rows([("C", .formerPublicHousing, 600), ("D", .commodityEstate, 600)]).subdistricts[0]
    second.name = "T"
    second.x = 5
    setting.city.subdistricts.append(second)
    for s in 0...1 {
      setting.city.subdistricts[s].neighbourhoods[0].block = "near"
      setting.city.subdistricts[s].neighbourhoods[1].block = "remote"
    }
    return setting
  }
}

extension MechanismUse {
  /// Every mechanism at its defaults.
  static let all: [MechanismUse] = MechanismRegistry.descriptions.map { MechanismUse($0.id) }
}

extension RunResult {
  /// All numbers of a result, bit for bit: NaN equals itself here.
  var bits: [UInt64] {
    let rows =
      measures + series.flatMap { [Double($0.week)] + $0.values }
      + places.flatMap { [$0.x, $0.y, Double($0.residents)] + $0.values }
    return rows.map(\.bitPattern) + flows.map { UInt64(bitPattern: $0.amount) } + [fingerprint.value]
  }
}
