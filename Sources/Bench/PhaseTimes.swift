import Engine
import Foundation

/// What each phase of the week takes, in nanoseconds a resident: without mechanisms and with all of them.
struct PhaseTimes {
  let rows: [String]

  init(weeks: Int) throws {
    let plain = try Self.times(Setting(), weeks)
    let all = try Self.times(.withAllMechanisms, weeks)
    rows =
      ["\nphase           ns/resident-week   with all mechanisms"]
      + Phase.all.indices.map { k in
        let label = Phase.all[k].name + String(repeating: " ", count: max(0, 16 - Phase.all[k].name.count))
        return label + Row.number(plain[k], 16) + Row.number(all[k], 22)
      }
  }

  private static func times(_ setting: Setting, _ weeks: Int) throws -> [Double] {
    var world = try World(setting, seed: 1, replicate: 1)
    var seconds = [Double](repeating: 0, count: Phase.all.count)
    for _ in 0..<weeks {
      for (k, phase) in Phase.all.enumerated() {
        seconds[k] += measure { world.run(phase) }.seconds
      }
      world.endWeek()
    }
    let unit = Double(setting.city.residents * weeks) * 1e-9
    return seconds.map { $0 / unit }
  }
}

/// What each mechanism alone adds to the week, the dearest first.
struct MechanismTimes {
  let rows: [String]

  init(weeks: Int) throws {
    func time(_ uses: [MechanismUse]) throws -> Double {
      var setting = Setting()
      setting.mechanisms = uses
      var world = try World(setting, seed: 1, replicate: 1)
      return measure { for _ in 0..<weeks { world.advance() } }.seconds
    }
    let plain = try time([])
    let times = try MechanismRegistry.descriptions.map { ($0.id, try time([MechanismUse($0.id)]) / plain) }
    rows =
      ["\nmechanism alone                   × the week without it"]
      + times.sorted { ($0.1, $0.0) > ($1.1, $1.0) }.prefix(12).map { id, factor in
        id + String(repeating: " ", count: max(0, 34 - id.count)) + Row.number(factor, 8, places: 2)
      }
  }
}

extension Setting {
  /// The default world with every mechanism at its default options.
  static var withAllMechanisms: Setting {
    var setting = Setting()
    setting.mechanisms = MechanismRegistry.descriptions.map { MechanismUse($0.id) }
    return setting
  }
}
