/// Variants in the plane of two measures that are both better when larger: who is better than whom on both, and who
/// lies on the front, beyond which one can only be had at the expense of the other.
///
/// How sure that is, is told twice: in how many replicates it is so, each compared with its own kind, and in how
/// many resamples of the replicates it is so for the means.
public struct ParetoPlane: Sendable {
  /// How one variant stands to another. Shares are NaN where no replicate has all values.
  public struct Dominance: Sendable, Equatable {
    /// Indices of the variants.
    public var first, second: Int
    /// Share of replicates in which the first is better than the second on both measures.
    public var firstInReplicates = Double.nan
    /// Share of replicates in which the second is better on both.
    public var secondInReplicates = Double.nan
    /// Share of resamples in which the first's means are both better.
    public var firstInResamples = Double.nan
    /// Share of resamples in which the second's means are both better.
    public var secondInResamples = Double.nan
  }

  /// Where one variant stands. Shares are NaN where no replicate has all values.
  public struct Standing: Sendable, Equatable {
    /// Means over the replicates in which every variant has both values.
    public var x, y: Interval
    /// Whether no other variant's means are at least as good on both and better on one.
    public var isOnFront: Bool
    /// Share of replicates in which it is on the front.
    public var inReplicates: Double
    /// Share of resamples in which its means are on the front.
    public var inResamples: Double
  }

  /// Replicates in which every variant has both values.
  public let count: Int
  public let standings: [Standing]
  /// One entry per pair that was asked for, in order.
  public let dominances: [Dominance]

  /// - Parameters:
  ///   - x, y: values of the two measures, one list per variant, the same replicate at the same index; replicates in
  ///     which any value is not finite are left out.
  ///   - pairs: indices of the variants to compare with each other.
  ///   - level: confidence of the intervals of means.
  public init(x: [[Double]], y: [[Double]], pairs: [(Int, Int)], level: Double = 0.95) {
    let all = 0..<(x.first?.count ?? 0)
    let whole = all.filter { index in
      x.allSatisfy { $0[index].isFinite } && y.allSatisfy { $0[index].isFinite }
    }
    count = whole.count
    let points = whole.map { index in
      x.indices.map { Point(x: x[$0][index], y: y[$0][index]) }
    }
    let inReplicates = Counts(points, pairs, variants: x.count)
    // A replicate alone is no sample: its only resample is itself.
    let resamples = (0..<(count > 1 ? Resampling.count : 0)).lazy.map { resample in
      Self.mean(of: Resampling.indices(resample, of: points.count).map { points[$0] })
    }
    let inResamples = Counts(resamples, pairs, variants: x.count)
    let onFront = count > 0 ? Self.front(Self.mean(of: points)) : x.map { _ in false }
    standings = x.indices.map { index in
      Standing(
        x: Interval(of: whole.map { x[index][$0] }, level: level),
        y: Interval(of: whole.map { y[index][$0] }, level: level),
        isOnFront: onFront[index], inReplicates: inReplicates.frontShare(index),
        inResamples: inResamples.frontShare(index))
    }
    dominances = pairs.enumerated().map { place, pair in
      Dominance(
        first: pair.0, second: pair.1, firstInReplicates: inReplicates.share(place).first,
        secondInReplicates: inReplicates.share(place).second,
        firstInResamples: inResamples.share(place).first,
        secondInResamples: inResamples.share(place).second)
    }
  }

  private struct Point {
    var x, y: Double
  }

  /// How often each variant is on the front, and each of a pair better than the other.
  private struct Counts {
    var total = 0
    var front: [Int]
    var wins: [(first: Int, second: Int)]

    init(_ samples: some Sequence<[Point]>, _ pairs: [(Int, Int)], variants: Int) {
      front = Array(repeating: 0, count: variants)
      wins = pairs.map { _ in (0, 0) }
      for points in samples {
        total += 1
        for (index, isOn) in ParetoPlane.front(points).enumerated() where isOn { front[index] += 1 }
        for (place, pair) in pairs.enumerated() {
          let (a, b) = (points[pair.0], points[pair.1])
          if a.x > b.x && a.y > b.y { wins[place].first += 1 }
          if b.x > a.x && b.y > a.y { wins[place].second += 1 }
        }
      }
    }

    func frontShare(_ index: Int) -> Double { Double(front[index]) / Double(total) }

    func share(_ place: Int) -> (first: Double, second: Double) {
      (Double(wins[place].first) / Double(total), Double(wins[place].second) / Double(total))
    }
  }

  private static func mean(of samples: [[Point]]) -> [Point] {
    guard let first = samples.first else { return [] }
    var sums = first
    for points in samples.dropFirst() {
      for index in points.indices {
        sums[index].x += points[index].x
        sums[index].y += points[index].y
      }
    }
    let count = Double(samples.count)
    return sums.map { Point(x: $0.x / count, y: $0.y / count) }
  }

  /// Which points no other is at least as good as on both and better on one.
  private static func front(_ points: [Point]) -> [Bool] {
    var isOn = Array(repeating: false, count: points.count)
    // From the right: a point is on the front where nothing further right is as high.
    let order = points.indices.sorted {
      (points[$1].x, points[$1].y, $0) < (points[$0].x, points[$0].y, $1)
    }
    var highest = -Double.infinity
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, points[order[end]].x == points[order[start]].x { end += 1 }
      // Of those equally far right, the highest stand first.
      let top = points[order[start]].y
      for place in start..<end where points[order[place]].y == top && top > highest {
        isOn[order[place]] = true
      }
      highest = max(highest, top)
      start = end
    }
    return isOn
  }
}
