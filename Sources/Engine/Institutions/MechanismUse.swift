/// One use of a mechanism: which, when, where and with what options.
public struct MechanismUse: Sendable, Equatable {
  /// The id of a mechanism in ``MechanismRegistry``.
  public var id: String
  /// First week in force, counted from the start of the run (the burn-in included).
  public var from: Int
  /// First week no longer in force; nil for ever.
  public var until: Int?
  public var places: PlaceSelection
  /// Options that differ from their defaults, in the order of the mechanism's description.
  public var options: [String: OptionValue]

  public init(
    _ id: String, from: Int = 0, until: Int? = nil, places: PlaceSelection = .all,
    options: [String: OptionValue] = [:]
  ) {
    self.id = id
    self.from = from
    self.until = until
    self.places = places
    self.options = options
  }
}

/// The neighbourhoods in which a mechanism is in force.
public enum PlaceSelection: Sendable, Equatable {
  case all
  /// A share (0–1) of neighbourhoods, drawn once per replicate; a larger share contains every smaller one.
  case share(Double)
  /// Neighbourhoods, blocks, subdistricts or districts by name.
  case named([String])
}

/// A value of an option of a mechanism.
public enum OptionValue: Sendable, Equatable {
  case number(Double)
  case flag(Bool)
  case choice(String)
}
