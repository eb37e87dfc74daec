import Engine

extension PrecisionRule {
  private static let own = ["confidence", "maximum"]

  /// Keys of `precision` in an experiment file.
  static var keys: [String] { Measure.table.map(\.id) + own }

  /// Reads the value of `precision`; nil where something is wrong, which has been reported.
  static func read(_ value: JSON5Value, _ diagnosis: Diagnosis) -> PrecisionRule? {
    guard let object = StrictObject(value, "precision", keys: keys, diagnosis: diagnosis) else { return nil }
    var rule = PrecisionRule(targets: [])
    for measure in Measure.table.map(\.id) where object.has(measure) {
      // A width of nothing is never reached.
      let allowed = Double.leastNormalMagnitude...Double.greatestFiniteMagnitude
      guard
        let width = object[measure].flatMap({
          diagnosis.number($0, object.path(measure), in: 0...Double.greatestFiniteMagnitude, unit: "")
        })
      else { return nil }
      guard allowed.contains(width) else {
        diagnosis.report(
          object[measure]?.place ?? object.place,
          "'\(object.path(measure))' is 0; a half-width above 0 is needed")
        return nil
      }
      rule.targets.append(Target(measure: measure, halfWidth: width))
    }
    if rule.targets.isEmpty {
      // A misspelt measure has been told already.
      guard object.members.allSatisfy({ keys.contains($0.key) }) else { return nil }
      diagnosis.report(
        value.place, "'precision' names no measure; for example {vitality: 0.5, order: 0.5}")
      return nil
    }
    if object.has("confidence") {
      guard let confidence = object.number("confidence", in: 0.5...0.9999, unit: "") else { return nil }
      rule.confidence = confidence
    }
    if object.has("maximum") {
      guard let most = object.count("maximum", in: 2...Limits.replicates.upperBound, unit: "replicates")
      else {
        return nil
      }
      rule.maximum = most
    }
    return rule
  }
}
