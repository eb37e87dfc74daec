import Scenarios
import Testing

@testable import Experiments

struct OutcomeTests {
  private static func effect(_ mean: Double, _ outer: Double, _ inner: Double) -> Effect {
    Effect(
      mean: mean, low: mean - outer, high: mean + outer, innerLow: mean - inner, innerHigh: mean + inner)
  }

  /// Mean, half of the 95 % and of the 90 % interval, expectation, what follows for a smallest effect of 1.
  @Test(arguments: [
    (3.0, 1.0, 0.8, Claim.Expectation.increase, Outcome.holds),
    // Not zero, but less than the smallest effect, or perhaps less.
    (0.9, 0.5, 0.4, .increase, .open), (0.5, 0.3, 0.2, .increase, .fails),
    (1.0, 1.0, 0.8, .increase, .open), (1.0, 0.99, 0.8, .increase, .holds),
    (2.0, 2.5, 2.0, .increase, .open), (0.0, 0.9, 0.8, .increase, .fails), (0.0, 1.0, 0.8, .increase, .open),
    (-3.0, 1.0, 0.8, .increase, .fails), (-3.0, 1.0, 0.8, .decrease, .holds),
    (-0.5, 0.3, 0.2, .decrease, .fails), (3.0, 1.0, 0.8, .decrease, .fails),
    (-1.0, 2.0, 1.8, .decrease, .open),
    (0.2, 0.9, 0.8, .none, .holds), (-0.3, 0.8, 0.6, .none, .holds), (0.2, 0.9, 0.81, .none, .open),
    (3.0, 1.0, 0.8, .none, .fails), (-3.0, 1.0, 0.8, .none, .fails), (1.5, 0.6, 0.5, .none, .open),
    (.nan, .nan, .nan, .increase, .open), (2.0, .nan, .nan, .increase, .open),
    (.nan, .nan, .nan, .none, .open),
  ])
  func followsFromTheInterval(
    mean: Double, outer: Double, inner: Double, expect: Claim.Expectation, outcome: Outcome
  ) {
    #expect(Outcome(Self.effect(mean, outer, inner), expect: expect, smallest: 1) == outcome)
  }

  /// The opposite and too little of the same are different findings.
  @Test(arguments: [
    (Claim.Expectation.increase, -3.0, -4.0, -2.0, Miss.otherWay),
    (.increase, -0.5, -0.6, -0.4, .otherWayButSmall),
    (.increase, 0.5, 0.4, 0.6, .rightButSmall), (.increase, 0.1, -0.2, 0.4, .nothing),
    (.decrease, 3, 2, 4, .otherWay), (.decrease, 0.5, 0.4, 0.6, .otherWayButSmall),
    (.decrease, -0.5, -0.6, -0.4, .rightButSmall), (.decrease, 0.1, -0.2, 0.4, .nothing),
    (.none, 3, 2, 4, .difference), (.none, -3, -4, -2, .difference),
  ]) func aMissHasAWay(
    expect: Claim.Expectation, effect: Double, low: Double, high: Double, wanted: Miss
  ) {
    #expect(Miss(effect, low: low, high: high, expect: expect, smallest: 1) == wanted)
  }

  @Test func aFrameHoldsWhereAllHold() {
    #expect(Outcome(all: [.holds, .holds]) == .holds)
    #expect(Outcome(all: [.holds, .open]) == .open)
    #expect(Outcome(all: [.open, .fails, .holds]) == .fails)
    #expect(Outcome(all: []) == .open)
  }
}

struct VerdictTests {
  private static func verdict(
    _ outcomes: [Outcome], staying: [Int] = [], isEmergent: Bool = true, undefined: String? = nil,
    unequal: String? = nil, mayBeUnequal: Bool = false
  ) -> Verdict {
    let names = ["as registered", "veto removing", "high load", "larger"]
    return Verdict(
      Verdict.Findings(
        frames: zip(names, outcomes).map { ($0, $1) }, staying: staying,
        neutralLaws: ["Attendance", "Voice"],
        isEmergent: isEmergent, undefined: undefined, unequal: unequal, mayBeUnequal: mayBeUnequal))
  }

  @Test func followsFromTheFrames() {
    #expect(Self.verdict([.holds, .holds, .holds, .holds]) == Verdict(.supported))
    #expect(Self.verdict([.holds, .open, .open, .open]) == Verdict(.supported))
    #expect(Self.verdict([.holds]) == Verdict(.supported))
    #expect(Self.verdict([.fails, .fails, .open, .fails]) == Verdict(.contradicted))
    #expect(
      Self.verdict([.holds, .open, .fails, .holds])
        == Verdict(.conditional, "holds: as registered, larger; fails: high load"))
    #expect(
      Self.verdict([.fails, .holds, .fails, .open])
        == Verdict(.conditional, "holds: veto removing; fails: as registered, high load"))
    #expect(Self.verdict([.open, .holds, .holds]) == Verdict(.notIdentifiable, "open as registered"))
    #expect(Self.verdict([]) == Verdict(.notIdentifiable, "not tried"))
  }

  @Test func anEffectThatNeedsNoLawShowsNothing() {
    let stays = Verdict(.notIdentifiable, "effect of contrast 1 stays with Attendance, Voice neutral")
    #expect(Self.verdict([.holds, .holds], staying: [1]) == stays)
    #expect(Self.verdict([.holds, .fails], staying: [1]) == stays)
    #expect(Self.verdict([.fails, .holds], staying: [1]) == stays)
    #expect(
      Self.verdict([.holds], staying: [1, 3])
        == Verdict(.notIdentifiable, "effects of contrasts 1, 3 stay with Attendance, Voice neutral"))
    // What is written into a law stays of course, and what fails everywhere fails whatever stays.
    #expect(Self.verdict([.holds], staying: [1], isEmergent: false) == Verdict(.supported))
    #expect(Self.verdict([.fails, .fails], staying: [1]) == Verdict(.contradicted))
  }

  @Test func unequalResourcesAreNoComparison() {
    let money = "+12.0 % money"
    #expect(
      Self.verdict([.holds], unequal: money) == Verdict(.notIdentifiable, "unequal resources: +12.0 % money"))
    #expect(Self.verdict([.fails], unequal: money).kind == .notIdentifiable)
    #expect(
      Self.verdict([.holds], unequal: money, mayBeUnequal: true)
        == Verdict(.conditional, "at unequal resources: +12.0 % money"))
    #expect(
      Self.verdict([.holds, .fails], unequal: money, mayBeUnequal: true)
        == Verdict(
          .conditional, "at unequal resources: +12.0 % money; holds: as registered; fails: veto removing"))
    #expect(Self.verdict([.fails], unequal: money, mayBeUnequal: true) == Verdict(.contradicted))
    #expect(Self.verdict([.holds], mayBeUnequal: true) == Verdict(.supported))
  }

  @Test func whatIsUndefinedShowsNothing() {
    #expect(
      Self.verdict([.open], undefined: "grievance", unequal: "x")
        == Verdict(.notIdentifiable, "'grievance' is undefined"))
  }
}
