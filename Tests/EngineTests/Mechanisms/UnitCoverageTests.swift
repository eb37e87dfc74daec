import Testing

@testable import Engine

@Suite struct UnitCoverageTests {
  private let sample = StructureSample.shared

  private func use(_ options: [String: OptionValue]) -> [MechanismUse] {
    [MechanismUse("unitCoverage", options: options)]
  }

  @Test func organisersHubAndMoneyAreTakenFromWhatIsThere() {
    let structure = sample.structure(use(["yuan": .number(1_000), "coverage": .number(0.5)]))
    #expect(structure.yuanPerYear == sample.base.yuanPerYear)
    #expect(structure.staffMinutes == sample.base.staffMinutes)
    for n in 0..<4 {
      let branches = structure.branches[n]
      #expect(branches.onPaper == 0.5 && branches.hours == 24 && branches.pushed == 0.5)
      #expect(branches.yuanPerYear == 500 * Double(sample.record.units[n]))
      // Twelve activities of two hours a year.
      #expect((branches.yuanEach - 1_000 / 12).magnitude < 1e-9)
      let branch = Double(sample.base[.generalBranch, n]!.staffMinutes)
      #expect(structure[.unitsParty, n]?.staffMinutes == Int(branch * 0.2))
    }
    let office = Double(sample.base[.subdistrictOffice, 0]!.staffMinutes)
    #expect(structure[.hubPartyOrganisation, 0]?.staffMinutes == Int(office * 0.05))
  }

  private func coverage(_ world: borrowing World) -> (paper: Double, active: Double) {
    var sum = Snapshot()
    for n in world.neighbourhoods.indices { sum.add(world.snapshot(n)) }
    return (sum[.covered] / sum[.coverable], sum[.coveredActive] / sum[.coverable])
  }

  /// Everybody has an organisation on paper; relations of all units to begin with.
  private func world(_ options: [String: OptionValue], push: Double, relation: Float) throws -> World {
    var setting = Setting.small(use(["coverage": .number(1)].merging(options) { $1 }))
    setting.conditions.values[.outsidePush] = push
    var world = try World(setting, seed: 4, replicate: 0)
    for u in 0..<world.population.units.count { world.population.units.relation[u] = relation }
    return world
  }

  @Test func paperCoverageReachesEveryUnit() throws {
    var world = try world([:], push: 1, relation: 0.4)
    let without = try World(.small(), seed: 4, replicate: 0)
    #expect(coverage(world).paper > coverage(without).paper)
    for u in 0..<world.population.units.count { #expect(world.hasBranch(u) && !world.hasActiveBranch(u)) }
    for _ in 0..<20 { world.advance() }
    #expect((0..<world.population.units.count).contains { world.hasActiveBranch($0) })
    #expect(world.problems() == [])
  }

  /// A larger share holds every smaller one.
  @Test func coverageOnPaperIsNested() throws {
    let some = try World(.small(use(["coverage": .number(0.3)])), seed: 4, replicate: 0)
    let more = try World(.small(use(["coverage": .number(0.7)])), seed: 4, replicate: 0)
    for u in 0..<some.branchOnPaper.count { #expect(!some.branchOnPaper[u] || more.branchOnPaper[u]) }
    let counts = (some.branchOnPaper.filter { $0 }.count, more.branchOnPaper.filter { $0 }.count)
    #expect(counts.0 > 0 && counts.0 < counts.1)
  }

  /// The people of a hub do it where units' own people do not.
  @Test func hubsServeSmallUnits() throws {
    func hours(hubBelow: Double) throws -> Int64 {
      var world = try world(
        ["hubBelow": .number(hubBelow), "hubStaff": .number(0.5), "hours": .number(100)], push: 0, relation: 0
      )
      for _ in 0..<10 { world.advance() }
      return world.flow(.time, .activity, from: .hubPartyOrganisation)
    }
    #expect(try hours(hubBelow: 0) == 0)
    #expect(try hours(hubBelow: 500) > 0)
  }

  /// All on paper, all hanging on a push that does not come: paper rises, nothing lives, no unit is nearer.
  @Test func paperWithoutAPushDoesNothingGood() throws {
    func run(push: Double) throws -> (hours: Int64, paper: Double, active: Int) {
      var world = try world(
        ["pushDependence": .number(1), "hubBelow": .number(0), "hours": .number(100)], push: push,
        relation: 0.2)
      for _ in 0..<10 { world.advance() }
      return (
        world.flow(.time, .activity, from: .units), coverage(world).paper,
        world.branchActive.filter { $0 > 0 }.count
      )
    }
    let withdrawn = try run(push: 0)
    let pushed = try run(push: 1)
    #expect(withdrawn.hours == 0 && withdrawn.active == 0)
    #expect(pushed.hours > 0 && pushed.active > 0)
    // On paper there is no difference but by the groups that people join.
    #expect((withdrawn.paper - pushed.paper).magnitude < 0.02)
  }
}
