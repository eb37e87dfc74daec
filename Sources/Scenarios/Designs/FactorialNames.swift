/// Names of the variants of a factorial, full or fractional: every factor with its level, `fund=yes_hub=no`.
///
/// A label that has the factor's name in it as a word (`no-fund`, `hub`) stands alone. Names that would be too long have
/// shortened factors, and where that is not enough numbers: the columns of the factors tell the levels in any case.
struct FactorialNames {
  /// Most characters of a name.
  static let longest = 100
  /// Fewest letters to which the name of a factor is shortened.
  private static let fewest = 4

  private let factors: [Factor]
  private let shorts: [String]
  private let isNumbered: Bool
  /// What people should know of the names.
  private(set) var notes: [String] = []

  init(_ factors: [Factor]) {
    self.factors = factors
    let full = Self.shortest(factors.map(\.column.name))
    let shortened = Self.shortened(full)
    if Self.length(factors, full) <= Self.longest {
      (shorts, isNumbered) = (full, false)
    } else if Self.length(factors, shortened) <= Self.longest {
      (shorts, isNumbered) = (shortened, false)
      let pairs = zip(shortened, full).filter { $0 != $1 }.map { "\($0) for \($1)" }
      notes = ["Names of variants have shortened factors: \(pairs.joined(separator: ", "))."]
    } else {
      (shorts, isNumbered) = (full, true)
      notes = [
        "Variants have numbers: with all factors their names would be longer than \(Self.longest) characters. The columns "
          + "of the factors tell their levels."
      ]
    }
  }

  /// The name of a variant.
  /// - Parameters:
  ///   - number: its number, from 1.
  ///   - picks: index of the level of each factor.
  func name(_ number: Int, picks: [Int]) -> String {
    isNumbered
      ? Design.name(number)
      : factors.indices.map { Self.part(factors[$0], picks[$0], shorts[$0]) }.joined(separator: "_")
  }

  private static func part(_ factor: Factor, _ pick: Int, _ short: String) -> String {
    let level = factor.levels[pick]
    return factor.isLabelled && names(level, factor.column.name) ? level : "\(short)=\(level)"
  }

  /// Whether a label has the last word of a factor's name among its own.
  private static func names(_ label: String, _ factor: String) -> Bool {
    let last = factor.split(separator: ".").last.map { $0.lowercased() } ?? factor
    return label.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == last }
  }

  /// Length of the longest name.
  private static func length(_ factors: [Factor], _ shorts: [String]) -> Int {
    zip(factors, shorts).reduce(factors.count - 1) { sum, pair in
      sum + (pair.0.levels.indices.map { part(pair.0, $0, pair.1).count }.max() ?? 0)
    }
  }

  /// The fewest last keys of each path that tell it from the others.
  private static func shortest(_ names: [String]) -> [String] {
    let paths = names.map { $0.split(separator: ".", omittingEmptySubsequences: false) }
    return paths.map { path in
      let count = (1...path.count).first { count in
        paths.count { $0.suffix(count) == path.suffix(count) } == 1
      }
      return path.suffix(count ?? path.count).joined(separator: ".")
    }
  }

  /// The first letters of each name that tell it from the others.
  private static func shortened(_ names: [String]) -> [String] {
    names.map { name in
      let count = (fewest...max(fewest, name.count)).first { count in
        names.count { $0.prefix(count) == name.prefix(count) } == 1
      }
      return String(name.prefix(count ?? name.count))
    }
  }
}
