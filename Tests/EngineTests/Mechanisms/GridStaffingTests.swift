import Testing

@testable import Engine

@Suite struct GridStaffingTests {
  private func use(_ options: [String: OptionValue] = [:], places: PlaceSelection = .all) -> MechanismUse {
    MechanismUse("gridStaffing", places: places, options: options)
  }

  @Test func officeStaffIsMovedIntoTheGridsOfItsPlaces() {
    let sample = StructureSample(.small())
    let base = sample.base
    let office = base[.subdistrictOffice, 0]!.staffMinutes
    let all = sample.structure([use(["share": .number(0.6), "neighbourhoodsPerGrid": .number(2)])])
    // West holds two neighbourhoods of three, East one.
    #expect(all[.gridTeam, 0]?.staffMinutes == Int(Double(office) * 0.6 * 2 / 3))
    #expect(all[.gridTeam, 1]?.staffMinutes == Int(Double(office) * 0.6 / 3))
    #expect(all[.gridTeam, 0]?.relief == Relief(serves: [0, 1], together: 2))
    #expect(all.staffMinutes == base.staffMinutes)
    let one = sample.structure([use(places: .named(["B"]))])
    #expect(one[.gridTeam, 0]?.relief?.serves == [1] && one[.gridTeam, 1] == nil)
  }

  @Test func hoursFollowWhomTheyServe() {
    let sample = StructureSample.shared
    func hours(_ serves: String) -> HourShares? {
      sample.structure([use(["serves": .choice(serves), "brokering": .number(0.2)])])[.gridTeam, 0]?.hours
    }
    #expect(hours("residents") == HourShares(relaying: 0, brokering: 0.2, serving: 0.8))
    #expect(hours("tasks") == HourShares(relaying: 0.8, brokering: 0.2, serving: 0))
    #expect(hours("both") == HourShares(relaying: 0.4, brokering: 0.2, serving: 0.4))
  }

  /// A world some weeks old, and again after the grids have worked once.
  private func relieved(_ options: [String: OptionValue]) throws -> (
    queue: (Int, Int), tasks: (Double, Double)
  ) {
    var setting = Setting.small([use(options)])
    setting.conditions.values[.demandLoad] = 3
    setting.conditions.values[.taskAppetite] = 12
    var world = try World(setting, seed: 3, replicate: 0)
    for _ in 0..<8 { world.advance() }
    for phase in Phase.all.prefix(while: { $0.name != "work" }) { world.run(phase) }
    func queue(_ world: borrowing World) -> Int {
      (0..<3).reduce(0) { $0 + world.actors[world.slots.slot(.residentsCommittee, $1)].queue.count }
    }
    func tasks(_ world: borrowing World) -> Double {
      (0..<3).reduce(0) { $0 + world.actors[world.slots.slot(.residentsCommittee, $1)].taskBacklog }
    }
    let before = (queue(world), tasks(world))
    world.with(Relieving.self) { Relieving.run(&$0) }
    #expect(world.ledger.problems(weekEnded: false) == [])
    return ((before.0, queue(world)), (before.1, tasks(world)))
  }

  @Test func gridsWorkOnTheQueuesTheyAreSentTo() throws {
    let residents = try relieved(["serves": .choice("residents")])
    #expect(residents.queue.1 < residents.queue.0 && residents.tasks.1 == residents.tasks.0)
    let tasks = try relieved(["serves": .choice("tasks")])
    #expect(tasks.queue.1 == tasks.queue.0 && tasks.tasks.1 < tasks.tasks.0)
    let both = try relieved(["serves": .choice("both")])
    #expect(both.queue.1 < both.queue.0 && both.tasks.1 < both.tasks.0)
  }

  @Test func goingRoundMoreNeighbourhoodsCostsTime() {
    #expect(Relieving.left(of: 600, among: 1, switchingCost: 0.1) == 600)
    let two = Relieving.left(of: 600, among: 2, switchingCost: 0.1)
    let ten = Relieving.left(of: 600, among: 10, switchingCost: 0.1)
    #expect(two == 570 && ten < two && ten > 540)
  }

  /// Sent out to broker alone, the teams leave every queue as it is.
  @Test func aGridWithoutHoursForQueuesDoesNothingGoodForThem() throws {
    let none = try relieved(["share": .number(1), "brokering": .number(1)])
    #expect(none.queue.0 > 0 && none.queue.1 == none.queue.0 && none.tasks.1 == none.tasks.0)
  }

  /// Whom the office sends away is missing there: what several departments share waits longer.
  @Test func anEmptyOfficeDoesNothingGoodForWhatIsItsOwn() throws {
    func waiting(_ mechanisms: [MechanismUse]) throws -> Int {
      var setting = Setting.small(mechanisms)
      setting.conditions.values[.crossDepartmentShare] = 3
      setting.conditions.values[.handover] = 1
      var world = try World(setting, seed: 3, replicate: 0)
      for _ in 0..<20 { world.advance() }
      return world.actors[world.slots.slot(.subdistrictOffice, 0)].queue.count
    }
    #expect(try waiting([use(["share": .number(1)])]) > waiting([]))
  }
}
