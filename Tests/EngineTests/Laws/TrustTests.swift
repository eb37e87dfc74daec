import Testing

@testable import Engine

@Suite struct TrustTests {
  private let levels = stride(from: Float(0), through: 1, by: 0.1)

  @Test func trustStaysBetweenZeroAndOne() {
    for value in levels {
      for expectation in levels {
        for weight in levels {
          let up = Trust.gained(value, rate: 0.3, weight: weight)
          let down = Trust.lost(value, rate: 0.3, asymmetry: 4, expectation: expectation, weight: weight)
          #expect(up >= value && up <= 1 && down <= value && down >= 0)
        }
      }
    }
  }

  @Test func lossesAreLargerThanGains() {
    // In the middle, with middling expectation, the loss is the asymmetry times the gain.
    let gain = Trust.gained(0.5, rate: 0.1, weight: 1) - 0.5
    let loss = 0.5 - Trust.lost(0.5, rate: 0.1, asymmetry: 2, expectation: 0.5, weight: 1)
    #expect((loss / gain - 2).magnitude < 1e-4)
  }

  @Test func whoExpectsMoreIsMoreDisappointed() {
    let losses = levels.map { Trust.lost(0.6, rate: 0.1, asymmetry: 2, expectation: $0, weight: 1) }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func experienceConcernsOneClassOfBodies() throws {
    var world = try World(.small(), seed: 1, replicate: 0)
    func state(_ world: borrowing World, _ bodies: Residents.BodyClass) -> [Float] {
      let index = world.classIndex(bodies, 100)
      return [world.population.residents.trust[index], world.population.residents.efficacy[index]]
    }
    world.population.residents.grievance[100] = 0.4
    let before = Residents.BodyClass.allCases.map { state(world, $0) }
    world.with(Trust.self) { Trust.reward(&$0, resident: 100, by: .core, weight: 1) }
    #expect(world.population.residents.grievance[100] < 0.4)
    for (k, bodies) in Residents.BodyClass.allCases.enumerated() {
      let after = state(world, bodies)
      #expect(bodies == .core ? after[0] > before[k][0] && after[1] > before[k][1] : after == before[k])
    }
    world.with(Trust.self) { Trust.disappoint(&$0, resident: 100, by: .core, weight: 1) }
    // One failure undoes more than one success brought.
    #expect(state(world, .core)[0] < before[Residents.BodyClass.core.rawValue][0])
  }
}
