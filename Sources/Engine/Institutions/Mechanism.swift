/// An institution, system or arrangement that a scenario can switch on: a change of structure, and nothing else.
///
/// What it is handed is all that it can reach: the structure, the places in which it is in force, and the public
/// record. Residents' states, demands, measures and random numbers are out of its reach.
protocol Mechanism: Sendable {
  static var description: MechanismDescription { get }

  init(_ options: Options)

  /// Makes the change for a mechanism that has been in force for `weeks` weeks.
  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord)

  /// For how many weeks after its start the change still moves (a schedule of release); 0 for most.
  var settlingWeeks: Int { get }

  /// Whether the change of this week, at least 1 after its start, may differ from that of the week before.
  func moves(at weeks: Int) -> Bool
}

extension Mechanism {
  var settlingWeeks: Int { 0 }
  func moves(at weeks: Int) -> Bool { weeks <= settlingWeeks }
}

/// The options of one use of a mechanism, with defaults filled in from its description.
public struct Options: Sendable {
  private let description: MechanismDescription
  private let given: [String: OptionValue]

  init(_ description: MechanismDescription, _ given: [String: OptionValue]) {
    self.description = description
    self.given = given
  }

  func has(_ name: String) -> Bool { description.options.contains { $0.name == name } }

  private func value(_ name: String) -> OptionValue {
    if let value = given[name] { return value }
    guard let option = description.options.first(where: { $0.name == name }) else {
      preconditionFailure("\(description.id) reads the option \(name), which its description does not name")
    }
    return option.value
  }

  public func number(_ name: String) -> Double {
    guard case .number(let number) = value(name) else { preconditionFailure("\(name) is not a number") }
    return number
  }
  public func count(_ name: String) -> Int { Int(number(name)) }
  public func flag(_ name: String) -> Bool {
    guard case .flag(let flag) = value(name) else { preconditionFailure("\(name) is not a flag") }
    return flag
  }
  public func choice(_ name: String) -> String {
    guard case .choice(let choice) = value(name) else { preconditionFailure("\(name) is not a choice") }
    return choice
  }
}
