import Testing

@testable import Engine

/// Hand-over: what belongs elsewhere arrives late, and later where no path is kept.
@Suite struct RegistrationTests {
  /// Demands on their way between bodies after 30 weeks.
  private func underWay(handover: Double, departments: Double = 3) throws -> Int {
    var setting = Setting.small()
    setting.conditions.values[.handover] = handover
    setting.conditions.values[.crossDepartmentShare] = departments
    var world = try World(setting, seed: 5, replicate: 1)
    for _ in 0..<30 { world.advance() }
    return world.demands.counts[Int(Demand.State.referred.rawValue)]
  }

  @Test func aKeptPathShortensTheWay() throws {
    let kept = try underWay(handover: 1)
    let lost = try underWay(handover: 0)
    #expect(kept > 0)
    #expect(lost > 2 * kept)
  }

  @Test func moreDepartmentsMeanMoreOnTheWay() throws {
    #expect(try underWay(handover: 0.5, departments: 3) > underWay(handover: 0.5, departments: 0.5))
  }

  @Test func aServiceStationTakesWhatIsItsOwn() throws {
    var setting = Setting.small()
    setting.mechanisms = [
      MechanismUse("oneCoreOneStationTwoCommittees", options: ["preset": .choice("oneCommitteeTwoStations")])
    ]
    let world = try World(setting, seed: 1, replicate: 1)
    #expect(Registration.serviceBody(world.structure, 0, .elderCare) == .serviceStation)
    #expect(Registration.serviceBody(world.structure, 0, .propertyRepair) == .propertyCompany)
    let plain = try World(.small(), seed: 1, replicate: 1)
    #expect(Registration.serviceBody(plain.structure, 0, .elderCare) == .residentsCommittee)
  }
}
