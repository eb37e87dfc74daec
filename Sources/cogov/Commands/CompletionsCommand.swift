extension Command {
  static let completions = Command(
    name: "completions",
    summary: "Print a script that makes a shell complete cogov's words.",
    operands: [
      OperandDeclaration("SHELL", value: .choice(["bash", "zsh", "fish"]), "bash, zsh or fish.")
    ],
    examples: [
      ("source <(cogov completions bash)", "For this bash; put the line into ~/.bashrc for all."),
      ("cogov completions zsh > ~/.zfunc/_cogov", "For zsh, with ~/.zfunc in fpath before compinit."),
      ("cogov completions fish > ~/.config/fish/completions/cogov.fish", "For fish."),
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
