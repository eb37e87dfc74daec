import Testing

@testable import Engine

@Suite struct AttentionTests {
  private func body(up: Double = 0.6, relaying: Double = 0.5, serving: Double = 0.3) -> Body {
    Body(
      staffMinutes: 2_400,
      hours: HourShares(relaying: relaying, brokering: 1 - relaying - serving, serving: serving),
      administrativeTasks: 1, takesServiceDemands: true, upwardWeight: up, downwardWeight: 1 - up, skill: 0.5)
  }

  private func share(_ body: Body, tasks: Double, service: Double) -> Double {
    Attention.taskShare(body: body, tasks: tasks, service: service, capacity: 2_400)
  }

  @Test func onlyWhatWaitsGetsHours() {
    #expect(share(body(), tasks: 0, service: 0) == 0)
    #expect(share(body(), tasks: 500, service: 0) == 1)
    #expect(share(body(), tasks: 0, service: 500) == 0)
  }

  @Test func aWeightOfZeroIsNeverServedFirst() {
    #expect(share(body(up: 0), tasks: 5_000, service: 10) == 0)
    #expect(share(body(up: 1), tasks: 10, service: 5_000) == 1)
    #expect(share(body(relaying: 0), tasks: 5_000, service: 10) == 0)
    #expect(share(body(relaying: 0.7, serving: 0), tasks: 10, service: 5_000) == 1)
  }

  @Test func equalPressureIsSharedByWeight() {
    let shares = share(body(up: 0.6, relaying: 0.4, serving: 0.3), tasks: 900, service: 900)
    #expect((shares - 0.6 * 0.4 / (0.6 * 0.4 + 0.4 * 0.3)).magnitude < 1e-12)
  }

  @Test func sharesRiseWithTheBacklogAndStayWithinBounds() {
    var last = -1.0
    for tasks in stride(from: 0.0, through: 20_000, by: 500) {
      let now = share(body(), tasks: tasks, service: 2_000)
      #expect(now >= 0 && now <= 1 && now > last)
      #expect(share(body(), tasks: 2_000, service: tasks) <= 1)
      last = now
    }
  }

  @Test func closingOnPaperComesFromAboveAndFromBacklog() {
    let p = Parameters()
    #expect(Attention.formalClosing(body: body(up: 0), backlogWeeks: 9, p) == 0)
    #expect(Attention.formalClosing(body: body(), backlogWeeks: 0, p) == 0)
    let half = Attention.formalClosing(body: body(up: 1), backlogWeeks: 1, p)
    #expect((half - p[.formalClosing] / 2).magnitude < 1e-12)
    let chances = (0..<20).map { Attention.formalClosing(body: body(), backlogWeeks: Double($0), p) }
    #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 < $1 } && chances[19] < p[.formalClosing])
  }

  /// Without tasks from above the committee spends no hour on administration; with many it spends most of them.
  @Test func tasksFromAboveTakeTheCommitteesHours() throws {
    func share(_ appetite: Double) throws -> Double {
      var setting = Setting.small()
      setting.conditions.values[.taskAppetite] = appetite
      let result = try Simulation.run(setting, seed: 4, replicate: 0)
      return result.measures[Measure.index("administrative_share")]
    }
    let shares = try [0, 2, 15].map(share)
    #expect(shares[0] == 0 && shares[0] < shares[1] && shares[1] < shares[2])
  }

  /// Where money hangs on tasks, a committee that cannot do them is paid less; elsewhere it is not.
  @Test func undoneTasksCostMoneyWhereItHangsOnThem() throws {
    func paid(withholding: Double, appetite: Double) throws -> Int64 {
      var setting = Setting.small()
      setting.conditions.values[.withholding] = withholding
      setting.conditions.values[.taskAppetite] = appetite
      var world = try World(setting, seed: 1, replicate: 1)
      for _ in 0..<40 { world.advance() }
      return world.ledger.flow(
        .money, Purpose.budget.rawValue, from: ActorKind.treasury.rawValue,
        to: ActorKind.residentsCommittee.rawValue)
    }
    let full = try paid(withholding: 0, appetite: 15)
    #expect(try paid(withholding: 0, appetite: 1) == full)
    #expect(try paid(withholding: 1, appetite: 15) < full * 9 / 10)
    #expect(try paid(withholding: 1, appetite: 1) > full * 99 / 100)
  }
}
