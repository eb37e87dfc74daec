import Analysis
import Testing

struct ParetoPlaneTests {
  private let all = [(0, 1), (0, 2), (1, 2)]

  @Test func whoIsBetterOnBothIsOnTheFront() {
    let plane = ParetoPlane(
      x: [[1, 2, 3], [5, 6, 7], [0, 0, 9]], y: [[1, 2, 3], [5, 6, 7], [9, 9, 3]], pairs: all)
    #expect(plane.count == 3)
    #expect(plane.standings.map(\.isOnFront) == [false, true, true])
    #expect(plane.standings[1].inReplicates == 1)
    #expect(plane.dominances[0].secondInReplicates == 1)
    #expect(plane.dominances[0].firstInReplicates == 0)
    #expect(plane.dominances[2].firstInReplicates == 0 && plane.dominances[2].secondInReplicates == 0)
    #expect(plane.standings[0].x.mean == 2)
  }

  @Test func equalPointsAreOnTheFrontTogether() {
    let plane = ParetoPlane(x: [[1, 1], [1, 1], [1, 1]], y: [[2, 2], [2, 2], [1, 1]], pairs: all)
    #expect(plane.standings.map(\.isOnFront) == [true, true, false])
    #expect(plane.dominances.allSatisfy { $0.firstInReplicates == 0 && $0.secondInReplicates == 0 })
  }

  /// The share of resamples in which the mean of twelve values, four of them 1 and eight −1/4, is above 0: that is where at
  /// least three of twelve draws are 1.
  @Test func resamplesTellHowSureItIs() {
    let values = (0..<12).map { $0 < 4 ? 1.0 : -0.25 }
    let zeros = Array(repeating: 0.0, count: 12)
    let plane = ParetoPlane(x: [zeros, values], y: [zeros, values], pairs: [(0, 1)])
    #expect(plane.dominances[0].secondInReplicates == 4.0 / 12)
    // 1 − Σ (12 over k) (1/3)^k (2/3)^(12−k) for k of 0, 1 and 2.
    #expect(abs(plane.dominances[0].secondInResamples - 0.8189) < 0.03)
    #expect(plane.dominances[0].verdict == .open)
    let again = ParetoPlane(x: [zeros, values], y: [zeros, values], pairs: [(0, 1)])
    #expect(again.dominances == plane.dominances)
  }

  /// Two replicates have three different resamples, whose shares would say 100 %.
  @Test(arguments: [2, 4, 9, 10]) func fewReplicatesHaveNoShares(count: Int) {
    let low = (0..<count).map { Double($0) }
    let plane = ParetoPlane(x: [low, low.map { $0 + 1 }], y: [low, low.map { $0 + 1 }], pairs: [(0, 1)])
    let shares = [plane.dominances[0].secondInResamples] + plane.standings.map(\.inResamples)
    #expect(shares.allSatisfy { $0.isNaN == (count < ParetoPlane.fewestForShares) })
    #expect(plane.dominances[0].secondInReplicates == 1)
  }

  /// More vitality for sure, order with an interval that holds 0: better in every replicate or not, it is not shown.
  @Test func verdictsFollowFromTheIntervals() {
    let order = [60.0, 61, 62, 63]
    let plane = ParetoPlane(
      x: [[40, 41, 42, 43], [45, 46.1, 47, 48.1], [20, 21, 22, 23]],
      y: [order, zip(order, [0.1, 0.1, 0.1, 1.5]).map { $0 + $1 }, [50, 50.5, 52, 53]],
      pairs: [(0, 1), (0, 2), (1, 2)])
    #expect(plane.dominances[0].secondInReplicates == 1)
    #expect(plane.dominances[0].x.high < 0 && plane.dominances[0].y.low < 0 && plane.dominances[0].y.high > 0)
    #expect(plane.dominances.map(\.verdict) == [.open, .better, .better])
    #expect(plane.standings.map(\.place) == [.open, .front, .beaten])
    for dominance in plane.dominances {
      let isShown = dominance.x.low > 0 && dominance.y.low > 0 || dominance.x.high < 0 && dominance.y.high < 0
      #expect((dominance.verdict != .open) == isShown)
    }
    let same = ParetoPlane(x: [order, order], y: [order, order], pairs: [(0, 1)])
    #expect(same.standings.allSatisfy { $0.isOnFront && $0.place == .open })
  }

  @Test func missingValuesAndSingleReplicates() {
    let one = ParetoPlane(x: [[1, .nan], [2, 3]], y: [[1, 1], [2, 3]], pairs: [(0, 1)])
    #expect(one.count == 1)
    #expect(one.dominances[0].secondInReplicates == 1 && one.dominances[0].secondInResamples.isNaN)
    let none = ParetoPlane(x: [[.nan], [2]], y: [[1], [2]], pairs: [(0, 1)])
    #expect(none.standings.map(\.isOnFront) == [false, false])
    #expect(none.dominances[0].firstInReplicates.isNaN)
  }

  @Test func resamplesAreEvenAndAlwaysTheSame() {
    var counts = Array(repeating: 0, count: 7)
    for resample in 0..<Resampling.count {
      for index in Resampling.indices(resample, of: 7) { counts[index] += 1 }
    }
    #expect(counts.allSatisfy { abs($0 - 2000) < 200 })
    #expect(Resampling.indices(0, of: 5) == Resampling.indices(0, of: 5))
    #expect(Set((0..<50).map { Resampling.indices($0, of: 20) }).count == 50)
  }
}
