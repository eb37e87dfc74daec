import Scenarios

extension Command {
  /// All commands, in the order of the help page. A new command is one file and one line here.
  static let all: [Command] = [
    .run, .batch, .compare, .claims, .merge, .slurm, .validate, .describe, .list, .new, .schema, .completions,
    .help,
  ]

  /// - Throws: ``UsageError`` with a suggestion where there is no such command.
  static func named(_ name: String) throws(UsageError) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    let hint = Suggestion.nearest(to: name, among: all.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
    throw UsageError(message: "unknown command '\(name)'\(hint)")
  }
}
