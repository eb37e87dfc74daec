import Tables

/// Typed readings of single values; each reports what is wrong and gives nil.
extension Diagnosis {
  /// A number inside a range.
  func number(
    _ value: JSON5Value, _ path: String, in range: ClosedRange<Double>, unit: String, whole: Bool = false
  ) -> Double? {
    guard case .number(let number, let text) = value.content else {
      let hint = if case .text(let text) = value.content { Self.hint(for: text, in: range) } else { "" }
      wrongType(value, path, wanted: whole ? "a whole number" : "a number", hint: hint)
      return nil
    }
    let allowed = Self.text(of: range, unit: unit)
    let thousands =
      NumberText.withPointBetweenThousands(text).flatMap { other in
        range.contains(other)
          ? "; nothing stands between thousands: \(NumberText.shortest(other))" : nil
      } ?? ""
    if whole, number != number.rounded() {
      report(
        value.place,
        "'\(path)' is \(NumberText.shortest(number)); a whole number is needed, \(allowed) allowed\(thousands)"
          + hintForWhole(at: value.place))
      return nil
    }
    guard range.contains(number) else {
      report(
        value.place,
        "'\(path)' is \(NumberText.shortest(number)), out of range; \(allowed) allowed\(thousands)"
          + Self.hintForShare(number, in: range))
      return nil
    }
    if let doubt = Self.doubt(value, in: range, unit: unit) {
      report(value.place, "'\(path)' \(doubt)")
      return nil
    }
    return number
  }

  /// A whole number inside a range.
  func count(_ value: JSON5Value, _ path: String, in range: ClosedRange<Int>, unit: String) -> Int? {
    number(value, path, in: Double(range.lowerBound)...Double(range.upperBound), unit: unit, whole: true)
      .flatMap { Int(exactly: $0) }
  }

  func flag(_ value: JSON5Value, _ path: String) -> Bool? {
    if case .flag(let flag) = value.content { return flag }
    wrongType(value, path, wanted: "true or false", hint: Self.hintForFlag(value.content))
    return nil
  }

  func text(_ value: JSON5Value, _ path: String) -> String? {
    if case .text(let text) = value.content { return text }
    wrongType(value, path, wanted: "a text")
    return nil
  }

  /// - Parameter example: A good list, for the message.
  func list(_ value: JSON5Value, _ path: String, like example: String) -> [JSON5Value]? {
    if case .list(let entries) = value.content { return entries }
    wrongType(value, path, wanted: "a list", hint: "; for example \(example)")
    return nil
  }

  /// One of a few words.
  func choice(_ value: JSON5Value, _ path: String, of choices: [String]) -> String? {
    guard let text = text(value, path) else { return nil }
    if choices.contains(text) { return text }
    report(value.place, "'\(path)' is '\(text)'; \(Suggestion.allowed(choices, near: text))")
    return nil
  }

  func wrongType(_ value: JSON5Value, _ path: String, wanted: String, hint: String = "") {
    let name = path.isEmpty ? "the file" : "'\(path)'"
    var hint = hint
    switch value.content {
    case .null: hint += "; leave the key out instead"
    case .text("") where value.isPrinted: hint += "; every row needs a value"
    default: break
    }
    report(value.place, "\(name) must be \(wanted), not \(value.kind)\(hint)")
  }

  static func text(of range: ClosedRange<Double>, unit: String) -> String {
    let unit = unit.isEmpty ? "" : " \(unit)"
    let lower = NumberText.shortest(range.lowerBound)
    if !(range.upperBound < Double.greatestFiniteMagnitude) { return "at least \(lower)\(unit)" }
    return "\(lower) to \(NumberText.shortest(range.upperBound))\(unit)"
  }
}
