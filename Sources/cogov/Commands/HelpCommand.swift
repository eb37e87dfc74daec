extension Command {
  static let help = Command(
    name: "help",
    summary: "Show help for a command, or the list of commands.",
    operands: [
      OperandDeclaration("COMMAND", value: .text("COMMAND"), required: false, "The command to explain.")
    ]
  ) { arguments, console in
    guard let name = arguments.operands.first else {
      try console.data(HelpText.overview(Command.all))
      return .done
    }
    try console.data(HelpText.page(of: Command.named(name)))
    return .done
  }
}
