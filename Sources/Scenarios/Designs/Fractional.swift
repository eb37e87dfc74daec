/// A regular two-level fractional factorial: a part of all combinations, chosen so that as few effects as possible are
/// mixed up.
///
/// Factors have letters in their order, A to Z without I, then a to z without i. The first value of a factor is its
/// low level, −1, the second its high level, +1; `E = ABC` makes E the product of A, B and C.
enum Fractional {
  static let name = "fractional"
  private static let sizes = ["runs", "resolution", "generators"]

  static func read(_ value: JSON5Value, diagnosis: Diagnosis) -> Design {
    guard let object = StrictObject(value, name, keys: ["factors"] + sizes, diagnosis: diagnosis) else {
      return Design()
    }
    let factors = object.required("factors").map { read(factors: $0, diagnosis) } ?? []
    var design = Design(columns: factors.map(\.column))
    let given = sizes.filter { object.has($0) }
    guard let size = given.first, given.count == 1, let sizeValue = object[size] else {
      diagnosis.report(
        object.place,
        given.isEmpty
          ? "'\(name)' needs one of 'runs', 'resolution' and 'generators'"
          : "'\(given[0])' and '\(given[1])' do not go together in '\(name)'; each says how large it is")
      return design
    }
    guard !factors.isEmpty else { return design }
    let choice = FractionChoice(factors: factors.count, diagnosis: diagnosis)
    let fraction =
      switch size {
      case "runs": choice.fraction(runs: sizeValue)
      case "resolution": choice.fraction(resolution: sizeValue)
      default: FractionGenerators(factors: factors, diagnosis: diagnosis).fraction(sizeValue)
      }
    guard let fraction else { return design }
    let names = FactorialNames(factors)
    design.notes = FractionNotes(fraction, factors.map(\.column.name)).paragraphs + names.notes
    // No point need have the first values of all factors.
    design.firstLevels = factors.map { $0.levels[0] }
    design.points = (0..<fraction.runs).map { run in
      let picks = factors.indices.map { fraction.isHigh($0, run: run) ? 1 : 0 }
      return Design.Point(
        name: names.name(run + 1, picks: picks), levels: zip(factors, picks).map { $0.levels[$1] },
        patches: zip(factors, picks).flatMap { $0.changes[$1] })
    }
    return design
  }

  private static func read(factors value: JSON5Value, _ diagnosis: Diagnosis) -> [Factor] {
    let factors = Factor.read(value, "\(name).factors", diagnosis: diagnosis)
    let others = factors.filter { $0.changes.count != 2 }
    for factor in others {
      diagnosis.report(
        factor.place,
        "'\(name).factors.\(factor.column.name)' has \(factor.changes.count) "
          + "\(factor.changes.count == 1 ? "value" : "values"); exactly two are needed")
    }
    if factors.count > TwoLevelFraction.mostFactors {
      diagnosis.report(
        value.place,
        "'\(name)' has \(factors.count) factors; at most \(TwoLevelFraction.mostFactors) are allowed")
      return []
    }
    return others.isEmpty ? factors : []
  }
}

/// Finds the fraction of a number of runs or of a resolution.
struct FractionChoice {
  let factors: Int
  let diagnosis: Diagnosis

  func fraction(runs value: JSON5Value) -> TwoLevelFraction? {
    let path = "\(Fractional.name).runs"
    guard let runs = diagnosis.count(value, path, in: 2...Design.mostPoints, unit: "runs") else { return nil }
    guard runs & (runs - 1) == 0 else {
      let below = 1 << (Int.bitWidth - 1 - runs.leadingZeroBitCount)
      diagnosis.report(
        value.place, "'\(path)' is \(runs), no power of two; \(below) and \(2 * below) are next to it")
      return nil
    }
    let basic = runs.trailingZeroBitCount
    guard runs > factors else {
      diagnosis.report(
        value.place,
        "'\(path)' is \(runs), too few for \(factors) factors; at least \(fewest(above: factors)) are needed")
      return nil
    }
    guard basic <= factors else {
      diagnosis.report(
        value.place, "'\(path)' is \(runs); \(factors) factors have only \(1 << factors) combinations")
      return nil
    }
    var steps = FractionSearch.longest
    return found(TwoLevelFraction.minimumAberration(factors: factors, basic: basic, steps: &steps), value)
  }

  func fraction(resolution value: JSON5Value) -> TwoLevelFraction? {
    let path = "\(Fractional.name).resolution"
    guard let wanted = diagnosis.count(value, path, in: 3...max(3, factors), unit: "") else { return nil }
    // Main effects, and for more than IV two-factor interactions, need a run each (Rao 1947).
    let least = wanted > 4 ? factors * (factors + 1) / 2 : wanted > 3 ? 2 * factors - 1 : factors
    var steps = FractionSearch.longest
    var runs = min(fewest(above: least), 1 << factors)
    while runs <= Design.mostPoints {
      let fraction = TwoLevelFraction.minimumAberration(
        factors: factors, basic: runs.trailingZeroBitCount, steps: &steps)
      guard let fraction = found(fraction, value) else { return nil }
      if fraction.resolution ?? Int.max >= wanted { return fraction }
      runs *= 2
    }
    diagnosis.report(
      value.place, "'\(path)' is \(wanted); \(factors) factors would need more than \(Design.mostPoints) runs"
    )
    return nil
  }

  private func found(_ fraction: TwoLevelFraction?, _ value: JSON5Value) -> TwoLevelFraction? {
    if fraction == nil {
      diagnosis.report(
        value.place,
        "the best fraction for \(factors) factors is not found in reasonable time; name its generators instead: "
          + "generators: [\"E=ABC\", …]")
    }
    return fraction
  }

  /// The smallest power of two above a number.
  private func fewest(above number: Int) -> Int { 1 << (Int.bitWidth - number.leadingZeroBitCount) }
}
