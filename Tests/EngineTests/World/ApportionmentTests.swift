import Testing

@testable import Engine

@Suite struct SharesTests {
  @Test func partsAddUp() {
    let draws = RandomSource(seed: 5, replicate: 0).stream(.placement)
    for trial in 0..<200 {
      let number = 1 + draws.index(below: 9, trial, 0)
      let weights = (0..<number).map { draws.uniform(trial, 1 + $0) + 0.01 }
      let total = number + draws.index(below: 1_000, trial, 50)
      let parts = Apportionment.split(total, by: weights, minimum: 1)
      #expect(parts.reduce(0, +) == total)
      #expect(parts.allSatisfy { $0 >= 1 })
    }
    #expect(
      Apportionment.split(10, by: [1, 3]) == [3, 7] || Apportionment.split(10, by: [1, 3]) == [2, 8])
  }

  @Test func exactlyTheWantedNumberIsChosen() {
    let draws = RandomSource(seed: 5, replicate: 0).stream(.placement)
    let weights = (0..<500).map { $0 < 250 ? 4.0 : $0 < 400 ? 1.0 : 0 }
    let uniforms = weights.indices.map { draws.uniform($0) }
    for number in [0, 1, 37, 399, 400] {
      var chosen: [Int] = []
      #expect(Apportionment.choose(number, weights: weights, uniforms: uniforms) { chosen.append($0) })
      #expect(chosen.count == number && chosen.allSatisfy { $0 < 400 })
      if number == 37 { #expect(chosen.filter { $0 < 250 }.count > 27) }
    }
    #expect(!Apportionment.choose(401, weights: weights, uniforms: uniforms) { _ in })
    // Where all draws are equal the first ones are taken.
    var equal: [Int] = []
    #expect(Apportionment.choose(2, weights: [1, 1, 1], uniforms: [0.5, 0.5, 0.5]) { equal.append($0) })
    #expect(equal == [0, 1])
  }

  @Test func oddsReachATotal() {
    let groups = [(weight: 0.3, share: 0.8), (weight: 0.7, share: 0.1)]
    for total in [0.01, 0.3, 0.5, 0.99] {
      let factor = Apportionment.oddsFactor(total: total, groups: groups)
      let sum = groups.reduce(0) { $0 + $1.weight * Apportionment.scaleOdds($1.share, by: factor) }
      #expect(abs(sum - total) < 1e-9)
    }
  }

  @Test func profilesAddUpToTheCity() {
    #expect(abs(Profiles.kinds.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    #expect(Profiles.kinds.map(\.kind) == NeighbourhoodKind.allCases)
    #expect(Profiles.units.map(\.kind) == Units.Kind.allCases)
    #expect(abs(Profiles.units.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    #expect(abs(Profiles.units.reduce(0) { $0 + $1.share * $1.organised } - 0.045) < 0.002)
    #expect(abs(Profiles.agesOfLocals.reduce(0, +) - 1) < 1e-9)
    #expect(abs(Profiles.agesOfMigrants.reduce(0, +) - 1) < 1e-9)
    #expect(abs(Profiles.kinds.reduce(0) { $0 + $1.share * $1.migrants } - 0.42) < 0.005)
  }

  @Test func blocksComeNearTheirSize() {
    let blocks = City.Subdistrict.cuts((0..<30).map { 1_000 + 50 * Double($0) })
    #expect(blocks.first?.lowerBound == 0 && blocks.last?.upperBound == 30)
    for block in blocks {
      let households = block.reduce(0) { $0 + 1_000 + 50 * Double($1) }
      #expect((5_500...8_500).contains(households))
    }
    #expect(City.Subdistrict.cuts([20_000]) == [0..<1])
  }

  @Test func bellDrawsHaveUnitDeviation() {
    let draws = RandomSource(seed: 9, replicate: 0).stream(.placement)
    var sum = 0.0
    var squares = 0.0
    for index in 0..<40_000 {
      let value = draws.bell(index)
      sum += value
      squares += value * value
    }
    #expect(abs(sum / 40_000) < 0.02)
    #expect(abs(squares / 40_000 - 1) < 0.03)
  }
}
