import Tables

/// Levels of a factor written as a range: `{from: 0.2, to: 0.3, step: 0.025}` or `{from: 0, to: 1, levels: 5}`, both ends
/// included.
///
/// Levels are counted in whole units of the last decimal of what is written, so that no rounding adds up and the last
/// level is the end itself.
enum LevelRange {
  static let keys = ["from", "to", "step", "levels"]
  static let sample = "{from: 0, to: 1, step: 0.25} or {from: 0, to: 1, levels: 5}"

  /// Whether an object is meant as a range.
  static func isRange(_ value: JSON5Value) -> Bool {
    value.members?.contains { keys.contains($0.key) } ?? false
  }

  /// The values of a range; nil where something is wrong, which has been reported.
  static func read(_ value: JSON5Value, _ path: String, _ diagnosis: Diagnosis) -> [JSON5Value]? {
    guard let object = StrictObject(value, path, keys: keys, diagnosis: diagnosis) else { return nil }
    let finite = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    let (start, end) = (object.required("from"), object.required("to"))
    guard let start, let end, let from = diagnosis.number(start, object.path("from"), in: finite, unit: ""),
      let to = diagnosis.number(end, object.path("to"), in: finite, unit: "")
    else { return nil }
    guard from < to else {
      diagnosis.report(
        end.place,
        "'\(path)' ends at \(NumberText.shortest(to)), not above its start, \(NumberText.shortest(from))")
      return nil
    }
    guard object.has("step") != object.has("levels") else {
      diagnosis.report(
        value.place,
        "'\(path)' needs \(object.has("step") ? "only one" : "one") of 'step' and 'levels': \(sample)")
      return nil
    }
    let numbers = object.has("step") ? steps(object, from, to) : levels(object, from, to)
    return numbers?.map { number in
      JSON5Value(content: .number(number, text: NumberText.shortest(number)), place: value.place)
    }
  }

  private static func steps(_ object: StrictObject, _ from: Double, _ to: Double) -> [Double]? {
    let (path, diagnosis) = (object.path, object.diagnosis)
    guard let value = object["step"],
      let step = diagnosis.number(
        value, object.path("step"), in: 0...Double.greatestFiniteMagnitude, unit: "")
    else { return nil }
    guard step > 0 else {
      diagnosis.report(value.place, "'\(object.path("step"))' is 0; it must be above 0")
      return nil
    }
    guard let (whole, decimals) = wholes([from, to, step]) else { return tooFine(object) }
    let (distance, overflow) = whole[1].subtractingReportingOverflow(whole[0])
    guard !overflow else { return tooFine(object) }
    let count = distance / whole[2]
    guard count < Design.mostPoints else {
      diagnosis.report(
        value.place, "'\(path)' has \(count + 1) levels; at most \(Design.mostPoints) are allowed")
      return nil
    }
    let numbers = (0...count).map { number(whole[0] + $0 * whole[2], decimals) }
    guard distance % whole[2] == 0 else {
      let last = NumberText.shortest(numbers[count])
      diagnosis.report(
        value.place,
        "'\(path)' does not end at \(NumberText.shortest(to)): steps of \(NumberText.shortest(step)) reach \(last) and then "
          + "\(NumberText.shortest(number(whole[0] + (count + 1) * whole[2], decimals))); let it end at one of these, or "
          + "write 'levels', how many there are")
      return nil
    }
    return numbers
  }

  private static func levels(_ object: StrictObject, _ from: Double, _ to: Double) -> [Double]? {
    guard let count = object.count("levels", in: 2...Design.mostPoints, unit: "levels") else { return nil }
    guard let (whole, decimals) = wholes([from, to]) else { return tooFine(object) }
    let parts = count - 1
    var numbers: [Double] = []
    for part in 0...parts {
      let (low, first) = whole[0].multipliedReportingOverflow(by: parts - part)
      let (high, second) = whole[1].multipliedReportingOverflow(by: part)
      let (sum, third) = low.addingReportingOverflow(high)
      guard !first, !second, !third else { return tooFine(object) }
      numbers.append(quotient(sum, parts, decimals))
    }
    return numbers
  }

  private static func tooFine(_ object: StrictObject) -> [Double]? {
    object.diagnosis.report(
      object.place, "'\(object.path)' has too many digits to be counted exactly; write its values as a list")
    return nil
  }

  // MARK: Decimals

  /// Numbers as whole units of their last decimal, with the number of decimals; nil where those are too large.
  private static func wholes(_ numbers: [Double]) -> ([Int], decimals: Int)? {
    let parts = numbers.map(decimal)
    let decimals = max(0, parts.map { -$0.exponent }.max() ?? 0)
    var wholes: [Int] = []
    for part in parts {
      guard let digits = part.digits else { return nil }
      var whole = digits
      for _ in 0..<(decimals + part.exponent) {
        let (next, overflow) = whole.multipliedReportingOverflow(by: 10)
        // A factor of ten thousand levels must still fit.
        guard !overflow, next.magnitude < 1 << 48 else { return nil }
        whole = next
      }
      wholes.append(whole)
    }
    return (wholes, decimals)
  }

  /// The shortest decimal text of a number as digits and a power of ten; nil digits where there are too many.
  private static func decimal(_ number: Double) -> (digits: Int?, exponent: Int) {
    let parts = NumberText.shortest(number).split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
    guard exponent.magnitude < 400 else { return (nil, 0) }
    return (Int(mantissa[0] + fraction), exponent)
  }

  private static func number(_ whole: Int, _ decimals: Int) -> Double {
    Double("\(whole)e-\(decimals)") ?? .nan
  }

  /// A whole number over a divisor: exact in decimals where it has a few, else the nearest number.
  private static func quotient(_ whole: Int, _ divisor: Int, _ decimals: Int) -> Double {
    var (scaled, extra) = (whole, 0)
    while scaled % divisor != 0, extra < 9 {
      let (next, overflow) = scaled.multipliedReportingOverflow(by: 10)
      guard !overflow else { break }
      (scaled, extra) = (next, extra + 1)
    }
    return scaled % divisor == 0
      ? number(scaled / divisor, decimals + extra) : number(whole, decimals) / Double(divisor)
  }
}
