/// An option of a mechanism. The property is the whole declaration: its name is the option's, its initial value the
/// default, its type the kind.
///
///     @Option("weeks from decision to payment", in: 0...26, unit: "weeks") var approvalWeeks = 4
@propertyWrapper
struct Option<Value: OptionType>: Sendable {
  /// Written only while a mechanism is made, in ``Mechanism/init(options:)``, before anybody else has it; from then on
  /// only read, by any thread.
  private final class Box: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
  }
  private let box: Box
  private let kind: OptionDescription.Kind
  private let meaning: String
  private let null: Value?
  private let role: OptionRole

  var wrappedValue: Value { box.value }

  private init(
    _ value: Value, _ kind: OptionDescription.Kind, _ meaning: String, _ null: Value?, _ role: OptionRole
  ) {
    box = Box(value)
    self.kind = kind
    self.meaning = meaning
    self.null = null
    self.role = role
  }
}

extension Option where Value == Double {
  /// - Parameters:
  ///   - null: The value at which the mechanism is the same as absent, if all options with such a value have it.
  ///   - role: What it means for the money and hours of the place.
  init(
    wrappedValue: Double, _ meaning: String, in range: ClosedRange<Double>, unit: String,
    null: Double? = nil, role: OptionRole = []
  ) {
    self.init(wrappedValue, .number(range, unit: unit), meaning, null, role)
  }
}

extension Option where Value == Int {
  init(
    wrappedValue: Int, _ meaning: String, in range: ClosedRange<Int>, unit: String, null: Int? = nil,
    role: OptionRole = []
  ) {
    self.init(wrappedValue, .count(range, unit: unit), meaning, null, role)
  }
}

extension Option where Value == Bool {
  init(wrappedValue: Bool, _ meaning: String, null: Bool? = nil) {
    self.init(wrappedValue, .flag, meaning, null, [])
  }
}

extension Option where Value: OptionChoice {
  init(wrappedValue: Value, _ meaning: String, null: Value? = nil) {
    self.init(wrappedValue, .choice(Value.allCases.map(\.rawValue)), meaning, null, [])
  }
}

/// What an option means for the money and hours of a place.
struct OptionRole: OptionSet, Sendable {
  let rawValue: Int
  /// It brings money or staff hours from outside.
  static let adds = OptionRole(rawValue: 1)
  /// Its money is taken out of the residents' committee's budget, as far as that goes.
  static let fromBudget = OptionRole(rawValue: 2)
}

/// An option whose type is not known: what ``Mirror`` finds among the properties of a mechanism.
protocol DeclaredOption {
  func description(name: String) -> OptionDescription
  /// Gives it a value while its mechanism is made; whether the value is of its kind.
  func take(_ value: OptionValue) -> Bool
}

extension Option: DeclaredOption {
  func description(name: String) -> OptionDescription {
    OptionDescription(
      name: name, kind: kind, value: box.value.optionValue, meaning: meaning, null: null?.optionValue,
      role: role)
  }

  func take(_ value: OptionValue) -> Bool {
    guard let value = Value(value) else { return false }
    box.value = value
    return true
  }
}
