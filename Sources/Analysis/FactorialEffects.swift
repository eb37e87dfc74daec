/// The effects that a factorial design can tell: contrasts of all its variants, of at most three factors.
///
/// In two-level designs, full or regular fractions, the classical effects (Box, Hunter and Hunter 2005, chapters 5
/// and 6): the mean of the variants in which the product of the factors' signs is + less that of those in which it is
/// −. Where a factor has more levels, each is compared with the first, and two factors by differences of such
/// differences.
public struct FactorialEffects: Sendable, Equatable {
  /// One effect, or what a fraction cannot tell apart from it.
  public struct Effect: Sendable, Equatable {
    /// Indices of the factors, one to three.
    public var factors: [Int]
    /// The level of each factor that is compared with its first.
    public var levels: [String]
    /// Other effects with the same contrast, each as indices of factors; those with the opposite sign are marked.
    public var aliases: [Alias]
    /// What the contrast is, for people.
    public var definition: Definition
    /// One weight per variant; they add up to 0.
    public var weights: [Double]
  }

  /// An effect mixed up with another.
  public struct Alias: Sendable, Equatable {
    public var factors: [Int]
    /// Whether it counts with the opposite sign.
    public var isNegative: Bool
  }

  public enum Definition: String, Sendable, CaseIterable {
    /// Mean at the level less mean at the first.
    case difference
    /// Half the difference that the other factor's levels make to the difference.
    case halfInteraction = "half the difference of differences"
    /// A quarter of the difference of differences of differences.
    case quarterInteraction = "a quarter of the threefold difference"
    /// The difference that the other factor's level makes to the difference.
    case interaction = "difference of differences"
  }

  public enum Kind: Sendable, Equatable {
    /// Every level of every factor with every other.
    case full
    /// A part of the combinations of two levels each, in which effects are either the same or independent.
    case fraction
  }

  /// Most levels of a factor: a sample of many points along one path is no factorial.
  public static let mostLevels = 12
  /// Most factors of which interactions are formed.
  public static let mostFactors = 24

  public let kind: Kind
  public let effects: [Effect]

  /// The effects of a design; nil where it is neither a full factorial nor a regular two-level fraction.
  /// - Parameters:
  ///   - levels: one list per variant: its level of each factor.
  ///   - firstLevels: the level of each factor that others are compared with; nil for that of the first variant. A
  ///     fraction need not have a variant with the first levels of all factors.
  public init?(levels: [[String]], firstLevels: [String]? = nil) {
    guard let first = levels.first, !first.isEmpty, levels.count > 1, first.count <= Self.mostFactors,
      Set(levels).count == levels.count
    else { return nil }
    var values: [[String]] = []
    for factor in first.indices {
      var found: [String] = []
      for point in levels where !found.contains(point[factor]) {
        found.append(point[factor])
        guard found.count <= Self.mostLevels else { return nil }
      }
      if let start = firstLevels?[factor], let index = found.firstIndex(of: start) {
        found.insert(found.remove(at: index), at: 0)
      }
      values.append(found)
    }
    guard values.allSatisfy({ $0.count > 1 }) else { return nil }
    let combinations = values.reduce(1.0) { $0 * Double($1.count) }
    if combinations == Double(levels.count) {
      kind = .full
      effects = Self.full(levels, values)
    } else {
      guard values.allSatisfy({ $0.count == 2 }), Self.isRegular(levels, values) else { return nil }
      kind = .fraction
      effects = Self.fraction(levels, values)
    }
  }

  /// Sets of one, two or three factors, small ones first.
  private static func words(_ factors: Int, upTo most: Int = 3) -> [[Int]] {
    var words = (0..<factors).map { [$0] }
    var last = words
    for _ in 1..<max(1, most) {
      last = last.flatMap { word in
        (word[word.count - 1] + 1..<max(factors, word[word.count - 1] + 1)).map { word + [$0] }
      }
      words += last
    }
    return words
  }

  // MARK: Full factorials

  private static func full(_ levels: [[String]], _ values: [[String]]) -> [Effect] {
    words(values.count).flatMap { word -> [Effect] in
      if word.allSatisfy({ values[$0].count == 2 }) { return [classical(word, levels, values)] }
      return word.count > 2 ? [] : compared(word, levels, values)
    }
  }

  private static func classical(_ word: [Int], _ levels: [[String]], _ values: [[String]]) -> Effect {
    let signs = levels.map { sign(word, $0, values) }
    let half = Double(levels.count) / 2
    let definitions: [Definition] = [.difference, .halfInteraction, .quarterInteraction]
    return Effect(
      factors: word, levels: word.map { values[$0][1] }, aliases: [], definition: definitions[word.count - 1],
      weights: signs.map { Double($0) / half })
  }

  /// The product of the factors' signs: −1 for the first level, +1 for the second.
  private static func sign(_ word: [Int], _ point: [String], _ values: [[String]]) -> Int {
    word.reduce(1) { $0 * (point[$1] == values[$1][0] ? -1 : 1) }
  }

  /// Each level against the first; of two factors, each pair of levels.
  private static func compared(_ word: [Int], _ levels: [[String]], _ values: [[String]]) -> [Effect] {
    var chosen: [[String]] = [[]]
    for factor in word {
      chosen = chosen.flatMap { begun in values[factor].dropFirst().map { begun + [$0] } }
    }
    // Variants that share the levels of the word's factors: the product of the numbers of other levels.
    let others = word.reduce(levels.count) { $0 / values[$1].count }
    return chosen.map { chosen in
      let weights = levels.map { point -> Double in
        var weight = 1.0
        for (factor, level) in zip(word, chosen) {
          weight *= point[factor] == level ? 1 : point[factor] == values[factor][0] ? -1 : 0
        }
        return weight / Double(others)
      }
      return Effect(
        factors: word, levels: chosen, aliases: [],
        definition: word.count == 1 ? .difference : .interaction, weights: weights)
    }
  }

  // MARK: Fractions

  /// Effects with their aliases.
  private static func fraction(_ levels: [[String]], _ values: [[String]]) -> [Effect] {
    // A column of signs as bits: the same column, the same effect.
    var places: [[Int]: (index: Int, isNegative: Bool)] = [:]
    var effects: [Effect] = []
    let constant = levels.map { _ in 1 }
    for word in words(values.count) {
      let column = levels.map { sign(word, $0, values) }
      let negative = column.map { -$0 }
      // What is constant is mixed up with the mean: no effect.
      if column == constant || negative == constant { continue }
      if let known = places[column] {
        effects[known.index].aliases.append(Alias(factors: word, isNegative: known.isNegative))
        continue
      }
      places[column] = (effects.count, false)
      places[negative] = (effects.count, true)
      effects.append(classical(word, levels, values))
    }
    return effects
  }

  /// Whether the combinations are a regular fraction: the difference of any two, taken from any third, is one too.
  private static func isRegular(_ levels: [[String]], _ values: [[String]]) -> Bool {
    let points = levels.map { point in
      point.indices.reduce(0) { $0 << 1 | (point[$1] == values[$1][0] ? 0 : 1) }
    }
    // As sets of second levels, seen from the first combination: closed where there are 2 to the power of the rank.
    var basis: [Int] = []
    for point in points {
      let rest = basis.reduce(point ^ points[0]) { min($0, $0 ^ $1) }
      if rest != 0 { basis.append(rest) }
    }
    return basis.count < Int.bitWidth - 1 && levels.count == 1 << basis.count
  }
}
