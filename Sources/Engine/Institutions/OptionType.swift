/// What an option may be: a number, a whole number, a flag or a choice.
protocol OptionType: Sendable {
  /// Nil where the value is of another kind.
  init?(_ value: OptionValue)
  var optionValue: OptionValue { get }
}

extension Double: OptionType {
  init?(_ value: OptionValue) {
    guard case .number(let number) = value else { return nil }
    self = number
  }
  var optionValue: OptionValue { .number(self) }
}

extension Int: OptionType {
  init?(_ value: OptionValue) {
    guard case .number(let number) = value else { return nil }
    self.init(exactly: number)
  }
  var optionValue: OptionValue { .number(Double(self)) }
}

extension Bool: OptionType {
  init?(_ value: OptionValue) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
  var optionValue: OptionValue { .flag(self) }
}

/// One of some words. The raw values are the words of scenario files, in the order of the cases.
protocol OptionChoice: OptionType, CaseIterable, RawRepresentable where RawValue == String {}

extension OptionChoice {
  init?(_ value: OptionValue) {
    guard case .choice(let word) = value else { return nil }
    self.init(rawValue: word)
  }
  var optionValue: OptionValue { .choice(rawValue) }
}
