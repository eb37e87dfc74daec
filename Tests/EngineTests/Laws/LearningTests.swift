import Testing

@testable import Engine

@Suite struct LearningTests {
  /// A world in which nothing happens but forgetting.
  private func quiet() throws -> World {
    var setting = Setting.small()
    setting.parameters[.attitudeHalfLife] = 50
    setting.parameters[.memoryHalfLife] = 20
    setting.parameters[.fatigueHalfLife] = 5
    setting.parameters[.grievanceHalfLife] = 8
    return try World(setting, seed: 1, replicate: 0)
  }

  @Test func halfIsLeftAfterTheHalfLife() throws {
    var world = try quiet()
    let residents = world.population.residents.count
    for i in 0..<residents {
      world.population.residents.fatigue[i] = 0.8
      world.population.residents.grievance[i] = 0.6
      for k in 0..<4 {
        world.population.residents.trust[i * 4 + k] = 0.9
        world.population.residents.efficacy[i * 4 + k] = 0.1
      }
    }
    world.neighbourhoods[0].known = 0.5
    let base = Float(world.setting.parameters[.trustBase])
    func check(week: Int, _ value: Float, _ expected: Float, at due: Int) {
      if week == due { #expect((value - expected).magnitude < 1e-5, "week \(week)") }
    }
    for week in 1...50 {
      world.with(Learning.self) { Learning.run(&$0) }
      check(week: week, world.population.residents.fatigue[7], 0.4, at: 5)
      check(week: week, world.population.residents.grievance[7], 0.3, at: 8)
      check(week: week, Float(world.neighbourhoods[0].known), 0.25, at: 20)
      check(week: week, world.population.residents.efficacy[30], base + (0.1 - base) / 2, at: 20)
      check(week: week, world.population.residents.trust[30], base + (0.9 - base) / 2, at: 50)
    }
  }

  @Test func newsMovesEverybodyOfThePlaceAndNobodyElse() throws {
    var with = try quiet()
    var without = try quiet()
    with.neighbourhoods[1].news.success[Residents.BodyClass.core.rawValue] = 0.5
    with.neighbourhoods[1].news.failure[Residents.BodyClass.committee.rawValue] = 0.5
    with.with(Learning.self) { Learning.run(&$0) }
    without.with(Learning.self) { Learning.run(&$0) }
    for n in with.neighbourhoods.indices {
      for i in with.places.neighbourhoods[n].residents {
        let core = with.classIndex(.core, i)
        let committee = with.classIndex(.committee, i)
        let up = with.population.residents.trust[core] - without.population.residents.trust[core]
        let down = with.population.residents.trust[committee] - without.population.residents.trust[committee]
        #expect(n == 1 ? up >= 0 && down <= 0 : up == 0 && down == 0)
        if n == 1 && without.population.residents.trust[core] < 0.9 { #expect(up > 0) }
      }
    }
    #expect(with.neighbourhoods[1].news.success.sum() == 0)
  }

  /// Even the strongest news and the fastest parameters leave states between 0 and 1.
  @Test func extremesStayWithinBounds() throws {
    var setting = Setting.small()
    for quantity in ParameterID.allCases {
      setting.parameters[quantity] = ParameterID.table[quantity.rawValue].range.upperBound
    }
    var world = try World(setting, seed: 1, replicate: 0)
    for step in 0..<20 {
      for n in world.neighbourhoods.indices {
        world.neighbourhoods[n].news.success = SIMD4(repeating: step % 2 == 0 ? 9 : 0)
        world.neighbourhoods[n].news.failure = SIMD4(repeating: step % 3 == 0 ? 9 : 0)
        world.neighbourhoods[n].contacts = 1e6
        world.neighbourhoods[n].condition = 0
      }
      world.with(Learning.self) { Learning.run(&$0) }
      #expect(world.population.check() == [])
      #expect(world.neighbourhoods.allSatisfy { (0...1).contains($0.known) })
    }
  }

  @Test func whoWasAskedIsAskedForAWeekOnly() throws {
    var world = try quiet()
    world.population.residents.status[5].insert(.asked)
    world.population.residents.status[5].insert(.volunteer)
    world.with(Learning.self) { Learning.run(&$0) }
    #expect(!world.population.residents.status[5].contains(.asked))
    #expect(world.population.residents.status[5].contains(.volunteer))
  }
}
