/// What a mechanism is, for people and for the reader of scenario files.
public struct MechanismDescription: Sendable {
  /// The key under `mechanisms` in a scenario file.
  public let id: String
  /// The name in the sources.
  public let chinese: String
  /// One sentence: which structure it changes.
  public let summary: String
  /// Author and section that name it.
  public let source: String
  public let options: [OptionDescription]
  /// Options under which the mechanism is the same as absent. Options not named may have any value.
  public let null: [String: OptionValue]
  /// Options that bring money or staff hours from outside; at their lowest value the mechanism only moves what
  /// is there.
  public let adds: [String]
  /// Options whose money is taken out of the residents' committee's budget, as far as that goes.
  public let fromBudget: [String]
  /// What must be there beside it; without, it changes nothing that anybody could see.
  public let needs: [Need]

  init(
    id: String, chinese: String, summary: String, source: String, options: [OptionDescription],
    null: [String: OptionValue], adds: [String] = [], fromBudget: [String] = [], needs: [Need] = []
  ) {
    self.id = id
    self.chinese = chinese
    self.summary = summary
    self.source = source
    self.options = options
    self.null = null
    self.adds = adds
    self.fromBudget = fromBudget
    self.needs = needs
  }
}

extension MechanismDescription {
  /// Whether options, those that differ from their defaults, make it the same as absent.
  func isAbsent(under given: [String: OptionValue]) -> Bool {
    options.allSatisfy { option in
      null[option.name].map { $0 == given[option.name] ?? option.value } ?? true
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
  public let value: OptionValue
  public let meaning: String
}
