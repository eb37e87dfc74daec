import Testing

@testable import Engine

@Suite struct DistributionsTests {
  private let stream = RandomSource(seed: 5, replicate: 1).stream(.needCount, week: 3)

  /// Mean and variance within about five standard errors; the large means are sums of halves.
  @Test(arguments: [0.02, 0.7, 3, 11.9, 12.1, 31, 64, 130, 700])
  func poissonHasItsMeanAndVariance(mean: Double) {
    let number = 8_000
    let sample = moments((0..<number).map { Double(stream.poisson(mean: mean, $0)) })
    #expect((sample.mean - mean).magnitude < 5 * (mean / Double(number)).squareRoot())
    let error = ((mean + 2 * mean * mean) / Double(number)).squareRoot()
    #expect((sample.variance - mean).magnitude < 5 * error)
  }

  @Test func poissonOfNothingIsZero() {
    #expect(stream.poisson(mean: 0, 1) == 0 && stream.poisson(mean: -1, 1) == 0)
    let none = (0..<8_000).count { stream.poisson(mean: 1, $0) == 0 }
    #expect((Double(none) / 8_000 - 0.3679).magnitude < 0.03)
  }

  @Test func waitingTimesAreThoseOfWeeklyCoinTosses() {
    let hazard = 0.2
    var counts = [Int](repeating: 0, count: 12)
    for k in 0..<20_000 {
      let weeks = stream.waitingWeeks(hazard: hazard, limit: 1_000, k)
      #expect(weeks >= 1)
      if weeks <= 12 { counts[weeks - 1] += 1 }
    }
    var chance = hazard
    for count in counts {
      #expect((Double(count) - 20_000 * chance).magnitude < 5 * (20_000 * chance).squareRoot())
      chance *= 1 - hazard
    }
    #expect(stream.waitingWeeks(hazard: 0, limit: 9, 1) == 9)
    #expect(stream.waitingWeeks(hazard: 1, limit: 9, 1) == 1)
    #expect((0..<500).allSatisfy { stream.waitingWeeks(hazard: 0.01, limit: 9, $0) <= 9 })
  }

  @Test func bellsAndNormalsAreStandard() {
    for draw in [{ stream.normal($0) }, { stream.bell($0) }] as [(Int) -> Double] {
      let values = (0..<20_000).map(draw)
      let sample = moments(values)
      #expect(sample.mean.magnitude < 0.035 && (sample.variance - 1).magnitude < 0.05)
      #expect(moments(values.map { $0 * $0 * $0 }).mean.magnitude < 0.15)
      #expect(values.allSatisfy { $0.magnitude <= 6 })
    }
  }

  @Test func roundingKeepsTheMean() {
    let values = (0..<20_000).map { stream.rounded(2.3, $0) }
    #expect(Set(values) == [2, 3])
    #expect((moments(values.map(Double.init)).mean - 2.3).magnitude < 0.02)
    #expect(stream.rounded(4, 1) == 4 && stream.rounded(0, 1) == 0)
  }

  @Test func triangularDrawsLieInTheirRange() {
    let values = (0..<20_000).map { stream.triangular(2...8, mode: 3, $0) }
    #expect(values.allSatisfy { $0 >= 2 && $0 <= 8 })
    let sample = moments(values)
    #expect((sample.mean - 13.0 / 3).magnitude < 0.05)
    // (a² + b² + c² − ab − ac − bc) / 18
    #expect((sample.variance - 31.0 / 18).magnitude < 0.1)
    // The density peaks at the mode.
    let atMode = values.count { (2.5...3.5).contains($0) }
    #expect(atMode > values.count { (5.5...6.5).contains($0) })
    #expect(stream.triangular(4...4, mode: 4, 1) == 4)
  }

  @Test func weightsAreChances() {
    let weights = [0.0, 1, 0, 3, 4]
    var counts = [Int](repeating: 0, count: weights.count)
    for k in 0..<16_000 {
      if let index = stream.weighted(weights, k) { counts[index] += 1 }
    }
    #expect(counts[0] == 0 && counts[2] == 0 && counts.reduce(0, +) == 16_000)
    for (count, weight) in zip(counts, weights) where weight > 0 {
      #expect((Double(count) - 2_000 * weight).magnitude < 5 * (2_000 * weight).squareRoot())
    }
    #expect(stream.weighted([0, 0], 1) == nil && stream.weighted([Double](), 1) == nil)
    #expect(stream.weighted([0, 0, 2], 1) == 2)
  }
}
