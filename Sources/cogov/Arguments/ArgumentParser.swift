import Scenarios

/// Reads the words after a command's name by its declaration.
///
/// Long options take their value after `=` or as the next word, short ones attached or as the next word;
/// switches may be joined (`-fq`). Everything after `--` is an operand.
struct ArgumentParser {
  let command: Command
  private var parsed = ParsedArguments()
  private var rest: ArraySlice<String>

  private init(_ command: Command, _ words: ArraySlice<String>) {
    self.command = command
    rest = words
  }

  static func parse(_ words: ArraySlice<String>, for command: Command) throws(UsageError) -> ParsedArguments {
    var parser = ArgumentParser(command, words)
    try parser.readAll()
    return parser.parsed
  }

  private mutating func readAll() throws(UsageError) {
    while let word = rest.popFirst() {
      if word == "--" {
        parsed.operands += rest
        break
      } else if word.hasPrefix("--") {
        try readLong(word.dropFirst(2))
      } else if word.hasPrefix("-"), word.count > 1 {
        try readShort(word.dropFirst())
      } else {
        parsed.operands.append(word)
      }
    }
    // Who asks for help gets it, whatever else is missing.
    if !parsed.has("help") { try checkOperands() }
  }

  private mutating func readLong(_ text: Substring) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = command.allOptions.first(where: { $0.name == name }) else {
      if let instead = command.instead["--\(name)"] {
        throw failure("unknown option '--\(name)'; \(instead)")
      }
      let names = command.allOptions.map(\.name)
      let hint = Suggestion.nearest(to: name, among: names).map { "; did you mean '--\($0)'?" } ?? ""
      throw failure("unknown option '--\(name)'\(hint)")
    }
    if option.value == nil {
      guard parts.count == 1 else { throw failure("option '--\(name)' takes no value") }
      try store("", for: option)
    } else if parts.count == 2 {
      try store(String(parts[1]), for: option)
    } else {
      try store(nextValue(of: option), for: option)
    }
  }

  private mutating func readShort(_ text: Substring) throws(UsageError) {
    var letters = text
    while let letter = letters.popFirst() {
      guard let option = command.allOptions.first(where: { $0.short == letter }) else {
        if let instead = command.instead["-\(letter)"] {
          throw failure("unknown option '-\(letter)'; \(instead)")
        }
        let names = command.allOptions.map(\.name)
        let hint =
          text.count > 1 && names.contains(String(text)) ? "; did you mean '--\(text)'?" : ""
        throw failure("unknown option '-\(letter)'\(hint)")
      }
      if option.value == nil {
        try store("", for: option)
      } else if letters.isEmpty {
        try store(nextValue(of: option), for: option)
      } else {
        if letters.first == "=" { letters.removeFirst() }
        try store(String(letters), for: option)
        return
      }
    }
  }

  /// The next word as a value. A word that looks like an option is not taken: the value was forgotten.
  private mutating func nextValue(of option: OptionDeclaration) throws(UsageError) -> String {
    if let word = rest.first, !looksLikeOption(word) {
      rest.removeFirst()
      return word
    }
    let placeholder = option.value?.placeholder ?? ""
    throw failure("option '--\(option.name)' needs a value: --\(option.name) \(placeholder)")
  }

  private func looksLikeOption(_ word: String) -> Bool {
    word.hasPrefix("-") && word.count > 1 && Double(word) == nil
  }

  private mutating func store(_ value: String, for option: OptionDeclaration) throws(UsageError) {
    if let problem = option.value?.problem(with: value) {
      throw failure("--\(option.name): '\(value)' \(problem)")
    }
    if option.value != nil, !option.repeats, parsed.has(option.name) {
      throw failure("option '--\(option.name)' is given twice")
    }
    parsed.values[option.name, default: []].append(value)
  }

  private func checkOperands() throws(UsageError) {
    let given = parsed.operands
    for (index, operand) in command.operands.enumerated() where operand.required && index >= given.count {
      throw failure("\(operand.name) is missing: cogov \(command.name) \(operand.usage)")
    }
    if command.operands.last?.repeats != true, given.count > command.operands.count {
      throw failure("too many arguments: '\(given[command.operands.count])' is not expected")
    }
    for (index, word) in given.enumerated() {
      let operand = command.operands[min(index, command.operands.count - 1)]
      guard let problem = operand.value.problem(with: word) else { continue }
      var hint = ""
      if case .choice(let values) = operand.value, let near = Suggestion.nearest(to: word, among: values) {
        hint = "; did you mean '\(near)'?"
      }
      throw failure("\(operand.name): '\(word)' \(problem)\(hint)")
    }
  }

  private func failure(_ message: String) -> UsageError {
    UsageError(command: command.name, message: message)
  }
}
