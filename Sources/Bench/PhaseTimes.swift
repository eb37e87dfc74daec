import Engine
import Foundation

/// What each phase of the week takes, in nanoseconds a resident.
struct PhaseTimes {
  let rows: [String]

  init(weeks: Int) throws {
    var world = try World(Setting(), seed: 1, replicate: 1)
    var seconds = [Double](repeating: 0, count: Phase.all.count)
    for _ in 0..<weeks {
      for (k, phase) in Phase.all.enumerated() {
        seconds[k] += measure { world.run(phase) }.seconds
      }
      world.endWeek()
    }
    let unit = Double(Setting().city.residents * weeks) * 1e-9
    rows =
      ["\nphase           ns/resident-week"]
      + zip(Phase.all, seconds).map { phase, time in
        let label = phase.name + String(repeating: " ", count: max(0, 16 - phase.name.count))
        return label + (time / unit).formatted(.number.precision(.fractionLength(2)))
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
