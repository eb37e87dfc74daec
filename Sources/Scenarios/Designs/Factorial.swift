/// The full factorial: every level of every factor with every other; the last factor changes fastest.
enum Factorial {
  static func read(_ value: JSON5Value, diagnosis: Diagnosis) -> Design {
    let factors = Factor.read(value, "factorial", diagnosis: diagnosis)
    var design = Design(columns: factors.map(\.column))
    design.points = points(factors, at: value.place, diagnosis)
    return design
  }

  private static func points(
    _ factors: [Factor], at place: Place, _ diagnosis: Diagnosis
  ) -> [Design.Point] {
    if factors.isEmpty { return [] }
    var count = 1
    for factor in factors {
      count *= factor.changes.count
      if count > Design.mostPoints {
        diagnosis.report(place, "the factorial has more than \(Design.mostPoints) variants")
        return []
      }
    }
    guard Design.isPossible(points: count, of: factors.count, "factors", at: place, diagnosis: diagnosis)
    else { return [] }
    let shorts = shortNames(factors)
    var names: Set<String> = []
    return (0..<count).map { number in
      var rest = number
      var picks: [Int] = []
      for factor in factors.reversed() {
        picks.insert(rest % factor.changes.count, at: 0)
        rest /= factor.changes.count
      }
      let levels = zip(factors, picks).map { $0.levels[$1] }
      let parts = factors.indices.map {
        factors[$0].isLabelled ? levels[$0] : "\(shorts[$0])=\(levels[$0])"
      }
      let name = parts.joined(separator: "_")
      if !names.insert(name).inserted {
        diagnosis.report(place, "two variants would be called '\(name)'; choose other labels")
      }
      return Design.Point(
        name: name, levels: levels, patches: zip(factors, picks).flatMap { $0.changes[$1] })
    }
  }

  /// The last key of each path, or the whole path where two end alike.
  private static func shortNames(_ factors: [Factor]) -> [String] {
    let lasts = factors.map { $0.column.keys[$0.column.keys.count - 1].text }
    return zip(factors, lasts).map { factor, last in
      lasts.filter { $0 == last }.count > 1
        ? factor.column.keys.map(\.text).joined(separator: ".") : last
    }
  }
}
