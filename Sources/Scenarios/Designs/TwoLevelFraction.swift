/// A regular two-level fractional factorial: each factor's column of signs is a product of basic columns.
///
/// A column is written as the set of its basic factors, one bit each: `E = ABC` is the column 0b111. A word is a set of factors whose product is constant;
/// the number of words of each length makes the word-length pattern (Box and Hunter 1961; Fries and Hunter 1980).
struct TwoLevelFraction: Equatable {
  /// Most factors: as many as there are letters, and few enough for 64-bit counts of words.
  static let mostFactors = letters.count
  /// Letters of factors in their order, without I, which stands for the constant column.
  static let letters = "ABCDEFGHJKLMNOPQRSTUVWXYZabcdefghjklmnopqrstuvwxyz".map { String($0) }

  /// The factors that change freely, in the order of the bits of a column.
  let basics: [Int]
  /// One column a factor, different from one another and from 0.
  let columns: [Int]
  /// Whether the factor has the opposite sign of its column.
  let isNegative: [Bool]

  init(basics: [Int], columns: [Int], isNegative: [Bool]) {
    self.basics = basics
    self.columns = columns
    self.isNegative = isNegative
  }

  /// The first factors change freely, the others are generated.
  init(basic: Int, generators: [Int]) {
    basics = Array(0..<basic)
    columns = basics.map { 1 << $0 } + generators
    isNegative = columns.map { _ in false }
  }

  /// Number of basic factors: there are 2 to this power runs.
  var basic: Int { basics.count }
  var runs: Int { 1 << basic }

  /// Whether a factor is at its second level in a run. The last basic factor changes fastest; all basic factors are
  /// at their first level in run 0. Levels are signs, −1 and +1, and a generated factor is the product of its basic
  /// ones.
  func isHigh(_ factor: Int, run: Int) -> Bool {
    var lows = 0
    for letter in 0..<basic where columns[factor] >> letter & 1 == 1 {
      lows += 1 - (run >> (basic - 1 - letter) & 1)
    }
    return (lows % 2 == 0) != isNegative[factor]
  }

  // MARK: Words

  /// Number of words of each length, from 0 to the number of factors.
  var wordLengths: [Int] { WordCount(factors: columns.count, basic: basic).lengths(of: columns) }

  /// Length of the shortest word; nil for a full factorial, which has none.
  var resolution: Int? { wordLengths.indices.dropFirst().first { wordLengths[$0] > 0 } }

  /// The words as sets of factors, shortest first; nil where there are more than `limit`.
  func words(limit: Int) -> [[Int]]? {
    let generated = columns.indices.filter { !basics.contains($0) }
    guard generated.count < 16, 1 << generated.count <= limit + 1 else { return nil }
    let words = (1..<1 << generated.count).map { choice in
      let chosen = generated.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
      let product = chosen.reduce(0) { $0 ^ columns[$1] }
      return (basics.indices.filter { product >> $0 & 1 == 1 }.map { basics[$0] } + chosen).sorted()
    }
    return words.sorted { left, right in
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
  }

  // MARK: Aliases

  /// An effect of one or two factors.
  struct Effect: Equatable {
    var factors: [Int]
    /// Whether it has the opposite sign of the first of its set.
    var isOpposite = false
  }

  /// Sets of main effects and two-factor interactions that cannot be told apart: each a main effect with its
  /// interactions, or interactions among themselves. Effects that stand alone are left out.
  var aliases: (main: [[Effect]], interactions: [[Effect]]) {
    var sets = [[Effect]](repeating: [], count: runs)
    let place = { (factors: [Int]) in
      let column = factors.reduce(0) { $0 ^ columns[$1] }
      let isNegative = factors.count { self.isNegative[$0] } % 2 == 1
      let first = sets[column].first.map(\.isOpposite)
      // The first keeps its own sign for the time being, so that others can be compared with it.
      let isOpposite = first == nil ? isNegative : isNegative != first
      sets[column].append(Effect(factors: factors, isOpposite: isOpposite))
    }
    for factor in columns.indices { place([factor]) }
    for first in columns.indices {
      for second in columns.indices.dropFirst(first + 1) { place([first, second]) }
    }
    let aliased = sets.filter { $0.count > 1 }.map { set in
      [Effect(factors: set[0].factors)] + set.dropFirst()
    }.sorted { $0[0].factors.lexicographicallyPrecedes($1[0].factors) }
    return (aliased.filter { $0[0].factors.count == 1 }, aliased.filter { $0[0].factors.count == 2 })
  }
}

/// Counts words by their length from the weights of the runs (the MacWilliams identities of coding theory), so that
/// no word has to be written down.
struct WordCount {
  let basic: Int
  /// `table[length][weight]`: the Krawtchouk polynomials for this number of factors.
  private let table: [[Int]]

  init(factors: Int, basic: Int) {
    self.basic = basic
    var table = [[Int](repeating: 1, count: factors + 1)]
    for length in 1...max(1, factors) {
      table.append(
        (0...factors).map { weight in
          // Coefficient of z^length in (1 − z)^weight (1 + z)^(factors − weight).
          let before = length > 1 ? (factors - length + 2) * table[length - 2][weight] : 0
          return ((factors - 2 * weight) * table[length - 1][weight] - before) / length
        })
    }
    self.table = table
  }

  /// Words of one length, where `weights[w]` runs have `w` factors whose sign differs from that of the first run.
  func words(_ length: Int, weights: [Int]) -> Int {
    let row = table[length]
    var sum = 0
    for weight in 0..<row.count { sum += row[weight] * weights[weight] }
    return sum >> basic
  }

  func lengths(of columns: [Int]) -> [Int] {
    var weights = [Int](repeating: 0, count: columns.count + 1)
    for run in 0..<1 << basic {
      weights[columns.reduce(0) { $0 + (($1 & run).nonzeroBitCount & 1) }] += 1
    }
    return (0...columns.count).map { words($0, weights: weights) }
  }
}
