import Testing

@testable import Engine

/// Granovetter's (1978) fixed point, as the limit of the model's logit.
@Suite struct ParticipationTests {
  /// Where the share of active people settles when, with a steep logit and only the active share in it, each joins
  /// once that share reaches their threshold: Granovetter's rule as a limit of the model's own.
  private func equilibrium(_ thresholds: [Double]) -> Double {
    let steepness: Float = 4_000
    var p = Parameters()
    for id in [
      ParameterID.joinBase, .askedWeight, .commitmentWeight, .efficacyWeight, .fatigueWeight,
    ] {
      p[id] = 0
    }
    p[.activeTiesWeight] = Double(steepness)
    let weights = Participation.Weights(p)
    var active: Float = 0
    for _ in 0..<400 {
      var sum: Float = 0
      for threshold in thresholds {
        // Just below the threshold, so that reaching it is enough.
        sum += FixedMath.logistic(
          Participation.utility(
            readiness: -steepness * Float(threshold - 0.004), asked: 1, activeTies: active, identification: 1,
            publicness: 1, efficacy: 1, fatigue: 1, weights))
      }
      let next = sum / Float(max(thresholds.count, 1))
      if (next - active).magnitude < 1e-7 { break }
      active = next
    }
    return Double(active)
  }

  private let uniform = (0..<100).map { Double($0) / 100 }

  @Test func uniformThresholdsBringEverybody() {
    #expect((equilibrium(uniform) - 1).magnitude < 1e-3)
  }

  @Test func oneChangedThresholdStopsTheCascade() {
    var thresholds = uniform
    thresholds[1] = 0.02
    #expect((equilibrium(thresholds) - 0.01).magnitude < 1e-3)
    // Nobody who begins, nobody who follows.
    thresholds[0] = 0.01
    #expect(equilibrium(thresholds) < 1e-3)
    #expect(equilibrium([]) == 0)
  }

  /// Thresholds around a quarter: with a small spread hardly anybody begins; past a critical spread almost all
  /// follow; with ever larger spreads the equilibrium falls towards one half.
  @Test func normalThresholdsJumpAtACriticalSpread() {
    let draws = RandomSource(seed: 4, replicate: 0).stream(.placement)
    func equilibrium(deviation: Double) -> Double {
      self.equilibrium((0..<1_500).map { 0.25 + deviation * draws.normal($0) })
    }
    #expect(equilibrium(deviation: 0.05) < 0.01)
    #expect(equilibrium(deviation: 0.1) < 0.1)
    #expect(equilibrium(deviation: 0.15) > 0.9)
    let wide = [0.2, 0.4, 1, 4].map(equilibrium)
    #expect(zip(wide, wide.dropFirst()).allSatisfy { $0 > $1 })
    #expect(wide[3] > 0.5 && wide[3] < 0.65)
  }

  @Test func everyReasonPullsInItsDirection() {
    let weights = Participation.Weights(Parameters())
    func utility(_ x: [Float]) -> Float {
      Participation.utility(
        readiness: x[0], asked: x[1], activeTies: x[2], identification: x[3], publicness: x[4],
        efficacy: x[5], fatigue: x[6], weights)
    }
    let middle = [Float](repeating: 0.5, count: 7)
    for reason in 0..<7 {
      var more = middle
      more[reason] = 1
      #expect((utility(more) > utility(middle)) == (reason < 6), "reason \(reason)")
    }
  }

  /// Without an occasion nobody takes part; with one, somebody does; those who are asked more often.
  @Test func itTakesAnOccasion() throws {
    var setting = Setting.small()
    setting.conditions.values[.associations] = 0
    setting.conditions[.publicNeeds] = 0
    var world = try World(setting, seed: 3, replicate: 0)
    world.with(Participation.self) { Participation.run(&$0) }
    #expect(world.neighbourhoods.allSatisfy { $0.participants.isEmpty })
    setting.conditions.values[.associations] = 60
    setting.parameters[.joinBase] = -3
    setting.parameters[.askedWeight] = 4
    world = try World(setting, seed: 3, replicate: 0)
    for i in 0..<world.population.residents.count where i % 2 == 0 {
      world.population.residents.status[i].insert(.asked)
    }
    world.with(Participation.self) { Participation.run(&$0) }
    let joined = world.neighbourhoods.flatMap { $0.participants.map { Int($0.resident) } }
    let asked = joined.count { $0 % 2 == 0 }
    #expect(joined.count > 50 && asked > 2 * (joined.count - asked))
  }

  @Test func childrenDoNotTakePart() throws {
    var setting = Setting.small()
    setting.parameters[.joinBase] = -3
    setting.conditions.values[.associations] = 60
    var world = try World(setting, seed: 5, replicate: 0)
    for _ in 0..<8 { world.advance() }
    for i in 0..<world.population.residents.count where world.population.residents.lastActive[i] > 0 {
      #expect(world.population.residents.traits[i].isAdult)
    }
  }
}
