import Foundation
import Testing

@testable import Engine

@Suite struct FixedMathTests {
  private static func ulps(_ a: Double, _ b: Double) -> Double {
    a == b ? 0 : (a - b).magnitude / max(b.ulp, Double.leastNonzeroMagnitude)
  }

  @Test func expAgreesWithTheSystemWithinTwoUlps() {
    let draws = RandomSource(seed: 11, replicate: 0).stream(.placement)
    for k in 0..<40_000 {
      let x = (draws.uniform(k) - 0.5) * (k % 2 == 0 ? 1_416 : 4)
      let expected = Foundation.exp(x)
      if expected.isSubnormal || expected == 0 {
        #expect((FixedMath.exp(x) - expected).magnitude <= 2 * Double.leastNonzeroMagnitude, "at \(x)")
      } else {
        #expect(Self.ulps(FixedMath.exp(x), expected) <= 2, "at \(x)")
      }
    }
  }

  @Test func logAgreesWithTheSystemWithinTwoUlps() {
    let draws = RandomSource(seed: 12, replicate: 0).stream(.placement)
    for k in 0..<40_000 {
      let u = draws.uniform(k) + 1e-12
      // Numbers of all sizes, and numbers close to one, where the result is small.
      let x = k % 2 == 0 ? Foundation.exp((u - 0.5) * 1_400) : 0.5 + u
      #expect(Self.ulps(FixedMath.log(x), Foundation.log(x)) <= 2, "at \(x)")
    }
  }

  @Test func knownValuesAndLimits() {
    #expect(FixedMath.exp(0) == 1)
    #expect(Self.ulps(FixedMath.exp(1), 2.718281828459045) <= 1)
    #expect(FixedMath.exp(-800) == 0 && FixedMath.exp(-.infinity) == 0)
    #expect(FixedMath.exp(-745) > 0 || FixedMath.exp(-744) > 0)
    #expect(FixedMath.exp(.infinity).isFinite && FixedMath.exp(1e300) == FixedMath.exp(.infinity))
    #expect(FixedMath.exp(.nan).isNaN && FixedMath.log(.nan).isNaN && FixedMath.log(-1).isNaN)
    #expect(FixedMath.log(1) == 0 && FixedMath.log(0) == -.infinity && FixedMath.log(.infinity) == .infinity)
    #expect(Self.ulps(FixedMath.log(2), 0.6931471805599453) <= 1)
    #expect(Self.ulps(FixedMath.log(.leastNonzeroMagnitude), -744.4400719213812) <= 2)
    #expect(FixedMath.logistic(0.0) == 0.5)
    #expect(FixedMath.logistic(800.0) == 1 && FixedMath.logistic(-800.0) < 1e-300)
  }

  @Test func logUndoesExp() {
    for k in -600...600 {
      let x = Double(k) * 1.17
      if (-700...700).contains(x) { #expect((FixedMath.log(FixedMath.exp(x)) - x).magnitude < 1e-12) }
    }
  }

  @Test func functionsNeverFallWhereTheyShouldRise() {
    var last = (exp: -1.0, log: -Double.infinity, logistic: -1.0)
    for k in 1...60_000 {
      let x = Double(k) * 1e-3
      let now = (
        exp: FixedMath.exp(x - 30), log: FixedMath.log(x), logistic: FixedMath.logistic(x - 30)
      )
      #expect(now.exp > last.exp && now.log > last.log && now.logistic >= last.logistic, "at \(x)")
      last = now
    }
  }

  @Test func singlePrecisionLogisticIsWithinTwoInTenMillion() {
    for k in -4_000...4_000 {
      let x = Float(k) * 0.01
      let expected = 1 / (1 + Foundation.exp(-Double(x)))
      #expect((Double(FixedMath.logistic(x)) - expected).magnitude < 2e-7, "at \(x)")
    }
    #expect(FixedMath.logistic(Float(1_000)) <= 1 && FixedMath.logistic(Float(-1_000)) >= 0)
  }

  @Test func retentionHalvesAtTheHalfLife() {
    for weeks in [1.0, 4, 26, 150] {
      var left = 1.0
      for _ in 0..<Int(weeks) { left *= FixedMath.weeklyRetention(halfLife: weeks) }
      #expect((left - 0.5).magnitude < 1e-12)
    }
    #expect(FixedMath.weeklyRetention(halfLife: 0) == 0)
  }
}
