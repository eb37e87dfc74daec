import Testing

@testable import Engine

/// One world serves many branches one after the other: nothing of one may reach the next.
@Suite struct BranchOnUsedWorldTests {
  @Test func branchesOnOneWorldAreRunsFromTheStart() throws {
    var base = Setting.busy()
    base.schedule.burnIn = 10
    base.schedule.observed = 30
    var trunk = try SimulationRun(base, seed: 5, replicate: 3, places: true)
    try trunk.advance(to: 14)
    let state = trunk.state()
    for type in MechanismRegistry.all {
      var setting = base
      setting.mechanisms = [MechanismUse(type.description.id, from: 14)]
      try trunk.takeUp(setting, state: state)
      try trunk.advance(to: 40)
      let branched = trunk.result().bits
      let whole = try Simulation.run(setting, seed: 5, replicate: 3, places: true).bits
      #expect(branched == whole, "\(type.description.id)")
    }
    try trunk.takeUp(base, state: state)
    try trunk.advance(to: 40)
    #expect(trunk.result().bits == (try Simulation.run(base, seed: 5, replicate: 3, places: true).bits))
  }
}
