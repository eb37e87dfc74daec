import Tables

/// Hints for numbers that are probably not what was meant.
extension Diagnosis {
  /// What to do about a text where a number is needed.
  static func hint(for text: String, in range: ClosedRange<Double>) -> String {
    switch NumberSlip(text) {
    case .percent(let share):
      range.contains(Double(share) ?? .nan)
        ? "; write a percentage as a share: \(share)" : "; write the number without a percent sign"
    case .decimalComma(let number): "; decimals are written with a point: \(number)"
    case .thousands(let number):
      "; nothing stands between thousands, and decimals are written with a point: \(number)"
    case .quoted(let number): "; write it without quotes: \(number)"
    case .missing, nil: ""
    }
  }

  /// What to do about a number above a range of shares: it may be a percentage.
  static func hintForShare(_ number: Double, in range: ClosedRange<Double>) -> String {
    guard range.upperBound <= 1, number > 1, range.contains(number / 100) else { return "" }
    return "; a share is needed: \(NumberText.shortest(number / 100)) for \(NumberText.shortest(number)) %"
  }

  /// What to do about a text where true or false is needed.
  static func hintForFlag(_ content: JSON5Value.Content) -> String {
    let word =
      switch content {
      case .text(let text): text.lowercased()
      case .number(let number, _): NumberText.shortest(number)
      default: ""
      }
    return switch word {
    case "true", "yes", "on", "1": "; write true"
    case "false", "no", "off", "0": "; write false"
    default: ""
    }
  }

  /// What is wrong with a number whose point may stand between thousands: `80.000`. Nil where nothing speaks for that:
  /// where both readings are not allowed, or where the digits behind the point say something and a program wrote them
  /// or the unit has such decimals.
  static func doubt(_ value: JSON5Value, in range: ClosedRange<Double>, unit: String) -> String? {
    guard case .number(let number, let text) = value.content,
      let other = NumberText.withPointBetweenThousands(text), range.contains(other),
      number == number.rounded() || unit.hasPrefix("yuan") && !value.isPrinted
    else { return nil }
    let (plain, large) = (NumberText.shortest(number), NumberText.shortest(other))
    return
      "is written \(text), which is \(plain) here; write \(plain), or \(large) if the point stands between thousands"
  }
}
