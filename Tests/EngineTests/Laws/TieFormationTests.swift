import Testing

@testable import Engine

@Suite struct TieFormationTests {
  private func adults(_ world: borrowing World, _ count: Int) -> [Int] {
    Array(
      (0..<world.population.residents.count).filter { world.population.residents.traits[$0].isAdult }
        .prefix(count))
  }

  @Test func meetingIsMutual() throws {
    var world = try World(.small(), seed: 1, replicate: 0)
    let people = adults(world, 40)
    let draws = RandomSource(seed: 7, replicate: 0).stream(.meeting)
    for k in 0..<3_000 {
      let a = people[draws.index(below: 40, k, 0)]
      let b = people[draws.index(below: 40, k, 1)]
      let before = world.population.ties.strength(a, b)
      world.with(TieFormation.self) { $0.meet(a, b, gain: Double(1 + draws.index(below: 80, k, 2))) }
      #expect(world.population.ties.strength(a, b) == world.population.ties.strength(b, a))
      #expect(world.population.ties.strength(a, b) >= before)
      if k % 40 == 0 {
        world.with(Participation.self) { $0.markActive(people[draws.index(below: 40, k, 3)]) }
      }
    }
    #expect(world.population.ties.firstAsymmetry() == nil)
    #expect(WeekTests.problems(world).filter { $0.contains("ties") } == [])
  }

  @Test func childrenAndOneselfAreNotMet() throws {
    var world = try World(.small(), seed: 1, replicate: 0)
    let adult = try #require(adults(world, 1).first)
    let child = try #require(
      (0..<2_400).first { !world.population.residents.traits[$0].isAdult })
    let before = world.fingerprint()
    world.with(TieFormation.self) { $0.meet(adult, child, gain: 200) }
    world.with(TieFormation.self) { $0.meet(adult, adult, gain: 200) }
    #expect(world.fingerprint() == before)
  }

  /// Without meetings half of a tie's strength is left after the half-life, or less by whole numbers.
  @Test func unusedTiesFade() throws {
    var setting = Setting.small()
    setting.parameters[.everydayMeetings] = 0
    setting.parameters[.tieHalfLife] = 52
    setting.conditions.values[.associations] = 0
    setting.conditions.values[.demandLoad] = 0
    var world = try World(setting, seed: 1, replicate: 0)
    let (a, b) = (adults(world, 2)[0], adults(world, 2)[1])
    for _ in 0..<10 { world.with(TieFormation.self) { $0.meet(a, b, gain: 255) } }
    #expect(world.population.ties.strength(a, b) == 255)
    for _ in 0..<52 { world.advance() }
    #expect((120...127).contains(world.population.ties.strength(a, b)))
  }

  @Test func everydayMeetingsKeepTiesUp() throws {
    func ties(_ meetings: Double) throws -> Double {
      var setting = Setting.small()
      setting.parameters[.everydayMeetings] = meetings
      setting.parameters[.tieHalfLife] = 60
      let result = try Simulation.run(setting, seed: 2, replicate: 0)
      return result.series.last?.values[Measure.index("ties_per_resident")] ?? .nan
    }
    #expect(try ties(2) > ties(0))
  }

  @Test func someTieIsOneOfTheTies() throws {
    let world = try World(.small(), seed: 1, replicate: 0)
    for i in adults(world, 300) {
      var own: [Int] = []
      world.population.ties.forEach(of: i) { other, _ in own.append(other) }
      for u in [0.0, 0.3, 0.999999] {
        let one = world.population.ties.any(of: i, u)
        #expect(own.isEmpty ? one == nil : own.contains(one ?? -1))
      }
      if !own.isEmpty { #expect(world.population.ties.any(of: i, 0) == own.first) }
    }
  }
}
