import Foundation
import Scenarios
import Tables
import Testing

@testable import Engine
@testable import Experiments

/// From a claim file to what came of it, with a model whose effects are known.
struct ClaimResultTests {
  private static func contrast(
    _ weights: String, _ expect: String, smallest: Double = 0.5, more: String = ""
  ) -> String {
    "{measure: \"grievance\", weights: {\(weights)}, expect: \"\(expect)\", smallest: \(smallest)\(more)}"
  }

  @Test func everyFrameIsTested() throws {
    let result = try ClaimSample.result(ClaimSample.text())
    #expect(result.tests.map(\.frame) == ["as registered", "veto removing", "neutral", "few ties", "larger"])
    let effects = result.tests.map(\.effect)
    // One more of load, and half of a tenth by luck.
    #expect(abs(effects[0].mean - 1.05) < 1e-12 && effects[0].count == 6)
    #expect(abs(effects[1].mean + 1) < 1e-12 && effects[1].low == effects[1].high)
    #expect(abs(effects[2].mean - 0.05) < 1e-12)
    #expect(abs(effects[4].mean - 1.05) < 0.06 && effects[4].count == 2)
    #expect(result.tests.map(\.outcome) == [.holds, .fails, .fails, .holds, .holds])
    #expect(result.isGone == true)
    #expect(
      result.verdict
        == Verdict(.conditional, "holds: as registered, few ties, larger; fails: veto removing"))
  }

  @Test func anEffectThatStaysWithoutItsLawIsTold() throws {
    let runner: Batch.Runner = { (setting, seed, replicate, places) throws(SimulationError) in
      var setting = setting
      setting.parameters[name: "asksPerTie"] = 0.0329
      setting.forms.veto = .suppressing
      return try ClaimSample.runner(setting, seed, replicate, places)
    }
    let result = try ClaimSample.result(ClaimSample.text(), with: runner)
    #expect(result.isGone == false)
    #expect(
      result.verdict == Verdict(.notIdentifiable, "effect of contrast 1 stays with Mobilisation neutral"))
  }

  /// Each effect is asked for by itself: that one is gone says nothing of another, and what never was cannot go.
  @Test func effectsAreGoneOneByOne() throws {
    let rise = Self.contrast("b: 1, a: -1", "increase")
    // Without asking all that is left is luck, which differs by a tenth in half of the replicates.
    let luck = Self.contrast("b: 1, a: -1", "increase", smallest: 0.01)
    let both = try ClaimSample.result(ClaimSample.text(contrasts: [rise, luck]))
    #expect(both.tests.filter { $0.kind == .neutral }.map(\.outcome) == [.fails, .open])
    #expect(both.isGone == false)
    #expect(
      both.verdict == Verdict(.notIdentifiable, "effect of contrast 2 stays with Mobilisation neutral"))
    let fall = try ClaimSample.result(ClaimSample.text(contrasts: [Self.contrast("b: -1, a: 1", "increase")]))
    #expect(fall.tests[0].outcome == .fails && fall.isGone == nil)
  }

  @Test func noEffectIsTestedForEquivalence() throws {
    let none = Self.contrast("a: 1, c: -1", "none", more: "")
    let result = try ClaimSample.result(
      ClaimSample.text(
        contrasts: [none], shape: "none", neutral: nil, more: "resources: {unequal: \"a fund\"}"))
    #expect(result.tests[0].outcome == .holds && result.tests[0].effect.p == 0)
    #expect(result.isGone == nil)
    let few = try ClaimSample.result(
      ClaimSample.text(
        contrasts: [Self.contrast("b: 1, a: -1", "none", smallest: 1.06)], shape: "none", neutral: nil))
    // The interval at 90 % reaches beyond the smallest effect.
    #expect(few.tests[0].outcome == .open && few.tests[0].effect.p > 0.05)
  }

  @Test func weeksAreAveragedOverTheirIntervals() throws {
    let early = Self.contrast("b: 1, a: -1", "increase", more: ", weeks: [1, 4]")
    let late = Self.contrast("b: 1, a: -1", "decrease", more: ", weeks: [5, 12]")
    let result = try ClaimSample.result(
      ClaimSample.text(contrasts: [early, late], shape: "signChange"))
    #expect(abs(result.tests[0].effect.mean - 1.05) < 1e-12)
    // Mean of the weeks 8 and 12.
    #expect(abs(result.tests[1].effect.mean + 10.5) < 1e-12)
    #expect(result.tests[0].outcome == .holds && result.tests[1].outcome == .holds)
  }

  @Test func spreadsAreCompared() throws {
    let spread = Self.contrast("b: 1, a: -1", "increase", more: ", spread: true")
    let result = try ClaimSample.result(ClaimSample.text(contrasts: [spread], shape: "largerVariance"))
    let (registered, fewTies) = (result.tests[0], result.tests[3])
    // Luck of 3, 4 and 5, twice each; doubled where ties are few.
    #expect(abs(fewTies.effect.mean - (4.0 / 5).squareRoot() * 1) < 0.2 && fewTies.outcome == .holds)
    #expect(registered.outcome == .fails && registered.effect.mean.magnitude < 0.1)
  }

  @Test func interactionsAreSecondDifferences() throws {
    let second = Self.contrast("a: -2, b: 1, c: 1", "increase")
    let result = try ClaimSample.result(
      ClaimSample.text(
        contrasts: [second], shape: "interaction", more: "resources: {unequal: \"the fund\"}"))
    #expect(abs(result.tests[0].effect.mean - 1.05) < 1e-12)
    #expect(abs(result.resources.money - 0.12) < 1e-12)
    #expect(result.verdict.condition.hasPrefix("at unequal resources: +12.0 % money; holds: "))
  }

  @Test func resourcesAreComparedWithinContrasts() throws {
    let fund = Self.contrast("c: -1, a: 1", "none")
    func resources(_ contrasts: [String], _ more: String = "") throws -> ClaimResult {
      try ClaimSample.result(
        ClaimSample.text(contrasts: contrasts, shape: "none", neutral: nil, more: more))
    }
    let unequal = try resources([fund])
    #expect(abs(unequal.resources.money + 0.12) < 1e-12 && unequal.resources.hours == 0)
    #expect(unequal.verdict == Verdict(.notIdentifiable, "unequal resources: -12.0 % money"))
    // Only the arms that are named must be equal; wages and residents' own time are no public resources.
    let load = Self.contrast("b: 1, a: -1", "none", smallest: 3)
    let cost = try resources([fund, load], "resources: {equalCost: [\"a\", \"b\"], reason: \"a fund\"}")
    #expect(cost.resources.money == 0 && cost.resources.hours == 0)
    #expect(abs(cost.resources.members - 6.0 / 600) < 1e-12)
    #expect(cost.verdict.kind != .notIdentifiable)
  }

  @Test func aMeasureWithoutValuesIsTold() throws {
    let text = ClaimSample.text().replacing("grievance\", weights", with: "order\", weights")
    let result = try ClaimSample.result(text)
    #expect(result.verdict == Verdict(.notIdentifiable, "'order' is undefined"))
  }

  @Test func robustnessIsTheShareOfDrawsWithTheSign() throws {
    // Asking is drawn over its range and is above 0 in every draw.
    let always = try ClaimSample.result(ClaimSample.text(), draws: 8)
    #expect(always.robustness == 1 && always.draws == 8)
    let sometimes: Batch.Runner = { (setting, seed, replicate, places) throws(SimulationError) in
      var setting = setting
      // The lower half of the range turns the sign round.
      let asking = setting.parameters[name: "asksPerTie"] ?? 0
      if asking < 0.075, asking != 0.0329 { setting.forms.veto = .removing }
      return try ClaimSample.runner(setting, seed, replicate, places)
    }
    #expect(try ClaimSample.result(ClaimSample.text(), draws: 8, with: sometimes).robustness == 0.5)
    #expect(try ClaimSample.result(ClaimSample.text()).robustness == nil)
  }
}
