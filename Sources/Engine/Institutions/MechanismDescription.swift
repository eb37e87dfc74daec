/// What a mechanism says of itself.
struct About: Sendable {
  let id: String
  let chinese: String
  let summary: String
  let source: String
  var needs: [Need] = []
}

/// What a mechanism is, for people and for the reader of scenario files: what it says of itself, and the options that
/// it declares.
public struct MechanismDescription: Sendable {
  private let about: About
  /// In the order in which they are declared.
  public let options: [OptionDescription]

  init<Described: Mechanism>(of type: Described.Type) {
    about = type.about
    options = type.init().declaredOptions.map { $0.option.description(name: $0.name) }
  }

  /// The key under `mechanisms` in a scenario file.
  public var id: String { about.id }
  /// The name in the sources.
  public var chinese: String { about.chinese }
  /// One sentence: which structure it changes.
  public var summary: String { about.summary }
  /// Author and section that name it.
  public var source: String { about.source }
  /// What must be there beside it; without, it changes nothing that anybody could see.
  public var needs: [Need] { about.needs }

  /// Options under which the mechanism is the same as absent. Options not named may have any value.
  public var null: [String: OptionValue] {
    options.reduce(into: [:]) { values, option in values[option.name] = option.null }
  }
  /// Options that bring money or staff hours from outside; at their lowest value the mechanism only moves what
  /// is there.
  public var adds: [String] { names(.adds) }
  /// Options whose money is taken out of the residents' committee's budget, as far as that goes.
  public var fromBudget: [String] { names(.fromBudget) }

  private func names(_ role: OptionRole) -> [String] {
    options.filter { $0.role.contains(role) }.map(\.name)
  }
}

extension MechanismDescription {
  /// Whether options, those that differ from their defaults, make it the same as absent.
  func isAbsent(under given: [String: OptionValue]) -> Bool {
    options.allSatisfy { option in
      option.null.map { $0 == given[option.name] ?? option.value } ?? true
    }
  }
}

/// One option of a mechanism.
public struct OptionDescription: Sendable {
  public enum Kind: Sendable, Equatable {
    case number(ClosedRange<Double>, unit: String)
    /// A whole number.
    case count(ClosedRange<Int>, unit: String)
    case flag
    case choice([String])
  }
  public let name: String
  public let kind: Kind
  /// The default.
  public let value: OptionValue
  public let meaning: String
  /// The value at which the mechanism is the same as absent, together with those of the other options that have one.
  let null: OptionValue?
  let role: OptionRole
}
