import Tables

/// The full factorial: every level of every factor with every other; the last factor changes fastest.
enum Factorial {
  static func read(_ value: JSON5Value, diagnosis: Diagnosis) -> Design {
    let factors = Factor.read(value, "factorial", diagnosis: diagnosis)
    var design = Design(columns: factors.map(\.column))
    design.points = points(factors, at: value.place, diagnosis)
    design.notes = FactorialNames(factors).notes
    return design
  }

  private static func points(
    _ factors: [Factor], at place: Place, _ diagnosis: Diagnosis
  ) -> [Design.Point] {
    if factors.isEmpty { return [] }
    let counts = factors.map(\.changes.count)
    let all = counts.reduce(1.0) { $0 * Double($1) }
    guard all <= Double(Design.mostPoints) else {
      diagnosis.report(
        place,
        "the factorial has \(NumberText.shortest(all)) variants\(counts.count > 1 ? " (\(product(counts)))" : ""); at most "
          + "\(Design.mostPoints) are allowed. 'fractional' runs a part of the combinations of two values each, "
          + "'latinHypercube' and 'sobol' any number of points of ranges")
      return []
    }
    let count = Int(all)
    guard Design.isPossible(points: count, of: factors.count, "factors", at: place, diagnosis: diagnosis)
    else { return [] }
    let variantNames = FactorialNames(factors)
    var names: Set<String> = []
    return (0..<count).map { number in
      var rest = number
      var picks: [Int] = []
      for factor in factors.reversed() {
        picks.insert(rest % factor.changes.count, at: 0)
        rest /= factor.changes.count
      }
      let name = variantNames.name(number + 1, picks: picks)
      if !names.insert(name).inserted {
        diagnosis.report(place, "two variants would be called '\(name)'; choose other labels")
      }
      return Design.Point(
        name: name, levels: zip(factors, picks).map { $0.levels[$1] },
        patches: zip(factors, picks).flatMap { $0.changes[$1] })
    }
  }

  private static func product(_ counts: [Int]) -> String {
    let shown = counts.prefix(12).map(String.init).joined(separator: " × ")
    return counts.count > 12 ? "\(shown) × …" : shown
  }
}
