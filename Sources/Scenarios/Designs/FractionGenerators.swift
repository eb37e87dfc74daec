/// Reads generators such as `E=ABC` or `F=-BCD`.
struct FractionGenerators {
  let factors: [Factor]
  let diagnosis: Diagnosis

  /// One generator: which factor is the product of which.
  private struct Generator {
    var factor: Int
    var product: [Int]
    var isNegative: Bool
    var text: String
    var place: Place
  }

  private var path: String { "\(Fractional.name).generators" }

  /// The fraction; nil where something is wrong, which has been reported.
  func fraction(_ value: JSON5Value) -> TwoLevelFraction? {
    guard let entries = diagnosis.list(value, path, like: "[\"E=ABC\"]") else { return nil }
    guard !entries.isEmpty else {
      diagnosis.report(value.place, "'\(path)' is empty; without generators it is a full 'factorial'")
      return nil
    }
    let generators = entries.enumerated().compactMap { generator($1, "\(path).\($0)") }
    guard generators.count == entries.count, areApart(generators) else { return nil }
    let basics = factors.indices.filter { index in !generators.contains { $0.factor == index } }
    guard basics.count < 14, 1 << basics.count <= Design.mostPoints else {
      diagnosis.report(
        value.place,
        "with \(generators.count) of \(factors.count) factors generated there are more than \(Design.mostPoints) "
          + "runs; more generators are needed")
      return nil
    }
    var columns = [Int](repeating: 0, count: factors.count)
    var isNegative = [Bool](repeating: false, count: factors.count)
    for (bit, factor) in basics.enumerated() { columns[factor] = 1 << bit }
    for generator in generators {
      columns[generator.factor] = generator.product.reduce(0) { $0 | columns[$1] }
      isNegative[generator.factor] = generator.isNegative
    }
    for generator in generators {
      let column = columns[generator.factor]
      if let other = columns.indices.first(where: { $0 != generator.factor && columns[$0] == column }) {
        diagnosis.report(
          generator.place,
          "'\(generator.text)' makes \(letter(generator.factor)) the same as \(letter(other)); their effects could "
            + "not be told apart")
        return nil
      }
    }
    return TwoLevelFraction(basics: basics, columns: columns, isNegative: isNegative)
  }

  /// Whether each generator has a factor of its own and is written by factors that are not generated.
  private func areApart(_ generators: [Generator]) -> Bool {
    for (index, generator) in generators.enumerated() {
      if generators[..<index].contains(where: { $0.factor == generator.factor }) {
        diagnosis.report(
          generator.place, "'\(generator.text)': \(letter(generator.factor)) has two generators")
        return false
      }
      if let other = generator.product.first(where: { factor in generators.contains { $0.factor == factor } })
      {
        diagnosis.report(
          generator.place,
          "'\(generator.text)' names \(letter(other)), which is generated itself; write it by factors that are not"
        )
        return false
      }
    }
    return true
  }

  private func letter(_ factor: Int) -> String { TwoLevelFraction.letters[factor] }

  private func generator(_ value: JSON5Value, _ name: String) -> Generator? {
    guard let text = diagnosis.text(value, name) else { return nil }
    let sides = text.filter { $0 != " " }.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, sides[0].count == 1 else {
      diagnosis.report(value.place, "'\(name)' is '\(text)'; a factor and its product are needed: \"E=ABC\"")
      return nil
    }
    let isNegative = sides[1].hasPrefix("-")
    let product = sides[1].hasPrefix("-") || sides[1].hasPrefix("+") ? sides[1].dropFirst() : sides[1]
    let known = TwoLevelFraction.letters.prefix(factors.count)
    let indices = (sides[0] + product).map { character in
      known.firstIndex(of: String(character))
    }
    if let unknown = indices.firstIndex(of: nil) {
      let letter = Array(sides[0] + product)[unknown]
      diagnosis.report(
        value.place,
        "'\(name)' is '\(text)', and there is no factor \(letter); the \(factors.count) factors are called "
          + "\(Self.range(known)), in the order of the file")
      return nil
    }
    let all = indices.compactMap { $0 }
    guard all.count > 1, Set(all).count == all.count else {
      diagnosis.report(
        value.place,
        "'\(name)' is '\(text)'; a product of other factors, each named once, is needed: \"E=ABC\"")
      return nil
    }
    return Generator(
      factor: all[0], product: Array(all.dropFirst()), isNegative: isNegative, text: text, place: value.place)
  }

  /// `A to F`; the letter I stands for the constant and is left out.
  private static func range(_ letters: ArraySlice<String>) -> String {
    guard let first = letters.first, let last = letters.last else { return "" }
    if first == last { return first }
    return "\(first) to \(last)" + (letters.count > 8 ? " without I" : "")
  }
}
