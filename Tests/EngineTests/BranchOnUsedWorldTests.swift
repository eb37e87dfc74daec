import Testing

@testable import Engine

/// One world serves many branches one after the other: nothing of one may reach the next.
@Suite struct BranchOnUsedWorldTests {
  @Test func branchesOnOneWorldAreRunsFromTheStart() throws {
    var base = Setting.busy()
    base.schedule.burnIn = 4
    base.schedule.observed = 20
    var trunk = try SimulationRun(base, seed: 5, replicate: 3, places: true)
    try trunk.advance(to: 10)
    let state = trunk.state()
    for type in MechanismRegistry.all {
      var setting = base
      setting.mechanisms = [MechanismUse(type.about.id, from: 10)]
      try trunk.takeUp(setting, state: state)
      try trunk.advance(to: 24)
      let branched = trunk.result().bits
      let whole = try Simulation.run(setting, seed: 5, replicate: 3, places: true).bits
      #expect(branched == whole, "\(type.about.id)")
    }
    try trunk.takeUp(base, state: state)
    try trunk.advance(to: 24)
    #expect(trunk.result().bits == (try Simulation.run(base, seed: 5, replicate: 3, places: true).bits))
  }
}
