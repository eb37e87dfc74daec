import Engine
import Tables

/// Settings of the behavioural laws drawn over all that is not known of them: a Latin hypercube sample of all free
/// parameters over their ranges. The same number of draws is the same draws, whatever they are for.
enum ParameterDraws {
  /// Seed of the sample, independent of that of the runs.
  private static let seed: UInt64 = 1

  /// One value a draw for each of ``ParameterID/free``.
  static func values(_ count: Int) -> [[Double]] {
    let ranges = ParameterID.free.map { id in
      let row = ParameterID.table[id.rawValue]
      let place = Place.start(of: "")
      let keys = ["parameters", row.id].map { Patch.Key(text: $0, place: place) }
      return SampleRange(
        column: Design.Column(name: column(id), keys: keys), place: place, from: row.range.lowerBound,
        to: row.range.upperBound, isWhole: row.whole)
    }
    return LatinHypercube.design(ranges, points: count, seed: seed).points.map { point in
      point.patches.map { if case .number(let number, _) = $0.value.content { number } else { .nan } }
    }
  }

  /// The path of a parameter.
  static func column(_ id: ParameterID) -> String { "parameters.\(ParameterID.table[id.rawValue].id)" }
}

extension Claim {
  /// Replicates of every draw: the sign is asked for, not an interval.
  static let replicatesOfDraws = 2

  /// The registered experiment under so many draws of all free parameters; those in which its variants differ keep
  /// their values. Variants are called `draw N/variant`.
  public func drawn(_ count: Int) -> Experiment {
    let settings = experiment.variants.map(\.scenario.setting.parameters)
    let ids = ParameterID.free.enumerated().filter { _, id in
      settings.allSatisfy { $0[id] == settings[0][id] }
    }
    let digest = SettingDigest()
    var variants: [Variant] = []
    for (index, values) in ParameterDraws.values(count).enumerated() {
      let frame = Self.drawName(index + 1)
      for registered in experiment.variants {
        var scenario = registered.scenario
        for (place, id) in ids { scenario.setting.parameters[id] = values[place] }
        scenario.digest = digest.of(scenario.setting)
        variants.append(
          Variant(
            name: Self.name(registered.name, in: frame),
            levels: [frame, registered.name] + ids.map { NumberText.shortest(values[$0.offset]) },
            scenario: scenario))
      }
    }
    return joined(
      variants, factors: Self.factors + ids.map { ParameterDraws.column($0.element) }, name: "\(id) draws",
      replicates: Self.replicatesOfDraws)
  }

  /// The frame of a draw, counted from 1.
  public static func drawName(_ number: Int) -> String { "draw \(number)" }
}
