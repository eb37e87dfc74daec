/// Variants in the plane of two measures that are both better when larger: who is better than whom on both, and who
/// lies on the front, beyond which one can only be had at the expense of the other.
///
/// Verdicts follow from the intervals of paired differences alone, so that none contradicts an interval beside it. How
/// sure they are, is said twice more: in how many replicates it is so, each compared with its own kind, and in how many
/// resamples of the replicates it is so for the means. Few replicates have few different resamples, whose shares look
/// surer than they are: below ``fewestForShares`` there are none.
public struct ParetoPlane: Sendable {
  /// Fewest replicates of which shares of resamples are formed: ten have 92,378 different resamples, two have three.
  public static let fewestForShares = 10

  /// How one variant stands to another. Shares are NaN where no replicate has all values.
  public struct Dominance: Sendable, Equatable {
    /// What the intervals of both differences show.
    public enum Verdict: String, Sendable, CaseIterable {
      /// The first has more of both: both intervals lie above 0.
      case better
      /// The second has more of both: both intervals lie below 0.
      case worse
      /// Neither is shown.
      case open
    }

    /// Indices of the variants.
    public var first, second: Int
    /// The first less the second in both measures, paired by replicate.
    public var x, y: Interval
    /// Share of replicates in which the first is better than the second on both measures.
    public var firstInReplicates = Double.nan
    /// Share of replicates in which the second is better on both.
    public var secondInReplicates = Double.nan
    /// Share of resamples in which the first's means are both better; NaN with few replicates.
    public var firstInResamples = Double.nan
    /// Share of resamples in which the second's means are both better; NaN with few replicates.
    public var secondInResamples = Double.nan

    public var verdict: Verdict {
      if x.low > 0, y.low > 0 { return .better }
      return x.high < 0 && y.high < 0 ? .worse : .open
    }
  }

  /// What the intervals of paired differences show of one variant among all.
  public enum Place: String, Sendable, CaseIterable {
    /// On the front: more of one measure or the other than each other variant.
    case front
    /// Off the front: another has more of both.
    case beaten
    /// Neither is shown.
    case open
  }

  /// Where one variant stands. Shares are NaN where no replicate has all values.
  public struct Standing: Sendable, Equatable {
    /// Means over the replicates in which every variant has both values.
    public var x, y: Interval
    /// Whether no other variant's means are at least as good on both and better on one.
    public var isOnFront: Bool
    /// Share of replicates in which it is on the front.
    public var inReplicates: Double
    /// Share of resamples in which its means are on the front; NaN with few replicates.
    public var inResamples: Double
    public var place: Place
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
    let resamples = (0..<(count >= Self.fewestForShares ? Resampling.count : 0)).lazy.map { resample in
      Self.mean(of: Resampling.indices(resample, of: points.count).map { points[$0] })
    }
    let inResamples = Counts(resamples, pairs, variants: x.count)
    let onFront = count > 0 ? Self.front(Self.mean(of: points)) : x.map { _ in false }
    let columns = (
      x: x.map { row in whole.map { row[$0] } }, y: y.map { row in whole.map { row[$0] } }
    )
    let places = Self.places(columns.x, columns.y, onFront: onFront, level: level)
    standings = x.indices.map { index in
      Standing(
        x: Interval(of: columns.x[index], level: level), y: Interval(of: columns.y[index], level: level),
        isOnFront: onFront[index], inReplicates: inReplicates.frontShare(index),
        inResamples: inResamples.frontShare(index), place: places[index])
    }
    dominances = pairs.enumerated().map { place, pair in
      Dominance(
        first: pair.0, second: pair.1,
        x: PairedComparison(columns.x[pair.0], against: columns.x[pair.1], level: level).interval,
        y: PairedComparison(columns.y[pair.0], against: columns.y[pair.1], level: level).interval,
        firstInReplicates: inReplicates.share(place).first,
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

  /// What the intervals of the differences of all pairs show.
  private static func places(
    _ x: [[Double]], _ y: [[Double]], onFront: [Bool], level: Double
  ) -> [Place] {
    let count = x.first?.count ?? 0
    guard count > 1 else { return x.map { _ in .open } }
    let quantile = StudentT.quantile(level: level, freedom: count - 1) / Double(count).squareRoot()
    /// Whether one list is shown to be higher than another, pair by pair.
    func isHigher(_ values: [Double], _ others: [Double]) -> Bool {
      let moments = Moments(zip(values, others).map { $0 - $1 })
      return moments.mean - quantile * moments.deviation > 0
    }
    func beats(_ first: Int, _ second: Int) -> Bool {
      isHigher(x[first], x[second]) && isHigher(y[first], y[second])
    }
    // Those on the front beat most others: they are tried first.
    let order = x.indices.filter { onFront[$0] } + x.indices.filter { !onFront[$0] }
    return x.indices.map { index in
      let others = order.lazy.filter { $0 != index }
      if others.contains(where: { beats($0, index) }) { return .beaten }
      let isShown = others.allSatisfy { isHigher(x[index], x[$0]) || isHigher(y[index], y[$0]) }
      return isShown ? .front : .open
    }
  }
}
