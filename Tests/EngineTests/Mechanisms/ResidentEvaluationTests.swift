import Testing

@testable import Engine

@Suite struct ResidentEvaluationTests {
  private func use(_ options: [String: OptionValue] = [:]) -> MechanismUse {
    MechanismUse("residentEvaluation", options: options)
  }

  @Test func weightPassesFromSuperiorsToResidents() {
    let sample = StructureSample.shared
    let dependence = sample.conditions[.fundingDependence]
    let structure = sample.structure([use(["weight": .number(0.5)])])
    let committee = structure[.residentsCommittee, 0]!
    #expect((committee.upwardWeight - dependence / 2).magnitude < 1e-12)
    #expect((committee.upwardWeight + committee.downwardWeight - 1).magnitude < 1e-12)
    #expect(structure[.subdistrictOffice, 0] == sample.base[.subdistrictOffice, 0])
    let both = sample.structure([use(["bodies": .choice("both")])])
    #expect(both[.subdistrictOffice, 0]!.upwardWeight < dependence)
    #expect(structure.evaluations[0] == Evaluation(budgetShare: 0.2, basis: .solved))
  }

  @Test func hoursFollowWhoJudges() throws {
    func administrative(_ weight: Double) throws -> Double {
      var setting = Setting.small([use(["weight": .number(weight), "budget": .number(0)])])
      setting.conditions.values[.demandLoad] = 5
      setting.conditions.values[.taskAppetite] = 15
      let result = try Simulation.run(setting, seed: 2, replicate: 0)
      return result.measures[Measure.index("administrative_share")]
    }
    #expect(try administrative(1) < administrative(0))
  }

  @Test func aCommitteeIsJudgedByWhatItHasSolvedInTheQuarter() {
    var place = NeighbourhoodState()
    #expect(Judgement.solved(place) == 1)
    place.closedThisQuarter = 8
    place.solvedThisQuarter = 2
    #expect(Judgement.solved(place) == 0.25)
  }

  /// Yuan paid to committees in a year of small worlds where nothing can be solved.
  private func paid(_ mechanisms: [MechanismUse]) throws -> (yuan: Int64, resolved: Int) {
    var setting = Setting.small(mechanisms)
    setting.conditions.values[.staffSkill] = 0
    setting.conditions.values[.professionalHours] = 0
    setting.conditions.values[.technicalShare] = 2
    setting.conditions.values[.officeBudget] = 0
    setting.parameters[.selfHelp] = 0
    setting.parameters[.inputEffect] = 0
    var world = try World(setting, seed: 2, replicate: 0)
    for _ in 0..<39 { world.advance() }
    return (
      -world.ledger.balance(.money, world.slots.slot(.treasury)),
      world.demands.counts[Int(Demand.State.resolved.rawValue)]
    )
  }

  /// Where skill and knowledge are missing, withholding money takes it away and solves nothing.
  @Test func withholdingWhereNothingCanBeSolvedDoesNothingGood() throws {
    let without = try paid([])
    let with = try paid([use(["weight": .number(0), "budget": .number(1)])])
    // The money stays in the treasury.
    #expect(with.yuan < without.yuan)
    #expect(with.resolved <= without.resolved)
  }

  /// Trust is around a half, so half of what hangs on it is withheld from the second quarter on.
  @Test func trustAsJudgementIsTheMeanOfResidents() throws {
    var setting = Setting.small([use(["judgedBy": .choice("trust"), "budget": .number(1)])])
    setting.conditions.values[.fundingDependence] = 0.5
    var world = try World(setting, seed: 2, replicate: 0)
    for _ in 0..<14 { world.advance() }
    for n in 0..<3 {
      #expect(world.neighbourhoods[n].judgement > 0.2 && world.neighbourhoods[n].judgement < 0.8)
    }
  }
}
