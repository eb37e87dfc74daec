/// Tells what a fraction is and which effects it mixes up.
struct FractionNotes {
  /// Most words or sets of effects that are told one by one.
  private static let most = 15

  private let fraction: TwoLevelFraction
  private let names: [String]

  /// - Parameter names: One a factor.
  init(_ fraction: TwoLevelFraction, _ names: [String]) {
    self.fraction = fraction
    self.names = names
  }

  var paragraphs: [String] {
    let letters = zip(TwoLevelFraction.letters, names).map { "\($0) = \($1)" }.joined(separator: ", ")
    let generated = fraction.columns.indices.filter { !fraction.basics.contains($0) }
    guard let resolution = fraction.resolution else {
      return ["fractional: all \(fraction.runs) combinations, nothing is aliased", "factors: \(letters)"]
    }
    let generators = generated.map { factor in
      let product = fraction.basics.indices.filter { fraction.columns[factor] >> $0 & 1 == 1 }
        .map { fraction.basics[$0] }
      return "\(text([factor])) = \(fraction.isNegative[factor] ? "-" : "")\(text(product))"
    }
    var paragraphs = [
      "fractional: 2^(\(names.count)-\(generated.count)) design of resolution \(Self.roman(resolution)), "
        + "\(fraction.runs) of \(1 << names.count) combinations",
      "factors: \(letters)", "generators: \(generators.joined(separator: ", "))",
    ]
    if let words = fraction.words(limit: Self.most) {
      let texts = words.map { word in
        (word.count { fraction.isNegative[$0] } % 2 == 1 ? "-" : "") + text(word)
      }
      paragraphs.append("defining relation: I = " + texts.joined(separator: " = "))
    }
    let aliases = fraction.aliases
    paragraphs.append(
      aliases.main.isEmpty
        ? "main effects: aliased with no two-factor interaction"
        : "main effects aliased with two-factor interactions: \(text(aliases.main))")
    if !aliases.interactions.isEmpty {
      paragraphs.append("two-factor interactions aliased with each other: \(text(aliases.interactions))")
    } else if aliases.main.isEmpty {
      paragraphs.append("two-factor interactions: aliased with none of their kind")
    }
    return paragraphs
  }

  private func text(_ factors: [Int]) -> String {
    factors.map { TwoLevelFraction.letters[$0] }.joined()
  }

  private func text(_ sets: [[TwoLevelFraction.Effect]]) -> String {
    let shown = sets.prefix(Self.most).map { set in
      set.map { ($0.isOpposite ? "-" : "") + text($0.factors) }.joined(separator: " = ")
    }
    let rest = sets.count - shown.count
    return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more sets" : "")
  }

  private static func roman(_ number: Int) -> String {
    var text = ""
    var rest = number
    for (value, digit) in [(40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
      while rest >= value {
        text += digit
        rest -= value
      }
    }
    return text
  }
}
