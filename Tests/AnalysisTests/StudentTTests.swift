import Analysis
import Testing

struct StudentTTests {
  /// Two-sided quantiles as SciPy's `stats.t.ppf((1 + level) / 2, freedom)` gives them.
  @Test(arguments: [
    (0.95, 1, 12.706204736432095), (0.95, 2, 4.302652729696142), (0.95, 3, 3.182446305284263),
    (0.95, 4, 2.7764451051977987), (0.95, 9, 2.2621571627409915), (0.95, 19, 2.093024054408263),
    (0.95, 29, 2.045229642132703), (0.95, 99, 1.9842169515086827), (0.99, 4, 4.604094871415897),
    (0.99, 19, 2.860934606449914), (0.9, 10, 1.8124611228107335),
  ])
  func quantiles(level: Double, freedom: Int, expected: Double) {
    #expect(abs(StudentT.quantile(level: level, freedom: freedom) - expected) < 1e-10 * expected)
  }

  @Test func approachesTheNormalDistribution() {
    #expect(abs(StudentT.quantile(freedom: 100_000) - 1.959963984540054) < 5e-5)
    #expect(StudentT.quantile(freedom: 5_000_000) == StudentT.quantile(freedom: 100_000))
  }

  @Test func hasNoQuantileWithoutDegreesOfFreedom() {
    #expect(StudentT.quantile(freedom: 0).isNaN)
  }

  @Test(arguments: [1, 2, 3, 8, 31])
  func theDistributionRisesFromZeroToOne(freedom: Int) {
    #expect(StudentT.central(0, freedom: freedom) == 0)
    #expect(StudentT.central(.infinity, freedom: freedom) == 1)
    var last = 0.0
    for t in stride(from: 0.1, to: 5, by: 0.1) {
      let next = StudentT.central(t, freedom: freedom)
      #expect(next > last && next <= 1)
      last = next
    }
  }
}
