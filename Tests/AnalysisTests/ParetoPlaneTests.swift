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
    #expect(plane.dominances[0].secondInReplicates == 1 && plane.dominances[0].secondInResamples == 1)
    #expect(plane.dominances[0].firstInReplicates == 0)
    #expect(plane.dominances[2].firstInReplicates == 0 && plane.dominances[2].secondInReplicates == 0)
    #expect(plane.standings[0].x.mean == 2)
  }

  @Test func equalPointsAreOnTheFrontTogether() {
    let plane = ParetoPlane(x: [[1, 1], [1, 1], [1, 1]], y: [[2, 2], [2, 2], [1, 1]], pairs: all)
    #expect(plane.standings.map(\.isOnFront) == [true, true, false])
    #expect(plane.dominances.allSatisfy { $0.firstInReplicates == 0 && $0.secondInReplicates == 0 })
  }

  /// With two replicates a resample is the first twice, both, or the second twice: a quarter, a half, a quarter.
  @Test func resamplesTellHowSureItIs() {
    let plane = ParetoPlane(x: [[0, 0], [1, -3]], y: [[0, 0], [1, -3]], pairs: [(0, 1)])
    #expect(plane.dominances[0].secondInReplicates == 0.5)
    #expect(abs(plane.dominances[0].secondInResamples - 0.25) < 0.03)
    #expect(abs(plane.dominances[0].firstInResamples - 0.75) < 0.03)
    let again = ParetoPlane(x: [[0, 0], [1, -3]], y: [[0, 0], [1, -3]], pairs: [(0, 1)])
    #expect(again.dominances == plane.dominances)
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
