import Testing

@testable import Engine

@Suite struct PreciseMatchingTests {
  private let sample = StructureSample.shared

  @Test func itIsWhatBodiesCanSee() {
    let structure = sample.structure([MechanismUse("preciseMatching", places: .named(["S"]))])
    let seen = Information(offersListed: 0.6, needsSurveyed: 0.3, agendaFollowsNeed: 0.6, reach: .block)
    for n in 0..<4 { #expect(structure.information[n] == (n < 2 ? seen : Information())) }
    // It does not narrow a reach that others have opened.
    let wide = sample.structure([MechanismUse("leadershipSystem"), MechanismUse("preciseMatching")])
    #expect(wide.information[0].reach == .subdistrict)
  }

  private func setting(_ options: [String: OptionValue]) -> Setting {
    var all: [String: OptionValue] = [
      "offersListed": .number(0), "needsSurveyed": .number(0), "agendaFollowsNeed": .number(0),
      "reach": .choice("neighbourhood"),
    ]
    all.merge(options) { _, new in new }
    return .small(
      [MechanismUse("preciseMatching", options: all)], [.committeeBudget: 10_000, .committeeMeetings: 52])
  }

  /// A survey registers needs that nobody voiced, and only a survey does.
  @Test func surveysFindWhatNobodyVoiced() throws {
    func found(_ share: Double) throws -> Int {
      try setting(["needsSurveyed": .number(share)]).world(after: 40).demands.rows
        .count { $0.origin == .body }
    }
    #expect(try found(0) == 0)
    #expect(try found(1) > found(0.1))
  }

  @Test func listsAndReachFindGifts() throws {
    func gifts(_ options: [String: OptionValue]) throws -> Double {
      var setting = setting(options)
      setting.parameters[.willingness] = 0.5
      return try setting.world(after: 60).counted(.offersMatched)
    }
    #expect(
      try gifts(["offersListed": .number(1), "reach": .choice("subdistrict")]) > gifts([:]))
  }

  /// A list of units that give nothing, however long and wide: nothing that is measured moves.
  @Test func aListNobodyGivesFromDoesNothingGood() throws {
    var long = setting(["offersListed": .number(1), "reach": .choice("subdistrict")])
    long.parameters[.willingness] = 0
    var absent = long
    absent.mechanisms = []
    #expect(try long.measureBits() == absent.measureBits())
  }

  /// A survey brings needs to people who have no time for them: more are registered, more end on paper or lapse,
  /// and a smaller share is met. (It falls by 0.3 %, which takes some forty runs to tell from 0.)
  @Test func aSurveyWithoutHandsDoesNothingGood() throws {
    func outcome(_ share: Double) throws -> (registered: Double, met: Double, blamed: Double) {
      var setting = setting(["needsSurveyed": .number(share)])
      setting.conditions.values[.taskAppetite] = 15
      setting.conditions.values[.fundingDependence] = 1
      var (closed, resolved) = (0.0, 0.0)
      for seed: UInt64 in 1...40 {
        let world = try setting.world(after: 60, seed: seed)
        closed += world.counted(.closed)
        resolved += world.counted(.resolved)
      }
      return (closed, resolved, closed - resolved)
    }
    let with = try outcome(1)
    let without = try outcome(0)
    #expect(with.registered > without.registered)
    #expect(with.met / with.registered < without.met / without.registered)
    #expect(with.blamed > without.blamed)
  }
}
