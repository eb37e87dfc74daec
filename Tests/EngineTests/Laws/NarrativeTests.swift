import Testing

@testable import Engine

/// Bounded confidence of Deffuant and others (2000).
@Suite struct NarrativeTests {
  /// Opinions of a well-mixed population after many random encounters.
  private func opinions(people: Int, rounds: Int, rate: Double, confidence: Double, replicate: Int = 0)
    -> [Double]
  {
    let random = RandomSource(seed: 2_000, replicate: replicate)
    let start = random.stream(.initialState)
    let draws = random.stream(.meeting)
    var opinions = (0..<people).map { start.uniform($0) }
    for k in 0..<rounds * people {
      let a = draws.index(below: people, k, 0)
      let b = draws.index(below: people, k, 1)
      if a == b { continue }
      (opinions[a], opinions[b]) = Narrative.encounter(
        opinions[a], opinions[b], rate: rate, confidence: confidence)
    }
    return opinions
  }

  /// Groups of opinions with gaps between them, without stragglers of less than a fiftieth of all.
  private func clusters(_ opinions: [Double]) -> Int {
    var sizes = [0]
    let sorted = opinions.sorted()
    for (k, x) in sorted.enumerated() {
      if k > 0 && x - sorted[k - 1] > 0.02 { sizes.append(0) }
      sizes[sizes.count - 1] += 1
    }
    return sizes.count { $0 * 50 >= opinions.count }
  }

  @Test func wideConfidenceEndsInConsensusAtTheMean() {
    for rate in [0.1, 0.3, 0.5] {
      let before = moments(opinions(people: 500, rounds: 0, rate: rate, confidence: 1)).mean
      let after = opinions(people: 500, rounds: 120, rate: rate, confidence: 1)
      #expect(clusters(after) == 1)
      #expect(after.allSatisfy { ($0 - before).magnitude < 1e-6 })
    }
  }

  @Test func theMeanIsConservedAtAnyConfidence() {
    for confidence in [0.05, 0.2, 0.5] {
      let before = moments(opinions(people: 300, rounds: 0, rate: 0.4, confidence: confidence)).mean
      let after = moments(opinions(people: 300, rounds: 40, rate: 0.4, confidence: confidence)).mean
      #expect((after - before).magnitude < 1e-12)
    }
  }

  /// About one over twice the confidence, whole.
  @Test(arguments: [(0.5, 1), (0.22, 2), (0.15, 3), (0.11, 4)])
  func narrowConfidenceLeavesOpinionsApart(confidence: Double, expected: Int) {
    let numbers = (0..<5).map {
      clusters(opinions(people: 700, rounds: 40, rate: 0.5, confidence: confidence, replicate: $0))
    }
    let mean = moments(numbers.map(Double.init)).mean
    #expect((mean - Double(expected)).magnitude <= 0.8, "\(numbers)")
  }

  @Test func thoseTooFarApartDoNotMove() {
    #expect(Narrative.encounter(0.25, 0.75, rate: 0.5, confidence: 0.5) == (0.25, 0.75))
    let near = Narrative.encounter(0.6, 0.2, rate: 0.25, confidence: 0.41)
    #expect((near.0 - 0.5).magnitude < 1e-12 && (near.1 - 0.3).magnitude < 1e-12)
    #expect(Narrative.encounter(0.2, 0.6, rate: 0, confidence: 1) == (0.2, 0.6))
  }
}
