extension TwoLevelFraction {
  /// The fraction with the fewest short words: minimum aberration (Fries and Hunter 1980). Nil where the search would
  /// take too long.
  /// - Parameters:
  ///   - factors: Number of factors, at least `basic` and below 2 to the power of `basic`.
  ///   - basic: Number of basic factors.
  ///   - steps: Steps that may still be taken; those taken are taken off.
  static func minimumAberration(factors: Int, basic: Int, steps: inout Int) -> TwoLevelFraction? {
    var search = FractionSearch(factors: factors, basic: basic, steps: steps)
    let generators = search.result()
    steps = search.steps
    // In the order of the basic factors, as tables print them.
    return generators.map { TwoLevelFraction(basic: basic, generators: $0.sorted()) }
  }
}

/// Goes through all sets of generator columns, up to the naming of the basic factors, and leaves out what cannot beat
/// the best set so far: another column never takes a word away.
struct FractionSearch {
  /// Most steps; a step is one run of one set of columns looked at. Under a second in a debug build.
  static let longest = 24_000_000

  private let factors: Int
  private let basic: Int
  private let candidates: [Int]
  /// For each number of columns chosen.
  private let counts: [WordCount]
  private var best: [Int]?
  /// Word lengths of the best set; empty while there is none.
  private var pattern: [Int] = []
  private var chosen: [Int] = []
  /// Steps left; negative where the search was given up.
  private(set) var steps: Int

  init(factors: Int, basic: Int, steps: Int) {
    self.steps = steps
    self.factors = factors
    self.basic = basic
    let runs = 1 << basic
    // For more than 5/16 and up to a half as many factors as runs the best fractions have even words only: all
    // columns are products of an odd number of basic ones (Bruen, Haddad and Wehlau 1998).
    let isEven = 16 * factors > 5 * runs && 2 * factors <= runs
    candidates = (1..<runs)
      .filter { $0.nonzeroBitCount > 1 && (!isEven || $0.nonzeroBitCount % 2 == 1) }
      .sorted { ($1.nonzeroBitCount, $0) < ($0.nonzeroBitCount, $1) }
    counts = (basic...factors).map { WordCount(factors: $0, basic: basic) }
  }

  /// The best generators; nil where the search was given up.
  mutating func result() -> [Int]? {
    let weights = (0..<1 << basic).map(\.nonzeroBitCount)
    extend(from: 0, weights: weights, starts: 1)
    return steps < 0 ? nil : best
  }

  /// Adds one more column to those chosen.
  /// - Parameters:
  ///   - first: The first candidate not yet decided on.
  ///   - weights: Of each run, the factors that differ from run 0.
  ///   - starts: First letters of the blocks of basic factors that may still change their names among them.
  private mutating func extend(from first: Int, weights: [Int], starts: Int) {
    let missing = factors - basic - chosen.count
    if missing == 0 {
      best = chosen
      return
    }
    guard first <= candidates.count - missing else { return }
    for index in first...candidates.count - missing {
      let column = candidates[index]
      // Of columns that differ in names only, the one with the first letters of each block stands for all.
      if column & ~(column << 1) & ~starts != 0 { continue }
      steps -= weights.count
      if steps < 0 { return }
      var changed = weights
      var histogram = [Int](repeating: 0, count: factors + 1)
      for run in 0..<changed.count {
        changed[run] += (run & column).nonzeroBitCount & 1
        histogram[changed[run]] += 1
      }
      guard isBetter(histogram, missing == 1) else { continue }
      chosen.append(column)
      extend(from: index + 1, weights: changed, starts: starts | (column ^ (column << 1)))
      chosen.removeLast()
    }
  }

  /// Whether a set with these weights can still become, or is, better than the best; a complete one takes its place.
  private mutating func isBetter(_ weights: [Int], _ isComplete: Bool) -> Bool {
    let count = counts[chosen.count + 1]
    let most = basic + chosen.count + 1
    if !pattern.isEmpty {
      var difference = 0
      for length in 3...factors where difference == 0 {
        difference = (length <= most ? count.words(length, weights: weights) : 0) - pattern[length]
      }
      // Equal is no better: a further column adds words.
      guard difference < 0 else { return false }
    }
    if isComplete { pattern = (0...factors).map { count.words($0, weights: weights) } }
    return true
  }
}
