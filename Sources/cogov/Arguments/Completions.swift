/// Completion scripts for shells, made from the declarations of the commands.
enum Completions {
  /// For bash: one function that looks at the command, then at the word before.
  static func bash(_ commands: [Command]) -> String {
    var script = """
      # bash completion for cogov
      _cogov() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(words(commands.map(\.name) + ["--help", "--version"]))" -- "$word"))
          return
        fi
        case "${COMP_WORDS[1]}" in

      """
    for command in commands {
      script += "    \(command.name))\n      case \"$before\" in\n"
      for option in command.allOptions {
        guard let value = option.value else { continue }
        let names = ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
        script += "        \(names.joined(separator: "|"))) \(bashReply(value)); return ;;\n"
      }
      script += "      esac\n      if [[ \"$word\" == -* ]]; then\n"
      let options = command.allOptions.map { "--\($0.name)" }
      script += "        COMPREPLY=($(compgen -W \"\(words(options))\" -- \"$word\"))\n"
      let operand = operandValue(command, commands).map(bashReply) ?? ":"
      script += "      else\n        \(operand)\n      fi ;;\n"
    }
    return script + """
        esac
      }
      complete -F _cogov cogov

      """
  }

  private static func bashReply(_ value: ValueKind) -> String {
    switch value {
    case .file: "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$word\"))"
    case .folder: "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"$word\"))"
    case .choice(let values): "COMPREPLY=($(compgen -W \"\(words(values))\" -- \"$word\"))"
    case .text, .count, .seed: ":"
    }
  }

  /// For zsh: descriptions beside the words.
  static func zsh(_ commands: [Command]) -> String {
    var script = "#compdef cogov\n\n_cogov() {\n  local -a commands\n  commands=(\n"
    for command in commands { script += "    '\(command.name):\(zshText(command.summary))'\n" }
    script += """
        )
        if (( CURRENT == 2 )); then
          _describe 'command' commands
          return
        fi
        local command=${words[2]}
        shift words
        (( CURRENT-- ))
        case $command in

      """
    for command in commands {
      script += "    \(command.name))\n      _arguments -s \\\n"
      for option in command.allOptions {
        let value = option.value.map { ":\($0.placeholder):\(zshAction($0))" } ?? ""
        let star = option.repeats ? "*" : ""
        let meaning = "[\(zshText(option.meaning))]"
        if let short = option.short { script += "        '\(star)-\(short)\(meaning)\(value)' \\\n" }
        let equals = option.value == nil ? "" : "="
        script += "        '\(star)--\(option.name)\(equals)\(meaning)\(value)' \\\n"
      }
      let operand =
        operandValue(command, commands).map { "'*:\($0.placeholder):\(zshAction($0))'" } ?? "'*:: :'"
      script += "        \(operand) ;;\n"
    }
    // As a file in fpath it is the function itself; sourced, it registers that.
    return script + """
        esac
      }

      if [[ ${funcstack[1]-} == _cogov ]]; then
        _cogov "$@"
      else
        compdef _cogov cogov
      fi

      """
  }

  private static func zshAction(_ value: ValueKind) -> String {
    switch value {
    case .file: "_files"
    case .folder: "_files -/"
    case .choice(let values): "(\(words(values)))"
    case .text, .count, .seed: " "
    }
  }

  /// Inside single quotes, brackets and colons have a meaning.
  private static func zshText(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "'": result += "'\\''"
      case "[", "]", ":": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }

  /// For fish: one line for every command and option.
  static func fish(_ commands: [Command]) -> String {
    var lines = ["# fish completion for cogov", "complete -c cogov -f"]
    for command in commands {
      lines.append(
        "complete -c cogov -n __fish_use_subcommand -a \(command.name) -d '\(fishText(command.summary))'")
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.allOptions {
        var line = "complete -c cogov \(condition) -l \(option.name)"
        if let short = option.short { line += " -s \(short)" }
        if let value = option.value { line += fishAction(value) }
        lines.append(line + " -d '\(fishText(option.meaning))'")
      }
      switch operandValue(command, commands) {
      case .file?, .folder?: lines.append("complete -c cogov \(condition) -F")
      case .choice(let values)?: lines.append("complete -c cogov \(condition) -a '\(words(values))'")
      default: break
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fishAction(_ value: ValueKind) -> String {
    switch value {
    case .file, .folder: " -r -F"
    case .choice(let values): " -x -a '\(words(values))'"
    case .text, .count, .seed: " -x"
    }
  }

  private static func fishText(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1 == "'" ? "\\'" : String($1) }
  }

  private static func words(_ list: [String]) -> String { list.joined(separator: " ") }

  /// What the first operand of a command may be: for `help`, the commands themselves.
  private static func operandValue(_ command: Command, _ commands: [Command]) -> ValueKind? {
    if command.name == "help" { return .choice(commands.map(\.name)) }
    guard let operand = command.operands.first else { return nil }
    return operand.offers.isEmpty ? operand.value : .choice(operand.offers)
  }
}
