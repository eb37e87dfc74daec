import Scenarios

/// The words of a command line, sorted and checked by a command's declaration.
struct ParsedArguments: Sendable, Equatable {
  var operands: [String] = []
  /// Values by long option name, in the order given; a switch that was given holds one empty text.
  var values: [String: [String]] = [:]

  func has(_ option: String) -> Bool { values[option] != nil }
  func all(_ option: String) -> [String] { values[option] ?? [] }
  func text(_ option: String) -> String? { values[option]?.last }
  func count(_ option: String) -> Int? { text(option).flatMap { Int($0) } }
  func seed(_ option: String) -> UInt64? { text(option).flatMap { Limits.seed($0) } }

  /// The words that give these options as they were given, for another command line.
  func words(of options: [OptionDeclaration]) -> [String] {
    options.flatMap { option in
      all(option.name).flatMap { option.value == nil ? ["--\(option.name)"] : ["--\(option.name)", $0] }
    }
  }
}

/// A command line that cannot be understood: what is wrong with it, for people.
struct UsageError: Error, Equatable {
  /// The command whose help tells more; nil before a command is known.
  var command: String?
  var message: String
}
