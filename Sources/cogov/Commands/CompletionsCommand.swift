extension Command {
  static let completions = Command(
    name: "completions",
    summary: "Print a script that makes a shell complete cogov's words.",
    operands: [
      OperandDeclaration("SHELL", value: .choice(["bash", "zsh", "fish"]), "bash, zsh or fish.")
    ],
    examples: [
      ("source <(cogov completions bash)", "For this bash; put the line into ~/.bashrc for all."),
      ("source <(cogov completions zsh)", "For this zsh, after compinit; put both into ~/.zshrc for all."),
      ("cogov completions fish | source", "For this fish; put the line into config.fish for all."),
    ]
  ) { arguments, console in
    let script =
      switch arguments.operands[0] {
      case "zsh": Completions.zsh(Command.all)
      case "fish": Completions.fish(Command.all)
      default: Completions.bash(Command.all)
      }
    try console.data(script)
    return .done
  }
}
