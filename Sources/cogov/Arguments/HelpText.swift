/// Help pages, made from the declarations; no line is wider than 80 columns.
enum HelpText {
  static let width = 80

  /// The page of one command.
  static func page(of command: Command) -> String {
    var lines = [command.summary, ""]
    let usage = ["cogov", command.name] + command.operands.map(\.usage) + ["[options]"]
    lines += ["Usage: " + usage.joined(separator: " ")]
    for paragraph in command.discussion { lines += [""] + TextLayout.wrap(paragraph, width: width) }
    if !command.operands.isEmpty {
      lines += ["", "Arguments:"] + entries(command.operands.map { ($0.name, $0.meaning) })
    }
    lines += ["", "Options:"] + entries(command.allOptions.map { (label($0), $0.meaning) })
    if !command.examples.isEmpty {
      lines += ["", "Examples:"]
      for example in command.examples {
        lines += ["  " + example.line]
        lines += TextLayout.wrap(example.does, width: width, indent: 6)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page of the whole tool.
  static func overview(_ commands: [Command]) -> String {
    var lines = ["cogov \(Version.number): simulations of community self-government", ""]
    lines += ["Usage: cogov COMMAND [arguments] [options]", "", "Commands:"]
    lines += entries(commands.map { ($0.name, $0.summary) })
    lines += ["", "Options:"]
    lines += entries([
      ("-h, --help", "Show this help; after a command, that command's."),
      ("    --version", "Show the version."),
    ])
    lines += ["", "Exit statuses:"]
    lines += entries(ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) })
    lines += [
      "", "First steps:",
      "  cogov list                                   what scenarios there are",
      "  cogov run Scenarios/tradeoff/baseline.json5  run one of them",
      "  cogov help batch                             all about batches",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// How an option is written, with its short form and its value.
  static func label(_ option: OptionDeclaration) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.value.map { " \($0.placeholder)" } ?? ""
    return "\(short)--\(option.name)\(value)"
  }

  /// Names on the left, meanings wrapped on the right; a long name gets a line of its own.
  private static func entries(_ entries: [(name: String, meaning: String)]) -> [String] {
    let column = min(24, (entries.map { $0.name.count }.max() ?? 0) + 4)
    var lines: [String] = []
    for entry in entries {
      var meaning = TextLayout.wrap(entry.meaning, width: width, indent: column)
      let name = "  " + entry.name
      if name.count + 2 > column {
        lines.append(name)
      } else {
        let first = meaning.isEmpty ? "" : String(meaning.removeFirst().dropFirst(column))
        lines.append(name + String(repeating: " ", count: column - name.count) + first)
      }
      lines += meaning
    }
    return lines
  }
}
